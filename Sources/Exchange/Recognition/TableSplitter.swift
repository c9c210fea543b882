internal import Diagnostics
internal import Records

/// Cuts a sheet that holds several tables one below the other, and takes out the heading rows that an
/// export repeats on every page.
struct TableSplitter {
  private let recogniser: TableRecogniser

  init(_ recogniser: TableRecogniser) {
    self.recogniser = recogniser
  }

  /// The tables of a sheet with their meaning, which `recognise` finds one by one.
  func tables(
    in sheet: SheetTable,
    isOptional: Bool,
    sink: inout DiagnosticSink
  ) -> [RecognisedTable] {
    var tables: [RecognisedTable] = []
    var rest: SheetTable? = sheet
    while let table = rest {
      rest = nil
      guard
        var found = recogniser.recognise(
          table,
          isOptional: isOptional || !tables.isEmpty,
          sink: &sink
        )
      else { break }
      if table.origin == .sheet { rest = cut(&found, sink: &sink) }
      tables.append(found)
    }
    return tables
  }

  /// Shortens a table to the rows above the next heading row, and returns what starts there.
  private func cut(_ found: inout RecognisedTable, sink: inout DiagnosticSink) -> SheetTable? {
    let table = found.table
    var repeated: [Int] = []
    var index = found.headingRow + 1
    while index < table.rows.count {
      if isSame(table, index, as: found.headingRow) {
        repeated += titles(above: index, of: table, behind: found.headingRow) + [index]
      } else if startsAnew(table, index), recogniser.isHeading(index, of: table) {
        let first = titles(above: index, of: table, behind: found.headingRow).first ?? index
        found.table.rows = ContiguousArray(table.rows[..<first])
        let start = table.rows[first].number
        found.table.merged = table.merged.filter { $0.rows.lowerBound < start }
        var rest = table
        rest.rows = ContiguousArray(table.rows[first...])
        rest.merged = table.merged.filter { $0.rows.lowerBound >= start }
        drop(repeated, of: &found, sink: &sink)
        return rest
      }
      index += 1
    }
    drop(repeated, of: &found, sink: &sink)
    return nil
  }

  private func drop(
    _ rows: [Int],
    of found: inout RecognisedTable,
    sink: inout DiagnosticSink
  ) {
    guard let first = rows.first else { return }
    let table = found.table
    let dropped = Set(rows)
    sink.report(
      Diagnostic(
        .ignoredRows,
        "已忽略重复的标题和表头\(rows.count)行。",
        at: .row(file: table.file, sheet: table.sheet, row: Int(table.rows[first].number))
      )
    )
    found.table.rows = ContiguousArray(
      table.rows.enumerated().filter { !dropped.contains($0.offset) }.map(\.element)
    )
  }

  /// Whether a row stands below a blank one or a title: only there another table starts.
  private func startsAnew(_ table: SheetTable, _ index: Int) -> Bool {
    let above = table.rows[index - 1]
    return table.rows[index].number > above.number + 1 || above.cells.count == 1
  }

  /// The rows of one cell above a heading row; what stands above a blank row belongs to the table
  /// before.
  private func titles(above index: Int, of table: SheetTable, behind heading: Int) -> [Int] {
    var first = index
    while first - 1 > heading, table.rows[first - 1].cells.count == 1 { first -= 1 }
    let gap = (first...index).first { table.rows[$0].number > table.rows[$0 - 1].number + 1 }
    return Array((gap ?? first)..<index)
  }

  private func isSame(_ table: SheetTable, _ index: Int, as heading: Int) -> Bool {
    let left = table.cells[table.rows[index].cells]
    let right = table.cells[table.rows[heading].cells]
    guard left.count == right.count, left.count > 1 else { return false }
    return zip(left, right).allSatisfy {
      $0.column == $1.column && $0.text.hasSameBytes(as: $1.text)
    }
  }
}
