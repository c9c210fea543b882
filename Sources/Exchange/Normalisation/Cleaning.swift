/// Blanks, invisible and full-width characters.
enum Cleaning {
  /// Whether the outer characters or a control character of a text need a second look.
  ///
  /// One pass over the bytes that says no for nearly every cell.
  static func isSuspect(_ text: String) -> Bool {
    let bytes = text.utf8.span
    guard let last = bytes.indices.last else { return false }
    if isEdge(bytes[0]) || bytes[last] == 0x20 { return true }
    if bytes[last] >= 0x80, last >= 1, isEdge(bytes[max(0, last - 2)]) || bytes[last - 1] == 0xC2 {
      return true
    }
    var index = 0
    while index &+ 8 <= bytes.count {
      let word = ByteWord.load(bytes, at: index)
      let suspects =
        ByteWord.lower(word, than: 0x20) | ByteWord.zeros(word ^ ByteWord.repeating(0x7F))
        | ByteWord.zeros(word ^ ByteWord.repeating(0xC2))
      if suspects != 0 { break }
      index &+= 8
    }
    for index in index..<bytes.count {
      let byte = bytes[index]
      if byte < 0x20 || byte == 0x7F { return true }
      if byte == 0xC2, index < last, bytes[index + 1] < 0xA0 { return true }
    }
    return false
  }

  /// Space, or the first byte of the blanks U+00A0, U+2000 to U+202F, U+3000 and U+FEFF.
  private static func isEdge(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF
  }

  /// The text without outer blanks.
  static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) && !isInvisible($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) && !isInvisible($0) })
    else { return "" }
    return String(scalars[first...last])
  }

  /// The text with each run of line breaks and tabs as one space.
  static func joined(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isBreak = false
    for scalar in text.unicodeScalars {
      if scalar == "\n" || scalar == "\r" || scalar == "\t" {
        isBreak = true
        continue
      }
      if isBreak { result.append(" ") }
      isBreak = false
      result.append(scalar)
    }
    return String(result)
  }

  /// The text with full-width ASCII folded to ASCII and without any blank or invisible character.
  static func folded(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isBlank(scalar) && !isInvisible(scalar) {
      result.append(folded(scalar))
    }
    return String(result)
  }

  /// The ASCII form of a full-width character.
  static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  }

  /// Spaces, line breaks and tabs.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// Characters without width: joiners, direction marks, the byte order mark.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// The first control character of a text.
  static func control(in text: String) -> Unicode.Scalar? {
    text.unicodeScalars.first { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) }
  }
}
