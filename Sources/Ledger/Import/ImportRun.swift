internal import Diagnostics
internal import GRDB
internal import Records

/// An import on its way into a ledger, inside one transaction.
struct ImportRun {
  private let input: SeasonImport
  private let season: Season
  private let queries: TableQueries
  private var writer: LedgerWriter
  private var incoming: IncomingTables
  private let corrected: CorrectedItems
  private var findings: [FindingKey: [Diagnostic]] = [:]
  private(set) var differences: [TableDifference] = []

  /// The findings of reading by the table that they are about.
  private struct FindingKey: Hashable {
    var school: TextKey
    var table: TextKey
  }

  /// A run that makes the next revision.
  init(_ input: SeasonImport, database: Database) throws {
    self.input = input
    season = input.season
    writer = try LedgerWriter(database, input.note, kind: .import)
    queries = TableQueries(database, revision: writer.revision - 1)
    incoming = IncomingTables(input.season, files: input.files)
    corrected = try CorrectedItems(database)
    for finding in input.findings where finding.severity != .note {
      guard let subject = finding.subject else { continue }
      findings[ImportRun.key(subject), default: []].append(finding)
    }
  }

  /// The revision that is made.
  var revision: Int { writer.revision }

  /// Writes what differs.
  mutating func run() throws {
    try incoming.addFiles(writer)
    var schools: [Int64] = []
    for school in season.schools { schools.append(try writer.school(school.name)) }
    try replaceSchools(schools)
    try replaceBureaus()
    for (school, id) in zip(season.schools, schools) { try replaceTables(of: school, id) }
    try replaceExemptions(schools)
    if input.isWhole { try removeOthers(than: Set(schools)) }
    try writer.note(differences.counts)
  }

  private static func key(_ subject: Subject) -> FindingKey {
    switch subject.extent {
    case .school:
      FindingKey(school: TextKey(""), table: TextKey(TableKind.school.title))
    case .table(let title), .record(let title, _, _):
      FindingKey(school: TextKey(subject.school ?? ""), table: TextKey(title))
    case .document:
      FindingKey(school: TextKey(subject.school ?? ""), table: TextKey(""))
    }
  }

  // MARK: Tables of a school

  private mutating func replaceTables(of school: School, _ id: Int64) throws {
    for kind in TableKind.allCases {
      var records: [IncomingRecord]
      var courses: [String] = []
      switch kind {
      case .school, .bureau, .exemption, .correction: continue
      case .graduate, .major, .course, .change, .enrolment:
        records = try incoming.records(school[kind], kind, school: id, writer: writer)
      case .score:
        records = try incoming.scores(school.scores, school: id, writer: writer)
        courses = school.scores.courseNames
      }
      if records.isEmpty, !input.isWhole { continue }
      let key = FindingKey(school: TextKey(school.name), table: TextKey(kind.title))
      let found = (findings[key] ?? []).map { (finding: $0, index: ImportRun.index($0)) }
      try replace(
        TableAddress(school: id, kind: kind),
        of: school.name,
        with: records,
        courses: courses,
        found: found
      )
    }
  }

  /// The index of the record that a finding is about.
  private static func index(_ finding: Diagnostic) -> Int? {
    guard case .record(_, let index, _)? = finding.subject?.extent else { return nil }
    return index
  }

  // MARK: Tables of the season

  /// Each school brings its own row of 学校; those that the files do not hold stay.
  private mutating func replaceSchools(_ ids: [Int64]) throws {
    let held = season.schools.indices.filter {
      season.sources.indices.contains(Int(season.schools[$0].record.origin.source))
    }
    var records: [IncomingRecord] = []
    for index in held {
      records += try incoming.records(
        [season.schools[index].record],
        .school,
        school: ids[index],
        writer: writer
      )
    }
    let key = FindingKey(school: TextKey(""), table: TextKey(TableKind.school.title))
    let found = (findings[key] ?? []).compactMap { finding -> (finding: Diagnostic, index: Int?)? in
      let index = held.firstIndex {
        TextKey(season.schools[$0].name) == TextKey(finding.subject?.school ?? "")
      }
      return index.map { (finding, $0) }
    }
    try replaceSeasonTable(.school, with: records, found: found)
  }

