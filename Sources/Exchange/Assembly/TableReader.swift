internal import Diagnostics
internal import Records

/// Turns a recognised table into records.
struct TableReader {
  private let recognised: RecognisedTable
  private let fields: [FieldDefinition]
  private let source: Int
  private let showsPeople: Bool
  private var readers: [ColumnReader]
  private var parsed: ParsedTable
  private var hiddenRows: [Int32] = []
  private var surplus: (count: Int, row: Int32) = (0, 0)

  /// How many conversions of a column are listed one by one.
  private static let listed = 200

  /// The records of a table, which is number `source` among the season's sources; messages quote
  /// personal numbers in full where `showsPeople`.
  static func read(
    _ table: RecognisedTable,
    schema: RecordSchema,
    source: Int,
    showsPeople: Bool,
    sink: inout DiagnosticSink
  ) -> ParsedTable {
    var reader = TableReader(table, schema: schema, source: source, showsPeople: showsPeople)
    reader.readRows(sink: &sink)
    return reader.parsed
  }

  private init(
    _ table: RecognisedTable,
    schema: RecordSchema,
    source: Int,
    showsPeople: Bool
  ) {
    self.showsPeople = showsPeople
    recognised = table
    fields = schema[table.kind]
    self.source = source
    let from1904 = table.table.countsFrom1904
    let fields = self.fields
    readers = table.columns.map { meaning in
      let kind = if case .field(let slot) = meaning { fields[slot].kind } else { FieldKind.text }
      return ColumnReader(kind: kind, from1904: from1904)
    }
    parsed = ParsedTable(kind: table.kind, source: source, origin: table.table.origin)
  }

  private mutating func readRows(sink: inout DiagnosticSink) {
    let table = recognised.table
    let required = recognised.columns.indices.filter { column in
      if case .field(let slot) = recognised.columns[column] {
        fields[slot].isRequired
      } else {
        false
      }
    }
    var surrounding = SurroundingRows(required: Set(required))
    parsed.records.reserveCapacity(table.rows.count)
    for row in table.rows[(recognised.headingRow + 1)...] {
      if table.origin == .sheet, surrounding.skips(row, cells: table.cells[row.cells]) { continue }
      read(row, of: table)
    }
    report(surrounding, sink: &sink)
    reportConversions(sink: &sink)
    // An optional table without rows says the same as no such table.
    if parsed.records.isEmpty, !recognised.kind.isOptional {
      let message = "“\(recognised.kind.title)”表只有表头，没有数据行。"
      sink.report(
        Diagnostic(
          .warning,
          ReadingCode.emptyTable.rawValue,
          message,
          at: sheetPlace
        )
      )
    }
  }

  /// A cell under no heading is not read, and said.
  private mutating func countSurplus(_ row: SheetTable.Row) {
    if surplus.count == 0 { surplus.row = row.number }
    surplus.count += 1
  }

  private mutating func read(_ row: SheetTable.Row, of table: SheetTable) {
    var record = Record(
      values: ContiguousArray(repeating: "", count: fields.count),
      origin: RowOrigin(source: Int32(source), row: row.number)
    )
    var scores: [ParsedScore] = []
    var holdsValue = false
    for index in row.cells {
      let column = Int(table.cells[index].column)
      guard column < recognised.columns.count else {
        countSurplus(row)
        continue
      }
      let meaning = recognised.columns[column]
      if meaning == .nothing {
        if recognised.headings[column].utf8.isEmpty { countSurplus(row) }
        continue
      }
      let result = readers[column].read(table.cells[index], row: row.number)
      if let fault = result.fault { report(fault, row: row, column: column) }
      if result.text.isEmpty { continue }
      holdsValue = true
      switch meaning {
      case .nothing: break
      case .field(let slot): record.values[slot] = result.text
      case .course(let course):
        scores.append(
          ParsedScore(
            course: course,
            term: "",
            score: result.text,
            makeup: "",
            column: Int32(column)
          )
        )
      }
    }
    // A row of blanks is no row, but findings of the row must keep their record.
    guard holdsValue || parsed.findings.last?.record == parsed.records.count else { return }
    if row.isHidden { hiddenRows.append(row.number) }
    if recognised.kind == .score {
      if let score = longScore(record) { scores.append(score) }
      parsed.scores.append(scores)
      checkOwner(of: record)
    }
    parsed.records.append(record)
  }

  /// The score of a row with the columns 课程名称 and 成绩.
  private func longScore(_ record: Record) -> ParsedScore? {
    let course = record[ScoreField.course]
    guard !course.isEmpty else { return nil }
    var column = 0
    for (number, meaning) in recognised.columns.enumerated()
    where meaning == .field(ScoreField.score.rawValue) { column = number }
    return ParsedScore(
      course: course,
      term: record[ScoreField.term],
      score: record[ScoreField.score],
      makeup: record[ScoreField.makeup],
      column: Int32(column)
    )
  }

