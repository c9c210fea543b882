internal import Glibc

/// GB 18030 to UTF-8, strictly.
///
/// The tables are those of the C library, which has the 18 codes of two bytes as the edition of 2022
/// gives them. It lacks the single byte 0x80, which Windows writes for the euro sign, and the codes of
/// four bytes that these 18 characters had before: Java and Windows still write them. The edition of
/// 2022 puts private characters of the same shape there, which no list of names means.
enum GB18030 {
  /// A byte that the standard does not assign.
  struct Failure: Error, Hashable {
    /// From 0.
    var offset: Int
  }

  static func decode(_ bytes: [UInt8]) throws(Failure) -> [UInt8] {
    let converter = unsafe iconv_open("UTF-8", "GB18030")
    guard Int(bitPattern: converter) != -1 else { throw Failure(offset: 0) }
    defer { unsafe iconv_close(converter) }
    var input = bytes
    // A code of one or two bytes becomes at most three, one of four bytes at most four.
    var output = [UInt8](repeating: 0, count: bytes.count / 2 * 3 + 8)
    var read = 0
    var written = 0
    while read < input.count {
      let isDone = unsafe input.withUnsafeMutableBytes { source in
        unsafe output.withUnsafeMutableBytes { target in
          var from = unsafe source.baseAddress?.advanced(by: read)
            .assumingMemoryBound(to: CChar.self)
          var to = unsafe target.baseAddress?.advanced(by: written)
            .assumingMemoryBound(to: CChar.self)
          var fromLeft = source.count - read
          var toLeft = target.count - written
          let result = unsafe iconv(converter, &from, &fromLeft, &to, &toLeft)
          read = source.count - fromLeft
          written = target.count - toLeft
          return result != -1
        }
      }
      if isDone { break }
      guard let (scalar, length) = special(bytes, at: read) else { throw Failure(offset: read) }
      if written + 4 > output.count { output += [0, 0, 0, 0] }
      for byte in String(scalar).utf8 {
        output[written] = byte
        written += 1
      }
      read += length
      // The library needs three bytes of room for each further two of the input.
      let needed = written + (bytes.count - read) / 2 * 3 + 8
      if output.count < needed {
        output += [UInt8](repeating: 0, count: needed - output.count)
      }
    }
    output.removeLast(output.count - written)
    return output
  }

  /// What the C library does not know: 0x80, U+9FB4 to U+9FBB and U+FE10 to U+FE19 in four bytes.
  private static func special(_ bytes: [UInt8], at index: Int) -> (Unicode.Scalar, Int)? {
    if bytes[index] == 0x80 { return ("\u{20AC}", 1) }
    guard index + 4 <= bytes.count else { return nil }
    let code = bytes[index..<index + 4].map { Int($0) }
    guard (0x30...0x39).contains(code[1]), code[2] >= 0x81, (0x30...0x39).contains(code[3]) else {
      return nil
    }
    let linear = ((code[0] * 10 + code[1] - 0x30) * 126 + code[2] - 0x81) * 10 + code[3] - 0x30
    let first = ((0x82 * 10 + 5) * 126 + 0x90 - 0x81) * 10 + 7
    let second = ((0x84 * 10 + 1) * 126 + 0x82 - 0x81) * 10 + 6
    if (0..<8).contains(linear - first) {
      return Unicode.Scalar(UInt32(0x9FB4 + linear - first)).map { ($0, 4) }
    }
    if (0..<10).contains(linear - second) {
      return Unicode.Scalar(UInt32(0xFE10 + linear - second)).map { ($0, 4) }
    }
    return nil
  }
}
