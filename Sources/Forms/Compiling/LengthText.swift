internal import DocumentModel

/// Lengths as templates write them.
enum LengthText {
  /// Millimetres with at most two decimals or points with at most three; nil for anything else.
  static func parse(_ text: String) -> Length? {
    let bytes = Array(text.utf8)
    guard bytes.count <= 12 else { return nil }
    if bytes.suffix(2).elementsEqual("mm".utf8) {
      return number(bytes.dropLast(2), decimals: 2).map { .hundredthMillimetres($0) }
    }
    if bytes.suffix(2).elementsEqual("pt".utf8) {
      return number(bytes.dropLast(2), decimals: 3).map { Length(milliPoints: $0) }
    }
    return nil
  }

  /// The number in units of its last decimal.
  private static func number(_ bytes: ArraySlice<UInt8>, decimals: Int) -> Int? {
    var result = 0
    var places: Int?
    var hasDigits = false
    for byte in bytes {
      if byte == 0x2E {
        guard places == nil else { return nil }
        places = 0
        continue
      }
      guard (0x30...0x39).contains(byte) else { return nil }
      hasDigits = true
      result = result * 10 + Int(byte - 0x30)
      places = places.map { $0 + 1 }
    }
    guard hasDigits, (places ?? 0) <= decimals, places != 0 else { return nil }
    for _ in (places ?? 0)..<decimals { result *= 10 }
    return result
  }
}
