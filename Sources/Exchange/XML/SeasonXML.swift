internal import Diagnostics
internal import Markup
internal import Records

/// Reads the program's own XML output back as tables.
///
/// The root is `yanyin`; records are elements named after their table (`graduate`) with an
/// attribute `n`, their ordinal in the table of the school, and one element per filled field.
enum SeasonXML {
  static func read(
    _ text: TextDecoder.Text,
    file: String,
    schema: RecordSchema,
    sink: inout DiagnosticSink
  ) -> [SheetTable] {
    let handler = SeasonXMLHandler(file: file, schema: schema)
    do {
      try MarkupReader.read(text.withoutDeclaration, handler: handler)
    } catch {
      // A page of HTML is hardly ever well-formed: say what it is rather than where it breaks.
      if handler.isForeign {
        sink.report(foreign(file))
        return []
      }
      sink.report(finding(error, file: file))
      return []
    }
    if handler.isForeign {
      sink.report(foreign(file))
      return []
    }
    for finding in handler.findings { sink.report(finding) }
    return handler.tables
  }

  /// What an XML text that cannot be read is reported as.
  static func finding(_ error: MarkupReadingError, file: String) -> Diagnostic {
    let message =
      switch error.reason {
      case .documentType: "XML 含有文档类型声明（DTD）或外部实体，不予读取。"
      case .malformed(let words): "XML 格式错误：\(words)。"
      case .unavailable: "内存不足，无法读取 XML。"
      }
    let place = Place.text(file: file, line: error.line, column: max(1, error.column))
    return Diagnostic(.malformedXML, message, at: place)
  }

  private static func foreign(_ file: String) -> Diagnostic {
    let message = "不是本程序输出的 XML（根元素应为 yanyin），也不是 Excel 2003 的 XML 表格。请另存为 .xlsx 或 .csv 后重试。"
    return Diagnostic(.foreignXML, message, at: .file(file))
  }
}

/// Collects the records of the program's own XML.
final class SeasonXMLHandler: MarkupHandler {
  private(set) var isForeign = false
  private(set) var findings: [Diagnostic] = []
  private let file: String
  private let schema: RecordSchema
  private var path: [String] = []
  private var record: (kind: TableKind, depth: Int, number: Int32)?
  private var field: (slot: Int, depth: Int)?
  private var values: [String] = []
  private var buffer: [UInt8] = []
  private var rows: [[(number: Int32, values: [String])]]

  init(file: String, schema: RecordSchema) {
    self.file = file
    self.schema = schema
    rows = TableKind.allCases.map { _ in [] }
  }

  func startElement(_ element: borrowing StreamedElement) {
    path.append(element.name)
    if path.count == 1 {
      isForeign = element.name != "yanyin"
      return
    }
    guard !isForeign else { return }
    if let record {
      if path.count == record.depth + 1 {
        // A declared column without an ASCII name is written with its heading in an attribute.
        let isExtra = element.name == "extra"
        let name = isExtra ? element["name"] ?? "" : element.name
        if let slot = schema[record.kind].firstIndex(where: {
          $0.name == name || isExtra && $0.heading == name
        }) {
          field = (slot, path.count)
          buffer.removeAll(keepingCapacity: true)
        } else {
          let message = "“\(record.kind.title)”没有名为“\(name)”的项目，未采用。"
          let place = Place.text(file: file, line: max(1, element.line), column: 1)
          findings.append(Diagnostic(.unknownColumns, message, at: place))
        }
      }
    } else if let kind = TableKind.allCases.first(where: { $0.name == element.name }) {
      // A record stands in the container of its table; the school may stand alone.
      guard kind == .school || path.dropLast().last == kind.name + "s" else { return }
      let number = element["n"].flatMap { Int32($0) } ?? Int32(rows[Int(kind.rawValue)].count + 1)
      record = (kind, path.count, number)
      values = Array(repeating: "", count: schema[kind].count)
    }
  }

  func endElement(_ name: String) {
    if let field, field.depth == path.count {
      values[field.slot] = String(decoding: buffer, as: UTF8.self)
      self.field = nil
    } else if let record, record.depth == path.count {
      rows[Int(record.kind.rawValue)].append((record.number, values))
      self.record = nil
    }
    path.removeLast()
  }

  func text(_ bytes: Span<UInt8>) {
    guard field != nil else { return }
    for index in bytes.indices { buffer.append(bytes[index]) }
  }

  /// One table of each kind that the file has records of.
  var tables: [SheetTable] {
    let schools = rows[Int(TableKind.school.rawValue)]
    let school = schools.count == 1 ? schools[0].values[SchoolField.name.rawValue] : nil
    return TableKind.allCases.compactMap { kind in
      let records = rows[Int(kind.rawValue)]
      guard !records.isEmpty else { return nil }
      var table = SheetTable(file: file, sheet: kind.name)
      table.kind = kind
      table.origin = .records(school: school)
      for (slot, field) in schema[kind].enumerated() {
        table.cells.append(SheetCell(column: Int32(slot + 1), kind: .text, text: field.name))
      }
      table.endRow(0, from: 0)
      for record in records {
        let start = table.cells.count
        for (slot, value) in record.values.enumerated() where !value.isEmpty {
          table.cells.append(SheetCell(column: Int32(slot + 1), kind: .text, text: value))
        }
        table.endRow(record.number, from: start)
      }
      return table
    }
  }
}
