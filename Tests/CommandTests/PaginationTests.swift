import Foundation
import TestTools
import Testing

/// Where the rows of the season's real templates go: no page is empty, no band of signatures stands
/// alone, heads are repeated, and what is left of the last page is marked.
@Suite("Pages of the forms")
struct PaginationTests {
  private static let school = "南宁市示例学校"
  private static let place = "南宁市/\(school)"

  /// What a page of a list must show.
  private struct Sheet {
    /// Stands on every page once.
    var head: [String]
    /// Stands on the last page only, once.
    var tail: [String]
    /// As many rows fit beside the tail.
    var lastRows: Int
  }

  /// The list of a registration form or of another school's form.
  private func check(
    _ file: PDFFile,
    rows expected: [Int],
    _ sheet: Sheet,
    marked: Bool? = nil
  ) throws {
    let pages = try file.pages()
    // Every identity number begins so, and nothing else does.
    let counts = pages.map { $0.count(of: "450000") }
    #expect(counts == expected, "\(file.path)")
    for (index, page) in pages.enumerated() {
      let text = page.withoutBlanks
      let isLast = index == pages.count - 1
      for word in sheet.head { #expect(text.count(of: word) == 1, "\(word), page \(index + 1)") }
      for word in sheet.tail {
        #expect(text.count(of: word) == (isLast ? 1 : 0), "\(word), page \(index + 1)")
      }
      let isMarked = isLast && (marked ?? ((expected.last ?? 0) < sheet.lastRows))
      #expect(text.count(of: "以下空白") == (isMarked ? 1 : 0), "page \(index + 1)")
      #expect(text.contains("第\(index + 1)页共\(pages.count)页"))
    }
  }

  private static func full(_ count: Int, _ rows: Int, _ rest: [Int]) -> [Int] {
    Array(repeating: rows, count: count) + rest
  }

  // MARK: 登记表

  // 25 rows on a full page, 18 beside the band; at least one row with the band.
  static let lists: [(Int, [Int])] = [
    (1, [1]), (17, [17]), (18, [18]), (19, [18, 1]), (24, [23, 1]), (25, [24, 1]), (26, [25, 1]),
    (43, [25, 18]), (44, [25, 18, 1]), (50, [25, 24, 1]), (5000, full(199, 25, [24, 1])),
  ]

  // 15 rows on a full page, 7 beside the band; at least three rows with the band.
  static let narrowLists: [(Int, [Int])] = [
    (1, [1]), (2, [2]), (6, [6]), (7, [7]), (8, [5, 3]), (14, [11, 3]), (15, [12, 3]),
    (16, [13, 3]), (22, [15, 7]), (23, [15, 5, 3]), (30, [15, 12, 3]),
    (5000, full(332, 15, [15, 5])),
  ]

  // 15 rows on a full page, 14 on the last.
  static let proofs: [(Int, [Int])] = [
    (1, [1]), (13, [13]), (14, [14]), (15, [14, 1]), (16, [15, 1]), (30, [15, 14, 1]),
  ]

  private func registrations(
    _ cases: [(Int, [Int])],
    _ options: [String],
    stem: String,
    _ sheet: Sheet,
    marked: Bool? = nil
  ) throws {
    var season = SeasonFile()
    season.addSchool(Self.school)
    for (count, _) in cases { season.addMajor("专业\(count)", of: Self.school, students: count) }
    try season.packet(["--form", "registration"] + options) { (run) throws in
      #expect(run.outcome.status == 0)
      let names = try run.output.pdfs()
      #expect(names.count == cases.count)
      for (count, rows) in cases {
        let name = try #require(
          names.first {
            $0.hasPrefix("\(Self.place)/\(stem)-专业\(count)") && !$0.contains("专业\(count)0")
          }
        )
        try check(run.output.pdf(name), rows: rows, sheet, marked: marked)
      }
    }
  }

  private static func list(lastRows: Int) -> Sheet {
    Sheet(
      head: ["身份证号码", "毕业证书编号", "证书验印登记表"],
      tail: ["学校审核意见（盖章）", "市教育局审核意见（盖章）", "自治区教育厅验印（盖章）", "说明：成绩后加"],
      lastRows: lastRows
    )
  }

  @Test("登记表 A3: 1 to 5,000 students")
  func lists() throws {
    try registrations(
      Self.lists,
      [],
      stem: "2-登记表",
      Self.list(lastRows: 18)
    )
  }

