internal import Diagnostics
internal import GRDB
internal import Records

/// A set of corrections on its way into a ledger, inside one transaction.
struct CorrectionRun {
  private let set: CorrectionSet
  private let schema: RecordSchema
  private let database: Database
  private let targets: CorrectionTargets
  private var writer: LedgerWriter
  private var incoming: IncomingTables
  private var tables: [TableAddress: CorrectedTable] = [:]
  private var order: [TableAddress] = []
  private var names: [TableAddress: String] = [:]
  private var findings: [Diagnostic] = []
  /// The row that corrects a record, for findings about it.
  private var rows: [Int64: CorrectionRow] = [:]
  private(set) var differences: [TableDifference] = []

  /// A run that makes the next revision.
  init(_ set: CorrectionSet, schema: RecordSchema, database: Database) throws {
    self.set = set
    self.schema = schema
    self.database = database
    targets = CorrectionTargets(database)
    writer = try LedgerWriter(database, set.note, kind: .correction)
    var shell = Season(schema: schema)
    shell.sources = set.sources
    incoming = IncomingTables(shell, files: set.files)
  }

  /// The revision that is made.
  var revision: Int { writer.revision }

  /// Writes the corrections; what keeps them from being applied is the result.
  mutating func run(rules: SeasonLedger.Rules) throws -> [Diagnostic] {
    try incoming.addFiles(writer)
    for row in set.rows { try apply(row) }
    guard findings.isEmpty else { return findings }
    for address in order {
      guard let table = tables[address] else { continue }
      try table.write(to: &writer)
      differences.append(try table.difference(school: names[address]))
    }
    try writer.note(differences.counts)
    try check(rules)
    return findings
  }

  // MARK: One row

  private mutating func apply(_ row: CorrectionRow) throws {
    switch try targets.targets(of: row) {
    case .missing(let message):
      refuse(.notFound, message, row, row.table == .school ? .school : .idNumber)
    case .found(let found):
      var fitting = found
      for target in found { try load(target) }
      if found.count > 1 {
        fitting = found.filter { tables[$0.address]?.hasOldValue(row, of: $0.entity) == true }
      }
      guard fitting.count == 1 else {
        let names = Swift.Set(found.map(\.school)).sorted().joined(separator: "、")
        let message =
          "“\(row.table.title)”表中有\(found.count)条记录是这个号码（\(names)），不能确定更正哪一条。"
          + "请填写学校名称；同一学校有几条的，请改正文件后重新导入。"
        refuse(.ambiguous, message, row, .idNumber)
        return
      }
      try apply(row, to: fitting[0])
    }
  }

  private mutating func load(_ target: CorrectionTargets.Target) throws {
    guard tables[target.address] == nil else { return }
    let queries = TableQueries(database, revision: writer.revision - 1)
    let table = try queries.table(target.address.kind, school: target.address.school)
    tables[target.address] = CorrectedTable(target.address, table, schema: schema)
    if target.address.school > 0 { names[target.address] = target.school }
  }

  private mutating func apply(_ row: CorrectionRow, to target: CorrectionTargets.Target) throws {
    if !order.contains(target.address) { order.append(target.address) }
    var origin = try incoming.origin(row.origin, .correction, writer: writer)
    let source = set.sources[Int(row.origin.source)]
    origin.column = Int64(source.columns[CorrectionField.new.rawValue]?.number ?? 0)
    do {
      guard let effect = try tables[target.address]?.apply(row, to: target.entity, at: origin)
      else {
        return
      }
      rows[target.entity] = row
      try writer.add(
        AppliedCorrection(
          entity: target.entity,
          item: effect.item,
          course: effect.course,
          old: effect.old,
          new: row.new,
          reason: row.reason,
          origin: origin
        )
      )
    } catch CorrectedTable.Refusal.otherValue(let value) {
      let words = set.showsPeople ? value : Masking.identities(in: value)
      let shown = value.isEmpty ? "空的" : "“\(words)”"
      refuse(.oldValueDiffers, "原值与台账不符：台账中是\(shown)。请核对后填写台账中的值。", row, .old)
    } catch CorrectedTable.Refusal.noCourse(let courses) {
      let message = "该生没有这门课程的成绩。有的是：\(courses.joined(separator: "、"))。补录的成绩，原值请留空。"
      refuse(.notFound, message, row, .item)
    } catch CorrectedTable.Refusal.ambiguousCourse {
      refuse(.ambiguous, "该生这门课程有几个成绩，请写明学期，如“语文（2021-1）”。", row, .item)
    } catch CorrectedTable.Refusal.repeated {
      refuse(.repeated, "这一项前面已有一行更正。请只留一行。", row, .item)
    }
  }

