internal import DocumentModel
internal import Fonts

/// What setting text needs, carried through the layout of one document.
struct Composer {
  let metrics: TypeMetrics
  let breaker = Breaker()
  var log = FindingLog()
  var lines: [Line] = []

  init(metrics: TypeMetrics) {
    self.metrics = metrics
  }

  /// Sizes tried for lines and bands after their own, largest first.
  static func smallerSizes(than size: Length) -> [Length] {
    [20_000, 18_000, 16_000, 14_000, 12_000, 10_500, 9000, 8000, 7000]
      .map { Length(milliPoints: Int32($0)) }.filter { $0 < size }
  }

  /// Counters of the page context; nil outside of footers, where they show nothing.
  struct Counters {
    var page: Int
    var pages: Int
  }

  /// Makes pieces ready for setting.
  ///
  /// Newlines are forced breaks or spaces.
  mutating func paragraph(
    _ content: [Inline],
    style: TextStyle,
    role: TextRun.Role? = nil,
    breaksLines: Bool,
    counters: Counters? = nil
  ) -> Paragraph {
    var paragraph = Paragraph()
    for inline in content {
      add(
        inline,
        style: style,
        role: role,
        breaksLines: breaksLines,
        counters: counters,
        to: &paragraph
      )
    }
    return paragraph
  }

  private mutating func add(
    _ inline: Inline,
    style: TextStyle,
    role: TextRun.Role?,
    breaksLines: Bool,
    counters: Counters?,
    to paragraph: inout Paragraph
  ) {
    switch inline {
    case .text(let text, let own):
      add(
        text,
        own ?? style,
        .none,
        role ?? .label,
        breaksLines: breaksLines,
        to: &paragraph
      )
    case .value(let value, let own):
      add(
        value.text,
        own ?? style,
        value.id,
        role ?? .data,
        breaksLines: breaksLines,
        to: &paragraph
      )
    case .blank(let blank):
      for piece in blank.content {
        add(
          piece,
          style: style,
          role: role,
          breaksLines: breaksLines,
          counters: counters,
          to: &paragraph
        )
      }
    case .slot(_, let content):
      for piece in content {
        add(
          piece,
          style: style,
          role: role,
          breaksLines: breaksLines,
          counters: counters,
          to: &paragraph
        )
      }
    case .gap(let width): add(.gap(width), style, to: &paragraph)
    case .spring: break
    case .checkBox(let side, let isChecked):
      add(.checkBox(side: side, isChecked: isChecked), style, to: &paragraph)
    case .lineBreak:
      add("\n", style, .none, role ?? .label, breaksLines: breaksLines, to: &paragraph)
    case .counter(let counter, let own):
      guard let counters else { return }
      let number = counter == .page ? counters.page : counters.pages
      add(
        String(number),
        own ?? style,
        .none,
        role ?? .label,
        breaksLines: breaksLines,
        to: &paragraph
      )
    }
  }

  private func add(_ object: Paragraph.Object, _ style: TextStyle, to paragraph: inout Paragraph) {
    let piece = Int32(paragraph.pieces.count)
    paragraph.pieces.append(
      Paragraph.Piece(style: style, value: .none, role: .label, text: "", object: object)
    )
    paragraph.atoms.append(
      Paragraph.Atom(
        scalar: Script.object,
        piece: piece,
        cid: 0,
        face: 0,
        advance: 0,
        adjustment: 0
      )
    )
  }

  mutating func add(
    _ text: String,
    _ style: TextStyle,
    _ value: ValueID,
    _ role: TextRun.Role,
    breaksLines: Bool,
    to paragraph: inout Paragraph
  ) {
    let piece = Int32(paragraph.pieces.count)
    paragraph.pieces.append(
      Paragraph.Piece(style: style, value: value, role: role, text: text, object: nil)
    )
    let table = metrics[style.face]
    for unicode in text.unicodeScalars {
      var scalar = unicode.value
      if scalar == 9 || (scalar == Script.newline && !breaksLines) { scalar = Script.space }
      guard scalar != Script.newline else {
        paragraph.atoms.append(
          Paragraph.Atom(scalar: scalar, piece: piece, cid: 0, face: 0, advance: 0, adjustment: 0)
        )
        continue
      }
      let entry = table[scalar]
      if entry.isMissing {
        log.add(.missingGlyph(scalar: scalar), value, text)
        paragraph.hasMissing = true
        continue
      }
      let adjustment =
        style.hasTabularDigits && Self.isTabular(scalar)
        ? table.tabularAdvance - entry.advance : 0
      squeezeLast(before: scalar, style: style, in: &paragraph)
      paragraph.atoms.append(
        Paragraph.Atom(
          scalar: scalar,
          piece: piece,
          cid: entry.cid,
          face: entry.face,
          advance: Int32(entry.advance) + Int32(adjustment),
          adjustment: adjustment
        )
      )
    }
  }

  /// Digits, and the X of identity numbers.
  @inline(__always)
  static func isTabular(_ scalar: UInt32) -> Bool {
    (scalar >= 0x30 && scalar <= 0x39) || scalar == 0x58
  }

  private func squeezeLast(before scalar: UInt32, style: TextStyle, in paragraph: inout Paragraph) {
    guard let last = paragraph.atoms.indices.last, paragraph.atoms[last].advance == 1000,
      Punctuation.isSqueezed(Punctuation(paragraph.atoms[last].scalar), Punctuation(scalar)),
      paragraph.pieces[Int(paragraph.atoms[last].piece)].style.size == style.size
    else { return }
    paragraph.atoms[last].advance -= 500
    paragraph.atoms[last].adjustment -= 500
  }
}
