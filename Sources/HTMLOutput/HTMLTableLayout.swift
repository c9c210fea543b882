import DocumentModel

/// What a table needs to be written and is the same for all its rows.
struct HTMLTableLayout {
  /// The widths of the columns, continuation sheets undone.
  let widths: [Length]
  /// The style that most columns have: cells of this style need no class.
  let style: TextStyle
  /// For each heading row the column at which each of its cells starts.
  let headColumns: [[Int]]
  /// The columns in groups, so that a heading of a group is the heading of just these.
  let groups: [Range<Int>]

  /// Measures a table that stands in a width.
  init(_ table: Table, in usable: Length) {
    widths = table.unsplitWidths(in: usable)
    var counts: [(style: TextStyle, count: Int)] = []
    for column in table.columns {
      if let index = counts.firstIndex(where: { $0.style == column.style }) {
        counts[index].count += 1
      } else {
        counts.append((column.style, 1))
      }
    }
    // Of equally frequent styles the first: the order of columns decides, not that of a hash.
    style =
      counts.reduce(nil as (style: TextStyle, count: Int)?) { best, next in
        if let best, best.count >= next.count { best } else { next }
      }?.style ?? TextStyle(face: .song, size: .hundredthMillimetres(370))

    var grid = HTMLTableGrid(columns: table.columns.count)
    var borders: Set<Int> = [0, table.columns.count]
    headColumns = table.head.map { row in
      let starts = grid.place(row)
      for (cell, start) in zip(row.cells, starts) where cell.scope == .columnGroup {
        borders.insert(min(start, table.columns.count))
        borders.insert(min(start + Int(cell.columnSpan), table.columns.count))
      }
      return starts
    }
    let sorted = borders.sorted()
    groups = zip(sorted, sorted.dropFirst()).map { $0..<$1 }
  }

  /// Whether a cell's text stands upright: always, or because its columns are at most 15 mm wide.
  func isUpright(_ cell: Cell, at column: Int) -> Bool {
    switch cell.orientation {
    case .horizontal: return false
    case .vertical: return true
    case .verticalInNarrowColumns:
      let end = min(column + Int(cell.columnSpan), widths.count)
      guard column < end else { return false }
      return widths[column..<end].reduce(.zero, +) <= .millimetres(15)
    }
  }
}

/// Finds the columns of cells below cells that span several rows.
struct HTMLTableGrid {
  /// For each column how many of the next rows are covered from above.
  private var covered: [Int]
  /// Whether a cell reaches into the next row.
  private var hasCovered = false
  /// The columns of a row without spans: the usual case, made once.
  private let plain: [Int]

  /// A grid of empty columns.
  init(columns: Int) {
    covered = [Int](repeating: 0, count: columns)
    plain = Array(0..<columns)
  }

  /// The column at which each cell of the next row starts.
  mutating func place(_ row: Row) -> [Int] {
    let hasSpans = row.cells.contains { $0.columnSpan > 1 || $0.rowSpan > 1 }
    if !hasSpans, !hasCovered, row.cells.count <= plain.count { return plain }
    var starts: [Int] = []
    starts.reserveCapacity(row.cells.count)
    var column = 0
    var below = covered.map { max(0, $0 - 1) }
    for cell in row.cells {
      while column < covered.count, covered[column] > 0 { column += 1 }
      starts.append(column)
      for _ in 0..<max(1, Int(cell.columnSpan)) {
        if column < covered.count { below[column] = max(0, Int(cell.rowSpan) - 1) }
        column += 1
      }
    }
    covered = below
    hasCovered = below.contains { $0 > 0 }
    return starts
  }
}
