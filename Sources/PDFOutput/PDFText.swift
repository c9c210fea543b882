/// Texts of PDF dictionaries.
enum PDFText {
  /// UTF-16BE with byte order mark, as PDF text strings need outside of Latin.
  static func utf16(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = [0xFE, 0xFF]
    for unit in text.utf16 {
      bytes.append(UInt8(unit >> 8))
      bytes.append(UInt8(unit & 255))
    }
    return bytes
  }

  /// A hexadecimal string object.
  static func hex(_ bytes: [UInt8]) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    var text = [UInt8(ascii: "<")]
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    text.append(UInt8(ascii: ">"))
    return text
  }
}
