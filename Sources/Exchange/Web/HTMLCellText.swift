/// The text of a cell of a web page, put together as a browser shows it.
struct HTMLCellText {
  private var bytes: [UInt8] = []
  private var hasSpace = false

  /// How long a text may become; what comes behind is left out by no honest page.
  private static let limit = 1 << 20

  /// Adds characters: runs of blanks become one, references their characters.
  mutating func add(_ source: ArraySlice<UInt8>) {
    var index = source.startIndex
    while index < source.endIndex, bytes.count < HTMLCellText.limit {
      let byte = source[index]
      if HTMLScanner.isSpace(byte) {
        hasSpace = true
        index += 1
        continue
      }
      flushSpace()
      if byte == UInt8(ascii: "&"), let (scalar, length) = HTMLCellText.reference(source[index...])
      {
        bytes += Array(String(scalar).utf8)
        index += length
      } else {
        bytes.append(byte)
        index += 1
      }
    }
  }

  /// Starts a new line, as `<br>` does; one of a block counts only behind a text.
  mutating func breakLine(isBlock: Bool = false) {
    hasSpace = false
    if isBlock, bytes.isEmpty || bytes.last == 0x0A { return }
    if bytes.count < HTMLCellText.limit { bytes.append(0x0A) }
  }

  private mutating func flushSpace() {
    if hasSpace, !bytes.isEmpty, bytes.last != 0x0A { bytes.append(0x20) }
    hasSpace = false
  }

  /// The text; a cell that holds nothing but blanks, as empty ones of web pages do, has none.
  var text: String {
    var end = bytes.count
    while end > 0, bytes[end - 1] == 0x0A { end -= 1 }
    let text = String(decoding: bytes[..<end], as: UTF8.self)
    return text.unicodeScalars.allSatisfy(Cleaning.isBlank) ? "" : text
  }

  /// The character of a reference (`&nbsp;`, `&#20013;`, `&#x4E2D;`) and its length.
  private static func reference(_ source: ArraySlice<UInt8>) -> (Unicode.Scalar, Int)? {
    let body = source.dropFirst().prefix(10)
    guard let end = body.firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: body[..<end], as: UTF8.self)
    let length = end - source.startIndex + 1
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
      let code =
        isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
      return code.flatMap { Unicode.Scalar($0) }.map { ($0, length) }
    }
    return named[name].map { ($0, length) }
  }

  private static let named: [String: Unicode.Scalar] = [
    "nbsp": "\u{A0}", "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'",
    "middot": "\u{B7}", "bull": "\u{2022}", "ndash": "\u{2013}", "mdash": "\u{2014}",
    "hellip": "\u{2026}", "times": "\u{D7}", "ensp": "\u{2002}", "emsp": "\u{2003}",
    "thinsp": "\u{2009}", "zwnj": "\u{200C}", "zwj": "\u{200D}", "shy": "\u{AD}",
    "ldquo": "\u{201C}", "rdquo": "\u{201D}", "lsquo": "\u{2018}", "rsquo": "\u{2019}",
    "copy": "\u{A9}", "reg": "\u{AE}", "deg": "\u{B0}", "yen": "\u{A5}",
  ]
}
