internal import DocumentModel

/// What is fixed about a table while its rows are laid out.
struct TableWork {
  var table: Table
  var sheets: [TableSheet]
  var heads: [(frame: Frame, bands: [Band])] = []
  var headHeight: Length = .zero
  var footHeights: [Length] = []
  var tailHeight: Length = .zero
  var hasTail = false
  /// For each sheet the band of a row without spans and of the table's row height.
  private let nominalBands: [[Band]]

  init(table: Table, sheets: [TableSheet]) {
    self.table = table
    self.sheets = sheets
    let band = [Band(height: table.rowHeight)]
    nominalBands = Array(repeating: band, count: sheets.count)
  }

  /// What must stand under the last rows.
  var closingHeight: Length { footHeights.reduce(tailHeight, +) }

  /// For each sheet the band of a row without spans; nearly all rows share theirs.
  func plainBands(height: Length) -> [[Band]] {
    height == table.rowHeight
      ? nominalBands : Array(repeating: [Band(height: height)], count: sheets.count)
  }
}

/// A data row on the page under work.
private struct LaidRow {
  var marks: [Canvas.Mark]
  var y: Length
  var bands: [[Band]]
}

extension PageFlow {
  mutating func set(_ table: Table, tail: [Block], emit: (Page) throws -> Void) throws {
    var work = prepare(table, tail: tail)
    backgrounds.known.removeAll(keepingCapacity: true)
    let total = table.rows.count
    var next = 0
    while true {
      guard
        isFresh
          || y + work.headHeight + (total > 0 ? table.rowHeight : work.closingHeight) <= bottom
      else {
        try finishPages(emit: emit)
        startPage(sheets: work.sheets.count)
        continue
      }
      while open.count < work.sheets.count { open.append(OpenPage(isContinuation: true)) }
      let wasFresh = isFresh
      let top = y
      beginSegments(work, isFirst: wasFresh)
      y += work.headHeight
      var rows = layRows(work, from: next)
      let remaining = total - next
      var count = rows.reduce(0) { $0 + ($1.bands.first?.count ?? 0) }
      // The heading of a group goes to the page where the group begins.
      while count > 1, count < remaining, table.rows[next + count - 1].keepsWithNext {
        takeBack(&rows, until: count - 1, count: &count)
      }
      if count == 0, remaining > 0, !wasFresh {
        dropSegments(work)
        y = top
        try finishPages(emit: emit)
        startPage(sheets: work.sheets.count)
        continue
      }
      if count == remaining {
        let most = work.hasTail ? table.rowsOnLastPage ?? .max : .max
        if count <= most, y + work.closingHeight <= bottom {
          try close(work, rows: rows, count: total, emit: emit)
          return
        }
        let kept = keptRows(work, rows)
        if let kept, remaining - kept > 0 {
          takeBack(&rows, until: remaining - kept, count: &count)
        } else if kept != nil, !wasFresh {
          takeBack(&rows, until: 0, count: &count)
          dropSegments(work)
          y = top
          try finishPages(emit: emit)
          startPage(sheets: work.sheets.count)
          continue
        } else {
          // Not even one row fits with what follows: it goes to the next page by itself.
          work.tailHeight = .zero
          work.hasTail = false
          if y + work.closingHeight <= bottom || total == 0 {
            try close(work, rows: rows, count: total, emit: emit)
            return
          }
          takeBack(&rows, until: max(1, count - 1), count: &count)
          if count == remaining {
            composer.log.add(.tooTall, .none, table.caption ?? form.title)
            try close(work, rows: rows, count: total, emit: emit)
            return
          }
        }
      } else if work.hasTail, remaining - table.keptRows >= 1, count > remaining - table.keptRows {
        takeBack(&rows, until: remaining - table.keptRows, count: &count)
      }
      next += count
      fillSegments(work, rows: rows, extra: [])
      try finishPages(emit: emit)
      startPage(sheets: work.sheets.count)
    }
  }

