internal import DocumentModel

/// A row as the rules see it: its height and which lines its spanning cells leave out.
struct Band: Sendable {
  var height: Length
  /// For each boundary between columns (0 is the left frame) whether no rule is drawn; empty for
  /// rows without spans.
  var hiddenVerticals: [Bool] = []
  /// For each column whether the rule under the row is left out; empty for none.
  var hiddenBelow: [Bool] = []
}

/// A cell with its place in rows of which some span.
struct PlacedCell {
  var row: Int
  var cell: Int
  var column: Int
  var columns: Int
  var rows: Int

  /// Whether every cell stands in a column and row of its own.
  static func isPlain(_ row: Row, columns: Int) -> Bool {
    guard row.cells.count == columns else { return false }
    for index in row.cells.indices
    where row.cells[index].columnSpan != 1 || row.cells[index].rowSpan != 1 { return false }
    return true
  }

  /// Places cells as HTML does: each in the first free column of its row.
  static func place(_ rows: [Row], columns: Int) -> [PlacedCell] {
    var placed: [PlacedCell] = []
    var taken = [Int](repeating: 0, count: columns)
    for (number, row) in rows.enumerated() {
      var column = 0
      for index in row.cells.indices {
        while column < columns, taken[column] > number { column += 1 }
        guard column < columns else { break }
        let across = max(1, min(Int(row.cells[index].columnSpan), columns - column))
        let down = max(1, min(Int(row.cells[index].rowSpan), rows.count - number))
        placed.append(
          PlacedCell(row: number, cell: index, column: column, columns: across, rows: down)
        )
        for covered in column..<column + across { taken[covered] = number + down }
        column += across
      }
    }
    return placed
  }

  /// The bands of placed rows on a sheet.
  static func bands(_ placed: [PlacedCell], heights: [Length], on sheet: TableSheet) -> [Band] {
    var bands = heights.map { Band(height: $0) }
    let count = sheet.slots.count
    for cell in placed where cell.columns > 1 || cell.rows > 1 {
      let covered = (cell.column..<cell.column + cell.columns).compactMap {
        sheet.positions[$0] >= 0 ? sheet.positions[$0] : nil
      }
      guard let first = covered.first, let last = covered.last else { continue }
      for row in cell.row..<cell.row + cell.rows {
        if last > first, bands[row].hiddenVerticals.isEmpty {
          bands[row].hiddenVerticals = [Bool](repeating: false, count: count + 1)
        }
        if last > first {
          for edge in first + 1...last { bands[row].hiddenVerticals[edge] = true }
        }
        guard row < cell.row + cell.rows - 1 else { continue }
        if bands[row].hiddenBelow.isEmpty {
          bands[row].hiddenBelow = [Bool](repeating: false, count: count)
        }
        for column in first...last { bands[row].hiddenBelow[column] = true }
      }
    }
    return bands
  }
}

/// The part of a table that stands on one page.
struct TableSegment {
  var sheet: TableSheet
  var sheetIndex: Int
  var top: Length
  var rules: Table.Rules
  var hasTopRule: Bool
  /// The head, laid out as if its top edge were at zero.
  var head: Frame
  var headBands: [Band]
  var bands: [Band] = []

  /// Draws the head and the rules, merged into lines as long as can be.
  func draw(on frame: inout Frame) {
    frame.append(head, down: top)
    let bands = headBands + self.bands
    guard rules != .none, !bands.isEmpty, !sheet.slots.isEmpty else { return }
    let (left, right) = (sheet.left, sheet.right)
    let bottom = bands.reduce(top) { $0 + $1.height }
    if rules == .all {
      drawVerticals(bands, on: &frame)
      drawHorizontals(bands, on: &frame)
    }
    if hasTopRule { frame.rule(left, top, to: right, top, Stroke.frame) }
    frame.rule(left, bottom, to: right, bottom, Stroke.frame)
    frame.rule(left, top, to: left, bottom, Stroke.frame)
    frame.rule(right, top, to: right, bottom, Stroke.frame)
  }

  private func drawVerticals(_ bands: [Band], on frame: inout Frame) {
    for edge in sheet.slots.indices.dropFirst() {
      let x = sheet.slots[edge].x
      var (y, start) = (top, Length?.none)
      for band in bands {
        if !band.hiddenVerticals.isEmpty, band.hiddenVerticals[edge] {
          if let start { frame.rule(x, start, to: x, y, Stroke.inner) }
          start = nil
        } else if start == nil {
          start = y
        }
        y += band.height
      }
      if let start { frame.rule(x, start, to: x, y, Stroke.inner) }
    }
  }

  private func drawHorizontals(_ bands: [Band], on frame: inout Frame) {
    var y = top
    for band in bands.dropLast() {
      y += band.height
      var start: Length? = sheet.left
      for (column, isHidden) in band.hiddenBelow.enumerated() {
        let x = sheet.slots[column].x
        if isHidden {
          if let from = start, from < x { frame.rule(from, y, to: x, y, Stroke.inner) }
          start = nil
        } else if start == nil {
          start = x
        }
      }
      if let start { frame.rule(start, y, to: sheet.right, y, Stroke.inner) }
    }
  }
}
