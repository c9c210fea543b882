import Foundation
import TestTools
import Testing

@Suite("What the report of packet says of printing")
struct PrintReportTests {
  private let folder: String
  private var out: String { "\(folder)/out" }

  init() throws {
    folder = try Program.temporaryFolder()
  }

  private func remove() { try? FileManager.default.removeItem(atPath: folder) }

  /// The report of a run, and what the run said.
  private func report(
    _ season: SeasonFile,
    _ ending: String,
    _ options: [String] = []
  ) throws -> (text: String, outcome: Program.Outcome) {
    try season.write(to: "\(folder)/数据.json")
    return try report(on: "\(folder)/数据.json", ending, options)
  }

  private func report(
    on input: String,
    _ ending: String,
    _ options: [String] = []
  ) throws -> (text: String, outcome: Program.Outcome) {
    let path = "\(folder)/报告.\(ending)"
    let outcome = try Program.packet([input], to: out, ["--report", path] + options)
    return (try String(contentsOfFile: path, encoding: .utf8), outcome)
  }

  private struct Report: Decodable {
    struct Printing: Decodable {
      var duplex: Bool
      var seconds: Double
      var sheets: [String: Int]
    }
    struct Result: Decodable {
      var school: String
      var city: String?
      var status: String
      var kept: Bool
      var withheld: [String]
      var pages: Int
      var copies: Int
      var sheets: [String: Int]
      var errors: Int
      var seconds: Double
    }
    struct Line: Decodable, Hashable {
      var path: String
      var paper: String
      var sheets: Int
    }
    struct City: Decodable {
      var city: String
      var schools: Int
      var complete: Int
      var pages: Int
      var copies: Int
      var sheets: [String: Int]
    }
    var printing: Printing
    var results: [Result]
    var plan: [Line]
    var cities: [City]
  }

  private func decoded(_ text: String) throws -> Report {
    try JSONDecoder().decode(Report.self, from: Data(text.utf8))
  }

  @Test("pages, copies and sheets are those counted by hand, and of the files")
  func numbers() throws {
    defer { remove() }
    let (text, outcome) = try report(CityFormTests.season(), "json")
    let report = try decoded(text)
    #expect(report.results.map(\.school) == ["甲校", "乙校", "丙校", "丁校"])
    // A checklist, two 册, 审核表 and 异动; the A4 file has three slips besides.
    #expect(report.results.map(\.pages) == [5, 4, 5, 4])
    #expect(report.results.map(\.copies) == [11, 8, 6, 8])
    #expect(report.results.map { $0.sheets["A3"] } == [6, 3, 2, 3])
    #expect(report.results.map { $0.sheets["A4"] } == [8, 8, 7, 8])
    #expect(report.results.allSatisfy { $0.status == "complete" && !$0.kept && $0.seconds >= 0 })
    #expect(report.printing.sheets == ["A3": 14, "A4": 31])
    #expect(!report.printing.duplex)
    #expect(report.printing.seconds > 0)
    #expect(report.cities.map(\.city) == ["南宁市", "区直", "柳州市"])
    #expect(report.cities.map(\.schools) == [2, 1, 1])
    #expect(report.cities.map(\.copies) == [19, 6, 8])
    #expect(report.cities.first?.pages == 9)
    #expect(report.cities.first?.sheets == ["A3": 9, "A4": 16])
    #expect(report.plan.count == 8)
    for line in report.plan {
      let pdf = OutputFolder(path: out).pdf(line.path)
      #expect(try pdf.papers() == Array(repeating: line.paper, count: line.sheets), "\(line.path)")
    }
    #expect(outcome.output.contains("学校 4 所：完成 4、有未生成的 0。\n"))
    #expect(outcome.output.contains("用纸：A3 14 张、A4 31 张（单面）。\n"))
    #expect(outcome.output.contains("  南宁市：学校 2 所、完成 2 所，19 份，A3 9 张、A4 16 张\n"))
  }