  private mutating func prepare(_ table: Table, tail: [Block]) -> TableWork {
    let (sheets, fits) = TableSheet.sheets(of: table, in: usable)
    if !fits { composer.log.add(.tooWide, .none, table.caption ?? form.title) }
    var work = TableWork(table: table, sheets: sheets)
    var canvases = [Canvas](repeating: Canvas(), count: sheets.count)
    let head = setRows(table.head, work, nominal: table.rowHeight, y: .zero, on: &canvases)
    for (canvas, bands) in zip(canvases, head) {
      var frame = canvas.back
      frame.append(canvas.body, down: .zero)
      work.heads.append((frame, bands))
    }
    work.headHeight = head.first?.reduce(.zero) { $0 + $1.height } ?? .zero
    canvases = [Canvas](repeating: Canvas(), count: sheets.count)
    let foot = setRows(table.foot, work, nominal: table.rowHeight, y: .zero, on: &canvases)
    work.footHeights = foot.first?.map(\.height) ?? []
    let height = height(of: tail)
    if height <= bottom - contentTop { work.tailHeight = height }
    work.hasTail = !tail.isEmpty || !table.foot.isEmpty
    return work
  }

  private mutating func beginSegments(_ work: TableWork, isFirst: Bool) {
    for index in work.sheets.indices {
      open[index].segments.append(
        TableSegment(
          sheet: work.sheets[index],
          sheetIndex: index,
          top: y,
          rules: work.table.rules,
          hasTopRule: isFirst || !work.table.joinsAbove,
          head: work.heads[index].frame,
          headBands: work.heads[index].bands
        )
      )
    }
    isFresh = false
  }

  private mutating func dropSegments(_ work: TableWork) {
    for index in work.sheets.indices { open[index].segments.removeLast() }
    if open.count > 1 { open.removeLast(open.count - 1) }
  }

  /// Lays rows until the page is full or no row is left.
  private mutating func layRows(_ work: TableWork, from next: Int) -> [LaidRow] {
    let table = work.table
    let most = max(table.rowsPerPage ?? .max, 1)
    var rows: [LaidRow] = []
    var index = next
    while index < table.rows.count, index - next < most {
      let row = table.rows[index]
      let isPlain = PlacedCell.isPlain(row, columns: table.columns.count)
      var group: [Row] = []
      if !isPlain {
        group.append(row)
        var reach = index + 1
        while reach > index {
          let row = group[group.count - 1]
          let span = row.cells.reduce(1) { max($0, Int($1.rowSpan)) }
          reach = max(reach, index + span)
          guard index + 1 < min(reach, table.rows.count) else { break }
          index += 1
          group.append(table.rows[index])
        }
      }
      let marks = open.map(\.canvas.mark)
      let bands =
        isPlain
        ? work.plainBands(height: setPlainRow(row, work, y: y, marks: marks))
        : setRows(group, work, nominal: table.rowHeight, y: y, marks: marks)
      let height = bands[0].reduce(Length.zero) { $0 + $1.height }
      if y + height > bottom {
        guard rows.isEmpty, y - work.headHeight <= contentTop else {
          for sheet in marks.indices { open[sheet].canvas.rollBack(to: marks[sheet]) }
          break
        }
        // Where the template itself makes rows so tall, all rows are one finding.
        let shown = isPlain ? [row] : group
        let nominal = shown.reduce(Length.zero) { $0 + ($1.height ?? table.rowHeight) }
        let grown = contentTop + work.headHeight + nominal > bottom ? nil : Spokesman(shown)
        composer.log.add(
          .tooTall,
          grown?.value ?? .none,
          grown?.text ?? table.caption ?? form.title
        )
      }
      rows.append(LaidRow(marks: marks, y: y, bands: bands))
      y += height
      index += 1
    }
    return rows
  }

  /// How many of the last rows stand with what follows: nil if not even one fits on a page with it.
  private func keptRows(_ work: TableWork, _ rows: [LaidRow]) -> Int? {
    var kept = 0
    var height = work.headHeight + work.closingHeight
    let most = min(max(work.table.keptRows, 1), work.table.rowsOnLastPage ?? .max)
    for row in rows.reversed() {
      height += row.bands[0].reduce(.zero) { $0 + $1.height }
      guard height <= bottom - contentTop else { break }
      kept += row.bands[0].count
      if kept >= most { break }
    }
    return kept == 0 ? nil : kept
  }

