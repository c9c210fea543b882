internal import Diagnostics

/// Reads a single-file web page (MHTML), which spreadsheets also write under the name of a workbook:
/// each sheet is a page of its own.
enum WebArchive {
  /// Whether bytes look like such a file: the headers of a mail with several parts.
  static func recognises(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
    return text.contains("content-type:") && text.contains("multipart/related")
      && text.contains("boundary=")
  }

  /// The tables of the parts; what cannot be read is reported.
  static func read(
    _ bytes: [UInt8],
    file: String,
    limits: ReadingLimits,
    sink: inout DiagnosticSink
  ) -> [SheetTable] {
    guard let parts = parts(of: bytes) else {
      let message = "单个文件网页不完整。请重新导出或重新传输后再试。"
      sink.report(Diagnostic(.brokenArchive, message, at: .file(file)))
      return []
    }
    var tables: [SheetTable] = []
    var rest = limits
    for part in parts where part.isPage {
      guard let text = try? TextDecoder.decode(part.content) else {
        let message = "网页文件的“\(part.name)”编码无法识别。请在 Excel 或 WPS 中打开并另存为 .xlsx 后重试。"
        sink.report(Diagnostic(.undecodable, message, at: .file(file)))
        continue
      }
      // A part without a table is the frame around the sheets.
      var findings = DiagnosticSink()
      var found = HTMLTables.read(text, file: file, limits: rest, sink: &findings)
      let fatal: Set = [ReadingCode.tooLarge.rawValue, ReadingCode.brokenArchive.rawValue]
      if findings.diagnostics.contains(where: { fatal.contains($0.code) }) {
        sink.merge(findings)
        return []
      }
      for index in found.indices {
        let further = found.count > 1 ? "（\(found[index].sheet ?? "")）" : ""
        found[index].sheet = part.name + further
        rest.cells -= found[index].cells.count
      }
      tables += found
    }
    if tables.isEmpty, !sink.hasErrors {
      let message = "单个文件网页中没有表格。请在 Excel 或 WPS 中打开并另存为 .xlsx 后重试。"
      sink.report(Diagnostic(.unsupportedKind, message, at: .file(file)))
    }
    return tables
  }

  /// A part of the file.
  private struct Part {
    /// The last word of its location, without the ending.
    var name: String
    var isPage: Bool
    var content: [UInt8]
  }

  /// The parts of a file; nil where its last mark is missing.
  private static func parts(of bytes: [UInt8]) -> [Part]? {
    let head = header(of: bytes[...])
    guard let boundary = parameter("boundary", of: head.fields["content-type"] ?? "") else {
      return nil
    }
    let mark = Array("--\(boundary)".utf8)
    var parts: [Part] = []
    var start: Int?
    for line in lines(of: bytes[...], from: head.end) where bytes[line].starts(with: mark) {
      if let start { parts.append(part(bytes[start..<line.lowerBound])) }
      if bytes[line].dropFirst(mark.count).starts(with: "--".utf8) { return parts }
      start = line.upperBound
    }
    return nil
  }

  private static func part(_ bytes: ArraySlice<UInt8>) -> Part {
    let head = header(of: bytes)
    let body = bytes[head.end...]
    let location = head.fields["content-location"] ?? "sheet"
    let file = location.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? "sheet"
    let isPage = head.fields["content-type"]?.lowercased().hasPrefix("text/html") ?? false
    let encoding = head.fields["content-transfer-encoding"]?.lowercased() ?? ""
    let content: [UInt8] =
      if !isPage {
        []
      } else if encoding.hasPrefix("quoted-printable") {
        quotedPrintable(body)
      } else if encoding.hasPrefix("base64") {
        base64(body)
      } else {
        Array(body)
      }
    return Part(name: String(file.prefix { $0 != "." }), isPage: isPage, content: content)
  }

  /// The header fields by their names in lower case, and where the body starts.
  private static func header(
    of bytes: ArraySlice<UInt8>
  ) -> (fields: [String: String], end: Int) {
    var fields: [String: String] = [:]
    var last = ""
    for line in lines(of: bytes, from: bytes.startIndex).prefix(200) {
      let text = Cleaning.trimmed(String(decoding: bytes[line], as: UTF8.self))
      let isContinued = bytes[line].first.map { $0 == 0x20 || $0 == 0x09 } ?? false
      if text.isEmpty {
        if !fields.isEmpty { return (fields, line.upperBound) }
      } else if isContinued {
        fields[last, default: ""] += " " + text
      } else if let colon = text.firstIndex(of: ":") {
        last = text[..<colon].lowercased()
        fields[last] = Cleaning.trimmed(String(text[text.index(after: colon)...]))
      }
    }
    return (fields, bytes.endIndex)
  }

  private static func parameter(_ name: String, of field: String) -> String? {
    for piece in field.split(separator: ";") {
      let pair = piece.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, Cleaning.trimmed(String(pair[0])).lowercased() == name else {
        continue
      }
      return Cleaning.trimmed(String(pair[1])).filter { $0 != "\"" }
    }
    return nil
  }

  /// The lines with their ends.
  private static func lines(
    of bytes: ArraySlice<UInt8>,
    from start: Int
  ) -> some Sequence<Range<Int>> {
    sequence(state: start) { position -> Range<Int>? in
      guard position < bytes.endIndex else { return nil }
      let first = position
      let end = bytes[first...].firstIndex(of: 0x0A) ?? bytes.endIndex - 1
      position = end + 1
      return first..<position
    }
  }

  /// Text in which `=` starts a byte in two digits or hides the end of a line.
  private static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard bytes[index] == UInt8(ascii: "=") else {
        result.append(bytes[index])
        index += 1
        continue
      }
      let code = bytes[(index + 1)...].prefix(2)
      if let byte = UInt8(String(decoding: code, as: UTF8.self), radix: 16), code.count == 2 {
        result.append(byte)
        index += 3
      } else {
        let isBreak = code.first == 0x0D && code.last == 0x0A || code.first == 0x0A
        if !isBreak { result.append(bytes[index]) }
        index += isBreak ? (code.first == 0x0A ? 2 : 3) : 1
      }
    }
    return result
  }

  private static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var bits = 0
    var count = 0
    for byte in bytes {
      let value: Int
      switch byte {
      case 0x41...0x5A: value = Int(byte) - 0x41
      case 0x61...0x7A: value = Int(byte) - 0x61 + 26
      case 0x30...0x39: value = Int(byte) - 0x30 + 52
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      default: continue
      }
      bits = (bits << 6 | value) & 0xFF_FFFF
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> count))
      }
    }
    return result
  }
}
