import Exchange
import Foundation
import Records
import Testing

@Suite("The clerk's manual")
struct ManualTests {
  /// The codes that the table of section 五 names; R101—R109 names all of them.
  private func named() throws -> Set<String> { Set(try listed()) }

  private func listed() throws -> [String] {
    let manual = try String(contentsOfFile: "\(Program.root)/README.zh-CN.md", encoding: .utf8)
    var codes: [String] = []
    for line in manual.split(separator: "\n") where line.hasPrefix("| ") {
      let cell = line.dropFirst(2).split(separator: "|").first ?? ""
      for part in cell.split(separator: "、") {
        let ends = part.split(separator: "—").map { $0.trimmingCharacters(in: .whitespaces) }
        guard let first = ends.first, let last = ends.last, first.utf8.count == 4,
          let letter = first.first, let low = Int(first.dropFirst()),
          let high = Int(last.dropFirst())
        else { continue }
        for number in low...max(low, high) {
          codes.append("\(letter)" + String(String(1000 + number).dropFirst()))
        }
      }
    }
    return codes
  }

  @Test("every rule and every finding of reading stands in the table, with what to do")
  func rules() throws {
    let named = try named()
    #expect(Rule.allCases.map(\.rawValue).filter { !named.contains($0) } == [])
    #expect(ReadingCode.allCases.map(\.rawValue).filter { !named.contains($0) } == [])
  }

  @Test("so does every other code that the sources report to a clerk")
  func sources() throws {
    let named = try named()
    var missing: Set<String> = []
    let folder = "\(Program.root)/Sources"
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder)
    where name.hasSuffix(".swift") {
      let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
      // Codes of templates (T) are for those who write templates: docs/templates.md.
      for match in text.matches(of: /"([CFILPR][0-9]{3})"/) where !named.contains(String(match.1)) {
        missing.insert(String(match.1))
      }
    }
    #expect(missing.sorted() == [])
  }

  @Test("the table names no code that nobody reports")
  func stale() throws {
    let rules = Set(Rule.allCases.map(\.rawValue) + ReadingCode.allCases.map(\.rawValue))
    let stale = try named().filter {
      ($0.hasPrefix("R") || $0.hasPrefix("I")) && !rules.contains($0)
    }
    #expect(stale.sorted() == [])
  }

  @Test("a code stands in the table once, since it has one meaning")
  func once() throws {
    let codes = try listed()
    #expect(Set(codes.filter { code in codes.count { $0 == code } > 1 }) == [])
  }
}
