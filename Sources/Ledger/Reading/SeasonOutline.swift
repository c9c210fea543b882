package import Diagnostics
package import Records

/// What a ledger says of a season before any school is read.
package struct SeasonOutline: Sendable {
  /// The rows of schools, bureaus and exemptions; schools lack their tables, and there are no sources
  /// of cells yet.
  package var season: Season
  /// What reading found in these rows.
  package var findings: [Diagnostic]
  /// Marks of the schools, in their order.
  package var schools: [SchoolMark]

  /// What is known of a school without reading it.
  package struct SchoolMark: Sendable {
    /// The ledger's number of the school.
    package var number: Int64
    /// Equal for equal tables that were read in the same places.
    package var content: [String]
    /// What it may share with other schools (`SharedKeys`).
    package var keys: [UInt64]
  }
}

/// Reads schools of one revision, which nothing changes any more, with a connection of its own.
package struct SchoolReader: Sendable {
  private let connection: LedgerConnection
  private let revision: Int
  private let schema: RecordSchema

  init(_ connection: LedgerConnection, revision: Int, schema: RecordSchema) {
    self.connection = connection
    self.revision = revision
    self.schema = schema
  }

  /// The season without the tables of its schools.
  package func outline() throws(LedgerFailure) -> SeasonOutline {
    try read { try $0.outline() }
  }

  /// Where records were read: the `sources` of a season.
  package func sources() throws(LedgerFailure) -> [TableSource] {
    try read { try $0.sources() }
  }

  /// A school of an outline with its tables, and what reading found in them.
  package func school(
    _ number: Int64,
    row: Records.Record
  ) throws(LedgerFailure) -> (school: School, findings: [Diagnostic]) {
    try read { try $0.school(number, row: row) }
  }

  private func read<Result>(
    _ work: (SeasonReader) throws -> Result
  ) throws(LedgerFailure) -> Result {
    try connection.read { database in
      try work(SeasonReader(database, revision: revision, schema: schema))
    }
  }
}
