/// Which columns of the coming rows are taken by cells that span rows.
final class TableGrid {
  let columns: [CompiledColumn]
  /// For each column how many further rows a cell above covers.
  private var covered: [Int]

  init(columns: [CompiledColumn]) {
    self.columns = columns
    covered = Array(repeating: 0, count: columns.count)
  }

  /// Whether a cell that spans rows reaches beyond the last row of its part.
  var isOpen: Bool { covered.contains { $0 > 0 } }

  /// Forgets cells of another part of the table.
  func startPart() {
    covered = Array(repeating: 0, count: columns.count)
  }

  /// Starts a row and gives its first free column.
  func startRow() -> Cursor {
    Cursor(free: covered.map { $0 == 0 })
  }

  /// Ends a row whose cells span so many rows each.
  func endRow(_ cursor: Cursor) {
    for column in covered.indices {
      covered[column] = max(0, covered[column] - 1)
      if cursor.rowSpans[column] > 1 { covered[column] = cursor.rowSpans[column] - 1 }
    }
  }

  /// Places the cells of one row.
  struct Cursor {
    private let free: [Bool]
    private var column = 0
    fileprivate(set) var rowSpans: [Int]

    fileprivate init(free: [Bool]) {
      self.free = free
      rowSpans = Array(repeating: 1, count: free.count)
      skipCovered()
    }

    /// How many columns still want a cell.
    var missing: Int { free[column...].count { $0 } }

    /// The columns of the next cell; nil where they are not free.
    mutating func place(columns span: Int, rows: Int) -> Range<Int>? {
      let range = column..<(column + span)
      guard range.upperBound <= free.count, free[range].allSatisfy(\.self) else { return nil }
      for column in range { rowSpans[column] = rows }
      column = range.upperBound
      skipCovered()
      return range
    }

    private mutating func skipCovered() {
      while column < free.count, !free[column] { column += 1 }
    }
  }
}