  @Test("on both sides, a sheet is two pages of the file")
  func duplex() throws {
    defer { remove() }
    let (text, outcome) = try report(CityFormTests.season(), "json", ["--duplex"])
    let report = try decoded(text)
    #expect(report.printing.duplex)
    for line in report.plan {
      let pages = try OutputFolder(path: out).pdf(line.path).papers().count
      #expect(pages == 2 * line.sheets, "\(line.path)")
    }
    #expect(outcome.output.contains("张（双面）。"))
  }

  @Test("the text names what was withheld of which school, then the plan, then the cities")
  func text() throws {
    defer { remove() }
    var season = CityFormTests.season()
    season["毕业生"][0]["身份证号码"] = "450000200503150027"
    season["成绩"] = season["成绩"].filter { $0["学校名称"] != "甲校" }
    let (text, outcome) = try report(season, "txt")
    let lines = text.split(separator: "\n").map(String.init)
    let school = try #require(lines.first { $0.hasPrefix("  甲校（南宁市）：") })
    // The number has a wrong check digit and is a woman's.
    #expect(
      school.hasPrefix("  甲校（南宁市）：未生成：登记表 护理、审核表；3 页、5 份，用纸 A3 3 张、A4 6 张；错误 2、"),
      "\(school)"
    )
    #expect(lines.contains { $0.hasPrefix("  乙校（南宁市）：完成；4 页、8 份，") })
    #expect(lines.contains("  南宁市/乙校/乙校-现场验印材料-A3.pdf：A3 3 张"))
    #expect(lines.contains("  南宁市：学校 2 所、完成 1 所；7 页、13 份，用纸 A3 6 张、A4 14 张"))
    let heads = ["各校情况（用时 ", "打印计划（单面，A3 11 张、A4 29 张）", "各市合计", "各校合计"]
    let places = heads.map { head in lines.firstIndex { $0.hasPrefix(head) } }
    #expect(!places.contains(nil), "\(text)")
    #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
    #expect(outcome.output.contains("学校 4 所：完成 3、有未生成的 1。"))
    #expect(outcome.status == 1)
  }

  @Test("the page is escaped, and the Nu checker finds nothing in it")
  func page() throws {
    defer { remove() }
    var season = SeasonFile()
    season.addSchool("<b>&校")
    season.addMajor("护理", of: "<b>&校", students: 1)
    let (page, _) = try report(season, "html")
    #expect(page.contains("<th scope=\"row\">&lt;b&gt;&amp;校</th><td>南宁市</td><td>完成</td>"))
    #expect(!page.contains("<b>"))
    for head in ["各校情况（用时 ", "打印计划（单面，A3 3 张、A4 8 张）", "各市合计", "各校合计"] {
      #expect(page.contains("<h2>\(head)"))
    }
    #expect(try NuChecker.messages(on: ["\(folder)/报告.html"]) == "")
  }

  @Test("a school that was left alone is said to be, with the same numbers; check has no plan")
  func kept() throws {
    defer { remove() }
    try CityFormTests.season().write(to: "\(folder)/数据.json")
    let ledger = "\(folder)/季.yanyin"
    let imported = try Program.run([
      "import", "\(folder)/数据.json", "--ledger", ledger, "--today", "2023-07-01",
    ])
    #expect(imported.status == 0, "\(imported.errors)")
    let first = try decoded(try report(on: ledger, "json").text)
    let (text, outcome) = try report(on: ledger, "json")
    // What the screen says is what lies there.
    let second = try decoded(text)
    #expect(first.results.allSatisfy { !$0.kept })
    #expect(second.results.allSatisfy { $0.kept && $0.seconds == 0 })
    #expect(second.plan == first.plan)
    #expect(second.results.map(\.copies) == first.results.map(\.copies))
    #expect(outcome.output.contains("学校 4 所：完成 4、有未生成的 0。"))
    let lines = try report(on: ledger, "txt").text
    #expect(lines.contains("  甲校（南宁市）：完成（未变，沿用上次的文件）；5 页、"))
    let check = try Program.run([
      "check", ledger, "--today", "2023-07-01", "--report", "\(folder)/校验.txt",
    ])
    #expect(!check.output.contains("用纸"))
    let checked = try String(contentsOfFile: "\(folder)/校验.txt", encoding: .utf8)
    #expect(!checked.contains("打印计划") && checked.contains("各校合计"))
  }
}
