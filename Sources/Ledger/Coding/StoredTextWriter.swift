/// Writes the JSON that a ledger keeps, without blanks and with the fewest escapes: equal values
/// have equal bytes.
struct StoredTextWriter {
  private(set) var bytes: [UInt8] = []

  /// What was written so far.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Forgets what was written and keeps the room for it.
  mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  /// Writes bytes as they are.
  mutating func append(_ other: [UInt8]) { bytes.append(contentsOf: other) }

  /// Writes a mark.
  mutating func append(_ mark: Unicode.Scalar) {
    bytes.append(UInt8(truncatingIfNeeded: mark.value))
  }

  /// Writes a string.
  mutating func append(_ string: String) {
    bytes.append(0x22)
    for byte in string.utf8 {
      switch byte {
      case 0x22, 0x5C: bytes += [0x5C, byte]
      case 0x0A: bytes += [0x5C, UInt8(ascii: "n")]
      case 0x0D: bytes += [0x5C, UInt8(ascii: "r")]
      case 0x09: bytes += [0x5C, UInt8(ascii: "t")]
      case 0..<0x20, 0x7F:
        bytes += Array("\\u00".utf8)
        bytes += [StoredTextWriter.digit(byte >> 4), StoredTextWriter.digit(byte & 15)]
      default: bytes.append(byte)
      }
    }
    bytes.append(0x22)
  }

  /// Writes an array of strings.
  mutating func append(_ strings: some Sequence<String>) {
    append("[" as Unicode.Scalar)
    for (index, string) in strings.enumerated() {
      if index > 0 { append("," as Unicode.Scalar) }
      append(string)
    }
    append("]" as Unicode.Scalar)
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 + value : 0x57 + value
  }
}
