internal import DocumentModel
internal import Fonts

/// Where a column or a spanning cell stands on a sheet.
struct Slot {
  var column: Int
  var x: Length
  var width: Length
  var inset: Length
  var alignment: Alignment
  var style: TextStyle
}

extension Composer {
  /// Least space between a rule and the em boxes in a row that keeps its height; grown rows get
  /// twice as much.
  static let clearance = Length.hundredthMillimetres(50)

  /// Sets a cell into a slot.
  ///
  /// Returns the height it needs if the given one is not enough (nothing that counts is drawn
  /// then), else zero.
  mutating func setCell(
    _ cell: Cell,
    in slot: Slot,
    y: Length,
    height: Length,
    overflow: Table.Overflow,
    on canvas: inout Canvas
  ) -> Length {
    let style = cell.style ?? slot.style
    let alignment = cell.alignment ?? (cell.scope == nil ? slot.alignment : .center)
    let role: TextRun.Role? = cell.scope == nil ? nil : .columnHeading
    let layer: Canvas.Layer = cell.scope == nil ? .body : .back
    let isVertical =
      cell.orientation == .vertical
      || (cell.orientation == .verticalInNarrowColumns && slot.width <= .millimetres(15))
    var paragraph: Paragraph
    switch cell.content {
    case .empty: return .zero
    case .value(let value):
      if !isVertical {
        var one = slot
        one.style = style
        one.alignment = alignment
        let table = metrics[style.face]
        let fits =
          layer == .body
          ? setValue(
            value,
            in: one,
            with: table,
            y: y,
            height: height,
            role: role,
            on: &canvas.body
          )
          : setValue(
            value,
            in: one,
            with: table,
            y: y,
            height: height,
            role: role,
            on: &canvas.back
          )
        if fits { return .zero }
      }
      paragraph = Paragraph()
      add(value.text, style, value.id, role ?? .data, breaksLines: true, to: &paragraph)
    case .inlines(let content):
      paragraph = self.paragraph(content, style: style, role: role, breaksLines: true)
    }
    guard !paragraph.atoms.isEmpty else { return .zero }
    let rect = Rect(x: slot.x, y: y, width: slot.width, height: height)
    if isVertical {
      setVertically(paragraph, in: rect, layer: layer, overflow: overflow, on: &canvas)
      return .zero
    }
    return setLines(
      &paragraph,
      in: rect,
      inset: slot.inset,
      alignment: alignment,
      pitch: cell.pitch,
      layer: layer,
      overflow: overflow,
      on: &canvas
    )
  }

  /// The usual case: one short value that fits on one line.
  ///
  /// Returns false, with nothing drawn, if it does not or has characters that need more care.
  /// `table` is the one of the slot's face: cells side by side share it, so that nobody counts its
  /// users for every cell.
  func setValue(
    _ value: Value,
    in slot: Slot,
    with table: GlyphTable,
    y: Length,
    height: Length,
    role: TextRun.Role? = nil,
    on frame: inout Frame
  ) -> Bool {
    let size = slot.style.size
    guard size + Self.clearance + Self.clearance <= height || size <= height else { return false }
    let text = value.text.utf8.span
    guard !text.isEmpty else { return true }
    let scale = Int(size.milliPoints)
    let space = Int((slot.width - slot.inset - slot.inset).milliPoints)
    return unsafe withUnsafeTemporaryAllocation(of: Glyph.self, capacity: text.count) { glyphs in
      unsafe withUnsafeTemporaryAllocation(of: GlyphLine.Stretch.self, capacity: text.count) {
        stretches in
        var line = unsafe GlyphLine(
          room: space * 1000 / max(scale, 1),
          hasTabularDigits: slot.style.hasTabularDigits,
          glyphs: glyphs,
          stretches: stretches
        )
        guard line.set(text, with: table) else { return false }
        let spare = space - line.width * scale / 1000
        let shift =
          switch slot.alignment {
          case .left: 0
          case .center: spare / 2
          case .right: spare
          }
        let left = slot.x + slot.inset + Length(milliPoints: shift)
        let baseline = y + (height - size) / 2 + size.scaled(thousandths: TypeMetrics.ascent)
        let firstGlyph = frame.glyphs.count
        let box = Int32(frame.boxes.count)
        for index in unsafe line.stretches.indices {
          let stretch = unsafe line.stretches[index]
          let isLast = unsafe index + 1 == line.stretches.count
          let end = unsafe isLast ? line.glyphs.count : line.stretches[index + 1].first
          frame.runs.append(
            TextRun(
              origin: Point(
                x: left + Length(milliPoints: stretch.start * scale / 1000),
                y: baseline
              ),
              size: size,
              firstGlyph: Int32(firstGlyph + stretch.first),
              glyphCount: Int32(end - stretch.first),
              box: box,
              value: value.id,
              face: stretch.face,
              role: role ?? .data
            )
          )
        }
        unsafe frame.glyphs.append(contentsOf: line.glyphs)
        frame.boxes.append(Rect(x: slot.x, y: y, width: slot.width, height: height))
        return true
      }
    }
  }

