/// Why a JSON text could not be read.
struct JSONFailure: Error, Hashable {
  /// In Chinese.
  var message: String
  /// From 1.
  var line: Int
  /// In Unicode scalars, from 1.
  var column: Int
}

/// A value of JSON as the tables need it: numbers keep their text.
enum JSONValue {
  case text(String)
  case number(String)
  case boolean(Bool)
  case null
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])
}

/// Reads JSON (RFC 8259) from bytes that are known to be UTF-8.
struct JSONParser {
  private let bytes: [UInt8]
  private var index: Int
  private let depthLimit: Int

  /// The value of a whole text.
  static func parse(
    _ bytes: [UInt8],
    from start: Int,
    depth: Int
  ) throws(JSONFailure) -> JSONValue {
    var parser = JSONParser(bytes: bytes, index: start, depthLimit: depth)
    let value = try parser.value(depth: 1)
    parser.skipBlanks()
    guard parser.index == bytes.count else { throw parser.failure("文件末尾有多余内容。") }
    return value
  }

  private mutating func value(depth: Int) throws(JSONFailure) -> JSONValue {
    guard depth <= depthLimit else { throw failure("嵌套超过 \(depthLimit) 层。") }
    skipBlanks()
    guard index < bytes.count else { throw failure("文件不完整，缺少值。") }
    switch bytes[index] {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .text(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func object(depth: Int) throws(JSONFailure) -> JSONValue {
    index += 1
    var members: [(key: String, value: JSONValue)] = []
    var keys: Set<[UInt8]> = []
    skipBlanks()
    if take("}") { return .object([]) }
    while true {
      skipBlanks()
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
        throw failure("此处应为带双引号的键。")
      }
      let position = index
      let key = try string()
      guard keys.insert(Array(key.utf8)).inserted else {
        throw failure("键“\(key)”重复。", at: position)
      }
      skipBlanks()
      guard take(":") else { throw failure("键之后应为冒号。") }
      members.append((key, try value(depth: depth + 1)))
      skipBlanks()
      if take("}") { return .object(members) }
      guard take(",") else { throw failure("此处应为逗号或右花括号。") }
    }
  }

  private mutating func array(depth: Int) throws(JSONFailure) -> JSONValue {
    index += 1
    var items: [JSONValue] = []
    skipBlanks()
    if take("]") { return .array([]) }
    while true {
      items.append(try value(depth: depth + 1))
      skipBlanks()
      if take("]") { return .array(items) }
      guard take(",") else { throw failure("此处应为逗号或右方括号。") }
    }
  }

  private mutating func string() throws(JSONFailure) -> String {
    let opening = index
    index += 1
    var text: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0..<0x20: throw failure("文本中有未转义的控制字符。")
      default:
        text.append(byte)
        index += 1
      }
    }
    throw failure("引号没有结束。", at: opening)
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONFailure) {
    let start = index
    guard index + 1 < bytes.count else { throw failure("文件不完整。") }
    index += 2
    switch bytes[index - 1] {
    case UInt8(ascii: "\""): text.append(0x22)
    case UInt8(ascii: "\\"): text.append(0x5C)
    case UInt8(ascii: "/"): text.append(0x2F)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      var code = try hexadecimal()
      if code & 0xFC00 == 0xD800, index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
        bytes[index + 1] == UInt8(ascii: "u")
      {
        index += 2
        let low = try hexadecimal()
        guard low & 0xFC00 == 0xDC00 else { throw failure("代理项不成对。", at: start) }
        code = 0x10000 + (code - 0xD800) << 10 + low - 0xDC00
      }
      guard let scalar = Unicode.Scalar(code) else { throw failure("代理项不成对。", at: start) }
      text += Array(String(scalar).utf8)
    default: throw failure("未知的转义。", at: start)
    }
  }

  private mutating func hexadecimal() throws(JSONFailure) -> UInt32 {
    guard index + 4 <= bytes.count else { throw failure("文件不完整。") }
    var code: UInt32 = 0
    for byte in bytes[index..<index + 4] {
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x37
      case 0x61...0x66: digit = byte - 0x57
      default: throw failure("\\u 之后应为四位十六进制数。")
      }
      code = code << 4 + UInt32(digit)
    }
    index += 4
    return code
  }

  private mutating func number() throws(JSONFailure) -> String {
    let start = index
    _ = take("-")
    let first = index
    let whole = digits()
    let isPadded = whole > 1 && bytes[first] == 0x30
    guard whole > 0, !isPadded else { throw failure("无法识别的值。", at: start) }
    if take("."), digits() == 0 { throw failure("数值不完整。", at: start) }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      if digits() == 0 { throw failure("数值不完整。", at: start) }
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func digits() -> Int {
    let start = index
    while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
    return index - start
  }

  private mutating func word(
    _ word: StaticString,
    _ value: JSONValue
  ) throws(JSONFailure) -> JSONValue {
    let text = Array(word.description.utf8)
    guard bytes[index...].starts(with: text) else { throw failure("无法识别的值。") }
    index += text.count
    return value
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.count, UInt32(bytes[index]) == character.value else { return false }
    index += 1
    return true
  }

  private mutating func skipBlanks() {
    while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
  }

  private func failure(_ message: String, at offset: Int? = nil) -> JSONFailure {
    var line = 1
    var column = 1
    for byte in bytes[..<min(offset ?? index, bytes.count)] {
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return JSONFailure(message: message, line: line, column: column)
  }
}
