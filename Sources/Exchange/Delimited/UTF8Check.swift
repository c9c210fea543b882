/// Whether bytes are well-formed UTF-8 (Unicode, table 3-7).
enum UTF8Check {
  /// How many bytes the character at an index has; nil where it is malformed or cut off.
  @inline(__always)
  static func length(ofCharacter bytes: Span<UInt8>, at index: Int) -> Int? {
    let lead = bytes[index]
    if lead < 0x80 { return 1 }
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    let length: Int
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, low) = (3, 0xA0)
    case 0xED: (length, high) = (3, 0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, low) = (4, 0x90)
    case 0xF4: (length, high) = (4, 0x8F)
    case 0xF1...0xF3: length = 4
    default: return nil
    }
    guard index + length <= bytes.count, bytes[index + 1] >= low, bytes[index + 1] <= high else {
      return nil
    }
    if length > 2, bytes[index + 2] & 0xC0 != 0x80 { return nil }
    if length > 3, bytes[index + 3] & 0xC0 != 0x80 { return nil }
    return length
  }

  /// The index of the first byte that is not well-formed.
  static func firstFault(in bytes: Span<UInt8>, from start: Int) -> Int? {
    var index = start
    let count = bytes.count
    while index < count {
      if bytes[index] < 0x80 {
        index += 1
        // Numbers and line ends stand in runs: eight bytes at once.
        while index &+ 8 <= count,
          ByteWord.load(bytes, at: index) & ByteWord.repeating(0x80) == 0
        { index &+= 8 }
      } else if let length = length(ofCharacter: bytes, at: index) {
        index &+= length
      } else {
        return index
      }
    }
    return nil
  }
}