  private mutating func replaceBureaus() throws {
    let records = try incoming.records(season.bureaus, .bureau, school: 0, writer: writer)
    try replaceSeasonTable(.bureau, with: records, found: seasonFindings(.bureau))
  }

  private func seasonFindings(_ kind: TableKind) -> [(finding: Diagnostic, index: Int?)] {
    let key = FindingKey(school: TextKey(""), table: TextKey(kind.title))
    return (findings[key] ?? []).map { (finding: $0, index: ImportRun.index($0)) }
  }

  /// Rows of the season are replaced by key; the others stay.
  private mutating func replaceSeasonTable(
    _ kind: TableKind,
    with records: [IncomingRecord],
    found: [(finding: Diagnostic, index: Int?)]
  ) throws {
    if records.isEmpty, !input.isWhole { return }
    let keys = Set(records.map(\.key))
    try replace(
      TableAddress(school: 0, kind: kind),
      of: nil,
      with: records,
      found: found,
      isReplaced: { keys.contains($0) }
    )
  }

  /// A list of releases replaces those of the schools whose people it names, so that a release that
  /// was struck out does not live on.
  private mutating func replaceExemptions(_ ids: [Int64]) throws {
    if season.exemptions.isEmpty, !input.isWhole { return }
    let records = try incoming.records(season.exemptions, .exemption, school: 0, writer: writer)
    let old = try queries.table(.exemption, school: 0)
    let comparison = RecordComparison(.exemption, schema: season.schema)
    var rolls = RollSchools(writer.database, season: season, ids: ids)
    rolls.watch(season.exemptions.map { $0[ExemptionField.idNumber] })
    let oldNumbers = try old.records.map { try comparison.identity(of: $0.text).label.idNumber }
    rolls.watch(oldNumbers)
    let concerned = Set(
      try season.exemptions.map { try rolls.school(of: $0[ExemptionField.idNumber]) }
    )
    var replacedKeys = Set(records.map(\.key))
    for (record, number) in zip(old.records, oldNumbers)
    where concerned.contains(try rolls.school(of: number)) {
      replacedKeys.insert(try comparison.identity(of: record.text).key)
    }
    try replace(
      TableAddress(school: 0, kind: .exemption),
      of: nil,
      with: records,
      found: seasonFindings(.exemption),
      isReplaced: { replacedKeys.contains($0) }
    )
  }

  // MARK: What the files do not hold

  private mutating func removeOthers(than held: Set<Int64>) throws {
    for address in try queries.contents().keys.sorted(by: TableAddress.precedes)
    where address.school > 0 && !held.contains(address.school) {
      let name = try String.fetchOne(
        writer.database,
        sql: "SELECT name FROM school WHERE id = ?",
        arguments: [address.school]
      )
      try replace(address, of: name, with: [])
    }
  }

  // MARK: One table

  private mutating func replace(
    _ address: TableAddress,
    of school: String?,
    with records: [IncomingRecord],
    courses: [String] = [],
    found: [(finding: Diagnostic, index: Int?)] = [],
    isReplaced: (TextKey) -> Bool = { _ in true }
  ) throws {
    let replacement = try TableReplacement(
      address,
      school: school,
      old: try queries.table(address.kind, school: address.school),
      new: records,
      schema: season.schema,
      isReplaced: { input.isWhole || isReplaced($0) }
    )
    guard
      let difference = try replacement.write(
        courses: courses,
        found: found,
        corrected: corrected,
        to: &writer
      )
    else { return }
    differences.append(difference)
  }
}

extension TableAddress {
  /// The order of tables in reports: by school, then as `TableKind` has them.
  static func precedes(_ left: TableAddress, _ right: TableAddress) -> Bool {
    (left.school, left.kind.rawValue) < (right.school, right.kind.rawValue)
  }
}
