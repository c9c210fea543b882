internal import Diagnostics

/// Reads the sheets of an .xls workbook of Excel 97 and later (BIFF8).
struct BinaryWorkbookReader {
  private let file: String
  private let limits: ReadingLimits

  /// Whether bytes look like an old workbook, in its container or without.
  static func recognises(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: CompoundFile.signature) { return true }
    // The first record of editions 2 to 8, its length and, from 5 on, its edition.
    guard bytes.count >= 8, bytes[0] == 0x09, bytes[3] == 0 else { return false }
    return [0x00, 0x02, 0x04].contains(bytes[1]) && [4, 6, 8].contains(bytes[2])
      || bytes[1] == 0x08 && [8, 16].contains(bytes[2])
  }

  /// The tables of a workbook; what cannot be read is reported.
  static func read(
    _ bytes: [UInt8],
    file: String,
    limits: ReadingLimits,
    sink: inout DiagnosticSink
  ) -> [SheetTable] {
    let reader = BinaryWorkbookReader(file: file, limits: limits)
    do {
      guard let stream = try reader.stream(bytes, sink: &sink) else { return [] }
      return try reader.tables(stream, sink: &sink)
    } catch let failure as CompoundFile.Failure {
      reader.report(broken: failure.reason, sink: &sink)
    } catch BinaryGlobals.Failure.broken(let reason) {
      reader.report(broken: reason, sink: &sink)
    } catch BinaryGlobals.Failure.encrypted {
      reader.refuse("工作簿设有密码，内容已加密，无法读取。请在 Excel 或 WPS 中打开，去掉密码，另存为 .xlsx 后重试。", sink: &sink)
    } catch BinaryGlobals.Failure.tooOld {
      reader.refuse("是 Excel 95 或更早版本的 .xls，不能读取。请在 Excel 或 WPS 中打开并另存为 .xlsx 后重试。", sink: &sink)
    } catch {
      reader.report(broken: "无法识别", sink: &sink)
    }
    return []
  }

  private init(file: String, limits: ReadingLimits) {
    self.file = file
    self.limits = limits
  }

  private func report(broken reason: String, sink: inout DiagnosticSink) {
    let message = "文件损坏或不完整（\(reason)）。请重新导出或重新传输后再试。"
    sink.report(Diagnostic(.brokenArchive, message, at: .file(file)))
  }

  private func refuse(_ message: String, sink: inout DiagnosticSink) {
    sink.report(Diagnostic(.unsupportedKind, message, at: .file(file)))
  }

  /// The stream of the workbook's records; nil where the file is something else, which is reported.
  private func stream(_ bytes: [UInt8], sink: inout DiagnosticSink) throws -> [UInt8]? {
    guard bytes.starts(with: CompoundFile.signature) else { return bytes }
    let container = try CompoundFile(bytes)
    // Excel 95 named the stream Book, and so do a few writers of later editions.
    if let stream = try container.stream("Workbook") ?? container.stream("Book") { return stream }
    if container.has("EncryptedPackage") { throw BinaryGlobals.Failure.encrypted }
    let kind = container.has("WordDocument") ? "是 Word 文档，" : ""
    let message = "\(kind)不是 Excel 工作簿，请核对是否选错文件。"
    refuse(message, sink: &sink)
    return nil
  }

  private func tables(_ bytes: [UInt8], sink: inout DiagnosticSink) throws -> [SheetTable] {
    let globals = try BinaryGlobals(bytes)
    let hasResults = FormulaResult.isAnyComputed(in: bytes)
    var tables: [SheetTable] = []
    for sheet in globals.sheets where sheet.isWorksheet {
      guard SheetVisibility(state: sheet.state).isRead(sheet.name, file: file, sink: &sink) else {
        continue
      }
      var table = SheetTable(file: file, sheet: sheet.name)
      table.countsFrom1904 = globals.countsFrom1904
      var reader = BinarySheet(
        table: table,
        globals: globals,
        hasResults: hasResults,
        limits: limits
      )
      try reader.read(bytes, from: sheet.position)
      if reader.isTooLarge {
        let message = "单元格超过 \(limits.cells) 个或内容过多，不予读取。"
        let place = Place.row(file: file, sheet: sheet.name, row: 1)
        sink.report(Diagnostic(.tooLarge, message, at: place))
      } else {
        tables.append(reader.table)
      }
    }
    return tables
  }
}
