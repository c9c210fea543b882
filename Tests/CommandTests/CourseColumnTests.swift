import Foundation
import TestTools
import Testing

/// The course columns of the 登记表, from none to two hundred.
@Suite("Course columns")
struct CourseColumnTests {
  private static let school = "南宁市示例学校"
  private static let counts = Array(0...24) + [60, 200]
  private static let students = 2

  private func packet(_ variant: String, _ body: (SampleRun) throws -> Void) throws {
    var season = SeasonFile()
    season.addSchool(Self.school)
    for count in Self.counts {
      season.addMajor("课程\(count)门", of: Self.school, students: Self.students, courses: count)
    }
    let options = ["--form", "registration", "--variant", "registration=\(variant)"]
    try season.packet(options) { (run) throws in
      #expect(run.outcome.status == 0, "\(run.outcome.errors.suffix(1000))")
      try body(run)
    }
  }

  private func file(_ count: Int, of run: SampleRun) -> PDFFile {
    run.output.pdf("南宁市/\(Self.school)/2-登记表-课程\(count)门.pdf")
  }

  @Test(
    "lists: every course once in order over the sheets, every score under its course",
    arguments: ["a3", "a4"]
  )
  func lists(variant: String) throws {
    try packet(variant) { (run) throws in
      for count in Self.counts { try check(list: file(count, of: run), count, variant) }
    }
  }

  private func check(list file: PDFFile, _ count: Int, _ variant: String) throws {
    let pages = try PageGrid.pages(of: file.path)
    let texts = try file.solidPages()
    var heads: [String] = []
    var scores = Array(repeating: [String](), count: Self.students)
    for (index, page) in pages.enumerated() {
      let isLast = index == pages.count - 1
      let head = try #require(page.rows.first { $0.first == "序号" })
      let columns = head.indices.filter { Self.isCourse(head[$0]) }
      heads += columns.map { head[$0] }
      let rows = page.rows.filter { $0.count == head.count && Int($0[0]) != nil }
      #expect(rows.count == Self.students, "\(count) courses, page \(index + 1)")
      for (student, row) in rows.enumerated() {
        scores[student] += columns.map { row[$0] }
        #expect(row[1].hasPrefix("韦"))
      }
      #expect(head.contains("毕业证书编号") == isLast, "\(count) courses, page \(index + 1)")
      #expect(texts[index].contains("（续表）") == (index > 0))
      #expect(texts[index].contains("第\(index + 1)页共\(pages.count)页"))
      #expect(texts[index].contains("自治区教育厅验印（盖章）") == isLast)
    }
    // Heads in two upright lines are read line by line.
    #expect(heads.map { $0.sorted() } == (0..<count).map { SeasonFile.course($0).sorted() })
    for student in 0..<Self.students {
      let expected = (0..<count).map { SeasonFile.score(student: student, course: $0) }
      #expect(scores[student] == expected, "\(count) courses")
    }
    if variant == "a3", count <= 23 { #expect(pages.count == 1, "\(count) courses") }
    if variant == "a4", count <= 10 { #expect(pages.count == 1, "\(count) courses") }
    if count == 24 { #expect(pages.count == 2, "\(variant)") }
  }

  private static func isCourse(_ text: String) -> Bool {
    text.contains("专业课程") || text.contains("图像")
  }

  @Test("cards: 30 courses on a student's page, more on further ones")
  func cards() throws {
    try packet("card") { (run) throws in
      for count in Self.counts { try check(card: file(count, of: run), count) }
    }
  }

  private func check(card file: PDFFile, _ count: Int) throws {
    let pages = try PageGrid.pages(of: file.path)
    let texts = try file.solidPages()
    let sheets = pages.count / Self.students
    #expect(pages.count == sheets * Self.students)
    #expect(sheets == 1 || count > 30, "\(count) courses")
    for student in 0..<Self.students {
      let own = student * sheets..<(student + 1) * sheets
      var scores: [String: String] = [:]
      for row in pages[own].flatMap(\.rows) {
        for (label, value) in zip(row, row.dropFirst()) where Self.isCourse(label) {
          #expect(scores.updateValue(value, forKey: label) == nil, "\(label) twice")
        }
      }
      let expected = (0..<count).map {
        (SeasonFile.course($0), SeasonFile.score(student: student, course: $0))
      }
      #expect(scores == Dictionary(uniqueKeysWithValues: expected), "\(count) courses")
      for index in own {
        let isLast = index == own.upperBound - 1
        #expect(texts[index].count(of: "自治区教育厅验印（盖章）") == (isLast ? 1 : 0))
        #expect(texts[index].contains("第\(index + 1)页共\(pages.count)页"))
        #expect(texts[index].contains("证书验印登记表"))
      }
    }
  }
}
