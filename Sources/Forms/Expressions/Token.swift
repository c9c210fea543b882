/// A word or sign of an expression, with its place in the text that it was written in.
struct Token {
  var kind: Kind
  /// Offset of its first byte in the text's UTF-8.
  var offset: Int

  enum Kind: Equatable {
    case name(String)
    case text(String)
    case number(Int)
    case sign(String)
    case end
  }
}

/// Splits an expression into tokens.
struct Lexer {
  private let bytes: ArraySlice<UInt8>
  private var offset: Int

  /// A fault of the splitting.
  struct Fault: Error {
    var message: String
    var offset: Int
  }

  /// The tokens of a part of a text's UTF-8, `end` last.
  static func tokens(of bytes: ArraySlice<UInt8>) throws(Fault) -> [Token] {
    var lexer = Lexer(bytes)
    var tokens: [Token] = []
    while true {
      let token = try lexer.next()
      tokens.append(token)
      if token.kind == .end { return tokens }
    }
  }

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    offset = bytes.startIndex
  }

  private mutating func next() throws(Fault) -> Token {
    skipSpace()
    let start = offset
    guard offset < bytes.endIndex else { return Token(kind: .end, offset: start) }
    let byte = bytes[offset]
    switch byte {
    case 0x27, 0x22:
      return Token(kind: .text(try quoted(until: byte)), offset: start)
    case 0x30...0x39:
      return Token(kind: .number(try number()), offset: start)
    case 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...0xFF:
      return Token(kind: .name(name()), offset: start)
    default:
      return Token(kind: .sign(try sign()), offset: start)
    }
  }

  private mutating func skipSpace() {
    while offset < bytes.endIndex {
      let byte = bytes[offset]
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        offset += 1
      } else if bytes[offset...].starts(with: [0xE3, 0x80, 0x80]) {
        offset += 3
      } else {
        return
      }
    }
  }

  private mutating func quoted(until quote: UInt8) throws(Fault) -> String {
    let start = offset + 1
    guard let end = bytes[start...].firstIndex(of: quote) else {
      throw Fault(message: "文字没有结束的引号。", offset: offset)
    }
    offset = end + 1
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private mutating func number() throws(Fault) -> Int {
    let start = offset
    while offset < bytes.endIndex, (0x30...0x39).contains(bytes[offset]) { offset += 1 }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    guard text.utf8.count <= 15, let value = Int(text) else {
      throw Fault(message: "数字“\(text)”太大。", offset: start)
    }
    return value
  }

  private mutating func name() -> String {
    let start = offset
    while offset < bytes.endIndex {
      switch bytes[offset] {
      case 0xE3 where bytes[offset...].starts(with: [0xE3, 0x80, 0x80]):
        return String(decoding: bytes[start..<offset], as: UTF8.self)
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...0xFF: offset += 1
      default: return String(decoding: bytes[start..<offset], as: UTF8.self)
      }
    }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func sign() throws(Fault) -> String {
    for sign in ["==", "!=", "<=", ">="] where bytes[offset...].starts(with: sign.utf8) {
      offset += 2
      return sign
    }
    let byte = bytes[offset]
    let sign = String(decoding: [byte], as: UTF8.self)
    guard ".[]()|+-*<>:".utf8.contains(byte) else {
      let hint = byte == 0x3D ? "比较请写“==”。" : ""
      throw Fault(message: "表达式中不能有“\(sign)”。\(hint)", offset: offset)
    }
    offset += 1
    return sign
  }
}