  /// Scores without a number are nobody's and would vanish.
  ///
  /// Said while the row still has its name: a score book keeps one name of all rows that share a
  /// number, be it an empty one.
  private mutating func checkOwner(of record: Record) {
    let number = ScoreField.idNumber.definition
    let isKnown = parsed.findings.reversed().prefix { $0.record == parsed.records.count }
      .contains { $0.field == number.name }
    guard record[ScoreField.idNumber].isEmpty, !isKnown else { return }
    let row = record.origin.row
    let column = recognised.columns.firstIndex(of: .field(ScoreField.idNumber.rawValue))
    parsed.findings.append(
      RowFinding(
        diagnostic: Diagnostic(
          .error,
          Rule.requiredField.rawValue,
          number.emptyMessage,
          at: column.map { place(row, $0) } ?? rowPlace(row)
        ),
        record: parsed.records.count,
        field: number.name
      )
    )
  }

  private mutating func report(
    _ fault: (code: ReadingCode, message: String),
    row: SheetTable.Row,
    column: Int
  ) {
    let field: String =
      switch recognised.columns[column] {
      case .field(let slot): fields[slot].name
      default: ScoreField.score.definition.name
      }
    parsed.findings.append(
      RowFinding(
        diagnostic: Diagnostic(fault.code, fault.message, at: place(row.number, column)),
        record: parsed.records.count,
        field: field
      )
    )
  }

  private func place(_ row: Int32, _ column: Int) -> Place {
    .cell(
      file: recognised.table.file,
      sheet: recognised.table.sheet,
      row: Int(row),
      column: column,
      heading: recognised.headings[column]
    )
  }

  private var sheetPlace: Place {
    let table = recognised.table
    let row = max(1, Int(table.rows[recognised.headingRow].number))
    return .row(file: table.file, sheet: table.sheet, row: row)
  }

  private func rowPlace(_ row: Int32) -> Place {
    .row(file: recognised.table.file, sheet: recognised.table.sheet, row: Int(row))
  }

  private func report(_ surrounding: SurroundingRows, sink: inout DiagnosticSink) {
    if let first = surrounding.totals.first {
      let message = "已忽略“合计”\(surrounding.totals.count)行。"
      sink.report(Diagnostic(.ignoredRows, message, at: rowPlace(first)))
    }
    if let first = surrounding.remarks.first {
      let message = "已忽略表后的说明\(surrounding.remarks.count)行。"
      sink.report(Diagnostic(.ignoredRows, message, at: rowPlace(first)))
    }
    if let first = hiddenRows.first {
      let message = "有\(hiddenRows.count)行被隐藏，已照常读取。"
      sink.report(Diagnostic(.hidden, message, at: rowPlace(first)))
    }
    if surplus.count > 0 {
      let message =
        "有\(surplus.count)个单元格所在的列没有表头，未读取。请补上表头，或核对该行是否多了分隔符。"
      sink.report(Diagnostic(.surplusCells, message, at: rowPlace(surplus.row)))
    }
    let table = recognised.table
    let heading = table.rows[recognised.headingRow].number
    for range in table.merged
    where range.rows.lowerBound > heading && range.rows.count > 1 && table.origin == .sheet {
      let message = "数据行中有合并单元格（\(range.reference)），只有首行有值，其余行按空白读取。"
      sink.report(Diagnostic(.mergedCells, message, at: rowPlace(range.rows.lowerBound)))
    }
  }

  private func reportConversions(sink: inout DiagnosticSink) {
    for (column, reader) in readers.enumerated() {
      for conversion in reader.conversions.prefix(TableReader.listed) {
        let before = shown(conversion.before, reader.kind)
        let after = shown(conversion.after, reader.kind)
        var message =
          conversion.code == .cleaned
          ? "“\(before)”已转换为“\(after)”"
            + (reader.kind == .identity ? IdentityReading.remark(on: conversion.before) : "")
          : "“\(before)”识别为“\(after)”"
        message += conversion.count > 1 ? "（该列共\(conversion.count)处）。" : "。"
        sink.report(Diagnostic(conversion.code, message, at: place(conversion.row, column)))
      }
      let rest = reader.conversions.dropFirst(TableReader.listed)
      if let first = rest.first {
        let message = "该列另有\(rest.reduce(0) { $0 + $1.count })处同类转换，不再逐一列出。"
        sink.report(Diagnostic(first.code, message, at: place(first.row, column)))
      }
    }
  }

  /// A value as messages may show it: personal numbers masked, long texts shortened.
  private func shown(_ text: String, _ kind: FieldKind) -> String {
    switch showsPeople ? .text : kind {
    case .identity: return Masking.identity(text)
    case .phone: return Masking.phone(text)
    default:
      var shown = String.UnicodeScalarView()
      for scalar in text.unicodeScalars.prefix(40) {
        shown.append(scalar.value < 0x20 || scalar.value == 0x7F ? "␣" : scalar)
      }
      return String(shown) + (text.unicodeScalars.count > 40 ? "…" : "")
    }
  }
}
