import Foundation
import TestTools
import Testing

@Suite("Values of the input on paper")
struct PrintedValuesTests {
  @Test(
    "names, numbers and certificates stand in the print files exactly as often as the copies say",
    arguments: ExampleSeason.schools
  )
  func counts(school: ExampleSeason.School) throws {
    var expected: [String: Int] = [:]
    func expect(_ value: String?, times: Int = 1) {
      if let value, !value.isEmpty { expected[value, default: 0] += times }
    }
    let tables = try ExampleSeason.tables()
    func rows(_ table: String, by heading: String = "学校名称") -> [[String: String]] {
      tables[table, default: []].filter { $0[heading] == school.name }
    }
    for graduate in rows("毕业生") {
      for heading in ["姓名", "身份证号码", "毕业证书编号"] {
        expect(graduate[heading], times: school.copies)
      }
    }
    // 审核表 names the first and the last certificate of each major.
    for (_, graduates) in Dictionary(grouping: rows("毕业生"), by: { $0["专业名称"] }) {
      let numbers = graduates.compactMap { $0["毕业证书编号"] }.filter { !$0.isEmpty }
      expect(numbers.min(), times: school.copies)
      expect(numbers.max(), times: school.copies)
    }
    for change in rows("异动") {
      for heading in ["姓名", "身份证号码"] { expect(change[heading]) }
      if ["姓名变更", "身份证号码变更"].contains(change["异动类型"]) {
        for heading in ["异动前", "异动后"] { expect(change[heading]) }
      }
    }
    // For sealed originals a slip is printed.
    for row in rows("对口招收", by: "来源中职学校名称") where row["盖章原件已收"] != "是" {
      for heading in ["姓名", "身份证号码"] { expect(row[heading]) }
    }
    #expect(expected.count >= 60)
    var found: [String: Int] = [:]
    let output = try ExampleSeason.run().output
    for paper in ["A3", "A4"] {
      for page in try PageGrid.pages(of: output.pdf(school.packet(paper)).path) {
        for cell in page.rows.joined() where expected[cell] != nil {
          found[cell, default: 0] += 1
        }
      }
    }
    #expect(found == expected)
  }

  @Test("no other identity number or certificate is printed", arguments: ExampleSeason.schools)
  func strangers(school: ExampleSeason.School) throws {
    let tables = try ExampleSeason.tables()
    var known: Set<String> = []
    for row in tables.values.joined() {
      known.formUnion(row.values)
    }
    let output = try ExampleSeason.run().output
    for paper in ["A3", "A4"] {
      let text = try output.pdf(school.packet(paper)).pages().joined()
      for match in text.matches(of: /450000\d{11}[\dX]/) {
        #expect(known.contains(String(match.output)), "an identity number of nobody")
      }
    }
  }

  @Test(
    "A3: every cell of every copy is the input's",
    arguments: ExampleSeason.schools
  )
  func cellsOfA3(school: ExampleSeason.School) throws {
    let output = try ExampleSeason.run().output
    let pages = try PageGrid.pages(of: output.pdf(school.packet("A3")).path)
    var rows = pages.flatMap(\.rows)[...]
    for volume in try RegistrationTable.all(of: school.name) {
      for _ in 0..<school.copies {
        let table = volume.rows(in: &rows)
        #expect(table.map(\.cells) == volume.cells)
        #expect(table.allSatisfy { $0.isUnderHead })
      }
    }
    #expect(!rows.contains { $0.first.map { Int($0) != nil } ?? false }, "rows are left over")
  }

  /// Makes a variant of a school's 登记表 and hands out each 册 with the grids of its pages.
  private func registrations(
    of school: ExampleSeason.School,
    variant: String,
    _ check: (_ volume: RegistrationTable, _ pages: [PageGrid]) throws -> Void
  ) throws {
    try Tool.withTemporaryFolder { (folder) throws in
      let outcome = try Program.packet(
        ["Examples"],
        to: folder,
        ["--school", school.name, "--form", "registration", "--variant", "registration=\(variant)"]
      )
      #expect(outcome.status == 0)
      for volume in try RegistrationTable.all(of: school.name) {
        let path = "\(folder)/\(school.folder)/2-登记表-\(volume.major).pdf"
        try check(volume, try PageGrid.pages(of: path))
      }
    }
  }

