/// The tags of a worksheet in their order, with their places in the source.
///
/// The sheet has been read before, so it is well-formed and without a DTD; comments, processing
/// instructions and CDATA sections are passed over.
struct SheetTagScan {
  private let bytes: [UInt8]
  private var index = 0

  /// A start or end tag.
  struct Tag {
    /// The local name.
    var name: String
    /// The namespace prefix with its colon; empty where there is none.
    var prefix: String
    /// From `<` to behind `>`.
    var range: Range<Int>
    var isEnd: Bool
    /// Whether the element ends in its start tag.
    var isEmpty: Bool
    var attributes: [Attribute] = []

    /// The raw value of an attribute.
    subscript(name: String) -> String? {
      attributes.first { $0.name == name }?.value
    }
  }

  /// An attribute.
  struct Attribute {
    var name: String
    /// As the source writes it.
    var value: String
    /// From the name to behind the closing quote.
    var range: Range<Int>
  }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The next tag; nil at the end.
  mutating func next() -> Tag? {
    while let start = position(of: UInt8(ascii: "<"), from: index) {
      if let end = passedOver(from: start) {
        index = end
        continue
      }
      guard let tag = tag(from: start) else { return nil }
      index = tag.range.upperBound
      return tag
    }
    return nil
  }

  private func position(of byte: UInt8, from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      if bytes[index] == byte { return index }
      index += 1
    }
    return nil
  }

  /// Behind what is no tag; nil at a tag.
  private func passedOver(from start: Int) -> Int? {
    let pairs = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">")]
    for (opening, closing) in pairs where bytes[start...].starts(with: opening.utf8) {
      let ending = Array(closing.utf8)
      var index = start + opening.utf8.count
      while index < bytes.count, !bytes[index...].starts(with: ending) { index += 1 }
      return min(bytes.count, index + ending.count)
    }
    return nil
  }

  private func tag(from start: Int) -> Tag? {
    var index = start + 1
    let isEnd = index < bytes.count && bytes[index] == UInt8(ascii: "/")
    if isEnd { index += 1 }
    let whole = name(from: &index)
    let parts = whole.split(separator: ":", maxSplits: 1)
    var tag = Tag(
      name: String(parts.last ?? ""),
      prefix: parts.count == 2 ? "\(parts[0]):" : "",
      range: start..<start,
      isEnd: isEnd,
      isEmpty: false
    )
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: ">") {
        tag.range = start..<(index + 1)
        return tag
      }
      if byte == UInt8(ascii: "/") {
        tag.isEmpty = true
        index += 1
      } else if SheetTagScan.isBlank(byte) {
        index += 1
      } else {
        guard let attribute = attribute(from: &index) else { return nil }
        tag.attributes.append(attribute)
      }
    }
    return nil
  }

  private func attribute(from index: inout Int) -> Attribute? {
    let start = index
    let name = name(from: &index)
    guard !name.isEmpty, let equals = position(of: UInt8(ascii: "="), from: index) else {
      return nil
    }
    index = equals + 1
    while index < bytes.count, SheetTagScan.isBlank(bytes[index]) { index += 1 }
    guard index < bytes.count, let end = position(of: bytes[index], from: index + 1) else {
      return nil
    }
    let value = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
    index = end + 1
    return Attribute(name: name, value: value, range: start..<index)
  }

  private func name(from index: inout Int) -> String {
    let start = index
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "/"): break
      case let byte where SheetTagScan.isBlank(byte): break
      default:
        index += 1
        continue
      }
      break
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
