import Foundation
import Records
import Testing

@Suite("Identity numbers against python-stdnum and id-validator")
struct IdentityOracleTests {
  /// The committed vectors, or a longer file that `scripts/identity-oracles` has just made.
  private static let path: String =
    ProcessInfo.processInfo.environment["YANYIN_IDENTITY_VECTORS"]
    ?? URL(filePath: #filePath).deletingLastPathComponent().path
    + "/Fixtures/identity-vectors.csv"

  @Test("validity, birth date, sex and check character are those of the two libraries")
  func vectors() throws {
    let today = try #require(CalendarDate("2023-06-20"))
    let lines = try String(contentsOfFile: Self.path, encoding: .utf8).split(separator: "\n")
    #expect(lines.count >= 1000)
    var valid = 0
    var differing: [Substring] = []
    for line in lines {
      let parts = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 5 else {
        Issue.record("no vector: \(line)")
        return
      }
      let isValid = parts[1] == "1"
      do throws(IdentityNumber.Fault) {
        let number = try IdentityNumber(parts[0], today: today)
        valid += 1
        if !isValid || number.birthDate.text != parts[2] || number.sex.title != parts[3] {
          differing.append(line)
        }
      } catch {
        let agrees =
          switch error {
          case .checkDigit(let expected, let found, _):
            String(Character(expected)) == parts[4] && parts[0].hasSuffix(String(Character(found)))
          case .impossibleDate: true
          default: false
          }
        if isValid || !agrees { differing.append(line) }
      }
    }
    #expect(differing == [])
    // Of numbers that are all refused, or all taken, nothing would be learnt.
    #expect(valid > lines.count / 2 && valid < lines.count)
  }
}
