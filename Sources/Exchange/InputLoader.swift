package import Diagnostics
package import Records

/// Reads files and folders into a season.
package enum InputLoader {
  /// The season of the files, and what was found while reading.
  ///
  /// Throws when a path cannot be opened at all; a file that can be opened but not read is an error
  /// whose `isInputFailure` is true. Both mean exit status 66.
  package static func load(
    paths: [String],
    schema: RecordSchema,
    limits: ReadingLimits = ReadingLimits(),
    fileSystem: any InputFileSystem = LocalFileSystem()
  ) throws(InputFailure) -> (season: Season, findings: DiagnosticSink) {
    var sink = DiagnosticSink()
    let walk = InputWalk(paths, fileSystem: fileSystem, limits: limits, sink: &sink)
    if let failure = walk.failures.first { throw failure }
    let recogniser = TableRecogniser(schema: schema)
    var sources: [TableSource] = []
    var parsed: [ParsedTable] = []
    var canonical: Set<Int> = []
    for file in walk.files {
      let bytes = try fileSystem.bytes(of: file, limit: limits.fileSize)
      let reader = InputReader(file: file, schema: schema, limits: limits)
      let tables = reader.tables(bytes, sink: &sink)
      let recognised = recognise(tables, with: recogniser, file: file, sink: &sink)
      for table in recognised {
        if case .records = table.table.origin { canonical.insert(sources.count) }
        parsed.append(
          TableReader.read(table, schema: schema, source: sources.count, sink: &sink)
        )
        sources.append(
          TableSource(
            file: table.table.file,
            sheet: table.table.sheet,
            columns: table.slots(count: schema[table.kind].count)
          )
        )
      }
    }
    var assembler = SeasonAssembler(schema: schema, sources: sources)
    assembler.canonicalSources = canonical
    assembler.add(parsed, sink: &sink)
    return (assembler.season, sink)
  }

  /// The tables of a file; sheets without a table matter only where no other sheet holds one.
  private static func recognise(
    _ tables: [SheetTable],
    with recogniser: TableRecogniser,
    file: String,
    sink: inout DiagnosticSink
  ) -> [RecognisedTable] {
    var mentions = DiagnosticSink()
    let recognised = tables.compactMap {
      recogniser.recognise($0, isOptional: tables.count > 1, sink: &mentions)
    }
    sink.merge(mentions)
    if recognised.isEmpty, tables.count > 1, !mentions.hasErrors {
      sink.report(Diagnostic(.noHeading, "没有一张工作表有可识别的表头，请核对是否选错文件。", at: .file(file)))
    }
    return recognised
  }
}
