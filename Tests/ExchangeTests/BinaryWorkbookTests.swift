import Diagnostics
import Records
import Testing

@testable import Exchange

/// The records of an old workbook, written by hand where no writer at hand makes them.
struct BinarySketch {
  /// Records of the sheet, between its first and its last.
  var sheet: [UInt8] = []
  /// Records before the sheet's name.
  var globals: [UInt8] = []

  static func short(_ value: Int) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)] }

  static func record(_ kind: Int, _ body: [UInt8]) -> [UInt8] {
    short(kind) + short(body.count) + body
  }

  static func begin(_ kind: Int, edition: Int = 0x0600) -> [UInt8] {
    record(0x0809, short(edition) + short(kind) + [UInt8](repeating: 0, count: 12))
  }

  /// A text with its length, one byte a character.
  static func text(_ text: String) -> [UInt8] {
    short(text.utf8.count) + [0] + Array(text.utf8)
  }

  mutating func cell(_ kind: Int, row: Int, column: Int, style: Int = 0, _ body: [UInt8]) {
    let place = Self.short(row) + Self.short(column) + Self.short(style)
    sheet += Self.record(kind, place + body)
  }

  /// A formula with the eight bytes of its result.
  mutating func formula(row: Int, column: Int, _ result: [UInt8], flags: Int = 0) {
    cell(0x0006, row: row, column: column, result + Self.short(flags) + [0, 0, 0, 0, 0, 0])
  }

  /// The stream of the workbook, which is read without a container, too.
  var bytes: [UInt8] {
    let name: [UInt8] = [1, 0, UInt8(ascii: "a")]
    let start = Self.begin(5)
    let end = Self.record(0x000A, [])
    let size = start.count + globals.count + 4 + 6 + name.count + end.count
    let position = Self.short(size & 0xFFFF) + Self.short(size >> 16)
    return start + globals + Self.record(0x0085, position + [0, 0] + name) + end + Self.begin(0x10)
      + sheet + end
  }

  var table: SheetTable? {
    var sink = DiagnosticSink()
    return BinaryWorkbookReader.read(bytes, file: "a.xls", limits: ReadingLimits(), sink: &sink)
      .first
  }
}

@Suite("Old workbooks")
struct BinaryWorkbookTests {
  static let failures: [UInt8] = [0xFF, 0xFF]

  @Test("schools, rosters and changes are read; hidden sheets and rows are mentioned")
  func season() throws {
    let bytes = try WorkbookTests.fixture("season.xls")
    let reading = try Reading(bytes: [("season.xls", bytes)])
    let school = try #require(reading.season.schools.first)
    #expect(school.record[SchoolField.phone] == "13800000001")
    #expect(school.graduates.map { $0[GraduateField.name] } == ["韦·小明", "覃红"])
    #expect(school.graduates.map { $0[GraduateField.className] } == ["007", "012"])
    #expect(school.graduates.map { $0[GraduateField.entryMonth] } == ["202009", "202009"])
    #expect(school.graduates[0][GraduateField.remark] == "𠮷")
    #expect(school.changes.map { $0[ChangeField.date] } == ["2021-09-01"])
    let messages = reading.findings(.hidden).map(\.message)
    #expect(messages == ["工作表“异动”被隐藏，已照常读取。", "有1行被隐藏，已照常读取。"])
    #expect(reading.findings(.ignoredRows).count == 1)
    // The writer computes nothing: the formula is an error at its cell and not an empty value.
    #expect(reading.errors == ["I051"])
    #expect(reading.findings(.formulaWithoutValue)[0].place.description.contains("名册!K3"))
  }

  @Test("a short stream lies among the short sectors of its container")
  func small() throws {
    let reading = try Reading(bytes: [("small.xls", WorkbookTests.fixture("small.xls"))])
    #expect(reading.season.schools[0].record[SchoolField.type] == "区直中职学校")
    #expect(reading.findings == [])
  }