  /// Wraps and shrinks by the overflow order; returns the height needed if it is more.
  private mutating func setLines(
    _ paragraph: inout Paragraph,
    in rect: Rect,
    inset: Length,
    alignment: Alignment,
    pitch: Length?,
    layer: Canvas.Layer,
    overflow: Table.Overflow,
    on canvas: inout Canvas
  ) -> Length {
    paragraph.findBreaks(breaker)
    let width = rect.width - inset - inset
    let base = paragraph.largestSize(limit: .points(1000))
    let sizes = [base] + overflow.smallerSizes.filter { $0 < base }
    var smallest = overflow.smallestSize
    if smallest > base { smallest = base }
    // A smaller size on whole words comes before parted numbers and lonely characters.
    for (limit, mustBeWhole) in sizes.map({ ($0, true) }) + sizes.map({ ($0, false) }) {
      let step =
        limit == base ? pitch ?? limit.scaled(thousandths: 1200) : limit.scaled(thousandths: 1200)
      paragraph.breakLines(width: width, limit: limit, keepsNames: true, into: &lines)
      let needed = limit + step * (lines.count - 1)
      let isRoomy = needed + Self.clearance + Self.clearance <= rect.height
      guard isRoomy || (lines.count == 1 && needed <= rect.height), areNarrow(width),
        !mustBeWhole || paragraph.isWhole(lines, keepsNames: true)
      else { continue }
      draw(
        lines,
        of: paragraph,
        in: rect,
        inset: inset,
        alignment: alignment,
        size: limit,
        pitch: step,
        Setting(limit: limit, layer: layer, box: rect),
        on: &canvas
      )
      return .zero
    }
    for limit in [sizes[sizes.count - 1], smallest] {
      for keepsNames in [true, false] {
        paragraph.breakLines(width: width, limit: limit, keepsNames: keepsNames, into: &lines)
        guard lines.count <= overflow.growthLines, areNarrow(width) else { continue }
        let step = limit.scaled(thousandths: 1200)
        let least = limit + step * (lines.count - 1) + Self.clearance * 4
        let unit = max(Int(overflow.growthStep.milliPoints), 1)
        let grown = Length(milliPoints: (Int(least.milliPoints) + unit - 1) / unit * unit)
        guard grown <= rect.height else {
          let (value, text) = paragraph.spokesman
          // Words of a template are its author's matter.
          if value != .none { log.add(.grown, value, text) }
          return grown
        }
        draw(
          lines,
          of: paragraph,
          in: rect,
          inset: inset,
          alignment: alignment,
          size: limit,
          pitch: step,
          Setting(limit: limit, layer: layer, box: rect),
          on: &canvas
        )
        return .zero
      }
    }
    let (value, text) = paragraph.spokesman
    log.add(.tooLong, value, text)
    return .zero
  }

  /// Whether no line is wider than the cell (a single wide character or check box can be).
  private func areNarrow(_ width: Length) -> Bool {
    lines.allSatisfy { $0.width <= Int(width.milliPoints) * 1000 }
  }
}