  private mutating func refuse(
    _ code: CorrectionCode,
    _ message: String,
    _ row: CorrectionRow,
    _ field: CorrectionField,
    notes: [Diagnostic.Note] = []
  ) {
    findings.append(code.finding(message, at: place(of: row, field), notes: notes))
  }

  private func place(of row: CorrectionRow, _ field: CorrectionField) -> Place {
    set.sources[Int(row.origin.source)].place(slot: field.rawValue, row: Int(row.origin.row))
  }

  // MARK: Rules

  /// Errors that the corrections would bring; and scores that would lose their owner, for they would
  /// no longer be printed.
  private mutating func check(_ rules: SeasonLedger.Rules) throws {
    let schools = try concernedSchools()
    let before = Swift.Set(try findings(rules, at: writer.revision - 1, of: schools).found)
    let (after, season) = try findings(rules, at: writer.revision, of: schools)
    let lost = Rule.scoreWithoutGraduate.rawValue
    var cells: CorrectedCells?
    for finding in after
    where (finding.severity == .error || finding.code == lost) && !before.contains(finding) {
      if cells == nil {
        let own = try KeptCorrection.all(database).filter { $0.revision == writer.revision }
        cells = CorrectedCells(own, in: season)
      }
      let row = try row(of: finding) ?? set.rows.first
      guard let place = cells?.origin(of: finding) ?? row.map({ place(of: $0, .new) }) else {
        continue
      }
      var message = "更正后会有新的问题：\(finding.message)[\(finding.code)]"
      if finding.code == lost { message += "更正号码时，成绩、对口招收中的号码请各加一行一起更正。" }
      let notes =
        finding.place == .none
        ? [] : [Diagnostic.Note(place: finding.place, message: "会出问题的地方。")]
      findings.append(CorrectionCode.breaksRule.finding(message, at: place, notes: notes))
    }
  }

  private func findings(
    _ rules: SeasonLedger.Rules,
    at revision: Int,
    of schools: Swift.Set<Int64>
  ) throws -> (found: [Diagnostic], season: Season) {
    let reader = SeasonReader(database, revision: revision, schema: schema)
    let (season, reading) = try reader.season(of: schools)
    return (rules(season, reading), season)
  }

  /// The schools of the corrected records, and those that have the same person or the same
  /// certificate.
  private func concernedSchools() throws -> Swift.Set<Int64> {
    var schools: Swift.Set<Int64> = []
    for address in order {
      guard let table = tables[address] else { continue }
      for record in table.old.records where rows[record.entity] != nil {
        schools.insert(record.school)
      }
    }
    for row in set.rows {
      for text in [row.idNumber, row.new] where !text.isEmpty {
        schools.formUnion(
          try Int64.fetchAll(
            database,
            sql: "SELECT school FROM version WHERE person = ? AND lastRevision IS NULL",
            arguments: [text]
          )
        )
      }
      if row.table == .graduate, row.item == .field(GraduateField.certificate.rawValue) {
        schools.formUnion(
          try Int64.fetchAll(
            database,
            sql: """
              SELECT school FROM version WHERE kind = 'graduate' AND lastRevision IS NULL
              AND json_extract(fields, '$.certificate') = ?
              """,
            arguments: [row.new]
          )
        )
      }
    }
    return schools
  }

  /// The row that corrects the record of a finding.
  private func row(of finding: Diagnostic) throws -> CorrectionRow? {
    guard case .record(let title, let index, _)? = finding.subject?.extent else { return nil }
    for address in order where address.kind.title == title {
      guard let table = tables[address], table.old.records.indices.contains(index),
        names[address].map({ TextKey($0) == TextKey(finding.subject?.school ?? "") }) ?? true
      else { continue }
      if let row = rows[table.old.records[index].entity] { return row }
    }
    return nil
  }
}