  @Test("登记表 A4: 1 to 5,000 students")
  func narrowLists() throws {
    try registrations(
      Self.narrowLists,
      ["--variant", "registration=a4"],
      stem: "2-登记表",
      Self.list(lastRows: 7)
    )
  }

  @Test("校内核对稿: no band and no padding")
  func proofs() throws {
    try registrations(
      Self.proofs,
      ["--proof"],
      stem: "校内核对稿",
      Sheet(
        head: ["身份证号码", "本人签名", "校内核对稿"],
        tail: ["说明：成绩后加"],
        lastRows: 14
      ),
      marked: false
    )
  }

  @Test("登记卡: a page for each student, boxes on each")
  func cards() throws {
    var season = SeasonFile()
    season.addSchool(Self.school, affiliation: "县属")
    season.addMajor("护理", of: Self.school, students: 200, courses: 30)
    try season.packet(["--form", "registration", "--variant", "registration=card"]) {
      (run) throws in
      #expect(run.outcome.status == 0)
      let pages = try run.output.pdf("\(Self.place)/2-登记表-护理.pdf").solidPages()
      #expect(pages.count == 200)
      let boxes = ["学校审核意见", "县教育局审核意见", "市教育局审核意见", "自治区教育厅验印"]
      for (index, page) in pages.enumerated() {
        #expect(page.count(of: "450000") == 1)
        #expect(page.contains("第\(index + 1)页共200页"))
        for box in boxes { #expect(page.count(of: "\(box)（盖章）") == 1) }
      }
    }
  }

  @Test("an empty school has no 册, and one 册 more makes no page of another")
  func noStudents() throws {
    var season = SeasonFile.sample
    season["毕业生"] = []
    season["成绩"] = []
    try season.packet { (run) throws in
      #expect(try !run.output.pdfs().contains { $0.contains("2-登记表") })
    }
  }

  // MARK: The attachments and 审核表

  // 13 rows on every page, notes on the last.
  static let changes: [(Int, [Int])] = [
    (0, [0]), (1, [1]), (12, [12]), (13, [13]), (14, [13, 1]), (26, [13, 13]), (27, [13, 13, 1]),
    (5000, full(384, 13, [8])),
  ]

  @Test("异动情况汇总表: 0 to 5,000 changes")
  func changes() throws {
    var season = SeasonFile()
    for (count, _) in Self.changes {
      season.addSchool("学校\(count)号")
      season.addMajor("护理", of: "学校\(count)号", students: 1)
      season.addChanges(count, to: "学校\(count)号")
    }
    try season.packet(["--form", "changes"]) { (run) throws in
      #expect(run.outcome.status == 0, "\(run.outcome.errors.prefix(2000))")
      for (count, rows) in Self.changes {
        let file = run.output.pdf("南宁市/学校\(count)号/5-异动情况汇总表.pdf")
        try check(
          file,
          rows: rows,
          Sheet(
            head: ["附件3", "2023年毕业生异动情况汇总表", "学校名称（盖章）", "审核状态"],
            tail: ["说明：1.", "3.按专业分类排序。"],
            lastRows: 13
          )
        )
        #expect(try file.solidPages().joined().count(of: "无") == (count == 0 ? 1 : 0))
      }
    }
  }

  // 12 rows on every page; at least six numbered rows.
  static let intakes: [(Int, [Int])] = [
    (1, [1]), (5, [5]), (6, [6]), (11, [11]), (12, [12]), (13, [12, 1]), (24, [12, 12]),
    (25, [12, 12, 1]), (5000, full(416, 12, [8])),
  ]

  @Test("对口招收信息表: 1 to 5,000 students, six numbered rows at least")
  func intakes() throws {
    var season = SeasonFile()
    season.addSchool(Self.school)
    season.addMajor("护理", of: Self.school, students: 1)
    for (count, _) in Self.intakes {
      season.addEnrolments(count, of: Self.school, at: "学院\(count)号")
    }
    try season.packet(["--form", "intake"]) { (run) throws in
      #expect(run.outcome.status == 0)
      for (count, rows) in Self.intakes {
        let file = run.output.pdf("\(Self.place)/6-对口招收信息表-学院\(count)号.pdf")
        try check(
          file,
          rows: rows,
          Sheet(
            head: ["附件4", "广西高等职业院校对口招收中职学生信息表", "高等职业院校（盖章）", "联系方式"],
            tail: ["填写说明：1.", "2.高职院校在填写"],
            lastRows: 12
          ),
          marked: count < 6
        )
        guard count < 100 else { continue }
        let numbers = try PageGrid.pages(of: file.path).flatMap(\.rows).compactMap { row in
          row.count == 8 ? Int(row[0]) : nil
        }
        #expect(numbers == Array(1...max(6, count)))
      }
    }
  }

  // 15 rows on a full page, 9 beside the total and the band.
  static let reviews: [(Int, [Int])] = [
    (1, [1]), (8, [8]), (9, [9]), (10, [9, 1]), (14, [13, 1]), (15, [14, 1]), (16, [15, 1]),
    (24, [15, 9]), (25, [15, 9, 1]), (30, [15, 14, 1]), (500, full(33, 15, [5])),
  ]

  @Test("审核表: 1 to 500 majors, the total and the band on the last page")
  func reviews() throws {
    var season = SeasonFile()
    for (count, _) in Self.reviews {
      season.addSchool("学校\(count)号")
      for major in 0..<count {
        season.addMajor("专业\(major)", of: "学校\(count)号", students: 1, courses: 0)
      }
    }
    try season.packet(["--form", "review"]) { (run) throws in
      #expect(run.outcome.status == 0)
      for (count, rows) in Self.reviews {
        let file = run.output.pdf("南宁市/学校\(count)号/3-审核表.pdf")
        let pages = try PageGrid.pages(of: file.path)
        let found = pages.map { page in
          page.rows.count { $0.count == 14 && Int($0[0]) != nil }
        }
        #expect(found == rows, "\(count) majors")
        for (index, text) in try file.solidPages().enumerated() {
          let isLast = index == pages.count - 1
          for word in ["2023年毕业生毕业证书验印审核表", "申报毕业人数"] { #expect(text.count(of: word) == 1) }
          for word in ["自治区教育厅验印（盖章）", "学校审核意见（盖章）"] {
            #expect(text.count(of: word) == (isLast ? 1 : 0), "page \(index + 1)")
          }
          let isMarked = isLast && (rows.last ?? 0) < 9
          #expect(text.count(of: "以下空白") == (isMarked ? 1 : 0))
        }
        // The total counts everybody.
        let total = pages.last?.rows.first { $0.first == "合计" }
        #expect(total?.contains(String(count)) == true, "\(count) majors")
      }
    }
  }

  // 10 rows on every page.
  static let receipts: [(String, Int, [Int])] = [
    ("南宁市", 0, [0]), ("柳州市", 1, [1]), ("桂林市", 9, [9]), ("梧州市", 10, [10]),
    ("北海市", 11, [10, 1]), ("防城港市", 20, [10, 10]), ("钦州市", 21, [10, 10, 1]),
    ("玉林市", 5000, full(499, 10, [10])),
  ]

  @Test("回执: 0 to 5,000 schools of a bureau")
  func receipts() throws {
    var season = SeasonFile()
    for (city, count, _) in Self.receipts {
      season["主管单位"].append([
        "单位名称": "\(city)教育局", "所属市": city, "联系人": "农秋兰", "联系电话": "0771—0000001",
        "联系地址": "\(city)教育路0号",
      ])
      for number in 0..<count { season.addSchool("\(city)第\(number + 1)学校", city: city) }
    }
    try season.packet(["--form", "receipt"]) { (run) throws in
      #expect(run.outcome.status == 0)
      for (city, _, rows) in Self.receipts {
        let pages = try run.output.pdf("\(city)/回执.pdf").solidPages()
        let found = pages.map { $0.count(of: "\(city)第") }
        #expect(found == rows, "\(city)")
        for (index, page) in pages.enumerated() {
          #expect(page.count(of: "2023年毕业生毕业证书验印回执") == 1)
          #expect(page.count(of: "毕业生总数") == 1)
          let isMarked = index == pages.count - 1 && (rows.last ?? 0) < 10
          #expect(page.count(of: "以下空白") == (isMarked ? 1 : 0), "\(city)")
        }
      }
    }
  }

  @Test("材料清单: one page, however many 册 and colleges there are")
  func checklists() throws {
    var season = SeasonFile()
    season.addSchool(Self.school)
    for number in 0..<60 {
      season.addMajor("专业\(number)", of: Self.school, students: 1, courses: 1)
      if number < 20 { season.addEnrolments(1, of: Self.school, at: "学院\(number)") }
    }
    try season.packet { (run) throws in
      #expect(run.outcome.status == 0)
      let pages = try run.output.pdf("\(Self.place)/0-材料清单.pdf").solidPages()
      #expect(pages.count == 1)
      #expect(pages.first?.contains("学校交件人（签名）") == true)
    }
  }
}
