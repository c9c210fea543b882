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
        let fits =
          layer == .body
          ? setValue(value, in: one, y: y, height: height, role: role, on: &canvas.body)
          : setValue(value, in: one, y: y, height: height, role: role, on: &canvas.back)
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
  @inline(__always)
  mutating func setValue(
    _ value: Value,
    in slot: Slot,
    y: Length,
    height: Length,
    role: TextRun.Role? = nil,
    on frame: inout Frame
  ) -> Bool {
    let size = slot.style.size
    guard size + Self.clearance + Self.clearance <= height || size <= height else { return false }
    let isTabular = slot.style.hasTabularDigits
    let (firstGlyph, firstRun) = (frame.glyphs.count, frame.runs.count)
    let box = Int32(frame.boxes.count)
    let scale = Int(size.milliPoints)
    let room = Int((slot.width - slot.inset - slot.inset).milliPoints) * 1000 / max(scale, 1)
    let bytes = value.text.utf8.span
    var width = 0
    // Glyphs are gathered on the stack and appended at once.
    let fits = unsafe withUnsafeTemporaryAllocation(of: Glyph.self, capacity: bytes.count) {
      glyphs in
      let table = metrics[slot.style.face]
      var count = 0
      var index = 0
      var face: UInt8 = 255
      var last = Punctuation.none
      var lastAdvance: Int16 = 0
      while index < bytes.count {
        let scalar = bytes.scalar(at: &index)
        let entry = table[scalar]
        if entry.isMissing { return false }
        var adjustment: Int16 = 0
        if isTabular, Self.isTabular(scalar) { adjustment = table.tabularAdvance - entry.advance }
        let punctuation = Punctuation(scalar)
        if last != .none, lastAdvance == 1000, Punctuation.isSqueezed(last, punctuation) {
          unsafe glyphs[count - 1].adjustment -= 500
          width -= 500
        }
        last = punctuation
        lastAdvance = entry.advance
        if entry.face != face {
          face = entry.face
          frame.runs.append(
            TextRun(
              origin: Point(x: Length(milliPoints: width * scale / 1000), y: .zero),
              size: size,
              firstGlyph: Int32(firstGlyph + count),
              glyphCount: 0,
              box: box,
              value: value.id,
              face: face,
              role: role ?? .data
            )
          )
        }
        unsafe glyphs.initializeElement(
          at: count,
          to: Glyph(cid: entry.cid, adjustment: adjustment)
        )
        count += 1
        width += Int(entry.advance) + Int(adjustment)
        if width > room { return false }
      }
      unsafe frame.glyphs.append(contentsOf: UnsafeMutableBufferPointer(rebasing: glyphs[..<count]))
      return true
    }
    guard fits else {
      frame.runs.removeLast(frame.runs.count - firstRun)
      return false
    }
    guard frame.runs.count > firstRun else { return true }
    frame.boxes.append(Rect(x: slot.x, y: y, width: slot.width, height: height))
    let spare = Int((slot.width - slot.inset - slot.inset).milliPoints) - width * scale / 1000
    let shift =
      switch slot.alignment {
      case .left: 0
      case .center: spare / 2
      case .right: spare
      }
    let left = slot.x + slot.inset + Length(milliPoints: shift)
    let baseline = y + (height - size) / 2 + size.scaled(thousandths: TypeMetrics.ascent)
    var end = Int32(frame.glyphs.count)
    for index in stride(from: frame.runs.count - 1, through: firstRun, by: -1) {
      frame.runs[index].origin.x += left
      frame.runs[index].origin.y = baseline
      frame.runs[index].glyphCount = end - frame.runs[index].firstGlyph
      end = frame.runs[index].firstGlyph
    }
    return true
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
        guard grown <= rect.height else { return grown }
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
