internal import DocumentModel

extension Composer {
  /// A piece of a line that takes part in sharing out the width.
  private enum Part {
    case words(Paragraph)
    case blank(Paragraph, Length?)
    case slot([Inline], Length)
    case spring
  }

  /// Where a line of pieces stands.
  struct LinePlace {
    /// The box of its runs; its x and width are what the pieces share.
    var band: Rect
    var baseline: Length
    var layer: Canvas.Layer
    var role: TextRun.Role?
  }

  /// Sets labels, ruled blanks, slots and springs on one line.
  ///
  /// Blanks shrink first, then all.
  mutating func setLine(
    _ content: [Inline],
    style: TextStyle,
    at place: LinePlace,
    on canvas: inout Canvas
  ) {
    let parts = parts(of: content, style: style, role: place.role)
    let sizes = [style.size] + Self.smallerSizes(than: style.size)
    for limit in sizes {
      for inner in sizes where inner <= limit {
        guard let blanks = widths(of: parts, limit: limit, inner: inner, in: place.band.width)
        else { continue }
        draw(parts, blanks, style: style, limit: limit, at: place, on: &canvas)
        return
      }
    }
    var longest = Paragraph()
    for case .words(let words) in parts { longest.pieces += words.pieces }
    for case .blank(let words, _) in parts { longest.pieces += words.pieces }
    let (value, text) = longest.spokesman
    log.add(.tooWide, value, text)
  }

  private mutating func parts(
    of content: [Inline],
    style: TextStyle,
    role: TextRun.Role?
  ) -> [Part] {
    var parts: [Part] = []
    var words: [Inline] = []
    func flush(_ composer: inout Composer) {
      guard !words.isEmpty else { return }
      parts.append(
        .words(composer.paragraph(words, style: style, role: role, breaksLines: false))
      )
      words = []
    }
    for inline in content {
      switch inline {
      case .blank(let blank):
        flush(&self)
        parts.append(
          .blank(
            paragraph(blank.content, style: style, role: role, breaksLines: false),
            blank.width
          )
        )
      case .slot(let width, let content):
        flush(&self)
        parts.append(.slot(content, width))
      case .spring:
        flush(&self)
        parts.append(.spring)
      default: words.append(inline)
      }
    }
    flush(&self)
    return parts
  }

  /// The width of every part, or nil if they do not fit with text at most `limit` and the contents
  /// of blanks that share what is left at most `inner` large.
  ///
  /// What widths in millimetres may lose or win by being rounded to thousandths of a point.
  private static var rounding: Length { Length(milliPoints: Int32(50)) }

  private func widths(
    of parts: [Part],
    limit: Length,
    inner: Length,
    in width: Length
  ) -> [Length]? {
    func ceiling(_ width: Int) -> Length { Length(milliPoints: (width + 999) / 1000) }
    var widths = [Length](repeating: .zero, count: parts.count)
    var open: [Int] = []
    var rest = width
    for (index, part) in parts.enumerated() {
      switch part {
      case .words(let words): widths[index] = ceiling(words.width(limit: limit))
      case .slot(_, let width): widths[index] = width
      case .blank(_, let width?): widths[index] = width
      case .blank(_, nil), .spring: open.append(index)
      }
      rest -= widths[index]
    }
    guard rest >= -Self.rounding else { return nil }
    rest = max(rest, .zero)
    // Blanks whose words need more than their share get what they need; the others share the rest.
    var isSettled = false
    while !isSettled, !open.isEmpty {
      isSettled = true
      let share = rest / open.count
      for index in open {
        guard case .blank(let words, nil) = parts[index] else { continue }
        let needed = ceiling(words.width(limit: inner))
        guard needed > share else { continue }
        widths[index] = needed
        rest -= needed
        open.removeAll { $0 == index }
        isSettled = false
        break
      }
      guard rest >= .zero else { return nil }
    }
    for (count, index) in open.enumerated() {
      widths[index] = rest / (open.count - count)
      rest -= widths[index]
    }
    return widths
  }

  private mutating func draw(
    _ parts: [Part],
    _ widths: [Length],
    style: TextStyle,
    limit: Length,
    at place: LinePlace,
    on canvas: inout Canvas
  ) {
    var x = place.band.x
    let size = min(style.size, limit)
    for (part, width) in zip(parts, widths) {
      let box = Rect(x: x, y: place.band.y, width: width, height: place.band.height)
      switch part {
      case .words(let words):
        draw(
          words,
          0..<words.atoms.count,
          x: x,
          baseline: place.baseline,
          Setting(limit: limit, layer: place.layer, box: box),
          on: &canvas
        )
      case .blank(let words, _):
        // 1.5 pt under the em box, whose lower edge is 0.12 em under the baseline.
        let y = place.baseline + size.scaled(thousandths: 120) + Length(milliPoints: Int32(1500))
        canvas.back.rule(x, y, to: x + width, y, Stroke.inner)
        drawShrunk(words, in: box, limit: limit, isCentred: true, at: place, on: &canvas)
      case .slot(let content, _):
        var inner = place
        inner.band = box
        var style = style
        style.size = size
        setLine(content, style: style, at: inner, on: &canvas)
      case .spring: break
      }
      x += width
    }
  }

  private mutating func drawShrunk(
    _ words: Paragraph,
    in box: Rect,
    limit: Length,
    isCentred: Bool,
    at place: LinePlace,
    on canvas: inout Canvas
  ) {
    guard !words.atoms.isEmpty else { return }
    for size in [limit] + Self.smallerSizes(than: limit) {
      let width = words.width(limit: size)
      guard width <= Int(box.width.milliPoints) * 1000 else { continue }
      let spare = box.width - Length(milliPoints: width / 1000)
      draw(
        words,
        0..<words.atoms.count,
        x: isCentred ? box.x + spare / 2 : box.x,
        baseline: place.baseline,
        Setting(limit: size, layer: place.layer, box: box),
        on: &canvas
      )
      return
    }
    let (value, text) = words.spokesman
    log.add(.tooWide, value, text)
  }
}
