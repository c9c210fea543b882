/// Turns the bytes of a text file into UTF-8.
///
/// The order is: byte order mark, strict UTF-8, GB18030. Nothing is ever repaired.
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
  }

  static func decode(_ bytes: [UInt8]) throws(Failure) -> Text {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      if let offset = UTF8Check.firstFault(in: bytes.span, from: 3) {
        throw failure(bytes, offset, "UTF-8")
      }
      return Text(bytes: bytes, start: 3, encoding: .utf8)
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return try utf16(bytes, low: 0) }
    if bytes.starts(with: [0xFE, 0xFF]) { return try utf16(bytes, low: 1) }
    guard let broken = UTF8Check.firstFault(in: bytes.span, from: 0) else {
      return Text(bytes: bytes, encoding: .utf8)
    }
    // A text that is UTF-8 but for a character cut off at the very end was truncated.
    if broken > 0, bytes.count - broken < 4, bytes[..<broken].contains(where: { $0 >= 0xE0 }) {
      throw failure(bytes, broken, "UTF-8")
    }
    do {
      return Text(bytes: try GB18030.decode(bytes), encoding: .gb18030)
    } catch {
      throw error.offset >= broken
        ? failure(bytes, error.offset, "GB18030") : failure(bytes, broken, "UTF-8")
    }
  }

  private static func failure(_ bytes: [UInt8], _ offset: Int, _ encoding: String) -> Failure {
    var line = 1
    for byte in bytes[..<min(offset, bytes.count)] where byte == 0x0A { line += 1 }
    let byte = offset < bytes.count ? bytes[offset] : 0
    return Failure(offset: offset, line: line, byte: byte, encoding: encoding)
  }

  private static func utf16(_ bytes: [UInt8], low: Int) throws(Failure) -> Text {
    guard bytes.count % 2 == 0 else { throw failure(bytes, bytes.count - 1, "UTF-16") }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: 2, to: bytes.count, by: 2) {
      units.append(UInt16(bytes[index + 1 - low]) << 8 | UInt16(bytes[index + low]))
    }
    for index in units.indices where units[index] & 0xF800 == 0xD800 {
      let isPaired =
        units[index] < 0xDC00
        ? index + 1 < units.count && units[index + 1] & 0xFC00 == 0xDC00
        : index > 0 && units[index - 1] & 0xFC00 == 0xD800
      if !isPaired { throw failure(bytes, index * 2 + 2, "UTF-16") }
    }
    return Text(bytes: Array(String(decoding: units, as: UTF16.self).utf8), encoding: .utf16)
  }
}
