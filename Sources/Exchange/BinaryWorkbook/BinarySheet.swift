/// Reads the cells of a sheet of an old workbook.
struct BinarySheet {
  private(set) var table: SheetTable
  /// Whether the sheet holds more than the limits allow; the rest is not kept.
  private(set) var isTooLarge = false
  private let globals: BinaryGlobals
  private let limit: Int
  /// How many bytes of shared texts the cells may still name.
  private var sharedBytes: Int
  /// Whether the file holds results of formulas at all; some writers leave an empty text for each.
  private let hasResults: Bool
  private var rows: ContiguousArray<Int32> = []
  private var cells: ContiguousArray<SheetCell> = []
  private var hidden: Set<Int32> = []
  /// The cell of a formula whose text comes in a record of its own.
  private var awaited: (row: Int, column: Int)?

  private typealias Kind = BinaryRecords.Kind

  init(table: SheetTable, globals: BinaryGlobals, hasResults: Bool, limits: ReadingLimits) {
    self.table = table
    self.globals = globals
    self.hasResults = hasResults
    limit = limits.cells
    sharedBytes = limits.inflatedSize
  }

  /// Reads the records of a sheet that starts at a position of the stream.
  mutating func read(_ bytes: [UInt8], from position: Int) throws(BinaryGlobals.Failure) {
    var records = BinaryRecords(bytes, from: position)
    guard let first = records.next(), first.kind == Kind.begin else {
      throw .broken("缺少工作表“\(table.sheet ?? "")”")
    }
    // Charts stand within a sheet as sheets of their own.
    var depth = 1
    while let record = records.next() {
      if record.kind == Kind.begin { depth += 1 }
      if record.kind == Kind.end {
        depth -= 1
        if depth == 0 {
          settleFormula()
          arrange()
          return
        }
      }
      if depth == 1, !isTooLarge { read(record, &records) }
    }
    throw .broken("工作表“\(table.sheet ?? "")”不完整")
  }

  private mutating func read(_ record: BinaryRecords.Record, _ records: inout BinaryRecords) {
    let bytes = records.bytes
    let start = record.body.lowerBound
    switch record.kind {
    case Kind.row:
      guard let row = bytes.short(at: start), let flags = bytes.short(at: start + 12),
        record.body.count >= 14
      else { return }
      if flags & 0x20 != 0 { hidden.insert(Int32(row + 1)) }
      return
    case Kind.mergedCells:
      merge(record, of: bytes)
      return
    case Kind.formulaText:
      var text = records.whole(record)
      if let (row, column) = awaited, let text = text.text() {
        awaited = nil
        append(.text, text, row: row, column: column)
      }
      return
    case Kind.array, Kind.dataTable, Kind.sharedFormula, Kind.continuation: return
    default: settleFormula()
    }
    guard record.body.count >= 6, let row = bytes.short(at: start),
      let column = bytes.short(at: start + 2), let style = bytes.short(at: start + 4)
    else { return }
    let end = record.body.upperBound
    switch record.kind {
    case Kind.sharedTextCell:
      guard start + 10 <= end, let index = bytes.long(at: start + 6) else { return }
      let isKnown = globals.sharedTexts.indices.contains(index)
      if isKnown { sharedBytes -= globals.sharedTexts[index].utf8.count }
      if sharedBytes < 0 { isTooLarge = true }
      append(
        isKnown ? .text : .error,
        isKnown ? globals.sharedTexts[index] : "#REF!",
        row: row,
        column: column
      )
    case Kind.label, Kind.richLabel:
      var text = records.whole(record)
      if text.skip(6), let text = text.text() { append(.text, text, row: row, column: column) }
    case Kind.number:
      if start + 14 <= end, let value = bytes.double(at: start + 6) {
        append(value.description, style: style, row: row, column: column)
      }
    case Kind.shortNumber:
      if start + 10 <= end, let value = bytes.long(at: start + 6) {
        append(BinarySheet.shortNumber(value), style: style, row: row, column: column)
      }
    case Kind.rowOfNumbers:
      var offset = start + 4
      var column = column
      while offset + 6 <= end - 2, let style = bytes.short(at: offset),
        let value = bytes.long(at: offset + 2)
      {
        append(BinarySheet.shortNumber(value), style: style, row: row, column: column)
        (offset, column) = (offset + 6, column + 1)
      }
    case Kind.truthOrError:
      if start + 8 <= end {
        append(bytes[start + 6], isError: bytes[start + 7] != 0, row: row, column: column)
      }
    case _ where Kind.formulas.contains(record.kind):
      if let result = FormulaResult(record, of: bytes) {
        append(result, style: style, row: row, column: column)
      }
    default: break
    }
  }

