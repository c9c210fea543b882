import Foundation
import Testing

@Suite("Filters of a run")
struct FilterTests {
  @Test(
    "a school or city that no input names is a matter of usage",
    arguments: [("--school", "南宁市木棉职业学校"), ("--city", "柳州市")]
  )
  func unknown(option: String, value: String) throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let arguments = ["packet", "Examples", "--out", "\(folder)/out", option, value]
    let outcome = try Program.run(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains(value))
    #expect(try Program.files(in: folder).isEmpty)
  }

  @Test(
    "known ones are made",
    arguments: [("--school", "广西红豆杉工业学校"), ("--city", "区直"), ("--city", "南宁市")]
  )
  func known(option: String, value: String) throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let arguments = ["packet", "Examples", "--out", folder, option, value]
    #expect(try Program.run(arguments).status == 0)
    #expect(try Program.files(in: folder).keys.contains { $0.hasSuffix("-A4.pdf") })
  }
}
