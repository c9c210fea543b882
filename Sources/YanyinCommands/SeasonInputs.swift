internal import Diagnostics
internal import Exchange
internal import Ledger
internal import Packets
internal import Records

/// What the inputs of `packet` and `check` hold: files, folders and ledgers.
struct SeasonInputs {
  /// The records.
  let season: Season
  /// What was found while reading.
  let findings: DiagnosticSink
  /// What ledgers know of corrections, for the slip of corrected values.
  let corrections: [Correction]
  /// Where values stand that ledgers have corrected.
  let cells: CorrectedCells

  /// Reads the inputs.
  ///
  /// Several ledgers, or a ledger among files, are put together as files are: equal records are one,
  /// and the rules report people and schools that stand twice. Messages quote personal numbers in
  /// full where `showsPeople`.
  init(_ paths: [String], schema: RecordSchema, showsPeople: Bool) throws {
    var files: [String] = []
    var seasons: [KnownSeason] = []
    var kept: [KeptCorrection] = []
    for path in paths {
      guard SeasonInputs.isLedger(path) else {
        files.append(path)
        continue
      }
      let ledger = try SeasonLedger(reading: path)
      let (season, findings) = try ledger.season(schema: schema)
      seasons.append(KnownSeason(season: season, findings: findings))
      kept += try ledger.corrections()
    }
    corrections = kept.map(SeasonInputs.correction)
    if files.isEmpty, seasons.count == 1 {
      var sink = DiagnosticSink()
      for finding in seasons[0].findings { sink.report(finding) }
      (season, findings) = (seasons[0].season, sink)
    } else {
      (season, findings) = try InputLoader.load(
        paths: files,
        schema: schema,
        seasons: seasons,
        showsPeople: showsPeople
      )
    }
    cells = CorrectedCells(kept, in: season)
  }

  static func correction(_ kept: KeptCorrection) -> Correction {
    Correction(
      school: kept.school,
      table: kept.table,
      idNumber: kept.idNumber,
      item: kept.item,
      value: kept.value,
      reason: kept.reason,
      author: kept.author,
      date: String(kept.time.prefix { $0 != " " })
    )
  }

  /// Its bytes say what a file is; by its name alone a ledger is known that is broken or missing.
  static func isLedger(_ path: String) -> Bool {
    path.lowercased().hasSuffix(".yanyin") || SeasonLedger.isDatabase(path)
  }
}
