internal import Diagnostics
internal import Exchange
internal import Fingerprints
internal import Ledger
internal import Packets
internal import Records
internal import Synchronization

/// The records of a ledger, read school by school and judged as each school's turn comes.
///
/// Schools that share an identity number or a certificate number are judged together, since each may
/// be wrong; all others alone.
final class LedgerRecords: Sendable {
  private let ledger: SeasonLedger
  private let schema: RecordSchema
  private let revision: Int
  private let outline: SeasonOutline
  private let groups: [[Int]]
  private let judge: Judge
  private let corrections: [TextKey: [KeptCorrection]]
  private let readers = Mutex<[SchoolReader]>([])
  private let knownSources = Mutex<[TableSource]?>(nil)

  /// What the rules need to know of a run.
  struct Judge: Sendable {
    var today: CalendarDate
    var policy: RulePolicy
  }

  init(
    _ ledger: SeasonLedger,
    schema: RecordSchema,
    judge: Judge,
    corrections: [KeptCorrection]
  ) throws {
    self.corrections = Dictionary(grouping: corrections) { TextKey($0.school) }
    self.ledger = ledger
    self.schema = schema
    self.judge = judge
    revision = try ledger.lastRevision()
    guard revision > 0 else { throw LedgerFailure(path: ledger.path, cause: .empty) }
    let reader = try ledger.reader(schema: schema, revision: revision)
    outline = try reader.outline()
    readers.withLock { $0.append(reader) }
    groups = SharedKeys.groups(outline.schools.map(\.keys))
  }

  /// The records for a run.
  func records() throws -> RunRecords {
    RunRecords(
      rows: outline.season,
      findings: outline.findings + (try rowFindings()),
      schools: SchoolSource(
        marks: try marks(),
        content: { try self.content() },
        read: { try self.read($0) },
        sources: { try self.sources() },
        conclude: { try self.conclude($0) }
      )
    )
  }

  private func withReader<Result>(_ work: (SchoolReader) throws -> Result) throws -> Result {
    let free = readers.withLock { $0.popLast() }
    let reader = try free ?? ledger.reader(schema: schema, revision: revision)
    defer { readers.withLock { $0.append(reader) } }
    return try work(reader)
  }

  /// Read when the first cell is to be named: a season in which nothing has changed needs none.
  private func sources() throws -> [TableSource] {
    if let known = knownSources.withLock({ $0 }) { return known }
    let sources = try withReader { try $0.sources() }
    knownSources.withLock { $0 = sources }
    return sources
  }

  private func rowFindings() throws -> [Diagnostic] {
    func findings(_ season: Season) -> [Diagnostic] {
      RuleBook.checkRows(
        season,
        today: judge.today,
        policy: judge.policy,
        reading: outline.findings
      )
    }
    if findings(outline.season).isEmpty { return [] }
    var season = outline.season
    season.sources = try sources()
    return findings(season)
  }

  private func read(_ index: Int) throws -> SchoolReading {
    var season = outline.season
    season.sources = try sources()
    var own: [Diagnostic] = []
    var reading = outline.findings
    for member in groups[index] {
      let (school, findings) = try school(member, row: season.schools[member].record)
      season.schools[member] = school
      if member == index { own = findings }
      reading += findings
    }
    let share = RuleBook.check(
      season,
      schoolAt: index,
      group: groups[index],
      today: judge.today,
      policy: judge.policy,
      reading: reading
    )
    let school = season.schools[index]
    own += share.findings.filter { finding in
      guard groups[index].count > 1, let name = finding.subject?.school else { return true }
      return TextKey(name) == TextKey(school.name)
    }
    own += LaterColumns.findings(on: school, in: season, ledger: ledger.path)
    let kept = groups[index].flatMap { corrections[TextKey(season.schools[$0].name)] ?? [] }
    let cells = CorrectedCells(kept, in: season)
    return SchoolReading(
      season: season,
      findings: LedgerRecords.resolved(own, of: school, in: season),
      summary: SchoolSummary(
        school,
        of: season,
        share: share,
        showsPeople: judge.policy.showsPeople
      ),
      noted: { cells.noted($0) }
    )
  }

  /// A school with its tables; one whose tables are damaged says nothing of the others.
  private func school(_ index: Int, row: Record) throws -> (School, [Diagnostic]) {
    do {
      return try withReader { try $0.school(outline.schools[index].number, row: row) }
    } catch let failure as LedgerFailure {
      guard case .damaged = failure.cause else { throw failure }
      throw UnitFailure(input: "\(outline.season.schools[index].name)的表读不出来：\(failure)")
    }
  }

  /// Findings with the records that their cells became; an error about nothing in particular is one
  /// about the school that it was found in.
  private static func resolved(
    _ findings: [Diagnostic],
    of school: School,
    in season: Season
  ) -> [Diagnostic] {
    guard findings.contains(where: SubjectResolver.mayResolve) else { return findings }
    let resolver = SubjectResolver(season)
    return findings.map { finding in
      var finding = resolver.resolved(finding)
      if finding.severity == .error, finding.subject == nil {
        finding.subject = Subject(school: school.name, extent: .school)
      }
      return finding
    }
  }

  private func conclude(_ summaries: [SchoolSummary]) throws -> [Diagnostic] {
    var season = outline.season
    if !season.exemptions.isEmpty { season.sources = try sources() }
    return RuleBook.conclude(
      season,
      sources: summaries.map(\.sources),
      usedExemptions: Set(summaries.flatMap(\.usedExemptions)),
      today: judge.today,
      policy: judge.policy,
      reading: outline.findings
    )
  }

  /// The digest of all rows and tables.
  private func content() throws -> String {
    let season = outline.season
    var encoder = CanonicalEncoder()
    for record in season.bureaus + season.exemptions { encoder.append(record.values) }
    for (school, mark) in zip(season.schools, outline.schools) {
      encoder.append(school.record.values)
      encoder.append(mark.content)
    }
    for finding in outline.findings where finding.severity == .error {
      encoder.append([finding.code, finding.subject?.school ?? ""])
    }
    return try Digest.sha256(encoder.bytes)
  }

  /// For each school the digest of its row, its tables, those of the schools that it is judged with,
  /// and the rows of 特例 about its people.
  private func marks() throws -> [String] {
    let season = outline.season
    let exemptions = exemptionsBySchool()
    return try season.schools.indices.map { index in
      var encoder = CanonicalEncoder()
      for member in groups[index] {
        encoder.append(season.schools[member].record.values)
        encoder.append(outline.schools[member].content)
      }
      for exemption in exemptions[index] {
        encoder.append(exemption)
        encoder.append(season.exemptions[exemption].values)
      }
      return try Digest.sha256(encoder.bytes)
    }
  }

  /// The rows of 特例 that may release something in each school; a person whom no table of people
  /// names may stand anywhere.
  private func exemptionsBySchool() -> [[Int]] {
    let season = outline.season
    var lists = [[Int]](repeating: [], count: season.schools.count)
    if season.exemptions.isEmpty { return lists }
    var holders: [UInt64: [Int]] = [:]
    for (index, school) in outline.schools.enumerated() {
      for key in school.keys where holders[key]?.last != index {
        holders[key, default: []].append(index)
      }
    }
    for (exemption, record) in season.exemptions.enumerated() {
      let keys = SharedKeys.keys(ofPerson: record[ExemptionField.idNumber])
      let schools = Set(keys.flatMap { holders[$0] ?? [] })
      for index in schools.isEmpty ? Set(lists.indices) : schools {
        lists[index].append(exemption)
      }
    }
    return lists
  }
}
