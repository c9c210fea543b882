/// An element of a parsed file, with the byte offset of everything that a finding may point at.
package struct MarkupElement: Sendable {
  /// The name as written, prefix included.
  package var name: String
  /// Where the name starts.
  package var nameOffset: Int
  /// The attributes in the order of the file.
  package var attributes: [MarkupAttribute]
  /// Elements and texts in the order of the file; comments are left out.
  package var children: [MarkupNode]

  /// The attribute of a name.
  package subscript(name: String) -> MarkupAttribute? {
    attributes.first { $0.name == name }
  }

  /// The elements among the children.
  package var elements: [MarkupElement] {
    children.compactMap { node in
      guard case .element(let element) = node else { return nil }
      return element
    }
  }
}

/// A child of an element.
package enum MarkupNode: Sendable {
  /// An element.
  case element(MarkupElement)
  /// Text between tags and comments.
  case text(MarkupText)
}

/// An attribute of an element.
package struct MarkupAttribute: Sendable {
  /// The name as written, prefix included.
  package var name: String
  /// Where the name starts.
  package var nameOffset: Int
  /// The value.
  package var value: MarkupText
}

/// Text of a file with references resolved.
package struct MarkupText: Sendable {
  /// The text.
  package var value: String
  /// The bytes of the file that it was written as, quotes of attributes left out.
  package var range: Range<Int>
  /// Whether `&` stands for itself (CDATA sections).
  package var isVerbatim = false

  /// Whether it holds nothing but white space.
  package var isBlank: Bool {
    value.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
  }

  /// The byte of the file that an offset into the text's UTF-8 was written at.
  package func sourceOffset(of offset: Int, in source: MarkupSource) -> Int {
    var reader = ReferenceReader(source.bytes, range, isVerbatim: isVerbatim)
    var produced = 0
    while produced < offset {
      let before = reader.offset
      guard let length = reader.next(append: { _ in }) else { break }
      produced += length
      // The offset lies inside a reference: its `&` is the place.
      if produced > offset { return before }
    }
    return reader.offset
  }
}
