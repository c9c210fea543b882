package import Diagnostics
package import Records

/// Reads files and folders into a season.
package enum InputLoader {
  /// The season of the files, and what was found while reading.
  ///
  /// Throws when a path cannot be opened at all; a file that can be opened but not read is an error
  /// whose `isInputFailure` is true. Both mean exit status 66.
  ///
  /// Rows may belong to `known` schools although the files hold no row of 学校 for them; the season
  /// has these first, with an origin of no source. Seasons that were read before come before the
  /// files, and equal records are merged as those of two files are. Messages quote personal numbers
  /// in full where `showsPeople`. `noting` is told of every file that is read, with its bytes.
  package static func load(
    paths: [String],
    schema: RecordSchema,
    known: KnownSchools = KnownSchools(),
    seasons: [KnownSeason] = [],
    showsPeople: Bool = false,
    limits: ReadingLimits = ReadingLimits(),
    fileSystem: any InputFileSystem = LocalFileSystem(),
    noting: (_ file: String, _ bytes: [UInt8]) -> Void = { _, _ in }
  ) throws(InputFailure) -> (season: Season, findings: DiagnosticSink) {
    var sink = DiagnosticSink()
    var tables = FileTables()
    for season in seasons {
      let known = SeasonTables(season, firstSource: tables.sources.count)
      tables.parsed += known.tables
      tables.sources += season.season.sources
      for finding in known.findings { sink.report(finding) }
    }
    try read(
      paths,
      schema: schema,
      showsPeople: showsPeople,
      limits: limits,
      fileSystem: fileSystem,
      noting: noting,
      into: &tables,
      sink: &sink
    )
    var assembler = SeasonAssembler(schema: schema, sources: tables.sources)
    assembler.canonicalSources = tables.canonical
    assembler.expect(known)
    assembler.add(tables.parsed, sink: &sink)
    return (assembler.season, sink)
  }

  /// The tables of files, with the sources that they are numbered by.
  struct FileTables {
    var sources: [TableSource] = []
    var parsed: [ParsedTable] = []
    /// The sources that are the program's own XML.
    var canonical: Set<Int> = []
  }

  /// Reads the tables of files and folders.
  static func read(
    _ paths: [String],
    schema: RecordSchema,
    showsPeople: Bool,
    limits: ReadingLimits,
    fileSystem: any InputFileSystem,
    noting: (_ file: String, _ bytes: [UInt8]) -> Void,
    into tables: inout FileTables,
    sink: inout DiagnosticSink
  ) throws(InputFailure) {
    let walk = InputWalk(paths, fileSystem: fileSystem, limits: limits, sink: &sink)
    if let failure = walk.failures.first { throw failure }
    let recogniser = TableRecogniser(schema: schema)
    for file in walk.files {
      let bytes = try fileSystem.bytes(of: file, limit: limits.fileSize)
      noting(file, bytes)
      let reader = InputReader(file: file, schema: schema, limits: limits)
      let sheets = read(bytes, with: reader, sink: &sink)
      for table in recognise(sheets, with: recogniser, file: file, sink: &sink) {
        let source = tables.sources.count
        if case .records = table.table.origin { tables.canonical.insert(source) }
        tables.parsed.append(
          TableReader.read(
            table,
            schema: schema,
            source: source,
            showsPeople: showsPeople,
            sink: &sink
          )
        )
        tables.sources.append(
          TableSource(
            file: table.table.file,
            sheet: table.table.sheet,
            columns: table.slots(count: schema[table.kind].count)
          )
        )
      }
    }
  }

  /// The tables of a file; one without any is an error, if reading found none.
  private static func read(
    _ bytes: [UInt8],
    with reader: InputReader,
    sink: inout DiagnosticSink
  ) -> [SheetTable] {
    var own = DiagnosticSink()
    let tables = reader.tables(bytes, sink: &own)
    if tables.isEmpty, !own.hasErrors {
      own.report(Diagnostic(.emptyTable, "文件中没有可以读取的表，请核对是否选错文件。", at: .file(reader.file)))
    }
    sink.merge(own)
    return tables
  }

  /// A file that is read for a path of the command line.
  package struct File: Hashable, Sendable {
    /// The path to open it by; findings name it so.
    package var path: String
    /// The name below the folder that the user named; the last component for a file.
    package var name: String
  }

  /// The files that paths name, in reading order.
  ///
  /// Throws where a path cannot be opened at all.
  package static func files(
    of paths: [String],
    fileSystem: any InputFileSystem = LocalFileSystem()
  ) throws(InputFailure) -> [File] {
    var files: [File] = []
    for path in paths {
      var silence = DiagnosticSink()
      let walk = InputWalk(
        [path],
        fileSystem: fileSystem,
        limits: ReadingLimits(),
        sink: &silence
      )
      if let failure = walk.failures.first { throw failure }
      let isFolder = fileSystem.kind(of: path) == .folder
      files += walk.files.map { file in
        let whole = file.split(separator: "/").map(String.init)
        let above = isFolder ? path.split(separator: "/").count : max(0, whole.count - 1)
        return File(path: file, name: whole.dropFirst(above).joined(separator: "/"))
      }
    }
    return files
  }

  /// The tables of a file; sheets without a table matter only where no other sheet holds one.
  private static func recognise(
    _ tables: [SheetTable],
    with recogniser: TableRecogniser,
    file: String,
    sink: inout DiagnosticSink
  ) -> [RecognisedTable] {
    var mentions = DiagnosticSink()
    let splitter = TableSplitter(recogniser)
    let recognised = tables.flatMap {
      splitter.tables(in: $0, isOptional: tables.count > 1, sink: &mentions)
    }
    sink.merge(mentions)
    if recognised.isEmpty, tables.count > 1, !mentions.hasErrors {
      sink.report(Diagnostic(.noHeading, "没有一张工作表有可识别的表头，请核对是否选错文件。", at: .file(file)))
    }
    return recognised
  }
}
