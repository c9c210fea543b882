internal import CXML2

/// What libxml2's callbacks write to: the handler, the first error and the names seen so far.
@safe final class MarkupSlot {
  let handler: any MarkupHandler
  var error: MarkupReadingError?
  var context: xmlParserCtxtPtr?
  private var element = StreamedElement()
  /// Names by the address that the parser's dictionary gives them, so that each is made once.
  private var names: [UInt: String] = [:]

  init(handler: any MarkupHandler) {
    self.handler = handler
  }

  /// The callbacks; each finds its slot in the context argument.
  static func callbacks() -> xmlSAXHandler {
    var sax = unsafe xmlSAXHandler()
    unsafe sax.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe sax.startElementNs = { context, name, _, _, _, _, count, _, attributes in
      unsafe MarkupSlot.of(context)?.start(name, attributes: attributes, count: Int(count))
    }
    unsafe sax.endElementNs = { context, name, _, _ in
      unsafe MarkupSlot.of(context)?.end(name)
    }
    unsafe sax.characters = { context, text, length in
      unsafe MarkupSlot.of(context)?.text(text, length)
    }
    unsafe sax.ignorableWhitespace = { context, text, length in
      unsafe MarkupSlot.of(context)?.text(text, length)
    }
    unsafe sax.cdataBlock = { context, text, length in
      unsafe MarkupSlot.of(context)?.text(text, length)
    }
    unsafe sax.internalSubset = { context, _, _, _ in
      unsafe MarkupSlot.of(context)?.refuse()
    }
    unsafe sax.serror = { context, error in
      unsafe MarkupSlot.of(context)?.record(error)
    }
    return unsafe sax
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> MarkupSlot? {
    guard let context = unsafe context else { return nil }
    return unsafe Unmanaged<MarkupSlot>.fromOpaque(context).takeUnretainedValue()
  }

  private func start(
    _ name: UnsafePointer<xmlChar>?,
    attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
    count: Int
  ) {
    guard error == nil else { return }
    unsafe element.name = self.name(name)
    element.attributes.removeAll(keepingCapacity: true)
    if let attributes = unsafe attributes {
      // Five pointers an attribute: local name, prefix, namespace, start and end of the value.
      for index in 0..<count {
        guard let start = unsafe attributes[index * 5 + 3],
          let end = unsafe attributes[index * 5 + 4]
        else { continue }
        let bytes = unsafe UnsafeBufferPointer(start: start, count: end - start)
        let value = unsafe MarkupSlot.value(bytes)
        unsafe element.attributes.append(
          StreamedAttribute(name: self.name(attributes[index * 5]), value: value)
        )
      }
    }
    element.line = position.line
    handler.startElement(element)
  }

  private func end(_ name: UnsafePointer<xmlChar>?) {
    guard error == nil else { return }
    unsafe handler.endElement(self.name(name))
  }

  private func text(_ start: UnsafePointer<xmlChar>?, _ length: Int32) {
    guard error == nil, length > 0, let start = unsafe start else { return }
    let bytes = unsafe UnsafeBufferPointer(start: start, count: Int(length))
    unsafe handler.text(bytes.span)
  }

  private func refuse() {
    if error == nil {
      error = MarkupReadingError(.documentType, line: position.line, column: position.column)
    }
    unsafe xmlStopParser(context)
  }

  private func record(_ raised: xmlErrorPtr?) {
    guard error == nil, let raised = unsafe raised else { return }
    guard unsafe raised.pointee.level == XML_ERR_ERROR || raised.pointee.level == XML_ERR_FATAL
    else { return }
    var message = ""
    if let words = unsafe raised.pointee.message {
      message = unsafe String(cString: words)
      while message.utf8.last == 0x0A { message.removeLast() }
    }
    error = MarkupReadingError(
      .malformed(message),
      line: unsafe Int(raised.pointee.line),
      column: unsafe Int(raised.pointee.int2)
    )
  }

  private var position: (line: Int, column: Int) {
    guard let context = unsafe context, let input = unsafe context.pointee.input else {
      return (0, 0)
    }
    return unsafe (Int(input.pointee.line), Int(input.pointee.col))
  }

  private func name(_ pointer: UnsafePointer<xmlChar>?) -> String {
    guard let pointer = unsafe pointer else { return "" }
    let address = UInt(bitPattern: pointer)
    if let known = names[address] { return known }
    let name = unsafe String(cString: pointer)
    names[address] = name
    return name
  }

  /// The text of an attribute's value.
  ///
  /// Without entity substitution, which stays off, libxml2 hands an ampersand over as `&#38;`.
  private static func value(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard unsafe bytes.contains(0x26) else { return unsafe String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      unsafe result.append(bytes[index])
      let isReference =
        unsafe bytes[index] == 0x26 && index + 4 < bytes.count && bytes[index + 1] == 0x23
        && bytes[index + 2] == 0x33 && bytes[index + 3] == 0x38 && bytes[index + 4] == 0x3B
      index += isReference ? 5 : 1
    }
    return String(decoding: result, as: UTF8.self)
  }
}
