internal import Diagnostics
internal import Records

/// Reads one file into tables; what kind it is, its bytes say.
struct InputReader {
  let file: String
  let schema: RecordSchema
  let limits: ReadingLimits

  /// The tables of a file.
  func tables(_ bytes: [UInt8], sink: inout DiagnosticSink) -> [SheetTable] {
    guard !bytes.isEmpty else {
      sink.report(Diagnostic(.emptyFile, "文件是空的。", at: .file(file)))
      return []
    }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
    {
      return WorkbookReader.read(bytes, file: file, limits: limits, sink: &sink)
    }
    if BinaryWorkbookReader.recognises(bytes) {
      return BinaryWorkbookReader.read(bytes, file: file, limits: limits, sink: &sink)
    }
    if bytes.starts(with: Array("%PDF".utf8)) {
      return refuse("是 PDF 文件，不能作为输入。", sink: &sink)
    }
    if WebArchive.recognises(bytes) {
      return WebArchive.read(bytes, file: file, limits: limits, sink: &sink)
    }
    let text: TextDecoder.Text
    do {
      text = try TextDecoder.decode(bytes)
    } catch {
      let message = InputReader.message(error)
      let place = Place.byte(file: file, line: error.line, offset: error.offset)
      sink.report(Diagnostic(.undecodable, message, at: place))
      return []
    }
    if text.encoding == .gb18030 {
      sink.report(Diagnostic(.readAsGB18030, "文件按 GB18030 读取。", at: .file(file)))
    }
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
    switch text.bytes[text.start...].first(where: { !blanks.contains($0) }) {
    case nil:
      sink.report(Diagnostic(.emptyFile, "文件中没有内容。", at: .file(file)))
      return []
    case UInt8(ascii: "<"):
      switch MarkupKind(text.bytes, from: text.start) {
      case .records: return SeasonXML.read(text, file: file, schema: schema, sink: &sink)
      case .spreadsheet: return SpreadsheetXML.read(text, file: file, limits: limits, sink: &sink)
      case .page: return HTMLTables.read(text, file: file, limits: limits, sink: &sink)
      }
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      return JSONTables.read(text, file: file, limits: limits, sink: &sink)
    default:
      return DelimitedReader.read(text, file: file, limits: limits, sink: &sink).map { [$0] } ?? []
    }
  }

  private static func message(_ error: TextDecoder.Failure) -> String {
    let value = String(error.byte, radix: 16, uppercase: true)
    let place = "第\(error.line)行、第\(error.offset)字节"
    if error.isMixed {
      return
        "编码混杂：前面是 \(error.encoding)，从\(place)（0x\(value)）起不是。请把几部分各自另存为 UTF-8，再合在一起。"
    }
    return
      "无法识别的编码：\(place)（0x\(value)）不是有效的 \(error.encoding)。请另存为 UTF-8 或 GB18030 后重试。"
  }

  private func refuse(_ message: String, sink: inout DiagnosticSink) -> [SheetTable] {
    sink.report(Diagnostic(.unsupportedKind, message, at: .file(file)))
    return []
  }
}
