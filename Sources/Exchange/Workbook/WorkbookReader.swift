internal import Diagnostics
internal import Markup

/// Reads the sheets of an .xlsx workbook (ECMA-376).
struct WorkbookReader {
  private let file: String
  private let limits: ReadingLimits

  /// The tables of a workbook; what cannot be read is reported.
  static func read(
    _ bytes: [UInt8],
    file: String,
    limits: ReadingLimits,
    sink: inout DiagnosticSink
  ) -> [SheetTable] {
    let reader = WorkbookReader(file: file, limits: limits)
    var part = ""
    do {
      let archive = try ZipArchive(bytes, limits: limits)
      return try reader.tables(of: archive, part: &part, sink: &sink)
    } catch let failure as ZipFailure {
      sink.report(reader.finding(failure))
    } catch let failure as MarkupReadingError {
      sink.report(reader.finding(failure, part: part))
    } catch {
      sink.report(Diagnostic(.brokenArchive, "工作簿无法读取。", at: .file(file)))
    }
    return []
  }

  private init(file: String, limits: ReadingLimits) {
    self.file = file
    self.limits = limits
  }

  private func tables(
    of archive: ZipArchive,
    part: inout String,
    sink: inout DiagnosticSink
  ) throws -> [SheetTable] {
    guard let (workbook, links) = try layout(of: archive, part: &part) else {
      let message = "是压缩文件，但不是 Excel 工作簿（.xlsx）。"
      sink.report(Diagnostic(.unsupportedKind, message, at: .file(file)))
      return []
    }
    var texts: ContiguousArray<String> = []
    if let path = links.byType["sharedStrings"],
      let scanner = try scan(
        path,
        of: archive,
        part: &part,
        handler: SharedTextScanner(memory: limits.inflatedSize / 2)
      )
    {
      guard !scanner.isTooLarge else { throw ZipFailure.suspicious("共享文本过多") }
      texts = scanner.texts
    }
    let styles = StylesHandler()
    if let path = links.byType["styles"] {
      _ = try read(path, of: archive, part: &part, handler: styles)
    }
    var tables: [SheetTable] = []
    for sheet in workbook.sheets {
      let place = Place.row(file: file, sheet: sheet.name, row: 1)
      guard SheetVisibility(word: sheet.state).isRead(sheet.name, file: file, sink: &sink) else {
        continue
      }
      guard let path = links.targets[sheet.relationship] else {
        throw ZipFailure.broken("缺少工作表“\(sheet.name)”")
      }
      var table = SheetTable(file: file, sheet: sheet.name)
      table.countsFrom1904 = workbook.countsFrom1904
      let empty = SheetScanner(
        table: table,
        sharedTexts: texts,
        formats: styles.formats,
        limits: limits
      )
      guard let scanner = try scan(path, of: archive, part: &part, handler: empty) else {
        throw ZipFailure.broken("缺少“\(path)”")
      }
      if scanner.isTooLarge {
        let message = "单元格超过 \(limits.cells) 个或内容过多，不予读取。"
        sink.report(Diagnostic(.tooLarge, message, at: place))
      } else {
        tables.append(scanner.table)
      }
    }
    return tables
  }

  /// The sheets of a workbook and where their parts lie; nil for a container that is no workbook.
  private func layout(
    of archive: ZipArchive,
    part: inout String
  ) throws -> (WorkbookHandler, RelationshipHandler)? {
    let package = RelationshipHandler(folder: "")
    _ = try read("_rels/.rels", of: archive, part: &part, handler: package)
    let workbookPath = package.byType["officeDocument"] ?? "xl/workbook.xml"
    let workbook = WorkbookHandler()
    guard try read(workbookPath, of: archive, part: &part, handler: workbook),
      !workbook.sheets.isEmpty
    else { return nil }
    let names = workbookPath.split(separator: "/")
    let folder = names.dropLast().map { $0 + "/" }.joined()
    let links = RelationshipHandler(folder: folder)
    let linksPath = "\(folder)_rels/\(names.last ?? "").rels"
    _ = try read(linksPath, of: archive, part: &part, handler: links)
    return (workbook, links)
  }

  /// The parts of the sheets of a workbook by the sheets' names.
  ///
  /// Throws `ZipFailure` and `MarkupReadingError` where the container is broken.
  static func sheetParts(of archive: ZipArchive) throws -> [(sheet: String, part: String)] {
    var part = ""
    let reader = WorkbookReader(file: "", limits: archive.limits)
    guard let (workbook, links) = try reader.layout(of: archive, part: &part) else { return [] }
    return workbook.sheets.compactMap { sheet in
      links.targets[sheet.relationship].map { (sheet.name, $0) }
    }
  }

  private func read(
    _ name: String,
    of archive: ZipArchive,
    part: inout String,
    handler: any MarkupHandler
  ) throws -> Bool {
    part = name
    guard archive.has(name) else { return false }
    let reader = try MarkupReader(handler: handler)
    let isFound = try archive.read(name) { try reader.feed($0) }
    try reader.finish()
    return isFound
  }

  /// Reads a large part; nil where the container has none of this name.
  private func scan<Handler: PartHandler>(
    _ name: String,
    of archive: ZipArchive,
    part: inout String,
    handler: Handler
  ) throws -> Handler? {
    part = name
    var scanner = PartScanner(handler)
    var isFirst = true
    var wide: [UInt8]?
    let isFound = try archive.read(name) { piece in
      if isFirst, piece.starts(with: [0xFF, 0xFE]) || piece.starts(with: [0xFE, 0xFF]) {
        wide = []
      }
      isFirst = false
      // A part in UTF-16, which hardly any writer makes, is decoded as a whole.
      if wide == nil { try scanner.feed(piece) } else { wide?.append(contentsOf: piece) }
    }
    guard isFound else { return nil }
    if let wide {
      guard let text = try? TextDecoder.decode(wide) else {
        throw MarkupReadingError(.malformed("不是有效的 UTF-16"), line: 1, column: 0)
      }
      try scanner.feed(text.bytes[text.start...])
    }
    try scanner.finish()
    return scanner.handler
  }

  private func finding(_ failure: ZipFailure) -> Diagnostic {
    switch failure {
    case .broken(let reason):
      Diagnostic(.brokenArchive, "文件损坏或不完整（\(reason)）。请重新保存或重新传输后再试。", at: .file(file))
    case .suspicious(let reason):
      Diagnostic(.suspiciousArchive, "压缩包异常：\(reason)，不予读取。", at: .file(file))
    }
  }

  private func finding(_ failure: MarkupReadingError, part: String) -> Diagnostic {
    let reason =
      switch failure.reason {
      case .documentType: "含有文档类型声明（DTD），不予读取"
      case .malformed(let words): "XML 格式错误：\(words)"
      case .unavailable: "内存不足"
      }
    let message = "工作簿的“\(part)”第\(failure.line)行：\(reason)。请在 Excel 或 WPS 中重新保存后再试。"
    return Diagnostic(.malformedXML, message, at: .file(file))
  }
}
