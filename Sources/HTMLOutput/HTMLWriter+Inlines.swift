import DocumentModel

extension HTMLWriter {
  /// Writes pieces of a line inside an element that has the style already.
  mutating func write(_ pieces: [Inline], inheriting style: TextStyle) {
    for piece in pieces {
      switch piece {
      case .text(let text, let own): write(text, in: own, inheriting: style)
      case .value(let value, let own): write(value.text, in: own, inheriting: style)
      // Ruled blanks and slots stand in lines only; anywhere else their words are what counts.
      case .blank(let blank): write(blank.content, inheriting: style)
      case .slot(_, let content): write(content, inheriting: style)
      case .gap(let width):
        html.raw("<span class=\"gap\" style=\"width:")
        html.millimetres(width)
        html.raw("\"></span>")
      case .spring: html.raw(" ")
      case .checkBox(_, let isChecked): html.raw(isChecked ? "☑" : "☐")
      case .lineBreak: html.raw("<br>")
      case .counter: break  // Counted by the print style sheet, in the margin of each page.
      }
    }
  }

  /// Words of pieces, as a reader would speak them.
  static func words(of pieces: [Inline]) -> String {
    var words = ""
    for piece in pieces {
      switch piece {
      case .text(let text, _): words += text
      case .value(let value, _): words += value.text
      case .blank(let blank): words += Self.words(of: blank.content)
      case .slot(_, let content): words += Self.words(of: content)
      case .gap, .spring, .checkBox, .lineBreak, .counter: break
      }
    }
    return words
  }

  private mutating func write(_ text: String, in own: TextStyle?, inheriting style: TextStyle) {
    guard let own, own != style else { return html.text(text) }
    html.raw("<span class=\"")
    writeClassNames(of: own)
    html.raw("\">")
    html.text(text)
    html.raw("</span>")
  }

  /// ` class="…"` with the classes of a style and of a position that is not the usual one.
  mutating func writeClasses(
    of style: TextStyle,
    _ alignment: Alignment,
    unless usual: Alignment
  ) {
    html.raw(" class=\"")
    writeClassNames(of: style)
    if alignment != usual {
      switch alignment {
      case .left: html.raw(" l")
      case .center: html.raw(" c")
      case .right: html.raw(" r")
      }
    }
    html.raw("\"")
  }

  /// The classes of a style: its face, its size (`z10_5`), and `n` for tabular digits.
  mutating func writeClassNames(of style: TextStyle) {
    switch style.face {
    case .song: html.raw("song z")
    case .title: html.raw("title z")
    case .hei: html.raw("hei z")
    case .fang: html.raw("fang z")
    case .kai: html.raw("kai z")
    }
    let halves = HTMLStyleSheet.halfPoints(of: style.size)
    html.number(halves / 2)
    if halves % 2 == 1 { html.raw("_5") }
    if style.hasTabularDigits { html.raw(" n") }
  }
}
