/// Builds the tree of a well-formed file from the places of its tags.
///
/// Names, values and texts are read from the file's own bytes, so that every offset is exact; that
/// they are well-formed is known from libxml2.
struct MarkupTreeBuilder {
  private let source: MarkupSource
  private var open: [MarkupElement] = []
  private var root: MarkupElement?
  /// The byte after the last tag.
  private var cursor = 0

  static func root(of source: MarkupSource, tags: [TagScan.Tag]) -> MarkupElement? {
    var builder = MarkupTreeBuilder(source)
    for tag in tags {
      switch tag {
      case .start(let offset): builder.start(closingAt: offset)
      case .end(let offset): builder.end(before: offset)
      }
    }
    return builder.root
  }

  private init(_ source: MarkupSource) {
    self.source = source
  }

  private mutating func start(closingAt offset: Int) {
    let start = tagStart(before: offset)
    addText(upTo: start)
    open.append(TagReader(source.bytes, (start + 1)..<offset).element())
    cursor = offset + (source.bytes[offset] == 0x2F ? 2 : 1)
  }

  private mutating func end(before offset: Int) {
    // The end of an empty element is its start tag's.
    if offset > cursor {
      addText(upTo: tagStart(before: offset))
      cursor = offset
    }
    guard let element = open.popLast() else { return }
    if open.isEmpty {
      root = element
    } else {
      open[open.count - 1].children.append(.element(element))
    }
  }

  /// `<` cannot stand inside a tag, so the nearest one before a tag's end starts it.
  private func tagStart(before offset: Int) -> Int {
    source.bytes[..<offset].lastIndex(of: 0x3C) ?? 0
  }

  /// Adds what stands between two tags: text, CDATA sections; comments and instructions are left
  /// out.
  private mutating func addText(upTo end: Int) {
    guard !open.isEmpty else { return }
    let bytes = source.bytes
    var start = cursor
    var position = cursor
    while position < end {
      guard bytes[position] == 0x3C else {
        position += 1
        continue
      }
      add(start..<position)
      let rest = bytes[position..<end]
      if rest.starts(with: "<!--".utf8) {
        position = skip("-->", from: position + 4, to: end)
      } else if rest.starts(with: "<![CDATA[".utf8) {
        let stop = skip("]]>", from: position + 9, to: end)
        add((position + 9)..<max(position + 9, stop - 3), isVerbatim: true)
        position = stop
      } else {
        position = skip("?>", from: position + 2, to: end)
      }
      start = position
    }
    add(start..<end)
  }

  private func skip(_ mark: String, from start: Int, to end: Int) -> Int {
    var position = start
    while position < end {
      if source.bytes[position..<end].starts(with: mark.utf8) { return position + mark.utf8.count }
      position += 1
    }
    return end
  }

  private mutating func add(_ range: Range<Int>, isVerbatim: Bool = false) {
    guard !range.isEmpty else { return }
    var reader = ReferenceReader(source.bytes, range, isVerbatim: isVerbatim)
    let text = MarkupText(value: reader.text(), range: range, isVerbatim: isVerbatim)
    open[open.count - 1].children.append(.text(text))
  }
}

/// Reads the inside of a start tag.
private struct TagReader {
  private let bytes: [UInt8]
  private let end: Int
  private var offset: Int

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    offset = range.lowerBound
    end = range.upperBound
  }

  consuming func element() -> MarkupElement {
    var reader = self
    let nameOffset = reader.offset
    var element = MarkupElement(
      name: reader.name(),
      nameOffset: nameOffset,
      attributes: [],
      children: []
    )
    while let attribute = reader.attribute() { element.attributes.append(attribute) }
    return element
  }

  private mutating func attribute() -> MarkupAttribute? {
    skipSpace()
    guard offset < end else { return nil }
    let nameOffset = offset
    let name = name()
    while offset < end, bytes[offset] != 0x22, bytes[offset] != 0x27 { offset += 1 }
    guard offset < end else { return nil }
    let quote = bytes[offset]
    let start = offset + 1
    offset = start
    while offset < end, bytes[offset] != quote { offset += 1 }
    let range = start..<offset
    offset += 1
    var reader = ReferenceReader(bytes, range, isVerbatim: false, isAttribute: true)
    let value = MarkupText(value: reader.text(), range: range)
    return MarkupAttribute(name: name, nameOffset: nameOffset, value: value)
  }

  private mutating func name() -> String {
    let start = offset
    while offset < end, !isSpace(bytes[offset]), bytes[offset] != 0x3D { offset += 1 }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func skipSpace() {
    while offset < end, isSpace(bytes[offset]) { offset += 1 }
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
