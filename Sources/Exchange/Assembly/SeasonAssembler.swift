internal import Diagnostics
internal import Records

/// Puts the records of all tables into their schools.
struct SeasonAssembler {
  private(set) var season: Season
  private var finder: SchoolFinder
  private var records = RecordMerger()
  private var scores = ScoreMerger()
  private var merged = MergedRows()
  private var strays = StrayRows()

  /// Where a row went.
  private enum RowPlace {
    /// Into a table of a school, or of the season, at an index of it; a person without a score has
    /// no index.
    case kept(school: Int?, index: Int?)
    /// It waits until the rows of other files are added.
    case waiting(school: Int)
    /// It has no school.
    case stray(StrayRows.Address)
  }

  init(schema: RecordSchema, sources: [TableSource]) {
    season = Season(schema: schema)
    season.sources = sources
    finder = SchoolFinder(schema: schema)
  }

  /// The sources that are the program's own XML.
  var canonicalSources: Set<Int> {
    get { records.canonicalSources }
    set { records.canonicalSources = newValue }
  }

  /// Makes room for schools that rows may belong to without a row of 学校.
  mutating func expect(_ schools: KnownSchools) {
    finder.expect(schools)
    for name in schools.names where finder.school(named: name) == nil {
      var record = Record(
        values: ContiguousArray(repeating: "", count: season.schema[.school].count),
        origin: .none
      )
      record[SchoolField.name] = name
      _ = addSchool(record)
    }
  }

  /// Adds all tables: schools first, whatever the order of the files.
  mutating func add(_ tables: [ParsedTable], sink: inout DiagnosticSink) {
    for kind in TableKind.allCases where tables.count(where: { $0.kind == kind }) > 1 {
      records.severalTables.insert(kind)
    }
    for table in SeasonAssembler.schoolTables(tables) { addSchools(table, sink: &sink) }
    finder.findNeighbours(in: season)
    for table in tables where table.kind == .graduate { add(table, sink: &sink) }
    if season.schools.count > 1 {
      for school in season.schools.indices {
        finder.add(roster: records.records(of: school, .graduate), of: school)
      }
    }
    for table in tables where table.kind == .course { add(table, sink: &sink) }
    for school in season.schools.indices {
      scores.add(courses: records.records(of: school, .course), of: school)
    }
    for table in tables where ![.school, .graduate, .course].contains(table.kind) {
      if table.kind == .correction {
        reportCorrections(table, sink: &sink)
      } else {
        add(table, sink: &sink)
      }
    }
    scores.addWaiting(to: &season, merged: &merged, sink: &sink)
    strays.report(
      in: season,
      holds: { school, kind in
        kind == .score
          ? !season.schools[school].scores.sheets.isEmpty
          : !records.records(of: school, kind).isEmpty
      },
      sink: &sink
    )
    records.handOver(to: &season)
    merged.report(in: season, sink: &sink)
  }

  private mutating func addSchool(_ record: Record) -> Int {
    let school = season.schools.count
    season.schools.append(School(record: record))
    finder.add(record[SchoolField.name], school)
    return school
  }

  /// The tables of schools; lists of several schools from XML files come before those of one, so that
  /// a bureau's schools keep the order of its receipt however the folders are named.
  private static func schoolTables(_ tables: [ParsedTable]) -> [ParsedTable] {
    func isList(_ table: ParsedTable) -> Bool {
      if case .records = table.origin { table.records.count > 1 } else { false }
    }
    let schools = tables.filter { $0.kind == .school }
    return schools.filter(isList) + schools.filter { !isList($0) }
  }

