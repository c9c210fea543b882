internal import CXML2

/// Writes an XML document through libxml2's text writer, indented by two spaces.
///
/// Texts are checked and escaped, so that what comes out is well-formed whatever goes in. The
/// first error ends the document: the writer is thrown away.
@safe package struct MarkupWriter: ~Copyable {
  private let writer: xmlTextWriterPtr
  private let buffer: xmlBufferPtr
  /// Names of the open elements, for messages.
  private var open: [String] = []

  /// An empty document in UTF-8, its XML declaration written.
  ///
  /// Throws where the library has no memory.
  package init() throws(MarkupWriterError) {
    let pair = unsafe try Self.begin()
    unsafe buffer = pair.buffer
    unsafe writer = pair.writer
  }

  private static func begin() throws(MarkupWriterError) -> (
    buffer: xmlBufferPtr, writer: xmlTextWriterPtr
  ) {
    guard let buffer = unsafe xmlBufferCreate() else { throw .refused("make a buffer") }
    guard let writer = unsafe xmlNewTextWriterMemory(buffer, 0) else {
      unsafe xmlBufferFree(buffer)
      throw .refused("make a writer")
    }
    unsafe xmlTextWriterSetIndent(writer, 1)
    unsafe xmlTextWriterSetIndentString(writer, "  ")
    guard unsafe xmlTextWriterStartDocument(writer, "1.0", "UTF-8", nil) >= 0 else {
      unsafe xmlFreeTextWriter(writer)
      unsafe xmlBufferFree(buffer)
      throw .refused("begin a document")
    }
    return unsafe (buffer, writer)
  }

  deinit {
    unsafe xmlFreeTextWriter(writer)
    unsafe xmlBufferFree(buffer)
  }

  /// Opens an element.
  package mutating func start(_ name: String) throws(MarkupWriterError) {
    try Self.check(name: name)
    guard unsafe xmlTextWriterStartElement(writer, name) >= 0 else {
      throw .refused("open <\(name)>")
    }
    open.append(name)
  }

  /// Adds an attribute to the element just opened; attributes stand in the order of the calls.
  package mutating func attribute(_ name: String, _ value: String) throws(MarkupWriterError) {
    try Self.check(name: name)
    try check(text: value)
    guard unsafe xmlTextWriterWriteAttribute(writer, name, value) >= 0 else {
      throw .refused("write the attribute \(name)")
    }
  }

  /// Adds text to the open element.
  package mutating func text(_ text: String) throws(MarkupWriterError) {
    try check(text: text)
    guard unsafe xmlTextWriterWriteString(writer, text) >= 0 else {
      throw .refused("write text")
    }
  }

  /// Writes an element that holds nothing but text.
  package mutating func element(_ name: String, _ text: String) throws(MarkupWriterError) {
    try start(name)
    try self.text(text)
    try end()
  }

  /// Closes the element opened last.
  package mutating func end() throws(MarkupWriterError) {
    guard open.popLast() != nil, unsafe xmlTextWriterEndElement(writer) >= 0 else {
      throw .refused("close an element")
    }
  }

  /// Hands over what was written since the last call and forgets it, so that a long document is
  /// never held twice.
  package mutating func take() throws(MarkupWriterError) -> [UInt8] {
    guard unsafe xmlTextWriterFlush(writer) >= 0 else { throw .refused("flush") }
    let count = Int(unsafe xmlBufferLength(buffer))
    guard count > 0, let content = unsafe xmlBufferContent(buffer) else { return [] }
    let bytes = unsafe Array(UnsafeBufferPointer(start: content, count: count))
    unsafe xmlBufferEmpty(buffer)
    return bytes
  }

  /// Closes what is open and hands over the rest of the document.
  package consuming func finish() throws(MarkupWriterError) -> [UInt8] {
    guard unsafe xmlTextWriterEndDocument(writer) >= 0 else { throw .refused("end the document") }
    return try take()
  }

  /// Names come from the record schema, but a template may declare fields of its own.
  private static func check(name: String) throws(MarkupWriterError) {
    var isFirst = true
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): break
      case UInt8(ascii: "0")...UInt8(ascii: "9") where !isFirst: break
      case UInt8(ascii: "-") where !isFirst, UInt8(ascii: "_") where !isFirst: break
      case UInt8(ascii: ".") where !isFirst, UInt8(ascii: ":") where !isFirst: break
      default: throw .illegalName(name)
      }
      isFirst = false
    }
    if isFirst { throw .illegalName(name) }
  }

  private func check(text: String) throws(MarkupWriterError) {
    // Everything that XML cannot carry is below U+0020 or begins with the byte EF.
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0xEF }) else { return }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: break
      case 0..<0x20, 0xFFFE, 0xFFFF:
        throw .illegalCharacter(scalar: scalar.value, place: open.last ?? "")
      default: break
      }
    }
  }
}
