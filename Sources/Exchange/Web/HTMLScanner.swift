/// Cuts a web page in UTF-8 into tags and texts, as browsers do: nothing is ever an error.
///
/// Each byte is looked at once or twice, whatever the page holds.
struct HTMLScanner {
  /// A piece of a page; comments, declarations, scripts and styles are passed over.
  enum Token {
    /// Characters, references not yet replaced.
    case text(Range<Int>)
    case start(Tag)
    case end(String)
  }

  /// A start tag.
  struct Tag {
    /// In lower case, with its prefix.
    var name: String
    /// Where the attributes stand.
    var attributes: Range<Int>
  }

  let bytes: [UInt8]
  private var position: Int

  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    position = start
  }

  /// The next piece; nil at the end.
  mutating func next() -> Token? {
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<"), position + 1 < bytes.count else {
        return text(from: position)
      }
      switch bytes[position + 1] {
      case UInt8(ascii: "!"): skipDeclaration()
      case UInt8(ascii: "?"): position = end(of: [UInt8(ascii: ">")], from: position)
      case UInt8(ascii: "/"):
        let name = name(from: position + 2)
        position = end(of: [UInt8(ascii: ">")], from: position)
        return .end(name)
      case let byte where HTMLScanner.isLetter(byte): return .start(tag())
      default: return text(from: position)
      }
    }
    return nil
  }

  private mutating func text(from start: Int) -> Token {
    // A single `<` that starts no tag is a character of the text.
    position += 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
    return .text(start..<position)
  }

  private mutating func skipDeclaration() {
    let isComment = bytes[position...].starts(with: Array("<!--".utf8))
    position = end(of: Array((isComment ? "-->" : ">").utf8), from: position + (isComment ? 4 : 0))
  }

  private mutating func tag() -> Tag {
    let name = name(from: position + 1)
    let start = position + 1 + name.utf8.count
    var index = start
    var quote: UInt8?
    while index < bytes.count {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        break
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), index > start,
        HTMLScanner.opensValue(bytes, before: index, from: start)
      {
        quote = byte
      }
      index += 1
    }
    position = min(index + 1, bytes.count)
    if HTMLScanner.rawElements.contains(name) { skipRaw(name) }
    return Tag(name: name, attributes: start..<index)
  }

  /// Whether a quote stands where a value starts, behind `=`.
  private static func opensValue(_ bytes: [UInt8], before index: Int, from start: Int) -> Bool {
    var index = index - 1
    while index > start, isSpace(bytes[index]) { index -= 1 }
    return bytes[index] == UInt8(ascii: "=")
  }

  private static let rawElements: Set<String> = ["script", "style", "title", "textarea", "xmp"]

  /// Passes over what is no markup, up to the end tag of its element.
  private mutating func skipRaw(_ name: String) {
    let wanted = Array(name.utf8)
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "<"), position + 2 + wanted.count <= bytes.count,
        bytes[position + 1] == UInt8(ascii: "/"),
        wanted.indices.allSatisfy({ bytes[position + 2 + $0] | 0x20 == wanted[$0] })
      {
        return
      }
      position += 1
    }
  }

  private func name(from start: Int) -> String {
    var name: [UInt8] = []
    for byte in bytes[min(start, bytes.count)...].prefix(64) {
      guard
        HTMLScanner.isLetter(byte) || 0x30...0x39 ~= byte || byte == 0x3A || byte == 0x2D
          || byte == 0x5F
      else { break }
      name.append(0x41...0x5A ~= byte ? byte | 0x20 : byte)
    }
    return String(decoding: name, as: UTF8.self)
  }

  /// The position behind the next occurrence of `mark`, or the end.
  private func end(of mark: [UInt8], from start: Int) -> Int {
    var index = start
    while index + mark.count <= bytes.count {
      if bytes[index] == mark[0], bytes[index..<index + mark.count].elementsEqual(mark) {
        return index + mark.count
      }
      index += 1
    }
    return bytes.count
  }

  /// The value of an attribute: empty where it has none, nil where it is missing.
  func value(of attribute: String, in tag: Tag) -> String? {
    let wanted = Array(attribute.utf8)
    var index = tag.attributes.lowerBound
    let end = tag.attributes.upperBound
    while index < end {
      while index < end, HTMLScanner.isSpace(bytes[index]) || bytes[index] == UInt8(ascii: "/") {
        index += 1
      }
      let start = index
      while index < end, !HTMLScanner.isSpace(bytes[index]), bytes[index] != UInt8(ascii: "=") {
        index += 1
      }
      let isWanted =
        index - start == wanted.count
        && wanted.indices.allSatisfy { HTMLScanner.lower(bytes[start + $0]) == wanted[$0] }
      while index < end, HTMLScanner.isSpace(bytes[index]) { index += 1 }
      guard index < end, bytes[index] == UInt8(ascii: "=") else {
        if isWanted { return "" }
        if index == start { index += 1 }
        continue
      }
      index += 1
      while index < end, HTMLScanner.isSpace(bytes[index]) { index += 1 }
      var value = index..<index
      if index < end, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") {
        let quote = bytes[index]
        let first = index + 1
        index = first
        while index < end, bytes[index] != quote { index += 1 }
        value = first..<index
        index += 1
      } else {
        let first = index
        while index < end, !HTMLScanner.isSpace(bytes[index]) { index += 1 }
        value = first..<index
      }
      if isWanted { return String(decoding: bytes[value], as: UTF8.self) }
    }
    return nil
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || 0x09...0x0D ~= byte
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    0x61...0x7A ~= byte | 0x20
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    0x41...0x5A ~= byte ? byte | 0x20 : byte
  }
}
