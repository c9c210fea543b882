package import Diagnostics
package import Records

/// Reads tables 更正.
package enum CorrectionLoader {
  /// What was read.
  package struct Reading: Sendable {
    /// The rows that can be applied as far as reading can tell.
    package var rows: [CorrectionRow]
    /// The tables that the rows were read from.
    package var sources: [TableSource]
    /// What was found.
    package var findings: DiagnosticSink
  }

  /// The corrections of files and folders; messages quote personal numbers in full where
  /// `showsPeople`, and `noting` is told of every file that is read.
  ///
  /// Throws when a path cannot be opened at all.
  package static func load(
    paths: [String],
    schema: RecordSchema,
    showsPeople: Bool = false,
    fileSystem: any InputFileSystem = LocalFileSystem(),
    noting: (_ file: String, _ bytes: [UInt8]) -> Void = { _, _ in }
  ) throws(InputFailure) -> Reading {
    var sink = DiagnosticSink()
    var tables = InputLoader.FileTables()
    try InputLoader.read(
      paths,
      schema: schema,
      showsPeople: showsPeople,
      limits: ReadingLimits(),
      fileSystem: fileSystem,
      noting: noting,
      into: &tables,
      sink: &sink
    )
    var reader = CorrectionReader(schema: schema, sources: tables.sources)
    for table in tables.parsed {
      for finding in table.findings { sink.report(finding.diagnostic) }
      guard table.kind == .correction else {
        let source = tables.sources[table.source]
        let message = "这是“\(table.kind.title)”表，不是“更正”表。整张表有变化，请用 yanyin import 导入。"
        let place = Place.row(file: source.file, sheet: source.sheet, row: 1)
        sink.report(CorrectionCode.otherTable.finding(message, at: place))
        continue
      }
      for record in table.records { reader.read(record, sink: &sink) }
    }
    return Reading(rows: reader.rows, sources: tables.sources, findings: sink)
  }
}
