internal import Diagnostics
internal import Exchange
internal import Ledger
internal import Records

/// Reads the inputs of `packet` and `check`: files, folders and ledgers.
enum SeasonInputs {
  /// The season of the inputs, and what was found while reading.
  ///
  /// Several ledgers, or a ledger among files, are put together as files are: equal records are one,
  /// and the rules report people and schools that stand twice.
  static func load(
    _ paths: [String],
    schema: RecordSchema
  ) throws -> (season: Season, findings: DiagnosticSink) {
    var files: [String] = []
    var ledgers: [KnownSeason] = []
    for path in paths {
      guard isLedger(path) else {
        files.append(path)
        continue
      }
      let (season, findings) = try SeasonLedger(reading: path).season(schema: schema)
      ledgers.append(KnownSeason(season: season, findings: findings))
    }
    if files.isEmpty, ledgers.count == 1 {
      var sink = DiagnosticSink()
      for finding in ledgers[0].findings { sink.report(finding) }
      return (ledgers[0].season, sink)
    }
    return try InputLoader.load(paths: files, schema: schema, seasons: ledgers)
  }

  /// Its bytes say what a file is; by its name alone a ledger is known that is broken or missing.
  static func isLedger(_ path: String) -> Bool {
    path.lowercased().hasSuffix(".yanyin") || SeasonLedger.isDatabase(path)
  }
}
