internal import DocumentModel

extension Composer {
  /// A piece of a line that takes part in sharing out the width.
  enum Part {
    case words(Paragraph)
    case blank(Paragraph, Length?)
    case slot([Part], Length)
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
    set(
      parts(of: content, style: style, role: place.role),
      size: style.size,
      at: place,
      on: &canvas
    )
  }

  private mutating func set(
    _ parts: [Part],
    size: Length,
    at place: LinePlace,
    on canvas: inout Canvas
  ) {
    let sizes = [size] + Self.smallerSizes(than: size)
    for limit in sizes {
      for inner in sizes where inner <= limit {
        guard let widths = widths(of: parts, limit: limit, inner: inner, in: place.band.width)
        else { continue }
        draw(parts, widths, limit: min(size, limit), at: place, on: &canvas)
        return
      }
    }
    var longest = Paragraph()
    Self.gather(parts, into: &longest)
    let (value, text) = longest.spokesman
    log.add(.tooWide, value, text)
  }

  /// Adds the pieces of all words, those of blanks and slots too.
  private static func gather(_ parts: [Part], into whole: inout Paragraph) {
    for part in parts {
      switch part {
      case .words(let words), .blank(let words, _): whole.pieces += words.pieces
      case .slot(let inner, _): gather(inner, into: &whole)
      case .spring: break
      }
    }
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
        parts.append(.slot(self.parts(of: content, style: style, role: role), width))
      case .spring:
        flush(&self)
        parts.append(.spring)
      default: words.append(inline)
      }
    }
    flush(&self)
    return parts
  }

  private mutating func draw(
    _ parts: [Part],
    _ widths: [Length],
    limit size: Length,
    at place: LinePlace,
    on canvas: inout Canvas
  ) {
    var x = place.band.x
    for (part, width) in zip(parts, widths) {
      let box = Rect(x: x, y: place.band.y, width: width, height: place.band.height)
      switch part {
      case .words(let words):
        draw(
          words,
          0..<words.atoms.count,
          x: x,
          baseline: place.baseline,
          Setting(limit: size, layer: place.layer, box: box),
          on: &canvas
        )
      case .blank(let words, _):
        // 1.5 pt under the em box, whose lower edge is 0.12 em under the baseline.
        let y = place.baseline + size.scaled(thousandths: 120) + Length(milliPoints: Int32(1500))
        canvas.back.rule(x, y, to: x + width, y, Stroke.inner)
        drawShrunk(words, in: box, limit: size, isCentred: true, at: place, on: &canvas)
      case .slot(let parts, _):
        var inner = place
        inner.band = box
        set(parts, size: size, at: inner, on: &canvas)
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
