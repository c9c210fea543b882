internal import Markup

/// Texts, references, comments and declarations of a part.
extension PartScanner {
  /// Reads text up to the next tag, or what is sure to be whole of it.
  mutating func text(
    _ bytes: Span<UInt8>,
    from start: Int,
    isLast: Bool
  ) throws(MarkupReadingError) -> Int? {
    var index = start
    var first = start
    var isPlain = true
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x3C { break }
      if byte == 0x26 {
        guard let end = Self.end(ofReference: bytes, from: index) else {
          guard !isLast, bytes.count - index < Self.longestReference else {
            throw failure("实体引用写法有误", at: index, of: bytes)
          }
          break
        }
        try hand(bytes, first..<index, isPlain: isPlain)
        try handReference(bytes, index..<end)
        (index, first, isPlain) = (end, end, true)
        continue
      }
      if byte == 0x0D {
        // A line end is one character, however it is written; its second half may be still to come.
        guard index + 1 < bytes.count || isLast else { break }
        try hand(bytes, first..<index, isPlain: isPlain)
        handLineEnd()
        index += index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
        (first, isPlain) = (index, true)
        continue
      }
      if byte < 0x20, !Self.isBlank(byte) { throw failure("有不允许的字符", at: index, of: bytes) }
      if byte >= 0x80 { isPlain = false }
      index += 1
    }
    if index == bytes.count, !isLast, !isPlain {
      // The last character may go on in the next piece.
      while index > first, bytes[index - 1] & 0xC0 == 0x80 { index -= 1 }
      if index > first, bytes[index - 1] >= 0xC0 { index -= 1 }
    }
    try hand(bytes, first..<index, isPlain: isPlain)
    return index > start ? index : nil
  }

  private mutating func handLineEnd() {
    let end: [UInt8] = [0x0A]
    if !open.isEmpty { handler.text(end.span) }
  }

  private mutating func hand(
    _ bytes: Span<UInt8>,
    _ range: Range<Int>,
    isPlain: Bool
  ) throws(MarkupReadingError) {
    guard !range.isEmpty else { return }
    let text = bytes.extracting(range)
    guard !open.isEmpty else {
      for index in text.indices where !Self.isBlank(text[index]) {
        // The byte order mark may stand before everything.
        if text.count == 3, text[0] == 0xEF, text[1] == 0xBB, text[2] == 0xBF { return }
        throw failure("根元素之外有内容", at: range.lowerBound, of: bytes)
      }
      return
    }
    if !isPlain { try check(text, at: range.lowerBound, of: bytes) }
    handler.text(text)
  }

  /// Makes sure that bytes are characters that XML allows and, in attributes, references to such.
  func check(
    _ text: Span<UInt8>,
    at start: Int,
    of bytes: Span<UInt8>,
    hasReferences: Bool = true
  ) throws(MarkupReadingError) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte == 0x26, hasReferences {
        guard let end = Self.end(ofReference: text, from: index),
          Self.scalar(ofReference: text, index..<end) != nil
        else { throw failure("实体引用写法有误", at: start + index, of: bytes) }
        index = end
      } else if byte < 0x80 {
        index += 1
      } else {
        guard let length = UTF8Check.length(ofCharacter: text, at: index) else {
          throw failure("不是有效的 UTF-8", at: start + index, of: bytes)
        }
        let isForbidden = byte == 0xEF && text[index + 1] == 0xBF && text[index + 2] >= 0xBE
        if isForbidden { throw failure("有不允许的字符", at: start + index, of: bytes) }
        index += length
      }
    }
  }

  // The longest that means a character: &#x10FFFF; with some zeros before.
  private static var longestReference: Int { 16 }

  /// The index behind a reference; nil where it has no end.
  static func end(ofReference bytes: Span<UInt8>, from start: Int) -> Int? {
    for index in start..<min(start + longestReference, bytes.count)
    where bytes[index] == UInt8(ascii: ";") { return index + 1 }
    return nil
  }

  /// The character of a reference; nil where XML knows none.
  static func scalar(ofReference bytes: Span<UInt8>, _ range: Range<Int>) -> Unicode.Scalar? {
    guard range.count > 3 else { return nil }
    let name = bytes.extracting((range.lowerBound + 1)..<(range.upperBound - 1))
    let text = String(decoding: name.indices.map { name[$0] }, as: UTF8.self)
    switch text {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    guard text.hasPrefix("#") else { return nil }
    let digits = text.hasPrefix("#x") ? text.dropFirst(2) : text.dropFirst()
    guard digits.utf8.first != UInt8(ascii: "+"), digits.utf8.first != UInt8(ascii: "-"),
      let code = UInt32(digits, radix: text.hasPrefix("#x") ? 16 : 10),
      code >= 0x20 || code == 0x09 || code == 0x0A || code == 0x0D, code != 0xFFFE, code != 0xFFFF
    else { return nil }
    return Unicode.Scalar(code)
  }

  private mutating func handReference(
    _ bytes: Span<UInt8>,
    _ range: Range<Int>
  ) throws(MarkupReadingError) {
    guard !open.isEmpty, let scalar = Self.scalar(ofReference: bytes, range) else {
      throw failure("实体引用写法有误", at: range.lowerBound, of: bytes)
    }
    let character = Array(String(scalar).utf8)
    handler.text(character.span)
  }

  /// Reads a comment or a CDATA section; document types are refused.
  mutating func declaration(
    _ bytes: Span<UInt8>,
    from start: Int,
    isLast: Bool
  ) throws(MarkupReadingError) -> Int? {
    if Self.has("<!--", bytes, at: start) {
      return Self.end(of: "-->", bytes, from: start + 4)
    }
    if Self.has("<![CDATA[", bytes, at: start), !open.isEmpty {
      guard let end = Self.end(of: "]]>", bytes, from: start + 9) else { return nil }
      let text = bytes.extracting((start + 9)..<(end - 3))
      for index in text.indices where text[index] < 0x20 && !Self.isBlank(text[index]) {
        throw failure("有不允许的字符", at: start + 9 + index, of: bytes)
      }
      try check(text, at: start + 9, of: bytes, hasReferences: false)
      if !text.isEmpty { handler.text(text) }
      return end
    }
    if Self.has("<!DOCTYPE", bytes, at: start) {
      throw MarkupReadingError(.documentType, line: 1, column: 0)
    }
    if bytes.count - start < 9, !isLast { return nil }
    throw failure("标记写法有误", at: start, of: bytes)
  }

  /// Reads a processing instruction; the declaration must name an encoding that is read.
  mutating func instruction(
    _ bytes: Span<UInt8>,
    from start: Int
  ) throws(MarkupReadingError) -> Int? {
    guard let end = Self.end(of: "?>", bytes, from: start + 2) else { return nil }
    guard Self.has("<?xml ", bytes, at: start) else { return end }
    let words = String(decoding: (start..<end).map { bytes[$0] }, as: UTF8.self).lowercased()
    if words.contains("encoding"), !words.contains("utf-8"), !words.contains("utf-16"),
      !words.contains("ascii")
    {
      throw failure("编码不是 UTF-8", at: start, of: bytes)
    }
    return end
  }

  private static func has(_ mark: StaticString, _ bytes: Span<UInt8>, at start: Int) -> Bool {
    guard start + mark.utf8CodeUnitCount <= bytes.count else { return false }
    for index in 0..<mark.utf8CodeUnitCount {
      if unsafe bytes[start + index] != mark.utf8Start[index] { return false }
    }
    return true
  }

  private static func end(
    of mark: StaticString,
    _ bytes: Span<UInt8>,
    from start: Int
  ) -> Int? {
    var index = start
    while index + mark.utf8CodeUnitCount <= bytes.count {
      if has(mark, bytes, at: index) { return index + mark.utf8CodeUnitCount }
      index += 1
    }
    return nil
  }
}
