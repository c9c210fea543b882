import DocumentModel

extension SheetFiller {
  /// Writes a table: heading rows, data, promised numbered rows, closing rows.
  mutating func write(_ table: Table) throws(XLSXWriterError) {
    let edges = ColumnGrid.edges(of: table, in: usable)
    var covered = [Int](repeating: 0, count: table.columns.count)
    for head in table.head { try write(head, of: table, edges, &covered) }
    if !table.head.isEmpty { try repeatRowsAbove() }
    covered = covered.map { _ in 0 }
    for index in 0..<table.rows.count { try write(table.rows[index], of: table, edges, &covered) }
    if case .count(let total) = table.padding.extent, total > table.rows.count {
      for number in table.rows.count..<total {
        let cells = table.columns.indices.map { column in
          column == table.padding.numberColumn
            ? Cell(.value(Value(text: String(number + 1)))) : Cell(.empty)
        }
        try write(Row(cells: ContiguousArray(cells)), of: table, edges, &covered)
      }
    }
    covered = covered.map { _ in 0 }
    for foot in table.foot { try write(foot, of: table, edges, &covered) }
  }

  /// Writes a row; `covered` counts for each column the rows that a cell above still covers.
  private mutating func write(
    _ line: Row,
    of table: Table,
    _ edges: [Length],
    _ covered: inout [Int]
  ) throws(XLSXWriterError) {
    var height = line.height ?? table.rowHeight
    var below = covered.map { max(0, $0 - 1) }
    var column = 0
    for cell in line.cells {
      while column < covered.count, covered[column] > 0 { column += 1 }
      guard column < table.columns.count else { break }
      let end = min(column + max(1, Int(cell.columnSpan)), table.columns.count)
      let left = column == 0 ? .zero : edges[column - 1]
      let columns = grid.columns(from: left, to: edges[end - 1])
      let (text, look) = textAndLook(of: cell, in: table.columns[column], table, columns)
      if cell.rowSpan <= 1, !look.isUpright {
        let inner = grid.width(of: columns) - table.columns[column].inset * 2
        height = max(height, SheetText.height(of: text, in: inner, size: look.style.size))
      }
      try workbook.write(
        text,
        to: CellArea(
          row: row,
          column: columns.lowerBound,
          rows: max(1, Int(cell.rowSpan)),
          columns: columns.count
        ),
        look: look
      )
      for index in column..<end { below[index] = max(0, Int(cell.rowSpan) - 1) }
      column = end
    }
    covered = below
    try workbook.setHeight(height, ofRow: row)
    row += 1
  }

  private func textAndLook(
    of cell: Cell,
    in column: Column,
    _ table: Table,
    _ columns: Range<Int>
  ) -> (text: String, look: CellLook) {
    let text =
      switch cell.content {
      case .empty: ""
      case .value(let value): value.text
      case .inlines(let pieces): SheetText.words(of: pieces)
      }
    let usual: Alignment = cell.scope == nil ? column.alignment : .center
    var look = CellLook(style: cell.style ?? column.style, cell.alignment ?? usual)
    look.hasBorder = table.rules == .all
    look.isNumber = cell.scope == nil && SheetText.isCount(text)
    look.isUpright =
      switch cell.orientation {
      case .horizontal: false
      case .vertical: true
      case .verticalInNarrowColumns: grid.width(of: columns) <= .millimetres(15)
      }
    return (text, look)
  }
}
