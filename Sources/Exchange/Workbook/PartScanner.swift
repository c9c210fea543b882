internal import Markup

/// Is told what an XML part of a workbook holds.
protocol PartHandler {
  /// An element starts; its attributes are ranges of `bytes`.
  mutating func start(_ element: PartName, _ attributes: PartAttributes, _ bytes: Span<UInt8>)
  /// An element ends.
  mutating func end(_ element: PartName)
  /// Text, references replaced; one run may come in several pieces.
  mutating func text(_ bytes: Span<UInt8>)
}

typealias PartAttributes = ContiguousArray<PartAttribute>

/// A name as a number: up to eight bytes as they are, longer ones folded.
struct PartName: Hashable {
  private(set) var code: UInt64 = 0

  init() {}

  init(_ text: StaticString) {
    for index in 0..<text.utf8CodeUnitCount { unsafe append(text.utf8Start[index]) }
  }

  /// What declares a namespace.
  static let namespace = PartName("xmlns")

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    code = code << 8 ^ code >> 56 &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(byte)
  }
}

/// An attribute: its local name, and its value between the quotes.
struct PartAttribute {
  var name: PartName
  var value: Range<Int>
  var isPrefixed: Bool
}

/// Reads an XML part of a workbook piece by piece, without a call per byte or a string per name.
///
/// It is as strict as a parser where it matters: tags must nest, quotes must close, references must
/// be known, characters must be allowed, the part must be whole. Document types are refused.
struct PartScanner<Handler: PartHandler> {
  var handler: Handler
  /// Bytes of a tag that is not complete yet.
  private var rest: [UInt8] = []
  private var line = 1
  private(set) var open: ContiguousArray<PartName> = []
  private var attributes: PartAttributes = []
  private var isEmpty = true

  /// The longest tag or comment; texts may be of any length.
  private static var longestTag: Int { 1 << 18 }
  private static var deepest: Int { 256 }

  init(_ handler: Handler) {
    self.handler = handler
  }

  /// Reads the next piece.
  mutating func feed(_ piece: ArraySlice<UInt8>) throws(MarkupReadingError) {
    var bytes: [UInt8] = []
    swap(&bytes, &rest)
    bytes += piece
    let used = try scan(bytes.span, isLast: false)
    for byte in bytes[..<used] where byte == 0x0A { line += 1 }
    bytes.removeFirst(used)
    swap(&bytes, &rest)
    if rest.count > Self.longestTag { throw failure("标记过长", at: 0, of: rest.span) }
  }

  /// Says that the part is complete.
  mutating func finish() throws(MarkupReadingError) {
    var bytes: [UInt8] = []
    swap(&bytes, &rest)
    let used = try scan(bytes.span, isLast: true)
    guard used == bytes.count, open.isEmpty, !isEmpty else {
      throw failure("内容不完整", at: bytes.count, of: bytes.span)
    }
  }

  /// Reads what is complete and returns how many bytes that is.
  private mutating func scan(
    _ bytes: Span<UInt8>,
    isLast: Bool
  ) throws(MarkupReadingError) -> Int {
    var index = 0
    while index < bytes.count {
      let next: Int?
      if bytes[index] != 0x3C {
        next = try text(bytes, from: index, isLast: isLast)
      } else if index + 1 == bytes.count {
        next = nil
      } else {
        next =
          switch bytes[index + 1] {
          case UInt8(ascii: "/"): try endTag(bytes, from: index)
          case UInt8(ascii: "!"): try declaration(bytes, from: index, isLast: isLast)
          case UInt8(ascii: "?"): try instruction(bytes, from: index)
          default: try startTag(bytes, from: index)
          }
      }
      guard let next else { return index }
      index = next
    }
    return index
  }

  func failure(
    _ words: String,
    at index: Int,
    of bytes: Span<UInt8>
  )
    -> MarkupReadingError
  {
    var line = line
    for position in 0..<min(index, bytes.count) where bytes[position] == 0x0A { line += 1 }
    return MarkupReadingError(.malformed(words), line: line, column: 0)
  }

