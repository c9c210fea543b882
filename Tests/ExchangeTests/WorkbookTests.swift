import Diagnostics
import Records
import Testing

@testable import Exchange

@Suite("Workbooks")
struct WorkbookTests {
  /// The folder of the fixtures beside this file.
  static let folder =
    "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/") + "/Fixtures"

  /// The bytes of a workbook beside this file.
  static func fixture(_ name: String) throws -> [UInt8] {
    try LocalFileSystem().bytes(of: "\(folder)/\(name)", limit: 1 << 20)
  }

  @Test("schools, rosters, changes and scores are read from one workbook")
  func season() throws {
    let reading = try Reading(bytes: [("season.xlsx", Self.fixture("season.xlsx"))])
    let school = try #require(reading.season.schools.first)
    #expect(school.record[SchoolField.phone] == "13800000001")
    #expect(school.record[SchoolField.address] == "示范路1号 东门")
    let first = try #require(school.graduates.first)
    #expect(first[GraduateField.name] == "韦·小明")
    #expect(first[GraduateField.sex] == "女" || first[GraduateField.sex] == "男")
    #expect(first[GraduateField.grade] == "2020级")
    #expect(first[GraduateField.years] == "3年")
    #expect(first[GraduateField.entryMonth] == "202009")
    #expect(school.graduates[1][GraduateField.className] == "007")
    #expect(school.graduates[1][GraduateField.entryMonth] == "202009")
    #expect(school.graduates[0][GraduateField.remark] == "TRUE")
    #expect(school.changes.map { $0[ChangeField.date] } == ["2021-09-01", "2021-09-01"])
    #expect(school.scores.courseNames == ["语文（上）", "数学"])
    #expect(
      school.scores.sheets.map { $0.entries.map(\.score) } == [["85", "90.5"], ["缓考", "60"]]
    )
  }

  @Test("a numeric identity cell and a formula without a result are errors at their cells")
  func errors() throws {
    let reading = try Reading(bytes: [("season.xlsx", Self.fixture("season.xlsx"))])
    #expect(Set(reading.errors) == ["I042", "I051"])
    let numeric = try #require(reading.findings(.numericIdentity).first)
    #expect(
      numeric.place
        == .cell(file: "season.xlsx", sheet: "名册", row: 3, column: 3, heading: "身份证 号码")
    )
    #expect(reading.findings(.formulaWithoutValue)[0].place.description.contains("名册!L3"))
  }

  @Test("hidden sheets and rows are read and mentioned, very hidden sheets are only mentioned")
  func hidden() throws {
    let reading = try Reading(bytes: [("season.xlsx", Self.fixture("season.xlsx"))])
    let messages = reading.findings(.hidden).map(\.message)
    #expect(messages.contains("工作表“异动”被隐藏，已照常读取。"))
    #expect(messages.contains("工作表“secret”被程序隐藏，未读取。"))
    #expect(messages.contains("有1行被隐藏，已照常读取。"))
    #expect(reading.findings(.ignoredRows).count == 2)
  }

  @Test("a workbook without any cell is an error")
  func empty() throws {
    #expect(try Reading(bytes: [("a.xlsx", Self.fixture("empty.xlsx"))]).errors == ["I020"])
  }

  @Test("the time of application is taken for the time of the change with a warning")
  func doubtful() throws {
    let reading = try Reading(bytes: [("season.xlsx", Self.fixture("season.xlsx"))])
    #expect(reading.findings(.doubtfulHeading).map(\.severity) == [.warning])
    let sure = Sample.changeHead + "\n韦,450000200503150028,女,护理,2020级,3年,a,b,2021-09-01,留级,审核通过\n"
    #expect(try Reading(["a.csv": Sample.school, "b.csv": sure]).findings == [])
  }

  @Test("dates count from 1904 where the workbook says so")
  func dates1904() throws {
    let reading = try Reading(bytes: [
      ("a.csv", Array(Sample.school.utf8)), ("dates1904.xlsx", Self.fixture("dates1904.xlsx")),
    ])
    #expect(reading.season.schools[0].enrolments[0][EnrolmentField.fillDate] == "2023-06-01")
    #expect(reading.findings == [])
  }

  @Test("a workbook cut off anywhere is an error and never stops the program")
  func truncations() throws {
    let bytes = try Self.fixture("small.xlsx")
    #expect(try Reading(bytes: [("a.xlsx", bytes)]).findings == [])
    for length in stride(from: 4, to: bytes.count, by: 64) {
      let reading = try Reading(bytes: [("a.xlsx", Array(bytes[..<length]))])
      #expect(reading.findings.contains { $0.isInputFailure })
    }
  }

  @Test("a changed byte anywhere never stops the program")
  func flips() throws {
    var bytes = try Self.fixture("small.xlsx")
    for index in stride(from: 0, to: bytes.count, by: 41) {
      bytes[index] ^= 0xFF
      _ = try Reading(bytes: [("a.xlsx", bytes)])
      bytes[index] ^= 0xFF
    }
    #expect(try Reading(bytes: [("a.xlsx", bytes)]).season.schools.count == 1)
  }

  @Test("a bomb is refused by its size and by its ratio")
  func bombs() throws {
    let bytes = try Self.fixture("small.xlsx")
    var limits = ReadingLimits()
    limits.inflatedSize = 1000
    #expect(try Reading(bytes: [("a.xlsx", bytes)], limits: limits).errors == ["I006"])
    limits = ReadingLimits()
    limits.ratioFloor = 100
    limits.inflationRatio = 1
    #expect(try Reading(bytes: [("a.xlsx", bytes)], limits: limits).errors == ["I006"])
    limits = ReadingLimits()
    limits.archiveEntries = 3
    #expect(try Reading(bytes: [("a.xlsx", bytes)], limits: limits).errors == ["I006"])
    limits = ReadingLimits()
    limits.cells = 5
    #expect(try Reading(bytes: [("a.xlsx", bytes)], limits: limits).errors.first == "I011")
  }

  @Test("texts that would take more memory than any honest workbook's are refused")
  func texts() throws {
    let cell = "<c t='inlineStr'><is><t>\(String(repeating: "a", count: 100))</t></is></c>"
    let sheet = "<worksheet><sheetData><row>\(cell)\(cell)</row></sheetData></worksheet>"
    for (bytes, isTooLarge) in [(527, true), (528, false)] {
      var limits = ReadingLimits()
      limits.inflatedSize = bytes
      let table = SheetTable(file: "a", sheet: nil)
      var scanner = PartScanner(
        SheetScanner(table: table, sharedTexts: [], formats: NumberFormats(), limits: limits)
      )
      try scanner.feed(Array(sheet.utf8)[...])
      #expect(scanner.handler.isTooLarge == isTooLarge)
    }
    var texts = PartScanner(SharedTextScanner(memory: 40))
    try texts.feed(
      Array("<sst><si><t>a</t></si><si><t>b</t></si><si><t>c</t></si></sst>".utf8)[...]
    )
    #expect(texts.handler.isTooLarge)
    #expect(texts.handler.texts == ["a", "b"])
  }

  @Test(
    "numbers keep the text that the user sees",
    arguments: [
      ("12345678901", "12345678901"), ("85.0", "85"), ("0.30000000000000004", "0.3"),
      ("1E-3", "0.001"),
      ("4.5000020050315E+17", "450000200503150000"), ("-2.50", "-2.5"), ("0", "0"),
      ("99.99999999999999999", "100"),
    ]
  )
  func numbers(raw: String, text: String) {
    #expect(DecimalText(raw)?.text(.general) == text)
  }

  @Test("number formats show zeros, decimals and percents")
  func formats() {
    #expect(DecimalText("7")?.text(NumberFormats.style(ofCode: "000")) == "007")
    #expect(DecimalText("85")?.text(NumberFormats.style(ofCode: "0.0")) == "85.0")
    #expect(DecimalText("0.005")?.text(NumberFormats.style(ofCode: "0.00")) == "0.01")
    #expect(DecimalText("0.004")?.text(NumberFormats.style(ofCode: "0.00")) == "0.00")
    #expect(DecimalText("0.125")?.text(NumberFormats.style(ofCode: "0.0%")) == "12.5%")
    #expect(NumberFormats.style(ofCode: "[$-804]yyyy\"年\"m\"月\";@") == .date)
    #expect(NumberFormats.style(ofCode: "\"day\" 0") == .general)
    #expect(DecimalText("1.2.3") == nil)
  }

  @Test("escapes of spreadsheets become their characters")
  func escapes() {
    #expect(SpreadsheetEscapes.decode(Array("a_x000D_b_x005F_x".utf8)) == "a\rb_x")
    #expect(SpreadsheetEscapes.decode(Array("_x00_ _xD800_".utf8)) == "_x00_ _xD800_")
  }
}
