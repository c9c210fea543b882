import DocumentModel

/// What pieces of a line are as the plain text of one cell.
enum SheetText {
  /// The words of pieces: blanks that are empty become a rule of underscores to write on, springs
  /// and gaps ideographic spaces, check boxes ☐ and ☑.
  static func words(of pieces: [Inline]) -> String {
    var words = ""
    for piece in pieces {
      switch piece {
      case .text(let text, _): words += text
      case .value(let value, _): words += value.text
      case .blank(let blank):
        let content = Self.words(of: blank.content)
        words += content.isEmpty ? "＿＿＿＿" : content
      case .slot(_, let content): words += Self.words(of: content) + "　"
      case .gap(let width): words += width >= .millimetres(6) ? "　　" : "　"
      case .spring: words += "　　"
      case .checkBox(_, let isChecked): words += isChecked ? "☑" : "☐"
      case .lineBreak: words += "\n"
      case .counter: break
      }
    }
    return words
  }

  /// The style of the first piece with one of its own: a cell has one style.
  static func style(of pieces: [Inline], inheriting style: TextStyle) -> TextStyle {
    for piece in pieces {
      switch piece {
      case .text(_, let own), .value(_, let own):
        return own ?? style
      default: continue
      }
    }
    return style
  }

  /// Whether a text is a plain count: a decimal number of at most five digits without leading
  /// zeros, so that sums can be made and no code, phone or identity number is changed.
  static func isCount(_ text: String) -> Bool {
    let digits = text.utf8
    guard let first = digits.first, digits.count <= 5 else { return false }
    guard digits.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) else {
      return false
    }
    return digits.count == 1 || first != UInt8(ascii: "0")
  }

  /// The height that a text needs in a width; office programs do not grow rows with merged cells.
  ///
  /// Latin letters are counted as half an em, everything else as a whole one.
  static func height(of text: String, in width: Length, size: Length) -> Length {
    let halfEms = max(2, Int(width.milliPoints) * 2 / max(1, Int(size.milliPoints)))
    var lines = 0
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      var halves = 0
      for byte in line {
        switch byte {
        case 0..<0x80: halves += 1
        case 0xC0...: halves += 2
        default: break
        }
      }
      lines += max(1, (halves + halfEms - 1) / halfEms)
    }
    return size * lines * 5 / 4 + .points(4)
  }
}
