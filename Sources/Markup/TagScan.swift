internal import CXML2

/// What libxml2 says of a file: whether it is well-formed, and where its tags lie.
///
/// The library is asked for no network, no entity substitution and no raised limits; document type
/// declarations stop it before their inside is read.
struct TagScan {
  /// Tags in the order of the file.
  var tags: [Tag] = []
  /// The first fault; the tags are of no use then.
  var fault: Fault?

  enum Tag {
    /// A start tag; the offset is that of its `>` or `/>`.
    case start(Int)
    /// An end tag or the end of an empty element; the offset is that of the byte after it.
    case end(Int)
  }

  struct Fault {
    var kind: Kind
    /// Where the parser stood.
    var offset: Int
    /// Names that the library gives with the error.
    var names: [String] = []
    /// The line of the start tag that an end tag does not match.
    var line = 0

    enum Kind {
      case documentType
      case depth
      case notWellFormed(Int)
    }
  }

  /// Scans bytes that are known to be valid UTF-8.
  static func scan(_ bytes: [UInt8], depth: Int) throws(MarkupError) -> TagScan {
    _ = library
    guard let context = unsafe xmlNewParserCtxt() else { throw MarkupError.outOfMemory }
    defer { unsafe xmlFreeParserCtxt(context) }
    let recorder = TagRecorder(depthLimit: depth)
    unsafe context.pointee._private = Unmanaged.passUnretained(recorder).toOpaque()
    guard let handler = unsafe context.pointee.sax else { throw MarkupError.outOfMemory }
    unsafe install(in: handler)
    let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue)
    unsafe bytes.withUnsafeBytes { buffer in
      let start = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      _ = unsafe xmlCtxtReadMemory(context, start, Int32(clamping: buffer.count), nil, nil, options)
    }
    let isWellFormed = unsafe context.pointee.wellFormed != 0
    return withExtendedLifetime(recorder) {
      if !isWellFormed, recorder.scan.fault == nil {
        recorder.scan.fault = Fault(kind: .notWellFormed(0), offset: bytes.count)
      }
      return recorder.scan
    }
  }

  /// The library's own start-up, once.
  private static let library: Void = xmlInitParser()

  private static func install(in handler: UnsafeMutablePointer<xmlSAXHandler>) {
    unsafe handler.pointee = xmlSAXHandler()
    unsafe handler.pointee.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe handler.pointee.startElementNs = { context, _, _, _, _, _, _, _, _ in
      unsafe TagRecorder.of(context)?.start(TagRecorder.offset(context), context)
    }
    unsafe handler.pointee.endElementNs = { context, _, _, _ in
      unsafe TagRecorder.of(context)?.end(TagRecorder.offset(context))
    }
    unsafe handler.pointee.internalSubset = { context, _, _, _ in
      unsafe TagRecorder.of(context)?.stop(.documentType, context)
    }
    unsafe handler.pointee.serror = { context, error in
      unsafe TagRecorder.of(context)?.fail(error, context)
    }
  }
}

/// What the callbacks write into; they record and return.
private final class TagRecorder {
  var scan = TagScan()
  private let depthLimit: Int
  private var depth = 0

  init(depthLimit: Int) {
    self.depthLimit = depthLimit
  }

  static func of(_ context: UnsafeMutableRawPointer?) -> TagRecorder? {
    guard let parser = unsafe context?.assumingMemoryBound(to: xmlParserCtxt.self),
      let recorder = unsafe parser.pointee._private
    else { return nil }
    return unsafe Unmanaged<TagRecorder>.fromOpaque(recorder).takeUnretainedValue()
  }

  /// How many bytes the parser has consumed.
  static func offset(_ context: UnsafeMutableRawPointer?) -> Int {
    guard let parser = unsafe context?.assumingMemoryBound(to: xmlParserCtxt.self),
      let input = unsafe parser.pointee.input,
      let current = unsafe input.pointee.cur,
      let base = unsafe input.pointee.base
    else { return 0 }
    return unsafe Int(clamping: input.pointee.consumed) + (current - base)
  }

  func start(_ offset: Int, _ context: UnsafeMutableRawPointer?) {
    depth += 1
    if depth > depthLimit {
      unsafe stop(.depth, context)
    } else if scan.fault == nil {
      scan.tags.append(.start(offset))
    }
  }

  func end(_ offset: Int) {
    depth -= 1
    if scan.fault == nil { scan.tags.append(.end(offset)) }
  }

  func stop(_ kind: TagScan.Fault.Kind, _ context: UnsafeMutableRawPointer?) {
    guard scan.fault == nil else { return }
    scan.fault = unsafe TagScan.Fault(kind: kind, offset: TagRecorder.offset(context))
    unsafe xmlStopParser(context?.assumingMemoryBound(to: xmlParserCtxt.self))
  }

  func fail(_ error: UnsafeMutablePointer<xmlError>?, _ context: UnsafeMutableRawPointer?) {
    guard scan.fault == nil, let error = unsafe error,
      unsafe error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue
    else { return }
    var names: [String] = []
    if let name = unsafe error.pointee.str1 { names.append(unsafe String(cString: name)) }
    if let name = unsafe error.pointee.str2 { names.append(unsafe String(cString: name)) }
    scan.fault = unsafe TagScan.Fault(
      kind: .notWellFormed(Int(error.pointee.code)),
      offset: TagRecorder.offset(context),
      names: names,
      line: Int(error.pointee.int1)
    )
  }
}
