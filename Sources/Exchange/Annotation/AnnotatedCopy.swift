package import Diagnostics
package import Records

/// A copy of an input with a last column 校验结果, for the clerk to mend the file itself.
package enum AnnotatedCopy: Sendable {
  /// The file as it was, formats kept, with the column added.
  case file([UInt8])
  /// The values of a file whose kind cannot be written: they go into a new workbook.
  case values([Sheet])

  /// The values of a sheet with the column of remarks.
  package struct Sheet: Sendable {
    /// The sheet's name; nil for files of one table.
    package var name: String?
    /// The rows in their places, missing ones empty, cells from column 1 on.
    package var rows: [[String]]
  }

  /// Makes the copy of a file.
  ///
  /// - Parameters:
  ///   - file: the path as findings name it.
  ///   - bytes: what the file holds.
  ///   - findings: all findings of the run.
  ///   - schema: the fields by which tables are recognised.
  ///   - limits: how much the file may hold.
  /// - Returns: the copy; nil for kinds that people do not edit as tables (JSON, XML) and for files
  ///   that cannot be read.
  package static func make(
    of file: String,
    bytes: [UInt8],
    findings: [Diagnostic],
    schema: RecordSchema,
    limits: ReadingLimits = ReadingLimits()
  ) -> AnnotatedCopy? {
    var silence = DiagnosticSink()
    let reader = InputReader(file: file, schema: schema, limits: limits)
    let tables = reader.tables(bytes, sink: &silence).filter { $0.origin == .sheet }
    guard let first = tables.first else { return nil }
    let splitter = TableSplitter(TableRecogniser(schema: schema))
    let recognised = tables.flatMap {
      splitter.tables(in: $0, isOptional: true, sink: &silence)
    }
    let remarks = Remarks(findings, file: file)
    func column(of sheet: String?) -> Remarks.Column {
      remarks.column(
        of: sheet,
        tables: recognised.filter { $0.table.sheet == sheet },
        otherwise: tables.first { $0.sheet == sheet }
      )
    }
    if bytes.starts(with: [0x50, 0x4B]) {
      let sheets = Set(tables.compactMap(\.sheet))
      if let copy = try? workbook(bytes, sheets: sheets, limits: limits, column: column) {
        return .file(copy)
      }
    } else if first.sheet == nil, let text = try? TextDecoder.decode(bytes),
      !isMarkup(text)
    {
      return .file(DelimitedAnnotator.annotate(text, column: column(of: nil)))
    }
    return .values(tables.map { values(of: $0, column: column(of: $0.sheet)) })
  }

  /// HTML and XML tables carry the endings of workbooks, too.
  private static func isMarkup(_ text: TextDecoder.Text) -> Bool {
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
    return text.bytes[text.start...].first { !blanks.contains($0) } == UInt8(ascii: "<")
  }

  /// The sheets that hold tables are rewritten, everything else is kept.
  private static func workbook(
    _ bytes: [UInt8],
    sheets: Set<String>,
    limits: ReadingLimits,
    column: (String?) -> Remarks.Column
  ) throws -> [UInt8] {
    let archive = try ZipArchive(bytes, limits: limits)
    var parts: [(name: String, bytes: [UInt8])] = []
    for (sheet, part) in try WorkbookReader.sheetParts(of: archive) where sheets.contains(sheet) {
      var source: [UInt8] = []
      guard try archive.read(part, body: { source += $0 }) else { continue }
      // A sheet in UTF-16 has other bytes for its tags.
      guard !source.starts(with: [0xFF, 0xFE]), !source.starts(with: [0xFE, 0xFF]) else {
        throw ZipFailure.broken("UTF-16")
      }
      parts.append((part, SheetAnnotator.annotate(source, column: column(sheet))))
    }
    return try ZipRewriter.replace(parts, in: bytes)
  }

  private static func values(of table: SheetTable, column: Remarks.Column) -> Sheet {
    var sheet = Sheet(name: table.sheet, rows: [])
    for row in table.rows {
      let number = Int(row.number)
      while sheet.rows.count < number { sheet.rows.append([]) }
      var texts: [String] = []
      func set(_ text: String, at position: Int32) {
        while texts.count < position { texts.append("") }
        texts[Int(position) - 1] = text
      }
      for cell in table.cells[row.cells] where cell.column != column.number {
        set(cell.text, at: cell.column)
      }
      if let text = column.text(inRow: row.number) { set(text, at: column.position) }
      sheet.rows[number - 1] = texts
    }
    return sheet
  }
}
