internal import Diagnostics
internal import GRDB
internal import Records

/// Reads the records of a revision, school by school.
struct SeasonReader {
  private let database: Database
  private let queries: TableQueries
  private let schema: RecordSchema
  private let texts: [RecordText]

  init(_ database: Database, revision: Int, schema: RecordSchema) {
    self.database = database
    queries = TableQueries(database, revision: revision)
    self.schema = schema
    texts = TableKind.allCases.map { RecordText(schema[$0]) }
  }

  /// The season without the tables of its schools and without sources.
  func outline() throws -> SeasonOutline {
    var season = Season(schema: schema)
    let schools = try seasonTable(.school)
    let bureaus = try seasonTable(.bureau)
    let exemptions = try seasonTable(.exemption)
    season.bureaus = bureaus.records
    season.exemptions = exemptions.records
    season.schools = schools.records.map { School(record: $0) }
    let marks = try queries.marks()
    return SeasonOutline(
      season: season,
      findings: schools.findings + bureaus.findings + exemptions.findings,
      schools: schools.schools.map { id in
        let mark = marks[id] ?? SchoolMarks()
        return SeasonOutline.SchoolMark(number: id, content: mark.content, keys: mark.keys)
      }
    )
  }

  /// The whole season, or some schools of it, and what reading found in the values.
  func season(of wanted: Set<Int64>? = nil) throws -> (season: Season, findings: [Diagnostic]) {
    var season = Season(schema: schema)
    season.sources = try sources()
    let schools = try seasonTable(.school)
    let bureaus = try seasonTable(.bureau)
    let exemptions = try seasonTable(.exemption)
    var findings = schools.findings + bureaus.findings
    season.bureaus = bureaus.records
    season.exemptions = exemptions.records
    for (id, row) in zip(schools.schools, schools.records) where wanted?.contains(id) ?? true {
      let school = try school(id, row: row)
      season.schools.append(school.school)
      findings += school.findings
    }
    return (season, findings + exemptions.findings)
  }

  /// A table of the season with what reading found in it.
  func seasonTable(
    _ kind: TableKind
  ) throws -> (records: [Record], schools: [Int64], findings: [Diagnostic]) {
    let table = try queries.table(kind, school: 0)
    let findings = table.listing.findings.map { finding in
      let index = index(of: finding, in: table)
      let name =
        kind == .school ? index.flatMap { try? school(table.records[$0])[SchoolField.name] } : nil
      return finding.diagnostic(school: name, table: kind.title, index: index)
    }
    return (try records(of: table, kind), table.records.map(\.school), findings)
  }

  /// A school with its tables, and what reading found in them.
  func school(_ id: Int64, row: Record) throws -> (school: School, findings: [Diagnostic]) {
    var school = School(record: row)
    var findings: [Diagnostic] = []
    for kind in TableKind.allCases {
      let table = try queries.table(kind, school: id)
      guard table.id != nil else { continue }
      switch kind {
      case .graduate: school.graduates = try records(of: table, kind)
      case .major: school.majors = try records(of: table, kind)
      case .course: school.courses = try records(of: table, kind)
      case .change: school.changes = try records(of: table, kind)
      case .enrolment: school.enrolments = try records(of: table, kind)
      case .score: school.scores = try scores(of: table)
      case .school, .bureau, .exemption, .correction: throw DamagedText()
      }
      findings += table.listing.findings.map {
        $0.diagnostic(school: school.name, table: kind.title, index: index(of: $0, in: table))
      }
    }
    return (school, findings)
  }

  private func index(of finding: ListedFinding, in table: StoredTable) -> Int? {
    finding.entity.flatMap { entity in table.records.firstIndex { $0.entity == entity } }
  }

  private func school(_ record: StoredRecord) throws -> ContiguousArray<String> {
    try texts[Int(TableKind.school.rawValue)].values(of: record.text).values
  }

  private func records(of table: StoredTable, _ kind: TableKind) throws -> [Record] {
    let text = texts[Int(kind.rawValue)]
    return try zip(table.records, table.listing.members).map { record, member in
      guard let origin = member.origins.first else { throw DamagedText() }
      return Record(
        values: try text.values(of: record.text).values,
        origin: SeasonReader.origin(origin)
      )
    }
  }

  private func scores(of table: StoredTable) throws -> ScoreBook {
    var book = ScoreBook()
    for course in table.listing.courses { _ = book.course(course) }
    for (record, member) in zip(table.records, table.listing.members) {
      let sheet = try ScoreText.sheet(of: record.text)
      guard sheet.entries.count == member.origins.count else { throw DamagedText() }
      for (entry, origin) in zip(sheet.entries, member.origins) {
        book.add(
          ScoreBook.Entry(
            course: book.course(entry.course),
            term: entry.term,
            score: entry.score,
            makeup: entry.makeup,
            origin: SeasonReader.origin(origin),
            column: Int32(clamping: origin.column)
          ),
          idNumber: sheet.idNumber,
          name: sheet.name
        )
      }
    }
    return book
  }

  /// A season counts its sources from 0.
  private static func origin(_ origin: CellOrigin) -> RowOrigin {
    RowOrigin(source: Int32(clamping: origin.source - 1), row: Int32(clamping: origin.row))
  }

  /// The tables of the files that records were read from; the ledger counts them from 1.
  func sources() throws -> [TableSource] {
    var sources: [TableSource] = []
    // The files of a season have the same headings over and over.
    var known: [String: [TableSource.Column?]] = [:]
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT source.id, path, sheet, kind, columns FROM source JOIN file ON file.id = source.file
        ORDER BY source.id
        """
    )
    while let row = try rows.next() {
      let id: Int = row[0]
      let name: String = row[3]
      guard id == sources.count + 1,
        let kind = TableKind.allCases.first(where: { $0.name == name })
      else { throw DamagedText() }
      let text: String = row[4]
      let key = "\(name) \(text)"
      let columns = try known[key] ?? SourceColumns(text: text).columns(schema[kind])
      known[key] = columns
      sources.append(TableSource(file: row[1], sheet: row[2], columns: columns))
    }
    return sources
  }
}

extension ContiguousArray<String> {
  /// The value of a built-in field.
  subscript(field: some RecordField) -> String { self[field.rawValue] }
}
