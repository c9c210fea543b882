/// White space in the text of templates, where a line break only serves the author.
enum WhiteSpace {
  /// Leaves out runs of white space with a line break between Chinese characters and at the ends,
  /// and makes them one space elsewhere; runs without a line break stay.
  static func collapsed(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      guard isSpace(bytes[index]) else {
        result.append(bytes[index])
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, isSpace(bytes[index]) { index += 1 }
      let run = bytes[start..<index]
      guard run.contains(0x0A) else {
        result += run.map { $0 == 0x09 ? 0x20 : $0 }
        continue
      }
      let isAtEnd = start == 0 || index == bytes.count
      if !isAtEnd, !(endsChinese(bytes[..<start]) && startsChinese(bytes[index...])) {
        result.append(0x20)
      }
    }
    return result
  }

  /// Without ASCII white space at the start; U+3000 stays.
  static func trimmedStart(_ words: String) -> String {
    String(decoding: words.utf8.drop(while: isSpace), as: UTF8.self)
  }

  /// Without ASCII white space at the end.
  static func trimmedEnd(_ words: String) -> String {
    var bytes = Array(words.utf8)
    while let last = bytes.last, isSpace(last) { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private static func startsChinese(_ bytes: ArraySlice<UInt8>) -> Bool {
    String(decoding: bytes.prefix(4), as: UTF8.self).unicodeScalars.first.map(isChinese) ?? false
  }

  private static func endsChinese(_ bytes: ArraySlice<UInt8>) -> Bool {
    var start = bytes.endIndex - 1
    while start > bytes.startIndex, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return startsChinese(bytes[start...])
  }

  /// Ideographs, full-width forms, and the quotes, dashes and dots that Chinese text shares with
  /// others.
  private static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2E80...0x3FFFF, 0x2010...0x2027, 0xB7: true
    default: false
    }
  }
}
