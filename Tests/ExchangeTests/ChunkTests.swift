import Diagnostics
import Records
import Testing

@testable import Exchange

/// The national system takes and gives 2,000 rows at a time: an export of a big school comes in
/// pieces, each with headings.
@Suite("Exports in pieces")
struct ChunkTests {
  private static let roster = (0..<2100).map { index in
    "韦\(index),女,\(number(index)),护理,2020级,3年,优秀,毕业"
  }
  private static let scoreHead = "身份证号码,课程名称,学年学期,成绩,补考成绩"
  /// Two courses a person: a piece ends between them.
  private static let scores = (0..<2100).flatMap { index in
    ["\(number(index)),语文,2021-1,\(60 + index % 40),", "\(number(index)),数学,2021-1,50,65"]
  }

  private static func number(_ index: Int) -> String {
    SeasonTexts.number("4500002005\(10 + index / 1000)\(10 + index / 100 % 10)\(100 + index % 100)")
  }

  private static func csv(_ head: String, _ rows: some Sequence<String>) -> [UInt8] {
    Array(([head] + rows).joined(separator: "\n").utf8)
  }

  private static func pieces(_ rows: [String], of size: Int) -> [[String]] {
    stride(from: 0, to: rows.count, by: size).map { Array(rows[$0..<min($0 + size, rows.count)]) }
  }

  /// Pieces as files, named as a browser names them.
  private static func files(
    _ name: String,
    _ head: String,
    _ pieces: [[String]]
  ) -> [(String, [UInt8])] {
    pieces.enumerated().map { ("\(name)(\($0.offset + 1)).csv", csv(head, $0.element)) }
  }

  /// Pieces as the sheets of one file.
  private static func sheets(_ head: String, _ pieces: [[String]]) -> [UInt8] {
    let sheets = pieces.enumerated().map { index, rows in
      let cells = ([head] + rows).map { row in
        "<Row>"
          + row.split(separator: ",", omittingEmptySubsequences: false)
          .map { "<Cell><Data ss:Type=\"String\">\($0)</Data></Cell>" }.joined() + "</Row>"
      }
      return "<Worksheet ss:Name=\"第\(index + 1)页\"><Table>\(cells.joined())</Table></Worksheet>"
    }
    let text =
      "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\""
      + " xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">\(sheets.joined())</Workbook>"
    return Array(text.utf8)
  }

  private static func read(_ files: [(String, [UInt8])]) throws -> Reading {
    try Reading(bytes: [("学校.csv", Array(Sample.school.utf8))] + files)
  }

  private static func values(_ reading: Reading) -> [[String]] {
    let book = reading.season.schools[0].scores
    return reading.season.schools[0].graduates.map { Array($0.values) }
      + book.sheets.flatMap { sheet in
        sheet.entries.map {
          [sheet.idNumber, book.courseNames[$0.course], $0.term, $0.score, $0.makeup]
        }
      }
  }

  private static let whole = Result {
    values(
      try read([
        ("名册.csv", csv(Sample.rosterHead, roster)), ("成绩.csv", csv(scoreHead, scores)),
      ])
    )
  }

  @Test("pieces in several files read as the whole")
  func inFiles() throws {
    let reading = try Self.read(
      Self.files("名册", Sample.rosterHead, Self.pieces(Self.roster, of: 2000))
        + Self.files("成绩", Self.scoreHead, Self.pieces(Self.scores, of: 1999))
    )
    #expect(reading.findings == [])
    #expect(reading.season.schools[0].graduates.count == 2100)
    #expect(try Self.values(reading) == Self.whole.get())
  }

  @Test("pieces in several sheets read as the whole")
  func inSheets() throws {
    let reading = try Self.read([
      ("名册.xls", Self.sheets(Sample.rosterHead, Self.pieces(Self.roster, of: 2000))),
      ("成绩.xls", Self.sheets(Self.scoreHead, Self.pieces(Self.scores, of: 1999))),
    ])
    #expect(reading.findings == [])
    #expect(try Self.values(reading) == Self.whole.get())
  }

  @Test(
    "pieces that overlap are merged and said; a person who differs stands twice and is an error"
  )
  func overlap() throws {
    var rosters = Self.pieces(Self.roster, of: 2000)
    rosters[1] += rosters[0][1990..<2000]
    var scores = Self.pieces(Self.scores, of: 1999)
    scores[1].insert(scores[0][1998], at: 0)
    let reading = try Self.read(
      Self.files("名册", Sample.rosterHead, rosters) + Self.files("成绩", Self.scoreHead, scores)
    )
    #expect(try Self.values(reading) == Self.whole.get())
    #expect(
      reading.findings.map(\.message) == [
        "有10行与“名册(1).csv”中的行完全相同，已合并。", "有1行与“成绩(1).csv”中的行完全相同，已合并。",
      ]
    )
    rosters[1].append(Self.roster[0].replacing("优秀", with: "良好"))
    let differing = try Self.read(Self.files("名册", Sample.rosterHead, rosters))
    let today = try #require(CalendarDate(year: 2023, month: 6, day: 20))
    let found = RuleBook.check(
      differing.season,
      today: today,
      policy: RulePolicy(year: 2023),
      reading: differing.findings
    ).diagnostics.filter { $0.code == "R130" }
    #expect(found.map(\.place.description) == ["名册(2).csv:112:3（身份证号码）"])
    #expect(found.first?.notes.map(\.place.description) == ["名册(1).csv:2:3（身份证号码）"])
  }
}
