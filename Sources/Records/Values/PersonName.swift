/// What a person's name may be made of (GB 18030, 民委发〔2016〕33号: the separator is U+00B7).
enum PersonName {
  /// Something in a name that no certificate can show as it is.
  enum Fault: Hashable {
    /// A sign that stands for a character which an export has lost.
    case lost(Unicode.Scalar, position: Int)
    /// A separator that looks like U+00B7.
    case separator(Unicode.Scalar, position: Int)
    /// A blank or line break inside.
    case blank(position: Int)
    /// A letter, a digit or another sign.
    case character(Unicode.Scalar, position: Int)
  }

  /// Names longer than this may not fit every form.
  static let limit = 25

  /// Whether a name is made of 2 to 25 usual Han characters: a quick yes for nearly every name.
  static func isPlain(_ name: String) -> Bool {
    let bytes = name.utf8.span
    guard bytes.count % 3 == 0, 6...75 ~= bytes.count else { return false }
    var index = 0
    while index < bytes.count {
      // U+5000 to U+9FFF, and U+4E00 to U+4FFF.
      let lead = bytes[index]
      guard 0xE5...0xE9 ~= lead || lead == 0xE4 && bytes[index + 1] >= 0xB8 else { return false }
      index += 3
    }
    return true
  }

  /// The first fault of a name, one that an export has lost before others.
  ///
  /// Where `allowsLetters` is true letters, blanks and their signs may stand in it, as in the passport
  /// of a foreigner.
  static func fault(in name: String, allowsLetters: Bool) -> Fault? {
    var first: Fault?
    let hasLetters = allowsLetters && name.unicodeScalars.contains { isLetter($0) }
    for (index, scalar) in name.unicodeScalars.enumerated() {
      let position = index + 1
      if isHan(scalar) || scalar == "·" { continue }
      if isLost(scalar) { return .lost(scalar, position: position) }
      if first != nil { continue }
      if hasLetters, isLetter(scalar) || isForeignSign(scalar) { continue }
      if separators.contains(scalar) {
        first = .separator(scalar, position: position)
      } else if scalar.properties.isWhitespace {
        first = .blank(position: position)
      } else {
        first = .character(scalar, position: position)
      }
    }
    return first
  }

  /// Han characters of every block, and the zero of dates (U+3007).
  static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x3007, 0x2_0000...0x3_FFFD: true
    default: false
    }
  }

  /// `?`, boxes, stars, the replacement character and private characters.
  private static func isLost(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "?", "？", "□", "■", "▢", "◻", "◼", "〓", "*", "＊", "※", "\u{FFFC}", "\u{FFFD}": true
    default: scalar.properties.generalCategory == .privateUse
    }
  }

  /// What exports put for U+00B7: bullets, katakana points, full stops.
  private static let separators: Set<Unicode.Scalar> = [
    "\u{2022}", "\u{30FB}", "\u{FF65}", "\u{2027}", "\u{FF0E}", ".", "\u{2219}", "\u{22C5}",
    "\u{2024}", "\u{0387}",
  ]

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    !isHan(scalar)
      && (scalar.properties.isAlphabetic
        || scalar.properties.canonicalCombiningClass != .notReordered)
  }

  private static func isForeignSign(_ scalar: Unicode.Scalar) -> Bool {
    " -'’.,".unicodeScalars.contains(scalar)
  }
}
