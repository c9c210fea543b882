internal import CXML2

/// Is told what a markup text holds, in the order of the text.
package protocol MarkupHandler: AnyObject {
  /// An element starts.
  func startElement(_ element: borrowing StreamedElement)
  /// The element of this local name ends.
  func endElement(_ name: String)
  /// Text, entities replaced; one run of text may come in several pieces.
  func text(_ bytes: Span<UInt8>)
}

/// The start of an element.
package struct StreamedElement: Sendable {
  /// The local name, without its prefix.
  package var name: String = ""
  /// The attributes in the order of the text.
  package var attributes: [StreamedAttribute] = []
  /// The line of the end of the start tag, from 1.
  package var line: Int = 0

  /// The value of the attribute with this local name.
  package subscript(name: String) -> String? {
    for attribute in attributes where attribute.name == name { return attribute.value }
    return nil
  }
}

/// An attribute of an element.
package struct StreamedAttribute: Hashable, Sendable {
  /// The local name, without its prefix.
  package var name: String
  /// The value, entities replaced.
  package var value: String
}

/// Why a markup text could not be read.
package struct MarkupReadingError: Error, Hashable, Sendable {
  /// What went wrong.
  package enum Reason: Hashable, Sendable {
    /// The text is not well-formed; the words are libxml2's.
    case malformed(String)
    /// The text has a document type declaration, which is refused: it could name other files or
    /// define entities that grow without end.
    case documentType
    /// The library could not make a parser.
    case unavailable
  }

  /// What went wrong.
  package var reason: Reason
  /// The line, from 1.
  package var line: Int
  /// The column in bytes, from 1.
  package var column: Int

  /// An error at a place.
  package init(_ reason: Reason, line: Int, column: Int) {
    self.reason = reason
    self.line = line
    self.column = column
  }
}

/// Reads a markup text piece by piece and never loads anything that the text names.
///
/// The handler is called while `feed` runs; it must not feed the same reader.
@safe package struct MarkupReader: ~Copyable {
  private let slot: MarkupSlot
  private let context: xmlParserCtxtPtr

  /// A reader that tells `handler`.
  ///
  /// Throws only when the library cannot make a parser.
  package init(handler: any MarkupHandler) throws(MarkupReadingError) {
    _ = MarkupReader.library
    let slot = MarkupSlot(handler: handler)
    var callbacks = unsafe MarkupSlot.callbacks()
    let made = unsafe xmlCreatePushParserCtxt(
      &callbacks,
      Unmanaged.passUnretained(slot).toOpaque(),
      nil,
      0,
      nil
    )
    guard let context = unsafe made else {
      throw MarkupReadingError(.unavailable, line: 0, column: 0)
    }
    unsafe xmlCtxtUseOptions(
      context,
      Int32(XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue)
    )
    unsafe slot.context = context
    self.slot = slot
    unsafe self.context = unsafe context
  }

  deinit {
    unsafe xmlFreeParserCtxt(context)
  }

  /// Reads a whole text.
  package static func read(
    _ bytes: [UInt8],
    handler: any MarkupHandler
  ) throws(MarkupReadingError) {
    let reader = try MarkupReader(handler: handler)
    var position = 0
    while position < bytes.count {
      let end = min(position + (1 << 20), bytes.count)
      try reader.feed(bytes[position..<end])
      position = end
    }
    try reader.finish()
  }

  /// Reads the next piece of the text.
  package borrowing func feed(_ bytes: ArraySlice<UInt8>) throws(MarkupReadingError) {
    unsafe bytes.withUnsafeBytes { buffer in
      let start = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      unsafe xmlParseChunk(context, start, Int32(buffer.count), 0)
    }
    if let error = slot.error { throw error }
  }

  /// Says that the text is complete.
  package borrowing func finish() throws(MarkupReadingError) {
    unsafe xmlParseChunk(context, nil, 0, 1)
    if let error = slot.error { throw error }
  }

  /// Initialises the library once, as it asks before threads use it.
  private static let library: Void = xmlInitParser()
}
