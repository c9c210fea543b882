internal import DocumentModel
internal import Fonts

extension PageFlow {
  /// Sets a row whose cells stand in one column each, alike on all sheets; returns its height.
  ///
  /// The usual case.
  mutating func setPlainRow(
    _ row: Row,
    _ work: TableWork,
    y: Length,
    marks: [Canvas.Mark]
  ) -> Length {
    let overflow = work.table.overflow
    var height = row.height ?? work.table.rowHeight
    for _ in 0..<4 {
      var needed = height
      for sheet in work.sheets.indices {
        // Taken out of the page while the row is set, so that cells find it without a search.
        var canvas = Canvas()
        swap(&canvas, &open[sheet].canvas)
        var face = FaceRole.song
        var table = composer.metrics[face]
        for slot in work.sheets[sheet].slots {
          if slot.style.face != face {
            face = slot.style.face
            table = composer.metrics[face]
          }
          if case .value(let value) = row.cells[slot.column].content,
            row.cells[slot.column].isPlain,
            composer.setValue(
              value,
              in: slot,
              with: table,
              y: y,
              height: height,
              on: &canvas.body
            )
          {
            continue
          }
          needed = max(
            needed,
            composer.setCell(
              row.cells[slot.column],
              in: slot,
              y: y,
              height: height,
              overflow: overflow,
              on: &canvas
            )
          )
        }
        swap(&canvas, &open[sheet].canvas)
      }
      guard needed > height else { break }
      height = needed
      for sheet in work.sheets.indices { open[sheet].canvas.rollBack(to: marks[sheet]) }
    }
    return height
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

extension Cell {
  /// Whether a value in the cell is set as its column says.
  fileprivate var isPlain: Bool {
    scope == nil && style == nil && alignment == nil && orientation == .horizontal
  }
}
