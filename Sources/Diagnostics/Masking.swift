/// Hides the middle of personal values on screens, in logs and in file names.
package enum Masking {
  /// An identity number with its first six and last four characters shown: `450000********0028`.
  ///
  /// Shorter values show the first and last quarter.
  package static func identity(_ number: String) -> String {
    let scalars = Array(number.unicodeScalars)
    let (head, tail) =
      scalars.count >= 14 ? (6, 4) : (scalars.count / 4, scalars.count / 4)
    return masked(scalars, head: head, tail: tail)
  }

  /// A telephone number with its first three and last two digits shown.
  package static func phone(_ number: String) -> String {
    let scalars = Array(number.unicodeScalars)
    return masked(scalars, head: min(3, scalars.count / 3), tail: min(2, scalars.count / 4))
  }

  /// A text in which every identity number has its first six and last four characters shown.
  ///
  /// What counts as one is a run of 15 digits or more, full-width ones too, with blanks and invisible
  /// characters between them allowed: no other number of a season is so long.
  package static func identities(in text: String) -> String {
    // Nearly every text has too few digits in all; a full-width one has one byte EF.
    let digitCount = text.utf8.reduce(0) { $0 + (0x30...0x39 ~= $1 || $1 == 0xEF ? 1 : 0) }
    guard digitCount >= 15 else { return text }
    var scalars = Array(text.unicodeScalars)
    var digits: [Int] = []
    var hasChange = false
    func isIdentity() -> Bool { digits.count >= 15 }
    func mask() {
      for index in digits.dropFirst(6).dropLast(4) { scalars[index] = "*" }
      hasChange = true
    }
    for index in scalars.indices {
      let scalar = scalars[index]
      if isDigit(scalar) {
        digits.append(index)
      } else if isIdentity(), isCheckLetter(scalar), digits.last == index - 1 {
        digits.append(index)
      } else if digits.isEmpty || !isGap(scalar) {
        if isIdentity() { mask() }
        digits.removeAll(keepingCapacity: true)
      }
    }
    if isIdentity() { mask() }
    guard hasChange else { return text }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars)
    return String(result)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    0x30...0x39 ~= scalar.value || 0xFF10...0xFF19 ~= scalar.value
  }

  private static func isCheckLetter(_ scalar: Unicode.Scalar) -> Bool {
    [0x58, 0x78, 0xFF38, 0xFF58].contains(scalar.value)
  }

  /// What people and programs leave between digits.
  private static func isGap(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09, 0xA0, 0x3000, 0x200B...0x200D, 0x2060, 0xFEFF: true
    default: false
    }
  }

  /// A name with its first character shown: `韦*`.
  package static func name(_ name: String) -> String {
    masked(Array(name.unicodeScalars), head: 1, tail: 0)
  }

  private static func masked(_ scalars: [Unicode.Scalar], head: Int, tail: Int) -> String {
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      result.append(index < head || index >= scalars.count - tail ? scalar : "*")
    }
    return String(result)
  }
}
