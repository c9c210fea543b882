internal import DocumentModel

/// The rows of groups: for each item fixed rows, and rows for what the item holds.
struct GroupedRows: Sendable {
  private let rows: [PlacedRow]

  /// A row with the frame that fills it, made when it is asked for.
  private struct PlacedRow: Sendable {
    var row: BoundRow
    var frame: Frame
    var keepsWithNext: Bool
  }

  init(
    _ items: LoopItems,
    _ programs: [TableProgram.GroupRow],
    _ frame: Frame,
    _ spread: ColumnSpread
  ) {
    let bound = programs.map { program in
      switch program {
      case .row(let row), .each(_, let row): BoundRow(row, spread)
      }
    }
    var rows: [PlacedRow] = []
    for index in 0..<items.count {
      let group = items.frame(index, in: frame)
      for (place, program) in programs.enumerated() {
        switch program {
        case .row:
          var isHeading = false
          if place + 1 < programs.count, case .each = programs[place + 1] { isHeading = true }
          rows.append(PlacedRow(row: bound[place], frame: group, keepsWithNext: isHeading))
        case .each(let loop, _):
          let inner = loop.items(in: group)
          for member in 0..<inner.count {
            rows.append(
              PlacedRow(
                row: bound[place],
                frame: inner.frame(member, in: group),
                keepsWithNext: false
              )
            )
          }
        }
      }
    }
    self.rows = rows
  }

  var count: Int { rows.count }

  func row(_ index: Int) -> Row {
    var row = rows[index].row.fill(rows[index].frame)
    row.keepsWithNext = rows[index].keepsWithNext
    return row
  }
}
