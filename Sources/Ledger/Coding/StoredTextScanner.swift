/// Reads the JSON that a ledger keeps: strings, arrays and objects of them, as `StoredTextWriter`
/// writes them.
///
/// Anything else is damage, since nobody but this program writes there.
struct StoredTextScanner {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// Whether everything was read.
  var isAtEnd: Bool { position == bytes.count }

  /// Steps over a byte if it is the next one.
  mutating func skip(_ byte: Unicode.Scalar) -> Bool {
    guard position < bytes.count, UInt32(bytes[position]) == byte.value else { return false }
    position += 1
    return true
  }

  /// Steps over a byte that must be the next one.
  mutating func expect(_ byte: Unicode.Scalar) throws(DamagedText) {
    guard skip(byte) else { throw DamagedText() }
  }

  /// Reads a string.
  mutating func string() throws(DamagedText) -> String {
    try expect("\"")
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x22 {
        defer { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
      }
      if byte == 0x5C { return try escapedString(from: start) }
      position += 1
    }
    throw DamagedText()
  }

  /// Reads an array of strings.
  mutating func strings() throws(DamagedText) -> [String] {
    try expect("[")
    var strings: [String] = []
    if skip("]") { return strings }
    repeat { strings.append(try string()) } while skip(",")
    try expect("]")
    return strings
  }

  private mutating func escapedString(from start: Int) throws(DamagedText) -> String {
    var text = Array(bytes[start..<position])
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == 0x22 { return String(decoding: text, as: UTF8.self) }
      guard byte == 0x5C else {
        text.append(byte)
        continue
      }
      guard position < bytes.count else { break }
      let mark = bytes[position]
      position += 1
      switch mark {
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "u"): text.append(try control())
      default: text.append(mark)
      }
    }
    throw DamagedText()
  }

  /// The four digits of a control character.
  private mutating func control() throws(DamagedText) -> UInt8 {
    guard position + 4 <= bytes.count,
      let value = UInt8(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
    else { throw DamagedText() }
    position += 4
    return value
  }
}

/// A text of the ledger that this program cannot have written.
struct DamagedText: Error {}
