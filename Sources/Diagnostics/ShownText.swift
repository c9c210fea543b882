/// Texts of inputs on screens and in reports.
package enum ShownText {
  /// A text in which what a terminal would obey is named: `U+001B`.
  ///
  /// Line ends and tabs are kept, but for `inOneLine`: a value of an input must not begin a line of
  /// its own, which could look like one of the program's.
  package static func visible(_ text: String, inOneLine: Bool = false) -> String {
    func isNamed(_ scalar: Unicode.Scalar) -> Bool {
      isObeyed(scalar) || inOneLine && isLineEnd(scalar)
    }
    guard text.unicodeScalars.contains(where: isNamed) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isNamed(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    [0x0A, 0x2028, 0x2029].contains(scalar.value)
  }

  /// Control characters, and the marks that turn the direction of text.
  private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0...0x1F, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