  @Test("A4: every cell of the list and of its continuation sheets is the input's")
  func cellsOfA4() throws {
    try registrations(of: ExampleSeason.schools[0], variant: "a4") { volume, pages in
      // The columns of sheet a, then those of the continuation sheets.
      var found: [String: [String]] = [:]
      for row in pages.flatMap(\.rows) where Int(row.first ?? "") != nil {
        let number = row[0]
        if found[number] == nil {
          found[number] = row
        } else {
          #expect(found[number]?[1...2] == row[1...2], "another person on the continuation sheet")
          found[number]? += row[3...]
        }
      }
      let expected = volume.cells.map { cells -> [String] in
        // 序号 姓名 身份证号码, the courses of sheet a, then 性别 and the rest.
        let front = cells[4..<min(4 + 16, 4 + volume.courses.count)]
        return [cells[0], cells[1], cells[3]] + front + [cells[2]] + cells[(4 + front.count)...]
      }
      #expect(found.keys.count == expected.count)
      for row in expected { #expect(found[row[0]] == row) }
    }
  }

  @Test("card: every fact and every score of a student stands on the student's page")
  func cellsOfCard() throws {
    try registrations(of: ExampleSeason.schools[1], variant: "card") { volume, pages in
      #expect(pages.count == volume.students.count)
      for ((student, cells), page) in zip(zip(volume.students, volume.cells), pages) {
        var pairs: Set<[String]> = []
        for row in page.rows {
          for (label, value) in zip(row, row.dropFirst()) { pairs.insert([label, value]) }
        }
        let facts = [
          "姓名": "姓名", "性别": "性别", "身份证号码": "身份证号码", "学籍号": "学籍号", "班级": "班级",
          "学号": "学号", "年级": "年级", "学制": "学制", "操行": "操行", "实习": "实习", "毕（结）业": "毕(结)业",
          "毕业证书编号": "毕业证书编号", "备注": "备注", "学校名称": "学校名称", "专业名称": "专业名称",
        ]
        for (label, heading) in facts {
          #expect(pairs.contains([label, student[heading, default: ""]]), "\(label)")
        }
        for (course, score) in zip(volume.courses, cells[4...]) {
          #expect(pairs.contains([course.name, score]), "\(course.name)")
        }
      }
    }
  }
}

/// A 册 of the 登记表 as the input has it: what must stand in its rows.
struct RegistrationTable {
  var major: String
  var courses: [(name: String, head: String)]
  var students: [[String: String]]
  /// 序号 姓名 性别 身份证号码, the scores, 实习 操行 毕(结)业 毕业证书编号 备注.
  var cells: [[String]]

  /// The 册 of a school, in the order of 专业情况.
  static func all(of school: String) throws -> [RegistrationTable] {
    let tables = try ExampleSeason.tables()
    var scores: [[String]: String] = [:]
    for row in tables["成绩", default: []] {
      let makeup = row["补考成绩", default: ""]
      scores[[row["身份证号码", default: ""], row["课程名称", default: ""]]] =
        makeup.isEmpty ? row["成绩", default: ""] : "\(makeup)补"
    }
    let majors = tables["专业情况", default: []].filter { $0["学校名称"] == school }
    return majors.map { majorRow in
      let major = majorRow["专业名称", default: ""]
      let courses = tables["课程", default: []].filter { $0["专业名称"] == major }.map { row in
        let short = row["简称", default: ""]
        let name = row["课程名称", default: ""]
        return (name: name, head: short.isEmpty ? name : short)
      }
      let students = tables["毕业生", default: []]
        .filter { $0["学校名称"] == school && $0["专业名称"] == major }
        .sorted {
          ($0["班级", default: ""], $0["学号", default: ""])
            < ($1["班级", default: ""], $1["学号", default: ""])
        }
      let cells = students.enumerated().map { index, student -> [String] in
        let number = student["身份证号码", default: ""]
        let certificate = student["毕业证书编号", default: ""]
        return [String(index + 1), student["姓名", default: ""], student["性别", default: ""], number]
          + courses.map { scores[[number, $0.name]] ?? "" }
          + ["实习", "操行", "毕(结)业"].map { student[$0, default: ""] }
          + [certificate.isEmpty ? "—" : certificate, student["备注", default: ""]]
      }
      return RegistrationTable(major: major, courses: courses, students: students, cells: cells)
    }
  }

  /// Takes the rows of one copy off the front of a file's rows.
  func rows(in file: inout ArraySlice<[String]>) -> [(cells: [String], isUnderHead: Bool)] {
    var rows: [(cells: [String], isUnderHead: Bool)] = []
    var isUnderHead = false
    while rows.count < cells.count, let row = file.popFirst() {
      guard row.count == courses.count + 9 else { continue }
      if row[0] == "序号" {
        isUnderHead =
          row[1] == "姓名" && row[3] == "身份证号码" && row[row.count - 2] == "毕业证书编号"
          && zip(row[4...], courses).allSatisfy { $0.sorted() == $1.head.sorted() }
      } else if Int(row[0]) != nil {
        rows.append((row, isUnderHead))
      }
    }
    return rows
  }
}
