import Foundation
import Packets
import TestTools
import Testing

@Suite("Logs, and what they hide")
struct LogTests {
  private static let wrong = "450000200501010011"

  /// A season with a finding that withholds, about somebody with hostile text beside it.
  private static var season: SeasonFile {
    var season = SeasonFile.sample
    season.set("身份证号码", of: 0, to: wrong)
    season["异动"][0]["异动类型"] = "<b>\"&\\"
    season["学校"][0]["毕业生总数"] = "9"
    return season
  }

  /// A finding in JSON.
  private struct Finding: Decodable {
    var severity: String
    var code: String
    var message: String
    var file: String?
    var row: Int?
    var heading: String?
    var school: String?
    var person: String?
  }

  private struct Report: Decodable {
    struct Summary: Decodable {
      var rows: Int
      var errors: Int
      var warnings: Int
      var notes: Int
      var files: Int
      var pages: Int
    }
    var summary: Summary
    var findings: [Finding]
  }

  private func findings(_ text: String) throws -> [Finding] {
    try text.split(separator: "\n").filter { $0.hasPrefix("{") }.map {
      try JSONDecoder().decode(Finding.self, from: Data($0.utf8))
    }
  }

  @Test("the JSON report counts what it lists, with the place of each finding")
  func json() throws {
    try Tool.withTemporaryFolder { (folder) throws in
      try Self.season.packet(["--report", "\(folder)/r.json", "--log-format", "json"]) {
        (run) throws in
        #expect(run.outcome.status == 1)
        let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/r.json"))
        let report = try JSONDecoder().decode(Report.self, from: data)
        let errors = report.findings.filter { $0.severity == "error" }
        #expect(report.summary.errors == errors.count && errors.map(\.code) == ["R103"])
        #expect(report.summary.warnings == report.findings.count { $0.severity == "warning" })
        #expect(report.summary.notes == report.findings.count { $0.severity == "note" })
        let manifest = try run.output.manifest()
        #expect(report.summary.files == manifest.documents.count + manifest.packets.count)
        #expect(report.summary.pages == manifest.documents.reduce(0) { $0 + ($1.pages ?? 0) })
        let error = try #require(errors.first)
        #expect(error.file?.hasSuffix("数据.json") == true)
        #expect(error.heading == "身份证号码")
        #expect(error.school == "南宁市示例学校")
        #expect(error.row != nil)
        // What the log said line by line is what the report lists.
        let said = try findings(run.outcome.errors).map(\.message).sorted()
        #expect(said == report.findings.map(\.message).sorted())
        let lines = run.outcome.errors.split(separator: "\n")
        #expect(lines.allSatisfy { $0.hasPrefix("{") && $0.hasSuffix("}") })
      }
    }
  }

  @Test("check: JSON lists the findings of a packet run and writes nothing")
  func check() throws {
    try Self.season.packet(["--log-format", "json"]) { (run) throws in
      let before = try run.output.files()
      let check = try Program.run(["check", run.input, "--format", "json", "--today", "2023-07-01"])
      #expect(check.status == 1)
      #expect(try findings(check.output).map(\.code) == findings(run.outcome.errors).map(\.code))
      #expect(check.output.split(separator: "\n").allSatisfy { $0.hasPrefix("{") })
      #expect(try run.output.files() == before)
    }
    try SeasonFile.sample.packet { (run) throws in
      let check = try Program.run(["check", run.input, "--today", "2023-07-01"])
      #expect(check.status == 0, "\(check.output)")
      #expect(check.output.contains("错误 0"))
    }
  }

  @Test(
    "numbers are masked on the screen, in logs and reports; --unmasked shows them",
    arguments: ["txt", "json", "html"]
  )
  func privacy(ending: String) throws {
    // Somebody whose name has a character that no face has: the finding names the person.
    var season = Self.season
    season.set("姓名", of: 4, to: "韦\u{31350}")
    let number = SeasonFile.number(4)
    let masked = "\(number.prefix(6))********\(number.suffix(4))"
    for options in [[], ["--log-format", "json"], ["--unmasked"]] {
      try Tool.withTemporaryFolder { (folder) throws in
        let report = "\(folder)/r.\(ending)"
        try season.packet(["--report", report] + options) { (run) throws in
          let said = run.outcome.output + run.outcome.errors
          let written = try String(contentsOfFile: report, encoding: .utf8)
          for text in [run.outcome.errors, written] {
            #expect(text.contains(options == ["--unmasked"] ? number : masked), "\(text)")
          }
          guard options != ["--unmasked"] else { return }
          for text in [said, written, try run.output.names().joined()] {
            #expect(text.firstMatch(of: /450000\d{11}[\dX]/) == nil, "\(text)")
          }
        }
      }
    }
  }

  @Test("what reading finds names people as the rules do: masked, and in full with --unmasked")
  func readingPrivacy() throws {
    try Tool.withTemporaryFolder { (folder) throws in
      let number = "45000020050315001X"
      let texts = [
        "学校.csv": "学校名称,学校类型,所属市,联系人,手机号码,学校地址\n甲校,市县学校,南宁市,韦春燕,15400000001,示例路1号\n",
        "毕业生.csv": """
        姓名,性别,身份证号码,专业名称,年级,学制,操行,毕(结)业
        韦秀芳,不详,450000200503150028,护理,2020级,3年,良好,毕业
        黄子轩,男,45000020050315001x,护理,2020级,3年,良好,毕业
        """,
      ]
      for (name, text) in texts {
        try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
      }
      let ledger = "\(folder)/季.yanyin"
      _ = try Program.run(["import", folder, "--ledger", ledger])
      for input in [folder, ledger] {
        let masked = try Program.run(["check", input, "--today", "2023-07-01"]).output
        #expect(masked.contains("（韦** 450000********0028） [I049]"), "\(masked)")
        #expect(!masked.contains("韦秀芳"))
        #expect(masked.firstMatch(of: /450000\d{11}[\dX]/) == nil)
        let whole = try Program.run(["check", input, "--unmasked", "--today", "2023-07-01"]).output
        #expect(whole.contains("（韦秀芳 450000200503150028） [I049]"), "\(whole)")
        // Conversions of a column are said when files are read, and no ledger keeps them.
        if input == folder { #expect(whole.contains("已转换为“\(number)”"), "\(whole)") }
      }
    }
  }

  @Test("progress is a line for each unit, and --no-progress is silent")
  func progress() throws {
    try Tool.withTemporaryFolder { (folder) throws in
      let outcome = try Program.run(
        ["packet", "Examples", "--out", "\(folder)/out", "--today", "2023-07-01"]
      )
      let lines = outcome.errors.split(separator: "\n").filter { $0.hasPrefix("[") }
      #expect(lines.count == 5)
      #expect(lines.last?.hasPrefix("[5/5] ") == true)
      #expect(!outcome.output.contains("[5/5]"))
    }
    #expect(try !ExampleSeason.run().outcome.errors.contains("[5/5]"))
  }
}