  private mutating func addSchools(_ table: ParsedTable, sink: inout DiagnosticSink) {
    var numbers: [Int] = []
    for record in table.records {
      let name = record[SchoolField.name]
      guard let known = finder.school(named: name) else {
        numbers.append(addSchool(record))
        continue
      }
      numbers.append(known)
      let first = season.schools[known].record
      if first.origin == .none {
        season.schools[known].record = record
        continue
      }
      if first.hasSameValues(as: record) {
        if case .sheet = table.origin { merged.count(Int(first.origin.source), table.source) }
        continue
      }
      let slot = SchoolField.name.rawValue
      sink.report(
        Diagnostic(
          .schoolConflict,
          "“\(name)”在“学校”表中有两行不同的内容。请只保留一行；若是同名的两所学校，请写能区分的全称。",
          at: season.place(of: record, slot: slot),
          about: Subject(school: name, extent: .school),
          notes: [.init(place: season.place(of: first, slot: slot), message: "另一行在这里")]
        )
      )
    }
    for finding in table.findings {
      var diagnostic = finding.diagnostic
      if finding.record < numbers.count {
        let name = season.schools[numbers[finding.record]].name
        diagnostic.subject = Subject(school: name, extent: .school)
      }
      sink.report(diagnostic)
    }
  }

  private mutating func add(_ table: ParsedTable, sink: inout DiagnosticSink) {
    var places: [RowPlace] = []
    places.reserveCapacity(table.records.count)
    for row in table.records.indices { places.append(add(row, of: table, sink: &sink)) }
    for finding in table.findings {
      guard finding.record < places.count else {
        sink.report(finding.diagnostic)
        continue
      }
      report(finding, at: places[finding.record], of: table, sink: &sink)
    }
  }

  private mutating func add(
    _ row: Int,
    of table: ParsedTable,
    sink: inout DiagnosticSink
  ) -> RowPlace {
    let record = table.records[row]
    if table.kind == .bureau || table.kind == .exemption {
      return .kept(school: nil, index: keep(record, in: table, school: -1, sink: &sink))
    }
    guard let school = finder.school(of: record, in: table, season: season) else {
      let slot = season.schema.slot("idNumber", in: table.kind)
      let address = strays.add(
        record,
        naming: table.school ?? finder.name(in: record, of: table),
        person: slot.flatMap { finder.school(ofPerson: record.values[$0]) },
        of: table
      )
      return .stray(address)
    }
    strays.note(school, namedIn: table.source)
    guard table.kind == .score else {
      return .kept(school: school, index: keep(record, in: table, school: school, sink: &sink))
    }
    if case .records = table.origin {
      scores.wait(row, of: table, school: school)
      return .waiting(school: school)
    }
    let index = scores.add(
      table,
      row: row,
      school: school,
      to: &season,
      merged: &merged,
      sink: &sink
    )
    return .kept(school: school, index: index)
  }

  private mutating func keep(
    _ record: Record,
    in table: ParsedTable,
    school: Int,
    sink: inout DiagnosticSink
  ) -> Int {
    records.keep(
      record,
      in: table,
      school: school,
      season: season,
      merged: &merged,
      sink: &sink
    )
  }

  /// Reports a finding about a cell, now that the school of its row is known.
  private mutating func report(
    _ finding: RowFinding,
    at place: RowPlace,
    of table: ParsedTable,
    sink: inout DiagnosticSink
  ) {
    var diagnostic = finding.diagnostic
    let whole = Subject.Extent.table(table.kind.title)
    switch place {
    case .stray(let address):
      strays.add(diagnostic, at: address)
      return
    case .waiting(let school):
      diagnostic.subject = Subject(school: season.schools[school].name, extent: whole)
    case .kept(let school, let index):
      diagnostic.subject = Subject(
        school: school.map { season.schools[$0].name },
        extent: index.map {
          .record(table: table.kind.title, record: $0, fields: [finding.field])
        } ?? whole,
        // A ledger keeps one name of all rows that share a damaged number: its finding knows better.
        individual: finding.diagnostic.subject?.individual
          ?? table.records[finding.record].individual(table.kind, season.schema)
      )
    }
    sink.report(diagnostic)
  }

  private func reportCorrections(_ table: ParsedTable, sink: inout DiagnosticSink) {
    let source = season.sources[table.source]
    let message = "“更正”表的\(table.records.count)行没有采用：更正用 yanyin correct 记入台账。"
    let place = Place.row(file: source.file, sheet: source.sheet, row: 1)
    sink.report(Diagnostic(.correctionsNotApplied, message, at: place))
  }
}
