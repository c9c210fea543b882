internal import FoundationEssentials
internal import GRDB
internal import Records

/// Writes a revision: new rows, and the last revision of those that end.
struct LedgerWriter {
  let database: Database
  let revision: Int
  private var nextVersion: Int64
  private let insertVersion: Statement
  private let endVersion: Statement

  /// A writer of the revision after the last one, whose row it makes.
  init(_ database: Database, _ note: RevisionNote, kind: Revision.Kind) throws {
    self.database = database
    revision =
      try Int.fetchOne(database, sql: "SELECT max(number) FROM revision").map { $0 + 1 } ?? 1
    nextVersion =
      try Int64.fetchOne(database, sql: "SELECT max(id) FROM version").map { $0 + 1 } ?? 1
    try database.execute(
      sql:
        "INSERT INTO revision (number, time, author, kind, reason, program) VALUES (?,?,?,?,?,?)",
      arguments: [revision, note.time, note.author, kind.rawValue, note.reason, note.program]
    )
    insertVersion = try database.makeStatement(
      sql: """
        INSERT INTO version (id, entity, school, kind, person, firstRevision, fields)
        VALUES (?,?,?,?,?,?,?)
        """
    )
    endVersion = try database.makeStatement(
      sql: "UPDATE version SET lastRevision = ? WHERE id = ?"
    )
  }

  /// The number of a school, which the ledger gets to know where it does not.
  func school(_ name: String) throws -> Int64 {
    if let known = try Int64.fetchOne(
      try database.cachedStatement(sql: "SELECT id FROM school WHERE name = ?"),
      arguments: [name]
    ) {
      return known
    }
    try database.execute(sql: "INSERT INTO school (name) VALUES (?)", arguments: [name])
    return database.lastInsertedRowID
  }

  /// Notes a file that the revision is made from.
  func add(_ file: SourceFile) throws -> Int64 {
    try database.execute(
      sql: "INSERT INTO file (revision, path, sha256, size) VALUES (?,?,?,?)",
      arguments: [revision, file.path, file.sha256, file.size]
    )
    return database.lastInsertedRowID
  }

  /// Notes a table of a file.
  func add(
    _ source: TableSource,
    _ kind: TableKind,
    file: Int64,
    fields: [FieldDefinition]
  ) throws -> Int64 {
    try database.execute(
      sql: "INSERT INTO source (file, sheet, kind, columns) VALUES (?,?,?,?)",
      arguments: [
        file, source.sheet, kind.name, try SourceColumns(source, fields: fields).text(),
      ]
    )
    return database.lastInsertedRowID
  }

  /// Adds values of a record: of a new one where `entity` is nil.
  mutating func addVersion(
    of entity: Int64?,
    school: Int64,
    kind: TableKind,
    person: String?,
    text: String
  ) throws -> Int64 {
    let id = nextVersion
    nextVersion += 1
    try insertVersion.execute(
      arguments: [id, entity ?? id, school, kind.name, person, revision, text]
    )
    return entity ?? id
  }

  /// Ends values of a record with the revision before this one.
  func endVersion(_ id: Int64) throws {
    try endVersion.execute(arguments: [revision - 1, id])
  }

  /// Puts a new state of a table in the place of an old one; without records the table ends.
  func replace(
    _ old: StoredTable,
    with listing: Listing,
    content: String,
    sharedKeys: [UInt64],
    kind: TableKind,
    school: Int64
  ) throws {
    if let id = old.id {
      try database.execute(
        sql: "UPDATE listing SET lastRevision = ? WHERE id = ?",
        arguments: [revision - 1, id]
      )
    }
    guard !listing.members.isEmpty else { return }
    var courses = StoredTextWriter()
    courses.append(listing.courses)
    try database.execute(
      sql: """
        INSERT INTO listing
          (school, kind, firstRevision, content, sharedKeys, members, courses, findings)
        VALUES (?,?,?,?,?,?,?,?)
        """,
      arguments: [
        school, kind.name, revision, content, Data(KeyBytes.bytes(of: sharedKeys)),
        Data(MemberBytes.bytes(of: listing.members)), courses.text,
        try ListedFinding.text(of: listing.findings),
      ]
    )
  }

  /// Notes why an item of a record has another value.
  func add(_ correction: AppliedCorrection) throws {
    try database.execute(
      sql: """
        INSERT INTO correction (revision, entity, item, course, old, new, reason, source, row)
        VALUES (?,?,?,?,?,?,?,?,?)
        """,
      arguments: [
        revision, correction.entity, correction.item, correction.course, correction.old,
        correction.new, correction.reason, correction.origin.source, correction.origin.row,
      ]
    )
  }

  /// Notes how many records came, went and changed.
  func note(_ counts: Revision.Counts) throws {
    try database.execute(
      sql: "UPDATE revision SET added = ?, removed = ?, changed = ? WHERE number = ?",
      arguments: [counts.added, counts.removed, counts.changed, revision]
    )
  }
}
