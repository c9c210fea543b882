internal import DocumentModel

extension PageFlow {
  /// Sets a row whose cells stand in one column each, alike on all sheets.
  ///
  /// The usual case.
  mutating func setPlainRow(_ row: Row, _ work: TableWork, y: Length) -> [[Band]] {
    let overflow = work.table.overflow
    var height = row.height ?? work.table.rowHeight
    let marks = open.map(\.canvas.mark)
    for _ in 0..<4 {
      var needed = height
      for sheet in work.sheets.indices {
        let slots = work.sheets[sheet].slots
        for slot in slots {
          let cell = row.cells[slot.column]
          if case .value(let value) = cell.content, cell.scope == nil, cell.style == nil,
            cell.alignment == nil, cell.orientation == .horizontal,
            composer.setValue(value, in: slot, y: y, height: height, on: &open[sheet].canvas.body)
          {
            continue
          }
          needed = max(
            needed,
            composer.setCell(
              cell,
              in: slot,
              y: y,
              height: height,
              overflow: overflow,
              on: &open[sheet].canvas
            )
          )
        }
      }
      guard needed > height else { break }
      height = needed
      for sheet in work.sheets.indices { open[sheet].canvas.rollBack(to: marks[sheet]) }
    }
    return [[Band]](repeating: [Band(height: height)], count: work.sheets.count)
  }

  /// Sets rows on the pages under work.
  mutating func setRows(
    _ rows: [Row],
    _ work: TableWork,
    nominal: Length,
    y: Length,
    marks: [Canvas.Mark]
  ) -> [[Band]] {
    var canvases = open.map(\.canvas)
    let bands = setRows(rows, work, nominal: nominal, y: y, on: &canvases)
    for sheet in canvases.indices { open[sheet].canvas = canvases[sheet] }
    return bands
  }

  /// Sets rows of which some cells may span; returns the bands of each sheet.
  mutating func setRows(
    _ rows: [Row],
    _ work: TableWork,
    nominal: Length,
    y: Length,
    on canvases: inout [Canvas]
  ) -> [[Band]] {
    let placed = PlacedCell.place(rows, columns: work.table.columns.count)
    let marks = canvases.map(\.mark)
    var heights = rows.map { $0.height ?? nominal }
    for _ in 0..<6 {
      var tops = [y]
      for height in heights { tops.append(tops[tops.count - 1] + height) }
      var grown = heights
      for (sheet, plan) in work.sheets.enumerated() {
        for place in placed {
          guard let slot = plan.slot(column: place.column, span: place.columns) else { continue }
          let end = place.row + place.rows
          let height = tops[end] - tops[place.row]
          let needed = composer.setCell(
            rows[place.row].cells[place.cell],
            in: slot,
            y: tops[place.row],
            height: height,
            overflow: work.table.overflow,
            on: &canvases[sheet]
          )
          if needed > height {
            grown[end - 1] = max(grown[end - 1], heights[end - 1] + needed - height)
          }
        }
      }
      guard grown != heights else { break }
      heights = grown
      for sheet in marks.indices { canvases[sheet].rollBack(to: marks[sheet]) }
    }
    return work.sheets.map { PlacedCell.bands(placed, heights: heights, on: $0) }
  }
}