  /// Takes rows back until at most `most` stand on the page, but for rows that span into one
  /// another: a page that is not given up keeps its first ones.
  private mutating func takeBack(_ rows: inout [LaidRow], until most: Int, count: inout Int) {
    while count > most, most == 0 || rows.count > 1, let row = rows.popLast() {
      for sheet in row.marks.indices { open[sheet].canvas.rollBack(to: row.marks[sheet]) }
      y = row.y
      count -= row.bands[0].count
    }
  }

  /// Gives the segments of the page their rows.
  private mutating func fillSegments(_ work: TableWork, rows: [LaidRow], extra: [[Band]]) {
    for sheet in work.sheets.indices {
      let last = open[sheet].segments.count - 1
      var bands: [Band] = []
      bands.reserveCapacity(rows.count + 2)
      for row in rows { bands.append(contentsOf: row.bands[sheet]) }
      if sheet < extra.count { bands.append(contentsOf: extra[sheet]) }
      let isNominal = bands.allSatisfy {
        $0.height == work.table.rowHeight && $0.hiddenBelow.isEmpty && $0.hiddenVerticals.isEmpty
      }
      let isAlone =
        last == 0 && isNominal && open[sheet].segments[0].top == contentTop
        && open[sheet].canvas.back.isEmpty
      open[sheet].sharedRows = isAlone ? bands.count : nil
      open[sheet].segments[last].bands = bands
    }
  }

  /// Pads the last page, sets the closing rows and leaves the last sheet open for what follows.
  private mutating func close(
    _ work: TableWork,
    rows: [LaidRow],
    count: Int,
    emit: (Page) throws -> Void
  ) throws {
    let table = work.table
    var extra = [[Band]](repeating: [], count: work.sheets.count)
    let here = rows.reduce(0) { $0 + $1.bands[0].count }
    var blanks =
      switch table.padding.extent {
      case .none: 0
      case .page:
        ((work.hasTail ? table.rowsOnLastPage : nil) ?? table.rowsPerPage ?? here) - here
      case .count(let wanted): wanted - count
      }
    // Rows without height would never fill a page.
    if table.rowHeight <= .zero { blanks = 0 }
    var number = count
    var isFirst = true
    while blanks > 0, y + table.rowHeight + work.closingHeight <= bottom {
      number += 1
      setBlankRow(work, number: number, isFirst: isFirst)
      for sheet in extra.indices { extra[sheet].append(Band(height: table.rowHeight)) }
      y += table.rowHeight
      blanks -= 1
      isFirst = false
    }
    let marks = open.map(\.canvas.mark)
    let foot = setRows(table.foot, work, nominal: table.rowHeight, y: y, marks: marks)
    for sheet in foot.indices { extra[sheet].append(contentsOf: foot[sheet]) }
    y += work.footHeights.reduce(.zero, +)
    fillSegments(work, rows: rows, extra: extra)
    for sheet in open.indices.dropLast() { try finish(sheet, emit: emit) }
    open.removeFirst(open.count - 1)
  }

  private mutating func setBlankRow(_ work: TableWork, number: Int, isFirst: Bool) {
    let padding = work.table.padding
    for (sheet, plan) in work.sheets.enumerated() {
      func set(_ text: String, _ column: Int) {
        guard var slot = plan.slot(column: column, span: 1) else { return }
        slot.alignment = .center
        _ = composer.setCell(
          Cell(.inlines([.text(text, nil)])),
          in: slot,
          y: y,
          height: work.table.rowHeight,
          overflow: work.table.overflow,
          on: &open[sheet].canvas
        )
      }
      if let column = padding.numberColumn { set(String(number), column) }
      if isFirst, !padding.mark.isEmpty, padding.markColumn != padding.numberColumn {
        set(padding.mark, padding.markColumn)
      }
    }
  }
}
