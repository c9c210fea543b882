internal import FoundationEssentials
internal import GRDB
internal import Records

/// A table of a school, or of the season, in a revision.
struct StoredTable {
  /// The row of the listing; nil where the ledger has no such table.
  var id: Int64?
  var listing = Listing()
  /// SHA-256 of what the table says, in order; equal exactly for equal tables.
  var content = ""
  /// The texts of the members, in order.
  var records: [StoredRecord] = []
}

/// A record in a revision.
struct StoredRecord {
  /// The row of the version.
  var id: Int64
  /// The record, whatever its values are in a revision.
  var entity: Int64
  /// The school of the row: for the rows of 学校, whose listing is the season's, the school itself.
  var school: Int64
  var text: String
}

/// Reads tables of a revision.
struct TableQueries {
  private let database: Database
  private let revision: Int

  init(_ database: Database, revision: Int) {
    self.database = database
    self.revision = revision
  }

  private static let span =
    "firstRevision <= ? AND (lastRevision IS NULL OR lastRevision >= ?)"

  /// A table, held against its content hash; school 0 is the season.
  func table(_ kind: TableKind, school: Int64) throws -> StoredTable {
    guard var table = try listing(kind, school: school) else { return StoredTable() }
    var versions: [Int64: StoredRecord] = [:]
    versions.reserveCapacity(table.listing.members.count)
    let rows = try Row.fetchCursor(
      try database.cachedStatement(sql: TableQueries.versions(ofSeason: school == 0)),
      arguments: school == 0
        ? [kind.name, revision, revision] : [school, kind.name, revision, revision]
    )
    while let row = try rows.next() {
      let record = StoredRecord(id: row[0], entity: row[1], school: row[2], text: row[3])
      versions[record.entity] = record
    }
    var positions: [Int64: Int] = [:]
    table.records.reserveCapacity(table.listing.members.count)
    for (position, member) in table.listing.members.enumerated() {
      guard let record = versions[member.entity] else { throw DamagedText() }
      table.records.append(record)
      positions[member.entity] = position
    }
    let content = try TableContent.digest(
      table.records.lazy.map(\.text),
      courses: table.listing.courses,
      findings: table.listing.findings.map { ($0, $0.entity.flatMap { positions[$0] }) }
    )
    guard content == table.content else { throw DamagedText() }
    return table
  }

  /// The rows of 学校 belong to their schools; those of the season's other tables to none.
  private static func versions(ofSeason isSeason: Bool) -> String {
    let which = isSeason ? "kind = ?" : "school = ? AND kind = ?"
    return "SELECT id, entity, school, fields FROM version WHERE \(which) AND \(span)"
  }

  private func listing(_ kind: TableKind, school: Int64) throws -> StoredTable? {
    let row = try Row.fetchOne(
      try database.cachedStatement(
        sql: "SELECT id, members, courses, findings, content FROM listing"
          + " WHERE school = ? AND kind = ? AND \(TableQueries.span)"
      ),
      arguments: [school, kind.name, revision, revision]
    )
    guard let row else { return nil }
    var scanner = StoredTextScanner(row[2])
    var table = StoredTable()
    table.id = row[0]
    table.listing = Listing(
      members: try MemberBytes.members(of: [UInt8](row[1] as Data)),
      courses: try scanner.strings(),
      findings: try ListedFinding.findings(of: row[3])
    )
    table.content = row[4]
    return table
  }

  /// What tells whether a school's tables have changed and which schools it must be checked with, by
  /// the ledger's number of the school.
  func marks() throws -> [Int64: SchoolMarks] {
    var marks: [Int64: SchoolMarks] = [:]
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT school, id, listing.kind, content, sharedKeys, time, author
        FROM listing JOIN revision ON number = firstRevision
        WHERE school > 0 AND \(TableQueries.span) ORDER BY id
        """,
      arguments: [revision, revision]
    )
    while let row = try rows.next() {
      let school: Int64 = row[0]
      let id: Int64 = row[1]
      let kind: String = row[2]
      let content: String = row[3]
      let (time, author): (String, String) = (row[5], row[6])
      // The revision tells listings of two ledgers apart, which name other files.
      marks[school, default: SchoolMarks()].content += ["\(id)", kind, content, time, author]
      marks[school, default: SchoolMarks()].keys +=
        try KeyBytes.keys(of: [UInt8](row[4] as Data))
    }
    return marks
  }

  /// The tables that the ledger has, and the SHA-256 of what each says.
  func contents() throws -> [TableAddress: String] {
    var contents: [TableAddress: String] = [:]
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT school, kind, content FROM listing WHERE \(TableQueries.span)",
      arguments: [revision, revision]
    )
    while let row = try rows.next() {
      let name: String = row[1]
      guard let kind = TableKind.allCases.first(where: { $0.name == name }) else {
        throw DamagedText()
      }
      contents[TableAddress(school: row[0], kind: kind)] = row[2]
    }
    return contents
  }
}

/// What is known of a school without reading its tables.
struct SchoolMarks {
  /// For each table the number of its listing, the SHA-256 of what it says, and since when.
  var content: [String] = []
  /// The keys of its records (`SharedKeys`).
  var keys: [UInt64] = []
}

/// A table of a school; school 0 is the season.
struct TableAddress: Hashable, Sendable {
  var school: Int64
  var kind: TableKind
}
