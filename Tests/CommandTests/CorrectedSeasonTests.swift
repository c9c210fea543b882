import Foundation
import TestTools
import Testing

/// A season that is imported, printed, and corrected by three people before it is printed again.
@Suite("A corrected season")
struct CorrectedSeasonTests {
  /// What a clerk writes into a row of 更正.
  private struct Row {
    var table = "毕业生"
    var school: String
    var index: Int
    var form: String
    var item: String
    var new: String
    var reason: String
    var author: String
    var day: String
  }

  private static let schools = ["甲校", "乙校", "丙校"]

  /// A 市县 school with a 册 of three A3 pages, a 区直 one, and one that nobody corrects.
  private static func season() -> SeasonFile {
    var season = SeasonFile()
    for (name, type) in zip(schools, ["市县学校", "区直中职学校", "市县学校"]) {
      season.addSchool(name, type: type)
      season.addMajor("护理", of: name, students: name == "甲校" ? 60 : 4)
      season.addMajor("会计", of: name, students: 3)
      season.addChanges(2, to: name)
    }
    season.addEnrolments(2, of: "乙校", at: "红豆学院")
    return season
  }

  /// A value on one page; rows that move; values on A4 sheets of another school.
  private static let corrections = [
    Row(
      school: "甲校",
      index: 61,
      form: "登记表",
      item: "姓名",
      new: "韦\u{20BB7}",
      reason: "录入错误",
      author: "覃老师",
      day: "2023-07-02"
    ),
    // By 学号 the second student of the first page comes to the end of the second one.
    Row(
      school: "甲校",
      index: 1,
      form: "登记表",
      item: "学号",
      new: "10045",
      reason: "学号写错",
      author: "农老师",
      day: "2023-07-03"
    ),
    Row(
      table: "对口招收",
      school: "乙校",
      index: 1,
      form: "对口招收信息表",
      item: "联系方式",
      new: "15400000009",
      reason: "换了号码",
      author: "黄老师",
      day: "2023-07-04"
    ),
  ]

  /// The table 更正 with one row.
  private func table(_ row: Row, of season: SeasonFile) -> SeasonFile {
    let record = season[row.table][row.index]
    var file = SeasonFile()
    file["更正"] = [
      [
        "表": row.table, "学校名称": row.school, "身份证号码": record["身份证号码"] ?? "",
        "项目": row.item, "原值": record[row.item] ?? "", "新值": row.new, "原因": row.reason,
      ]
    ]
    return file
  }

  private static let differingPages = Set(
    (1...3).flatMap { copy in
      ["护理 第 \(copy) 份 1", "护理 第 \(copy) 份 2", "会计 第 \(copy) 份 1"].map { "甲校 登记表 \($0)" }
    } + ["乙校 对口招收信息表 红豆学院 第 1 份 1"]
  )

  @Test("printed again, it is what its corrected data gives, and exactly the pages that differ")
  func season() throws {
    try Tool.withTemporaryFolder { (folder) throws in
      var season = Self.season()
      let (ledger, out, clean) = ("\(folder)/季.yanyin", "\(folder)/out", "\(folder)/clean")
      func run(_ arguments: [String], _ day: String) throws {
        let outcome = try Program.run(arguments + ["--today", day])
        #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
      }
      try season.write(to: "\(folder)/数据.json")
      try run(["import", "\(folder)/数据.json", "--ledger", ledger], "2023-07-01")
      try run(["packet", ledger, "--out", out, "--no-progress"], "2023-07-01")
      try run(["printed", out], "2023-07-01")
      let old = try PagePictures.packets(out)

      var expected: [[String]] = []
      for row in Self.corrections {
        try table(row, of: season).write(to: "\(folder)/更正.json")
        try run(["correct", ledger, "\(folder)/更正.json", "--by", row.author], row.day)
        let old = season[row.table][row.index][row.item] ?? ""
        season[row.table][row.index][row.item] = row.new
        let record = season[row.table][row.index]
        expected.append([
          record["姓名"] ?? "", record["身份证号码"] ?? "", row.form, row.item, old, row.new,
          row.reason, row.author, row.day,
        ])
      }
      try run(["packet", ledger, "--out", out, "--no-progress"], "2023-07-05")
      #expect(try Program.run(["verify", out]).status == 0)

      try season.write(to: "\(folder)/数据.json")
      try run(["packet", "\(folder)/数据.json", "--out", clean, "--no-progress"], "2023-07-05")
      let rest = try OutputFolder(path: out).files().filter {
        !$0.key.hasPrefix("补打") && $0.key != "更正单.pdf"
      }
      #expect(rest == (try OutputFolder(path: clean).files()))

      let new = try PagePictures.packets(out)
      let reprints = try PagePictures.reprints(out)
      #expect(Set(new.pages.keys) == Set(old.pages.keys))
      #expect(Set(reprints.pages.keys) == new.differing(from: old))
      for (label, picture) in reprints.pages { #expect(new.pages[label] == picture, "\(label)") }
      #expect(Set(reprints.pages.keys) == Self.differingPages)

      let slip = try PageGrid.pages(of: "\(out)/更正单.pdf").flatMap(\.rows)
      let rows = slip.filter { Int($0.first ?? "") != nil }.map { Array($0.dropFirst()) }
      #expect(Set(rows) == Set(expected))
      #expect(rows.count == expected.count)
    }
  }
}