  @Test("results of formulas are read: numbers, texts, truth values, errors, empty texts")
  func formulas() throws {
    var sketch = BinarySketch()
    let pattern = (85.5).bitPattern
    sketch.formula(
      row: 0,
      column: 0,
      (0..<8).map { UInt8(truncatingIfNeeded: pattern >> ($0 * 8)) }
    )
    sketch.formula(row: 0, column: 1, [0, 0, 0, 0, 0, 0] + Self.failures)
    sketch.sheet += BinarySketch.record(0x04BC, [0, 0])
    sketch.sheet += BinarySketch.record(0x0207, BinarySketch.text("text"))
    sketch.formula(row: 0, column: 2, [1, 0, 1, 0, 0, 0] + Self.failures)
    sketch.formula(row: 0, column: 3, [2, 0, 0x2A, 0, 0, 0] + Self.failures)
    sketch.formula(row: 0, column: 4, [3, 0, 0, 0, 0, 0] + Self.failures)
    sketch.formula(row: 0, column: 5, [0, 0, 0, 0, 0, 0] + Self.failures)
    sketch.cell(0x0203, row: 0, column: 6, [0, 0, 0, 0, 0, 0, 0xF0, 0x3F])
    sketch.formula(row: 0, column: 7, [9, 0, 0, 0, 0, 0] + Self.failures)
    let table = try #require(sketch.table)
    #expect(table.cells.map(\.column) == [1, 2, 3, 4, 6, 7, 8])
    #expect(table.cells.map(\.text) == ["85.5", "text", "TRUE", "#N/A", "", "1", ""])
    #expect(
      table.cells.map(\.kind) == [.number, .text, .boolean, .error, .formula, .number, .formula]
    )
  }

  @Test("where no formula has a result, each of them is reported")
  func uncomputed() throws {
    var sketch = BinarySketch()
    sketch.formula(row: 0, column: 0, [3, 0, 0, 0, 0, 0] + Self.failures)
    sketch.formula(row: 1, column: 0, [UInt8](repeating: 0, count: 8), flags: 2)
    #expect(sketch.table?.cells.map(\.kind) == [.formula, .formula])
  }

  @Test("short numbers are whole numbers, halves of doubles, or hundredths of them")
  func shortNumbers() throws {
    var sketch = BinarySketch()
    func number(_ code: Int) -> [UInt8] {
      BinarySketch.short(code & 0xFFFF) + BinarySketch.short(code >> 16 & 0xFFFF)
    }
    sketch.cell(0x027E, row: 0, column: 0, number(85 << 2 | 2))
    sketch.cell(0x027E, row: 0, column: 1, number(8505 << 2 | 3))
    sketch.cell(0x027E, row: 0, column: 2, number(-5 << 2 | 3))
    sketch.cell(0x027E, row: 0, column: 3, number(Int((0.5).bitPattern >> 32)))
    var row = BinarySketch.short(1) + BinarySketch.short(0)
    for value in [1, 2] { row += [0, 0] + number(value << 2 | 2) }
    sketch.sheet += BinarySketch.record(0x00BD, row + BinarySketch.short(1))
    #expect(
      sketch.table?.cells.map(\.text) == ["85", "85.05", "-0.05", "0.5", "1", "2"]
    )
  }

  @Test("shared texts go on in further records, where the width of characters may change")
  func sharedTexts() throws {
    var sketch = BinarySketch()
    let counts: [UInt8] = [2, 0, 0, 0, 2, 0, 0, 0]
    // "ab" as single bytes, then 中 in two; a rich text whose runs go on in the next record.
    let first = BinarySketch.short(3) + [0] + Array("ab".utf8)
    let rest: [UInt8] =
      [1, 0x2D, 0x4E] + BinarySketch.short(1) + [0x08, 1, 0, UInt8(ascii: "x"), 0]
    sketch.globals =
      BinarySketch.record(0x00FC, counts + first) + BinarySketch.record(0x003C, rest)
      + BinarySketch.record(0x003C, [0, 0, 0])
    sketch.cell(0x00FD, row: 0, column: 0, [1, 0, 0, 0])
    sketch.cell(0x00FD, row: 0, column: 1, [0, 0, 0, 0])
    sketch.cell(0x00FD, row: 0, column: 2, [9, 0, 0, 0])
    #expect(sketch.table?.cells.map(\.text) == ["x", "ab中", "#REF!"])
    #expect(sketch.table?.cells.last?.kind == .error)
  }

  @Test("cells in any order are put into rows, the last of two for one place counts")
  func order() throws {
    var sketch = BinarySketch()
    sketch.cell(0x0204, row: 3, column: 1, BinarySketch.text("d"))
    sketch.cell(0x0204, row: 1, column: 2, BinarySketch.text("b"))
    sketch.cell(0x0204, row: 1, column: 0, BinarySketch.text("a"))
    sketch.cell(0x0204, row: 1, column: 2, BinarySketch.text("c"))
    let table = try #require(sketch.table)
    #expect(table.cells.map(\.text) == ["a", "c", "d"])
    #expect(table.rows.map(\.number) == [2, 4])
  }

  @Test("what is no workbook of Excel 97 is refused with what to do")
  func refused() throws {
    func message(_ bytes: [UInt8]) throws -> String {
      try #require(Reading(bytes: [("a.xls", bytes)]).findings(.unsupportedKind).first).message
    }
    let old = BinarySketch.begin(5, edition: 0x0500)
    #expect(try message(old).hasPrefix("是 Excel 95 或更早版本的 .xls"))
    #expect(try message([0x09, 0x00, 0x04, 0x00, 0, 0, 0x10, 0]).contains("另存为 .xlsx"))
    let locked = BinarySketch.begin(5) + BinarySketch.record(0x002F, [1, 0])
    #expect(try message(locked).hasPrefix("工作簿设有密码"))
    var word = try WorkbookTests.fixture("small.xls")
    let name = try #require(
      word.firstRange(of: Array("Workbook".utf16).flatMap { [UInt8($0), 0] })
    )
    word[name.lowerBound] = UInt8(ascii: "X")
    #expect(try message(word).hasPrefix("不是 Excel 工作簿"))
  }

  @Test("a container whose chains run in circles or out of the file is broken")
  func chains() throws {
    let bytes = try WorkbookTests.fixture("season.xls")
    for (offset, value) in [(48, 0xFF), (76, 0x7F), (68, 0)] {
      var broken = bytes
      broken[offset] = UInt8(value)
      #expect(try Reading(bytes: [("a.xls", broken)]).errors == ["I005"], "\(offset) \(value)")
    }
    var loop = bytes
    // Sector 0 is a sector of the stream: it now follows itself.
    let table = (Int(bytes[76]) + 1) * 512
    for index in 0..<4 { loop[table + index] = 0 }
    #expect(try Reading(bytes: [("a.xls", loop)]).errors == ["I005"])
  }

  @Test("an old workbook cut off anywhere is an error")
  func truncations() throws {
    let bytes = try WorkbookTests.fixture("season.xls")
    for length in stride(from: 8, to: bytes.count - 512, by: 128) {
      let reading = try Reading(bytes: [("a.xls", Array(bytes[..<length]))])
      #expect(reading.findings.contains { $0.isInputFailure }, "\(length)")
    }
  }

  @Test("a workbook of more cells than the limit is refused")
  func limit() throws {
    var limits = ReadingLimits()
    limits.cells = 5
    let bytes = try WorkbookTests.fixture("season.xls")
    #expect(try Reading(bytes: [("a.xls", bytes)], limits: limits).errors.first == "I011")
  }
}
