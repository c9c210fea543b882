internal import GRDB
internal import Records

/// Reads who changed what, when and why.
struct HistoryReader {
  private let database: Database
  private let schema: RecordSchema

  /// Values of a record over a span of revisions.
  private struct Version {
    var entity: Int64
    var address: TableAddress
    var first: Int
    var last: Int?
    var text: String
  }

  init(_ database: Database, schema: RecordSchema) {
    self.database = database
    self.schema = schema
  }

  /// The revisions that concern a person, a school or the season.
  func entries(_ scope: HistoryScope) throws -> [HistoryEntry] {
    let revisions = try revisions()
    let versions: [Version]
    switch scope {
    case .season: return revisions.map { HistoryEntry(revision: $0, differences: []) }
    case .person(let number): versions = try self.versions(ofPerson: number)
    case .school(let name): versions = try self.versions(ofSchool: name)
    }
    let isSchool: Bool = if case .school = scope { true } else { false }
    let differences = try differences(versions, countsNewTables: isSchool)
    return revisions.compactMap { revision in
      differences[revision.number].map { HistoryEntry(revision: revision, differences: $0) }
    }
  }

  private func revisions() throws -> [Revision] {
    var files: [Int: [SourceFile]] = [:]
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT revision, path, sha256, size FROM file ORDER BY id"
    )
    while let row = try rows.next() {
      files[row[0], default: []].append(SourceFile(path: row[1], sha256: row[2], size: row[3]))
    }
    return try Row.fetchAll(
      database,
      sql: """
        SELECT number, time, author, kind, reason, added, removed, changed FROM revision
        ORDER BY number
        """
    ).map { row in
      var counts = Revision.Counts()
      (counts.added, counts.removed, counts.changed) = (row[5], row[6], row[7])
      return Revision(
        number: row[0],
        time: row[1],
        author: row[2],
        kind: Revision.Kind(rawValue: row[3]) ?? .import,
        reason: row[4],
        files: files[row[0]] ?? [],
        counts: counts
      )
    }
  }

  // MARK: Versions

  private static let columns = "entity, school, kind, firstRevision, lastRevision, fields"

  private func versions(_ condition: String, _ arguments: StatementArguments) throws -> [Version] {
    try Row.fetchAll(
      database,
      sql: "SELECT \(HistoryReader.columns) FROM version WHERE \(condition) ORDER BY id",
      arguments: arguments
    ).map { row in
      let name: String = row[2]
      guard let kind = TableKind.allCases.first(where: { $0.name == name }) else {
        throw DamagedText()
      }
      return Version(
        entity: row[0],
        address: TableAddress(school: row[1], kind: kind),
        first: row[3],
        last: row[4],
        text: row[5]
      )
    }
  }

  /// Every value that the person's records have or had, also under another number.
  private func versions(ofPerson number: String) throws -> [Version] {
    var versions: [Version] = []
    var seen: Set<Int64> = []
    for named in try self.versions("person = ?", [number])
    where seen.insert(named.entity).inserted {
      versions += try self.versions(
        "school = ? AND kind = ? AND entity = ?",
        [named.address.school, named.address.kind.name, named.entity]
      )
    }
    return versions
  }

  private func versions(ofSchool name: String) throws -> [Version] {
    try versions("school = (SELECT id FROM school WHERE name = ?)", [name])
  }

  // MARK: Differences

  private func differences(
    _ versions: [Version],
    countsNewTables: Bool
  ) throws -> [Int: [TableDifference]] {
    var byEntity: [Int64: [Version]] = [:]
    var entities: [Int64] = []
    for version in versions {
      if byEntity[version.entity] == nil { entities.append(version.entity) }
      byEntity[version.entity, default: []].append(version)
    }
    let firsts = countsNewTables ? try firstRevisions() : [:]
    var tables: [Int: [TableAddress: TableDifference]] = [:]
    for entity in entities {
      let history = byEntity[entity] ?? []
      guard let address = history.first?.address else { continue }
      let comparison = RecordComparison(address.kind, schema: schema)
      for (revision, difference) in try steps(history, comparison) {
        let known = tables[revision]?[address]
        let school = try schoolName(address.school)
        var table = known ?? TableDifference(school: school, table: address.kind)
        if case .added = difference.change, firsts[address] == revision {
          table.newCount = (table.newCount ?? 0) + 1
        } else {
          table.records.append(difference)
        }
        tables[revision, default: [:]][address] = table
      }
    }
    return tables.mapValues { differences in
      differences.sorted { TableAddress.precedes($0.key, $1.key) }.map(\.value)
    }
  }

  /// What became of a record, by revision.
  private func steps(
    _ history: [Version],
    _ comparison: RecordComparison
  ) throws -> [(revision: Int, difference: RecordDifference)] {
    var steps: [(revision: Int, difference: RecordDifference)] = []
    func add(_ revision: Int, _ text: String, _ change: RecordDifference.Change) throws {
      let label = try comparison.identity(of: text).label
      steps.append((revision, RecordDifference(label: label, change: change)))
    }
    for (index, version) in history.enumerated() {
      let earlier = index > 0 ? history[index - 1] : nil
      if let earlier, earlier.last == version.first - 1 {
        var fields = try comparison.differences(earlier.text, version.text)
        for field in fields.indices {
          fields[field].reason = try reason(
            version.entity,
            version.first,
            fields[field].item
          )
        }
        try add(version.first, earlier.text, .changed(fields))
      } else {
        try add(version.first, version.text, .added)
      }
      let isFollowed = index + 1 < history.count && history[index + 1].first - 1 == version.last
      if let last = version.last, !isFollowed { try add(last + 1, version.text, .removed) }
    }
    return steps
  }

  private func reason(_ entity: Int64, _ revision: Int, _ item: String) throws -> String? {
    try String.fetchOne(
      try database.cachedStatement(
        sql: "SELECT reason FROM correction WHERE entity = ? AND revision = ? AND item = ?"
      ),
      arguments: [entity, revision, item]
    )
  }

  /// The revision in which each table came into being.
  private func firstRevisions() throws -> [TableAddress: Int] {
    var firsts: [TableAddress: Int] = [:]
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT school, kind, min(firstRevision) FROM listing GROUP BY school, kind"
    )
    while let row = try rows.next() {
      let name: String = row[1]
      guard let kind = TableKind.allCases.first(where: { $0.name == name }) else { continue }
      firsts[TableAddress(school: row[0], kind: kind)] = row[2]
    }
    return firsts
  }

  private func schoolName(_ id: Int64) throws -> String? {
    try String.fetchOne(
      try database.cachedStatement(sql: "SELECT name FROM school WHERE id = ?"),
      arguments: [id]
    )
  }
}
