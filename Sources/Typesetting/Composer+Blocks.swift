internal import DocumentModel
internal import Fonts

extension Composer {
  /// Where a block stands: its top left corner and its width.
  struct Place {
    var x: Length
    var y: Length
    var width: Length
    var layer: Canvas.Layer = .split
    /// Whether the block above drew the rule that both share.
    var sharesRule = false
    /// Whether continuation marks show.
    var isContinuation = false
  }

  /// Sets a block that is no table and returns its height.
  mutating func setBlock(_ block: Block, at place: Place, on canvas: inout Canvas) -> Length {
    switch block {
    case .text(let text): return setText(text, at: place, on: &canvas)
    case .line(let line):
      let size = line.style.size
      let top =
        line.bottomGap.map { place.y + line.height - $0 - size }
        ?? place.y + (line.height - size) / 2
      setLine(
        line.content,
        style: line.style,
        at: LinePlace(
          band: Rect(x: place.x, y: place.y, width: place.width, height: line.height),
          baseline: top + size.scaled(thousandths: TypeMetrics.ascent),
          layer: place.layer
        ),
        on: &canvas
      )
      return line.height
    case .notes(let notes): return setNotes(notes, at: place, on: &canvas)
    case .signatures(let band): return setSignatures(band, at: place, on: &canvas)
    case .space(let height): return height
    case .rule(let width):
      let y = place.y + width / 2
      canvas.back.rule(place.x, y, to: place.x + place.width, y, width)
      return width
    case .picture(let block):
      let spare = place.width - block.width
      let shift =
        switch block.alignment {
        case .left: Length.zero
        case .center: spare / 2
        case .right: spare
        }
      canvas.back.pictures.append(
        PlacedPicture(
          picture: block.picture,
          rect: Rect(x: place.x + shift, y: place.y, width: block.width, height: block.height)
        )
      )
      return block.height
    case .table, .pageBreak: return .zero
    }
  }

  private mutating func setText(
    _ block: TextBlock,
    at place: Place,
    on canvas: inout Canvas
  ) -> Length {
    let role: TextRun.Role? = block.level == nil ? nil : .heading
    let mark =
      place.isContinuation
      ? paragraph(block.continuationMark, style: block.style, breaksLines: false) : Paragraph()
    let markSize = mark.largestSize(limit: .points(1000))
    let markWidth = Length(milliPoints: mark.width(limit: markSize) / 1000)
    var words = paragraph(block.content, style: block.style, role: role, breaksLines: true)
    let base = words.largestSize(limit: .points(1000))
    let isFree = block.height == nil
    var height = block.height ?? base
    if !words.atoms.isEmpty {
      words.findBreaks(breaker)
      var isSet = false
      let sizes = isFree ? [base] : [base] + Self.smallerSizes(than: base)
      for limit in sizes where !isSet {
        let pitch = limit.scaled(thousandths: 1200)
        var width = place.width
        words.breakLines(width: width, limit: limit, keepsNames: true, into: &lines)
        // Half an em at least stays before a continuation mark; the words give way to the left.
        let room = place.width - markWidth - limit / 2
        if !mark.atoms.isEmpty, reach(in: width, block.alignment) > room {
          width = room
          words.breakLines(width: width, limit: limit, keepsNames: true, into: &lines)
        }
        let needed = limit + pitch * (lines.count - 1)
        guard isFree || needed <= height,
          lines.allSatisfy({ $0.width <= Int(width.milliPoints) * 1000 })
        else { continue }
        if isFree { height = needed }
        let rect = Rect(x: place.x, y: place.y, width: width, height: height)
        draw(
          lines,
          of: words,
          in: rect,
          inset: .zero,
          alignment: block.alignment,
          size: limit,
          pitch: pitch,
          Setting(limit: limit, layer: place.layer, box: rect),
          on: &canvas
        )
        isSet = true
      }
      if !isSet {
        let (value, text) = words.spokesman
        log.add(.tooLong, value, text)
      }
    }
    if !mark.atoms.isEmpty {
      draw(
        mark,
        0..<mark.atoms.count,
        x: place.x + place.width - markWidth,
        baseline: Self.firstBaseline(
          y: place.y,
          height: height,
          size: markSize,
          lines: 1,
          pitch: .zero
        ),
        Setting(
          limit: markSize,
          layer: place.layer,
          box: Rect(x: place.x, y: place.y, width: place.width, height: height)
        ),
        on: &canvas
      )
    }
    return height
  }

  /// How far the lines that were broken last reach to the right.
  private func reach(in width: Length, _ alignment: Alignment) -> Length {
    let longest = Length(milliPoints: (lines.map(\.width).max() ?? 0) / 1000)
    return switch alignment {
    case .left: longest
    case .center: (width + longest) / 2
    case .right: width
    }
  }

  private mutating func setNotes(
    _ notes: Notes,
    at place: Place,
    on canvas: inout Canvas
  ) -> Length {
    let size = notes.style.size
    let lead = paragraph([.text(notes.lead, nil)], style: notes.style, breaksLines: false)
    let hang = Length(milliPoints: lead.width(limit: size) / 1000)
    let top = place.y + notes.gap
    var baseline = top + size.scaled(thousandths: TypeMetrics.ascent)
    var set: [(paragraph: Paragraph, lines: [Line])] = []
    var count = 0
    for item in notes.items {
      var words = paragraph(item, style: notes.style, breaksLines: true)
      words.findBreaks(breaker)
      words.breakLines(
        width: place.width - hang,
        limit: size,
        keepsNames: true,
        into: &lines
      )
      count += lines.count
      set.append((words, lines))
    }
    let needed = notes.gap + size + notes.pitch * (max(count, 1) - 1)
    let height = max(notes.height ?? needed, needed)
    let box = Rect(x: place.x, y: place.y, width: place.width, height: height)
    let setting = Setting(limit: size, layer: place.layer, box: box)
    draw(
      lead,
      0..<lead.atoms.count,
      x: place.x,
      baseline: baseline,
      setting,
      on: &canvas
    )
    for (words, lines) in set {
      for line in lines {
        draw(
          words,
          line.atoms,
          x: place.x + hang,
          baseline: baseline,
          setting,
          on: &canvas
        )
        baseline += notes.pitch
      }
    }
    return height
  }
}