  private mutating func append(_ result: FormulaResult, style: Int, row: Int, column: Int) {
    if !hasResults, !result.isSurelyComputed {
      append(.formula, "", row: row, column: column)
      return
    }
    switch result.value {
    case .number(let number): append(number.description, style: style, row: row, column: column)
    case .text: awaited = (row, column)
    case .emptyText: break
    case .truth(let value): append(value, isError: false, row: row, column: column)
    case .error(let value): append(value, isError: true, row: row, column: column)
    case .unknown: append(.formula, "", row: row, column: column)
    }
  }

  /// A formula whose text never came is reported like one that was never computed.
  private mutating func settleFormula() {
    guard let (row, column) = awaited else { return }
    awaited = nil
    append(.formula, "", row: row, column: column)
  }

  private mutating func append(_ code: UInt8, isError: Bool, row: Int, column: Int) {
    if isError {
      append(.error, BinarySheet.errors[code] ?? "#?", row: row, column: column)
    } else {
      append(.boolean, code == 0 ? "FALSE" : "TRUE", row: row, column: column)
    }
  }

  private mutating func append(_ digits: String, style: Int, row: Int, column: Int) {
    let cell = SheetCell(
      column: Int32(column + 1),
      number: digits,
      style: globals.formats.style(style),
      from1904: globals.countsFrom1904
    )
    append(cell.kind, cell.text, row: row, column: column)
  }

  private mutating func append(_ kind: SheetCell.Kind, _ text: String, row: Int, column: Int) {
    if text.isEmpty, kind != .formula { return }
    guard cells.count < limit else {
      isTooLarge = true
      return
    }
    rows.append(Int32(row + 1))
    cells.append(SheetCell(column: Int32(column + 1), kind: kind, text: text))
  }

  private mutating func merge(_ record: BinaryRecords.Record, of bytes: [UInt8]) {
    let count = bytes.short(at: record.body.lowerBound) ?? 0
    for index in 0..<min(count, record.body.count / 8) {
      let start = record.body.lowerBound + 2 + index * 8
      guard start + 8 <= record.body.upperBound, let top = bytes.short(at: start),
        let bottom = bytes.short(at: start + 2), let left = bytes.short(at: start + 4),
        let right = bytes.short(at: start + 6)
      else { return }
      if let range = SheetTable.MergedRange(
        rows: (top + 1, bottom + 1),
        columns: (left + 1, right + 1)
      ) {
        table.merged.append(range)
      }
    }
  }

  /// Puts the cells, which files may hold in any order, into rows; of two for one place the last
  /// counts.
  private mutating func arrange() {
    var order = Array(cells.indices)
    let isOrdered = order.dropFirst().allSatisfy {
      (rows[$0 - 1], cells[$0 - 1].column) < (rows[$0], cells[$0].column)
    }
    if !isOrdered {
      order.sort { (rows[$0], cells[$0].column, $0) < (rows[$1], cells[$1].column, $1) }
    }
    table.cells.reserveCapacity(cells.count)
    var start = 0
    for (index, number) in order.enumerated() {
      let isRepeated =
        index + 1 < order.count && rows[order[index + 1]] == rows[number]
        && cells[order[index + 1]].column == cells[number].column
      if !isRepeated { table.cells.append(cells[number]) }
      if index + 1 == order.count || rows[order[index + 1]] != rows[number] {
        table.endRow(rows[number], from: start, isHidden: hidden.contains(rows[number]))
        start = table.cells.count
      }
    }
  }

  /// A number in 30 bits: a whole one or the upper half of a double, of which it may be hundredths.
  private static func shortNumber(_ code: Int) -> String {
    let isHundredths = code & 0x01 != 0
    if code & 0x02 != 0 {
      let number = Int(Int32(truncatingIfNeeded: code) >> 2)
      if !isHundredths { return String(number) }
      let sign = number < 0 ? "-" : ""
      let rest = abs(number) % 100
      return "\(sign)\(abs(number) / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
    let number = Double(bitPattern: UInt64(code & ~0x03) << 32)
    return (isHundredths ? number / 100 : number).description
  }

  private static let errors: [UInt8: String] = [
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?",
    0x24: "#NUM!", 0x2A: "#N/A",
  ]
}
