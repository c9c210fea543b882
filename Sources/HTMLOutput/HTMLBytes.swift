import DocumentModel

/// A growing HTML text as bytes.
///
/// Whatever goes through `text` is safe in element content and in quoted attributes.
struct HTMLBytes {
  /// What was written since the last flush.
  private(set) var bytes: [UInt8] = []

  /// An empty text with room for one chunk.
  init() {
    bytes.reserveCapacity(1 << 16)
  }

  /// Forgets what was written and keeps the room.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
  }

  /// Markup, taken as it is.
  mutating func raw(_ markup: StaticString) {
    unsafe bytes.append(
      contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount)
    )
  }

  /// Bytes that stand for themselves.
  mutating func append(_ other: [UInt8]) {
    bytes.append(contentsOf: other)
  }

  /// A number.
  mutating func number(_ number: Int) {
    bytes.append(contentsOf: String(number).utf8)
  }

  /// A length in millimetres with at most two decimals.
  mutating func millimetres(_ length: Length) {
    decimal(hundredths: (Int(length.milliPoints) * 2_540 + 36_000) / 72_000)
    raw("mm")
  }

  /// A length in points with at most two decimals.
  mutating func points(_ length: Length) {
    decimal(hundredths: (Int(length.milliPoints) + 5) / 10)
    raw("pt")
  }

  /// Words that may hold anything: escaped for content and quoted attributes.
  mutating func text(_ text: String) {
    if text.utf8.allSatisfy({ Self.isPlain[Int($0)] }) {
      bytes.append(contentsOf: text.utf8)
    } else {
      escaped(text)
    }
  }

  private mutating func decimal(hundredths: Int) {
    let value = max(0, hundredths)
    number(value / 100)
    let fraction = value % 100
    guard fraction > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    bytes.append(UInt8(ascii: "0") + UInt8(fraction / 10))
    if fraction % 10 > 0 { bytes.append(UInt8(ascii: "0") + UInt8(fraction % 10)) }
  }

  /// HTML has no way to carry control characters and noncharacters: C0 controls become their
  /// pictures (U+2400 and on), the others U+FFFD, so that a reader sees that something stood there.
  private mutating func escaped(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: raw("&amp;")
      case 0x3C: raw("&lt;")
      case 0x3E: raw("&gt;")
      case 0x22: raw("&quot;")
      case 0x27: raw("&#39;")
      case 0x09, 0x0A: bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      case 0..<0x20: scalarBytes(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
      case 0x7F: scalarBytes("\u{2421}")
      case 0x80..<0xA0, 0xFDD0...0xFDEF: scalarBytes("\u{FFFD}")
      case let value where value & 0xFFFE == 0xFFFE: scalarBytes("\u{FFFD}")
      default: scalarBytes(scalar)
      }
    }
  }

  private mutating func scalarBytes(_ scalar: Unicode.Scalar) {
    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  /// Bytes that stand for themselves in every context.
  ///
  /// C2 and EF begin the C1 controls and the noncharacters of the first plane, F0 to F4 those of
  /// the others: texts that hold them take the slow way.
  private static let isPlain: [Bool] = (0..<256).map { byte in
    switch UInt8(byte) {
    case ..<0x20, 0x7F, 0xC2, 0xEF...: false
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"): false
    case UInt8(ascii: "\""), UInt8(ascii: "'"): false
    default: true
    }
  }
}
