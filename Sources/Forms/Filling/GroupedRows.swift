internal import DocumentModel

/// The rows of a loop in several groups of columns side by side: items run down the first group,
/// then down the second.
struct GroupedRows: Sendable {
  var rows: RepeatedRows
  var groups: Int
  /// How many columns a group has.
  var width: Int
  /// What the first empty place shows; empty for nothing.
  var mark: String
  /// In which column of the group it stands.
  var markColumn: Int

  /// How many rows the table has.
  var count: Int { (rows.count + groups - 1) / groups }

  func row(_ index: Int) -> Row {
    var row = Row(cells: [])
    for group in 0..<groups {
      let item = group * count + index
      if item < rows.count {
        let part = rows.row(item)
        row.cells += part.cells
        row.height = row.height ?? part.height
      } else {
        row.cells += empty(isFirst: item == rows.count)
      }
    }
    return row
  }

  private func empty(isFirst: Bool) -> ContiguousArray<Cell> {
    ContiguousArray(
      (0..<width).map { column in
        isFirst && column == markColumn && !mark.isEmpty
          ? Cell(.inlines([.text(mark, nil)]), alignment: .center) : Cell(.empty)
      }
    )
  }
}

extension Row {
  /// The row with its cells side by side so many times.
  func repeated(_ times: Int) -> Row {
    var row = self
    row.cells = ContiguousArray(repeatElement(cells, count: times).joined())
    return row
  }
}