  private mutating func startTag(
    _ bytes: Span<UInt8>,
    from start: Int
  ) throws(MarkupReadingError) -> Int? {
    var index = start + 1
    let (local, whole, _) = try name(bytes, &index)
    attributes.removeAll(keepingCapacity: true)
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      case UInt8(ascii: ">"):
        try begin(local, whole, at: start, of: bytes)
        return index + 1
      case UInt8(ascii: "/"):
        guard index + 1 < bytes.count else { return nil }
        guard bytes[index + 1] == UInt8(ascii: ">") else {
          throw failure("标记写法有误", at: index, of: bytes)
        }
        try begin(local, whole, at: start, of: bytes)
        open.removeLast()
        handler.end(local)
        return index + 2
      default:
        guard let end = try attribute(bytes, from: index) else { return nil }
        index = end
      }
    }
    return nil
  }

  private mutating func begin(
    _ local: PartName,
    _ whole: PartName,
    at start: Int,
    of bytes: Span<UInt8>
  ) throws(MarkupReadingError) {
    guard !open.isEmpty || isEmpty else { throw failure("有多个根元素", at: start, of: bytes) }
    guard open.count < Self.deepest else { throw failure("嵌套过深", at: start, of: bytes) }
    isEmpty = false
    open.append(whole)
    handler.start(local, attributes, bytes)
  }

  private mutating func endTag(
    _ bytes: Span<UInt8>,
    from start: Int
  ) throws(MarkupReadingError) -> Int? {
    var index = start + 2
    let (local, whole, _) = try name(bytes, &index)
    while index < bytes.count, Self.isBlank(bytes[index]) { index += 1 }
    guard index < bytes.count else { return nil }
    guard bytes[index] == UInt8(ascii: ">"), open.popLast() == whole else {
      throw failure("开始标记与结束标记不配对", at: start, of: bytes)
    }
    handler.end(local)
    return index + 1
  }

  /// Reads a name; its local part is what stands behind the prefix.
  @inline(__always)
  private func name(
    _ bytes: Span<UInt8>,
    _ index: inout Int
  ) throws(MarkupReadingError) -> (local: PartName, whole: PartName, prefix: PartName) {
    let start = index
    var local = PartName()
    var whole = PartName()
    var prefix = PartName()
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x61...0x7A, 0x41...0x5A, UInt8(ascii: "_"), 0x80...: local.append(byte)
      case 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "."):
        guard index > start else { throw failure("名称写法有误", at: index, of: bytes) }
        local.append(byte)
      case UInt8(ascii: ":"):
        prefix = local
        local = PartName()
      default:
        guard index > start else { throw failure("名称写法有误", at: index, of: bytes) }
        return (local, whole, prefix)
      }
      whole.append(byte)
      index += 1
    }
    return (local, whole, prefix)
  }

  private mutating func attribute(
    _ bytes: Span<UInt8>,
    from start: Int
  ) throws(MarkupReadingError) -> Int? {
    var index = start
    let (local, whole, prefix) = try name(bytes, &index)
    while index < bytes.count, Self.isBlank(bytes[index]) { index += 1 }
    guard index < bytes.count else { return nil }
    guard bytes[index] == UInt8(ascii: "=") else { throw failure("属性没有值", at: index, of: bytes) }
    index += 1
    while index < bytes.count, Self.isBlank(bytes[index]) { index += 1 }
    guard index < bytes.count else { return nil }
    let quote = bytes[index]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw failure("属性的值没有引号", at: index, of: bytes)
    }
    let first = index + 1
    index = first
    var isPlain = true
    while index < bytes.count, bytes[index] != quote {
      let byte = bytes[index]
      if byte < 0x20 && !Self.isBlank(byte) || byte == 0x3C {
        throw failure("属性的值中有不允许的字符", at: index, of: bytes)
      }
      if byte >= 0x80 || byte == 0x26 { isPlain = false }
      index += 1
    }
    guard index < bytes.count else { return nil }
    if !isPlain {
      try check(bytes.extracting(first..<index), at: first, of: bytes)
    }
    // Declarations of namespaces are no attributes; of a prefixed and a plain one the plain counts.
    guard prefix != .namespace, whole != .namespace else { return index + 1 }
    let known = attributes.firstIndex { $0.name == local }
    let attribute = PartAttribute(
      name: local,
      value: first..<index,
      isPrefixed: prefix != PartName()
    )
    if let known {
      guard prefix != PartName() || attributes[known].isPrefixed else {
        throw failure("属性重复", at: start, of: bytes)
      }
      if prefix == PartName() { attributes[known] = attribute }
    } else {
      attributes.append(attribute)
    }
    return index + 1
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
