package import Diagnostics
internal import GRDB
package import Records

/// The ledger of a season: every import and correction in one file, any state of it readable.
package struct SeasonLedger: Sendable {
  private let connection: LedgerConnection

  /// The path as the user gave it.
  package var path: String { connection.path }

  /// Whether a file is a database, and so a ledger or nothing that can be an input.
  package static func isDatabase(_ path: String) -> Bool {
    switch try? LedgerHeader.finding(path) {
    case .ledger, .newer, .database: true
    case .other, nil: false
    }
  }

  /// Whether something lies at a path.
  package static func exists(_ path: String) -> Bool {
    do {
      _ = try LedgerHeader.finding(path)
      return true
    } catch {
      return error.cause != .missing
    }
  }

  /// Opens a ledger for reading alone.
  ///
  /// - Throws: `LedgerFailure` where the file is missing, foreign or damaged.
  package init(reading path: String) throws(LedgerFailure) {
    connection = try LedgerConnection(path, for: .reading)
  }

  /// Opens a ledger for reading and writing; waits for `patience` seconds while another process
  /// writes.
  ///
  /// - Throws: `LedgerFailure` where the file is missing, foreign, damaged or cannot be written.
  package init(writing path: String, patience: Double = 30) throws(LedgerFailure) {
    connection = try LedgerConnection(path, for: .writing, patience: patience)
  }

  /// Ends the connection; it must be done before the process opens the ledger a second time.
  ///
  /// The header of a ledger is looked at first, and POSIX drops every lock that a process has on a file
  /// when it closes any descriptor of it: a connection that stayed open would believe itself safe while
  /// another process removes the log in which it writes.
  package func close() {
    try? connection.queue.close()
  }

  /// Makes an empty ledger, readable by its owner only, where nothing lies.
  package static func create(_ path: String) throws(LedgerFailure) {
    try LedgerCreation.create(path)
  }

  /// The number of the last revision; 0 for an empty ledger.
  package func lastRevision() throws(LedgerFailure) -> Int {
    try connection.read { try SeasonLedger.lastRevision($0) }
  }

  private static func lastRevision(_ database: Database) throws -> Int {
    try Int.fetchOne(database, sql: "SELECT max(number) FROM revision") ?? 0
  }

  /// The names of the schools in the order of the ledger.
  package func schoolNames() throws(LedgerFailure) -> [String] {
    try connection.read { database in
      let revision = try SeasonLedger.lastRevision(database)
      let reader = try SeasonReader(database, revision: revision, schema: .builtIn)
      return try reader.seasonTable(.school).records.map { $0[SchoolField.name] }
    }
  }

  /// The school in whose roll a person stands.
  package func school(ofPerson number: String) throws(LedgerFailure) -> String? {
    try connection.read { database in
      try String.fetchOne(
        try database.cachedStatement(
          sql: """
            SELECT school.name FROM version JOIN school ON school.id = version.school
            WHERE person = ? AND kind = 'graduate' AND lastRevision IS NULL ORDER BY version.id
            """
        ),
        arguments: [number]
      )
    }
  }

  /// The whole season as a revision has it, the last one where none is named, and what reading its
  /// files found in the values.
  ///
  /// Fields that the ledger knows and the schema does not are left out.
  package func season(
    schema: RecordSchema,
    revision: Int? = nil
  ) throws(LedgerFailure) -> (season: Season, findings: [Diagnostic]) {
    let last = try lastRevision()
    guard last > 0 else { throw LedgerFailure(path: path, cause: .empty) }
    let number = revision ?? last
    guard (1...last).contains(number) else {
      throw LedgerFailure(path: path, cause: .noRevision(number))
    }
    return try connection.read { database in
      try SeasonReader(database, revision: number, schema: schema).season()
    }
  }

  /// Takes the records of files into the ledger, in one transaction.
  ///
  /// Differences to what the ledger says need to be accepted, but for the first import.
  package func add(
    _ input: SeasonImport,
    accepting: Bool
  ) throws(LedgerFailure) -> ImportOutcome {
    var outcome = ImportOutcome.unchanged
    try connection.write { database in
      var run = try ImportRun(input, database: database)
      try run.run()
      if run.differences.isEmpty { return .rollback }
      guard accepting || run.revision == 1 else {
        outcome = .refused(run.differences)
        return .rollback
      }
      outcome = .accepted(revision: run.revision, run.differences)
      return .commit
    }
    return outcome
  }

  /// What the rules find in a season, of which reading found something already.
  package typealias Rules = (_ season: Season, _ reading: [Diagnostic]) -> [Diagnostic]

  /// Applies corrections in one transaction: all of them, or none.
  ///
  /// A correction is refused where the ledger has another value than the clerk expects, and where
  /// `rules` finds errors in the corrected schools that it did not find before.
  package func apply(
    _ corrections: CorrectionSet,
    schema: RecordSchema,
    rules: Rules
  ) throws(LedgerFailure) -> CorrectionOutcome {
    guard try lastRevision() > 0 else { throw LedgerFailure(path: path, cause: .empty) }
    var outcome = CorrectionOutcome.refused([])
    try connection.write { database in
      var run = try CorrectionRun(corrections, schema: schema, database: database)
      let findings = try run.run(rules: rules)
      guard findings.isEmpty else {
        outcome = .refused(findings)
        return .rollback
      }
      outcome = .applied(revision: run.revision, run.differences)
      return .commit
    }
    return outcome
  }

  /// The revisions in which something of a person or of a school changed; all of them where neither
  /// is named.
  package func history(
    of scope: HistoryScope,
    schema: RecordSchema
  ) throws(LedgerFailure) -> [HistoryEntry] {
    try connection.read { try HistoryReader($0, schema: schema).entries(scope) }
  }

  /// Every correction that was made, in order, as a list of what was printed otherwise needs it.
  package func corrections() throws(LedgerFailure) -> [KeptCorrection] {
    try connection.read { try KeptCorrection.all($0) }
  }
}
