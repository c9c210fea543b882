internal import Diagnostics

/// Whether a file is UTF-8, as every file of ours is.
enum TextEncodingCheck {
  /// The finding about a file that is not UTF-8, empty, or says that it is something else.
  static func finding(in source: MarkupSource) -> Diagnostic? {
    let bytes = source.bytes
    if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) {
      return Diagnostic(.error, "T001", "文件是空的。", at: .file(source.file))
    }
    if let offset = firstInvalidByte(of: bytes) {
      let (line, _) = source.position(at: offset)
      return Diagnostic(
        .error,
        "T003",
        "文件不是 UTF-8 编码（第\(offset)字节无法识别）。请用编辑器另存为 UTF-8。",
        at: .byte(file: source.file, line: line, offset: offset)
      )
    }
    guard let (name, offset) = declaredEncoding(of: bytes) else { return nil }
    let isUTF8 = ["utf-8", "utf8"].contains(name.lowercased())
    return isUTF8
      ? nil
      : source.diagnostic("T003", "编码声明为“\(name)”，只支持 UTF-8。请另存为 UTF-8 并改写声明。", at: offset)
  }

  private static func firstInvalidByte(of bytes: [UInt8]) -> Int? {
    if let zero = bytes.firstIndex(of: 0) { return zero }
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  /// The encoding that the XML declaration names, and where its name stands.
  private static func declaredEncoding(of bytes: [UInt8]) -> (String, Int)? {
    guard bytes.starts(with: "<?xml".utf8) else { return nil }
    let end = bytes.firstIndex(of: 0x3E) ?? bytes.count
    let declaration = bytes[..<end]
    let keyword = Array("encoding".utf8)
    guard
      let found = declaration.indices.first(where: { declaration[$0...].starts(with: keyword) }),
      let open = declaration[found...].firstIndex(where: { $0 == 0x22 || $0 == 0x27 }),
      let close = declaration[(open + 1)...].firstIndex(of: declaration[open])
    else { return nil }
    return (String(decoding: declaration[(open + 1)..<close], as: UTF8.self), open + 1)
  }
}
