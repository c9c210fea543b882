/// Turns the bytes of a text file into UTF-8.
///
/// The order is: byte order mark, UTF-16 by its zero bytes, strict UTF-8, GB18030. Nothing is ever
/// repaired.
struct TextDecoder {
  /// A text in UTF-8.
  struct Text {
    var bytes: [UInt8]
    /// Where the text starts behind a byte order mark.
    var start = 0
    var encoding: Encoding

    /// The text for an XML reader: the declaration, which names the encoding that the file had,
    /// is blanked out so that lines and columns stay.
    var withoutDeclaration: [UInt8] {
      var copy = Array(bytes[start...])
      guard let open = copy.firstIndex(where: { !HTMLScanner.isSpace($0) }),
        copy[open...].starts(with: "<?xml ".utf8),
        let end = copy[open...].firstIndex(of: UInt8(ascii: ">"))
      else { return copy }
      for index in open...end where copy[index] != 0x0A { copy[index] = 0x20 }
      return copy
    }
  }

  /// How the file was encoded.
  enum Encoding: Hashable {
    case utf8
    case utf16
    case gb18030
  }

  /// The first byte that no encoding explains.
  struct Failure: Error, Hashable {
    /// From 0.
    var offset: Int
    /// The line, from 1.
    var line: Int
    /// The byte.
    var byte: UInt8
    /// The encoding that went furthest.
    var encoding: String
    /// Whether the text is in that encoding up to this byte, and in another one from here.
    var isMixed = false
  }

  static func decode(_ bytes: [UInt8]) throws(Failure) -> Text {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      if let offset = UTF8Check.firstFault(in: bytes.span, from: 3) {
        throw failure(bytes, offset, "UTF-8")
      }
      return Text(bytes: bytes, start: 3, encoding: .utf8)
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return try utf16(bytes, low: 0, from: 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return try utf16(bytes, low: 1, from: 2) }
    if let low = lowByteOfUTF16(bytes) { return try utf16(bytes, low: low, from: 0) }
    guard let broken = UTF8Check.firstFault(in: bytes.span, from: 0) else {
      return Text(bytes: bytes, encoding: .utf8)
    }
    // A text that is UTF-8 but for a character cut off at the very end was truncated.
    if isCutOff(bytes[broken...]), bytes[..<broken].contains(where: { $0 >= 0xE0 }) {
      throw failure(bytes, broken, "UTF-8")
    }
    if let change = MixedEncoding.find(in: bytes) {
      var failure = failure(bytes, change.offset, change.before)
      failure.isMixed = true
      throw failure
    }
    do {
      return Text(bytes: try GB18030.decode(bytes), encoding: .gb18030)
    } catch {
      throw error.offset >= broken
        ? failure(bytes, error.offset, "GB18030") : failure(bytes, broken, "UTF-8")
    }
  }

  /// Whether bytes are the beginning of one character of UTF-8.
  private static func isCutOff(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let lead = bytes.first else { return false }
    let length =
      switch lead {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 0
      }
    return bytes.count < length && bytes.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
  }

  private static func failure(_ bytes: [UInt8], _ offset: Int, _ encoding: String) -> Failure {
    var line = 1
    for byte in bytes[..<min(offset, bytes.count)] where byte == 0x0A { line += 1 }
    let byte = offset < bytes.count ? bytes[offset] : 0
    return Failure(offset: offset, line: line, byte: byte, encoding: encoding)
  }

  /// Which byte of two is the lower one in a text of UTF-16 without a byte order mark: headings and
  /// digits have a zero byte beside each character, and no other text has any.
  private static func lowByteOfUTF16(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= 2, bytes.count % 2 == 0 else { return nil }
    var zeros = [0, 0]
    for (index, byte) in bytes.prefix(4096).enumerated() where byte == 0 { zeros[index & 1] += 1 }
    if zeros[0] == 0, zeros[1] > 0 { return 0 }
    if zeros[1] == 0, zeros[0] > 0 { return 1 }
    return nil
  }

  private static func utf16(_ bytes: [UInt8], low: Int, from start: Int) throws(Failure) -> Text {
    guard bytes.count % 2 == 0 else { throw failure(bytes, bytes.count - 1, "UTF-16") }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: start, to: bytes.count, by: 2) {
      units.append(UInt16(bytes[index + 1 - low]) << 8 | UInt16(bytes[index + low]))
    }
    for index in units.indices where units[index] & 0xF800 == 0xD800 {
      let isPaired =
        units[index] < 0xDC00
        ? index + 1 < units.count && units[index + 1] & 0xFC00 == 0xDC00
        : index > 0 && units[index - 1] & 0xFC00 == 0xD800
      if !isPaired { throw failure(bytes, index * 2 + start, "UTF-16") }
    }
    return Text(bytes: Array(String(decoding: units, as: UTF16.self).utf8), encoding: .utf16)
  }
}
