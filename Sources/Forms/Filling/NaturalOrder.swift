/// The order in which people count: 2班 before 10班.
///
/// Runs of digits are compared as numbers, everything else by its bytes.
enum NaturalOrder {
  /// The bytes that a text sorts by; two texts have equal keys only if their bytes are equal.
  static func key(of text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    var key: [UInt8] = []
    key.reserveCapacity(bytes.count * 2 + 4)
    var index = 0
    while index < bytes.count {
      guard isDigit(bytes[index]) else {
        key.append(bytes[index])
        index += 1
        continue
      }
      while index < bytes.count, bytes[index] == UInt8(ascii: "0") { index += 1 }
      let first = index
      while index < bytes.count, isDigit(bytes[index]) { index += 1 }
      // The marker keeps a number where its digits stand among other characters; a longer number is
      // a larger one.
      key.append(UInt8(ascii: "0"))
      key.append(UInt8(clamping: index - first))
      key += bytes[first..<index]
    }
    // Leading zeros decide last.
    key.append(0)
    key += bytes
    return key
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }
}
