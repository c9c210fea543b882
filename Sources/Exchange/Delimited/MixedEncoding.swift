/// Finds where a text changes between UTF-8 and GB18030, as lists that were pasted together do.
///
/// Most bytes of UTF-8 also pass for GB18030 and would be read as other characters. A line counts as
/// UTF-8 when it is well-formed and has two characters of three bytes: Chinese in GB18030 hardly ever
/// comes out so.
enum MixedEncoding {
  /// Where the encoding changes, and what the text was until there.
  struct Change: Hashable {
    /// The first byte of the other encoding, from 0.
    var offset: Int
    /// The encoding of the lines before.
    var before: String
  }

  /// The first change of a text that is not UTF-8 throughout; nil where there is none.
  static func find(in bytes: [UInt8]) -> Change? {
    var isUTF8: Bool?
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if let (line, offset) = encoding(of: bytes, start..<end) {
        if let known = isUTF8, known != line {
          return Change(offset: offset, before: known ? "UTF-8" : "GB18030")
        }
        isUTF8 = line
      }
      start = end + 1
    }
    return nil
  }

  /// Whether a line is UTF-8 and its first byte that says so; nil where it could be either.
  private static func encoding(
    of bytes: [UInt8],
    _ line: Range<Int>
  ) -> (isUTF8: Bool, offset: Int)? {
    guard let first = bytes[line].firstIndex(where: { $0 >= 0x80 }) else { return nil }
    let span = bytes.span.extracting(line)
    var index = first - line.lowerBound
    var long = 0
    while index < span.count {
      guard let length = UTF8Check.length(ofCharacter: span, at: index) else {
        // Two characters of UTF-8 before a broken one: the change is within the line.
        return long >= 2 ? (false, line.lowerBound + index) : (false, first)
      }
      if length >= 3 { long += 1 }
      index += length
    }
    return long >= 2 ? (true, first) : nil
  }
}
