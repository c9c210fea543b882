/// Telephone numbers as offices write them.
///
/// Mobile numbers `1[3-9]` and nine digits; fixed lines with an area code, a dash of any kind (the
/// notice itself prints 0771—5815181) and 转 with an extension; seven digits alone are a local number.
/// Several numbers may stand beside one another.
enum TelephoneNumber {
  /// Whether every number of a text has the digits that it should have.
  static func isPlausible(_ text: String) -> Bool {
    let bytes = text.utf8.span
    if bytes.count == 11 && isMobile(bytes) { return true }
    let parts = text.unicodeScalars.split(whereSeparator: isBetween)
    return !parts.isEmpty && parts.allSatisfy { isNumber(Array($0)) }
  }

  private static func isMobile(_ bytes: Span<UInt8>) -> Bool {
    bytes[0] == 0x31 && 0x33...0x39 ~= bytes[1] && bytes.number(in: 2..<11) != nil
  }

  private static func isBetween(_ scalar: Unicode.Scalar) -> Bool {
    "/、，,；; \u{3000}／".unicodeScalars.contains(scalar)
  }

  private static func isNumber(_ scalars: [Unicode.Scalar]) -> Bool {
    if let turn = scalars.firstIndex(of: "转") {
      let extensionDigits = scalars[(turn + 1)...]
      return 1...6 ~= extensionDigits.count && extensionDigits.allSatisfy(isDigit)
        && isFixedLine(scalars[..<turn])
    }
    if scalars.allSatisfy(isDigit) {
      if scalars.count == 7 { return true }
      if scalars.count == 11, scalars[0] == "1" { return ("3"..."9").contains(scalars[1]) }
    }
    return isFixedLine(scalars[...])
  }

  /// `0771-5815181`, `07715815181`, `010—12345678`.
  private static func isFixedLine(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    guard scalars.first == "0" else { return false }
    guard let dash = scalars.firstIndex(where: { "-—－–".unicodeScalars.contains($0) }) else {
      return scalars.allSatisfy(isDigit) && 10...12 ~= scalars.count
    }
    let area = scalars[..<dash]
    let number = scalars[(dash + 1)...]
    return 3...4 ~= area.count && 7...8 ~= number.count
      && area.allSatisfy(isDigit) && number.allSatisfy(isDigit)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { "0"..."9" ~= scalar }
}
