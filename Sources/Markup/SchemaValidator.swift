internal import CXML2

/// What a document does against its schema.
package struct SchemaViolation: Hashable, Sendable {
  /// The line in the document, from 1.
  package var line: Int
  /// What libxml2 says about it, in English.
  package var message: String

  /// A violation.
  package init(line: Int, message: String) {
    self.line = line
    self.message = message
  }
}

/// Checks XML documents against W3C XML Schema 1.0 with libxml2; nothing is read from the network.
package enum SchemaValidator {
  /// Why a check could not be made.
  package enum Failure: Error, Hashable {
    /// The schema itself has errors.
    case schema([SchemaViolation])
    /// The library has no memory.
    case refused
  }

  /// What a document does against a schema, in the order of lines; empty if it is valid.
  ///
  /// A document that is not well-formed or has a document type has these as violations.
  package static func violations(
    in document: [UInt8],
    against schema: [UInt8]
  ) throws(Failure) -> [SchemaViolation] {
    let record = ViolationRecord()
    let context = unsafe Unmanaged.passUnretained(record).toOpaque()
    let parsed = unsafe schema.withUnsafeBytes { bytes in
      let parser = unsafe xmlSchemaNewMemParserCtxt(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
        Int32(bytes.count)
      )
      defer { unsafe xmlSchemaFreeParserCtxt(parser) }
      unsafe xmlSchemaSetParserStructuredErrors(parser, recordViolation, context)
      return unsafe xmlSchemaParse(parser)
    }
    guard let parsed = unsafe parsed else { throw .schema(record.violations) }
    defer { unsafe xmlSchemaFree(parsed) }

    guard let parser = unsafe xmlNewParserCtxt() else { throw .refused }
    defer { unsafe xmlFreeParserCtxt(parser) }
    // No entity is replaced and no file is opened for a document.
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
      | XML_PARSE_NOWARNING.rawValue | XML_PARSE_BIG_LINES.rawValue
    let tree = unsafe document.withUnsafeBytes { bytes in
      unsafe xmlCtxtReadMemory(
        parser,
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
        Int32(bytes.count),
        nil,
        nil,
        Int32(bitPattern: options)
      )
    }
    defer { unsafe xmlFreeDoc(tree) }
    guard let tree = unsafe tree else {
      return [unsafe violation(parser.pointee.lastError)]
    }
    guard unsafe tree.pointee.intSubset == nil else {
      return [SchemaViolation(line: 1, message: "A document type is not allowed.")]
    }
    guard let check = unsafe xmlSchemaNewValidCtxt(parsed) else { throw .refused }
    defer { unsafe xmlSchemaFreeValidCtxt(check) }
    unsafe xmlSchemaSetValidStructuredErrors(check, recordViolation, context)
    let result = unsafe xmlSchemaValidateDoc(check, tree)
    if result < 0 { throw .refused }
    return record.violations
  }
}

/// What libxml2 reported; the callback only records.
private final class ViolationRecord {
  var violations: [SchemaViolation] = []
}

private func recordViolation(_ context: UnsafeMutableRawPointer?, _ error: xmlErrorPtr?) {
  guard let context = unsafe context, let error = unsafe error else { return }
  let record = unsafe Unmanaged<ViolationRecord>.fromOpaque(context).takeUnretainedValue()
  record.violations.append(unsafe violation(error.pointee))
}

/// An error of libxml2 without the line end that it puts after its message.
private func violation(_ error: xmlError) -> SchemaViolation {
  var message = unsafe error.message.map { unsafe String(cString: $0) } ?? ""
  while message.utf8.last == 0x0A { message.unicodeScalars.removeLast() }
  return unsafe SchemaViolation(line: Int(error.line), message: message)
}
