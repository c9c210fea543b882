internal import Diagnostics
internal import Records

/// Puts the records of all tables into their schools.
struct SeasonAssembler {
  private(set) var season: Season
  /// The records of each school and table: list `(school + 1) * tables + table`, where the season
  /// itself is school -1.
  private var lists: [[Record]] = []
  private var schoolIndex: [[UInt8]: Int] = [:]
  /// For each school and table the records seen so far: values to source.
  private var seen: [RecordKey: Int] = [:]
  private var merged: [[Int]: Int] = [:]
  /// Which school a file or folder belongs to.
  private var neighbours = SchoolNeighbours()
  private var strays = StrayRows()
  /// Rows of the program's own XML by school, table and ordinal.
  private var ordinals: [OrdinalKey: Int] = [:]
  private var canonical: Set<CanonicalKey> = []
  private var rosters: [[UInt8]: Int] = [:]
  private var needsMerge: Set<TableKind> = []

  private var canonicalScores: [CanonicalScore] = []
  private var known = KnownSchools()

  /// A row of 成绩 from the program's own XML, which waits for those of the other files.
  private struct CanonicalScore {
    var school: Int
    var row: Int
    var table: ParsedTable

    var number: Int32 { table.records[row].origin.row }
  }

  /// A record by the bytes of its values.
  private struct RecordKey: Hashable {
    var list: Int
    var values: ContiguousArray<String>

    static func == (left: RecordKey, right: RecordKey) -> Bool {
      left.list == right.list && SeasonAssembler.same(left.values, right.values)
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(list)
      for value in values {
        // Canonically equal texts hash alike; which of them are the same, the bytes decide.
        hasher.combine(value)
      }
    }
  }

  private struct OrdinalKey: Hashable {
    var school: Int
    var kind: TableKind
    var number: Int32
  }

  private struct CanonicalKey: Hashable {
    var school: Int
    var kind: TableKind
  }

  init(schema: RecordSchema, sources: [TableSource]) {
    season = Season(schema: schema)
    season.sources = sources
  }

  /// Makes room for schools that rows may belong to without a row of 学校.
  mutating func expect(_ schools: KnownSchools) {
    known = schools
    for name in schools.names where schoolIndex[Array(name.utf8)] == nil {
      schoolIndex[Array(name.utf8)] = season.schools.count
      var record = Record(
        values: ContiguousArray(repeating: "", count: season.schema[.school].count),
        origin: .none
      )
      record[SchoolField.name] = name
      season.schools.append(School(record: record))
    }
  }

  /// Adds all tables: schools first, whatever the order of the files.
  mutating func add(_ tables: [ParsedTable], sink: inout DiagnosticSink) {
    for kind in TableKind.allCases where tables.count(where: { $0.kind == kind }) > 1 {
      needsMerge.insert(kind)
    }
    for table in SeasonAssembler.schoolTables(tables) { addSchools(table, sink: &sink) }
    neighbours = SchoolNeighbours(season)
    for table in tables where table.kind == .graduate { add(table, sink: &sink) }
    indexRosters()
    for table in tables where table.kind != .school && table.kind != .graduate {
      add(table, sink: &sink)
    }
    addCanonicalScores(sink: &sink)
    handOver()
    reportMerged(sink: &sink)
    strays.report(in: season, sink: &sink)
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
      let key = Array(name.utf8)
      guard let known = schoolIndex[key] else {
        schoolIndex[key] = season.schools.count
        numbers.append(season.schools.count)
        season.schools.append(School(record: record))
        continue
      }
      numbers.append(known)
      let first = season.schools[known].record
      if first.origin == .none {
        season.schools[known].record = record
        continue
      }
      if SeasonAssembler.same(first.values, record.values) {
        if case .sheet = table.origin {
          merged[[Int(first.origin.source), table.source], default: 0] += 1
        }
        continue
      }
      sink.report(
        Diagnostic(
          .schoolConflict,
          "“\(name)”在“学校”表中有两行不同的内容，请只保留一行。",
          at: place(record, SchoolField.name.rawValue),
          about: Subject(school: name, extent: .school),
          notes: [.init(place: place(first, SchoolField.name.rawValue), message: "另一行在这里")]
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
    // Where each row went: its school and its index there; nil for rows that were left out.
    var places: [(school: Int?, index: Int?)?] = []
    places.reserveCapacity(table.records.count)
    for (row, record) in table.records.enumerated() {
      switch table.kind {
      case .school: break
      case .bureau: places.append((nil, keep(record, in: table, school: -1, sink: &sink)))
      case .exemption:
        places.append((nil, keep(record, in: table, school: -1, sink: &sink)))
      default:
        guard let school = school(of: record, in: table) else {
          places.append(nil)
          continue
        }
        if case .records = table.origin, table.kind == .score {
          canonicalScores.append(CanonicalScore(school: school, row: row, table: table))
          places.append(nil)
        } else if table.kind == .score {
          places.append((school, addScores(table, row: row, school: school, sink: &sink)))
        } else {
          places.append(
            (school, keep(record, in: table, school: school, sink: &sink))
          )
        }
      }
    }
    for finding in table.findings {
      var diagnostic = finding.diagnostic
      if finding.record < places.count, let place = places[finding.record] {
        diagnostic.subject = Subject(
          school: place.school.map { season.schools[$0].name },
          extent: place.index.map {
            .record(table: table.kind.title, record: $0, fields: [finding.field])
          } ?? .table(table.kind.title),
          person: SeasonAssembler.person(table.records[finding.record], table.kind, season.schema)
        )
      } else if finding.record < table.records.count {
        diagnostic.subject = Subject(school: nil, extent: .table(table.kind.title))
      }
      sink.report(diagnostic)
    }
  }

  /// The school of a row: the one it names, the one of its XML file, the only one there is or that
  /// its file or folder holds, or, for 成绩, the one whose roster has the person.
  private mutating func school(of record: Record, in table: ParsedTable) -> Int? {
    if let school = table.school { return schoolIndex[Array(school.utf8)] }
    let slot = season.schema.slot("school", in: table.kind)
    var name = slot.map { record.values[$0] } ?? ""
    if name.isEmpty, case .records(let school?) = table.origin { name = school }
    if name.isEmpty {
      if season.schools.count == 1 { return 0 }
      if table.kind == .score, let school = rosterSchool(of: record[ScoreField.idNumber]) {
        return school
      }
      if let school = neighbours.school(of: season.sources[table.source].file) { return school }
    } else if let school = schoolIndex[Array(name.utf8)] {
      return school
    }
    strays.add(record, naming: name, of: table)
    return nil
  }

  /// The school whose roster has a person.
  private func rosterSchool(of idNumber: String) -> Int? {
    if let school = rosters[Array(idNumber.utf8)] { return school }
    return known.schoolOfPerson(idNumber).flatMap { schoolIndex[Array($0.utf8)] }
  }

  /// Adds a record and returns its index; an equal one of another table is kept only once.
  private mutating func keep(
    _ record: Record,
    in table: ParsedTable,
    school: Int,
    sink: inout DiagnosticSink
  ) -> Int {
    let list = (school + 1) * TableKind.allCases.count + Int(table.kind.rawValue)
    while lists.count <= list { lists.append([]) }
    let index = lists[list].count
    if case .records = table.origin, school >= 0 {
      let key = OrdinalKey(school: school, kind: table.kind, number: record.origin.row)
      canonical.insert(CanonicalKey(school: school, kind: table.kind))
      if let known = ordinals[key] {
        let first = lists[list][known]
        if !SeasonAssembler.same(first.values, record.values) {
          sink.report(
            Diagnostic(
              .recordConflict,
              "“\(table.kind.title)”第\(record.origin.row)条在两个 XML 文件中内容不同，请使用同一次输出的文件。",
              at: place(record, 0),
              about: Subject(
                school: school < 0 ? nil : season.schools[school].name,
                extent: .record(table: table.kind.title, record: known, fields: [])
              ),
              notes: [.init(place: place(first, 0), message: "另一条在这里")]
            )
          )
        }
        return known
      }
      ordinals[key] = index
    } else if needsMerge.contains(table.kind) {
      // Records of the season are numbered in each XML file: there, too, values tell them apart.
      let key = RecordKey(list: list, values: record.values)
      if let known = seen[key] {
        let first = Int(lists[list][known].origin.source)
        if first != table.source {
          merged[[first, table.source], default: 0] += 1
          return known
        }
      } else {
        seen[key] = index
      }
    }
    lists[list].append(record)
    return index
  }

  /// Adds the scores of a row and returns the person's index in the book; nil where the person has
  /// no score.
  private mutating func addScores(
    _ table: ParsedTable,
    row: Int,
    school: Int,
    sink: inout DiagnosticSink
  ) -> Int? {
    let record = table.records[row]
    let idNumber = record[ScoreField.idNumber]
    let known = season.schools[school].scores.sheet(of: idNumber)
    if table.scores[row].isEmpty, !record[ScoreField.score].isEmpty {
      sink.report(
        Diagnostic(
          .courseNotNamed,
          "成绩没有课程名称。",
          at: place(record, ScoreField.course.rawValue),
          about: Subject(
            school: season.schools[school].name,
            extent: .table(TableKind.score.title),
            person: SeasonAssembler.person(record, .score, season.schema)
          )
        )
      )
    }
    var repeats = 0
    for score in table.scores[row] {
      let course = season.schools[school].scores.course(score.course)
      // Equal rows of two files, or of two XML files of one run, are one.
      let isKnown =
        known?.entries.contains {
          $0.course == course && $0.origin.source != Int32(table.source) && $0.term == score.term
            && $0.score == score.score && $0.makeup == score.makeup
        } ?? false
      if isKnown {
        repeats += 1
        continue
      }
      season.schools[school].scores.add(
        ScoreBook.Entry(
          course: course,
          term: score.term,
          score: score.score,
          makeup: score.makeup,
          origin: record.origin,
          column: score.column
        ),
        idNumber: idNumber,
        name: record[ScoreField.name]
      )
    }
    if repeats > 0, case .sheet = table.origin {
      merged[[Int(known?.entries.first?.origin.source ?? 0), table.source], default: 0] += 1
    }
    return season.schools[school].scores.index(ofPerson: idNumber)
  }

  /// Adds the scores of XML files in the order of their ordinals, so that courses come in the
  /// order of the first input however the files are named.
  private mutating func addCanonicalScores(sink: inout DiagnosticSink) {
    let ordered = canonicalScores.enumerated().sorted {
      ($0.element.school, $0.element.number, $0.offset)
        < ($1.element.school, $1.element.number, $1.offset)
    }
    for (_, score) in ordered {
      _ = addScores(score.table, row: score.row, school: score.school, sink: &sink)
    }
    canonicalScores = []
  }

  private mutating func indexRosters() {
    guard season.schools.count > 1 else { return }
    for index in season.schools.indices {
      let list = (index + 1) * TableKind.allCases.count + Int(TableKind.graduate.rawValue)
      guard list < lists.count else { continue }
      for graduate in lists[list] {
        rosters[Array(graduate[GraduateField.idNumber].utf8)] = index
      }
    }
  }

  /// Hands the lists to the season; rows of XML files come in the order of their ordinals, behind
  /// those of other files.
  private mutating func handOver() {
    for index in lists.indices {
      var records: [Record] = []
      swap(&records, &lists[index])
      let school = index / TableKind.allCases.count - 1
      let kind = TableKind.allCases[index % TableKind.allCases.count]
      if canonical.contains(CanonicalKey(school: school, kind: kind)) { order(&records) }
      switch kind {
      case .bureau where school < 0: season.bureaus = records
      case .exemption where school < 0: season.exemptions = records
      case .graduate where school >= 0: season.schools[school].graduates = records
      case .major where school >= 0: season.schools[school].majors = records
      case .course where school >= 0: season.schools[school].courses = records
      case .change where school >= 0: season.schools[school].changes = records
      case .enrolment where school >= 0: season.schools[school].enrolments = records
      default: break
      }
    }
  }

  private func order(_ records: inout [Record]) {
    func isCanonical(_ record: Record) -> Bool {
      let source = Int(record.origin.source)
      return source >= 0 && canonicalSources.contains(source)
    }
    let others = records.filter { !isCanonical($0) }
    let ordered = records.filter(isCanonical).enumerated().sorted {
      ($0.element.origin.row, $0.offset) < ($1.element.origin.row, $1.offset)
    }
    records = others + ordered.map(\.element)
  }

  /// The sources that are the program's own XML.
  var canonicalSources: Set<Int> = []

  private func reportMerged(sink: inout DiagnosticSink) {
    for (pair, count) in merged.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let first = season.sources[pair[0]]
      let second = season.sources[pair[1]]
      let name = first.sheet.map { "\(first.file)（\($0)）" } ?? first.file
      sink.report(
        Diagnostic(
          .mergedRows,
          "有\(count)行与“\(name)”中的行完全相同，已合并。",
          at: .row(file: second.file, sheet: second.sheet, row: 1)
        )
      )
    }
  }

  private func place(_ record: Record, _ slot: Int) -> Place {
    let source = Int(record.origin.source)
    guard season.sources.indices.contains(source) else { return .none }
    return season.sources[source].place(slot: slot, row: Int(record.origin.row))
  }

  private static func same(
    _ left: ContiguousArray<String>,
    _ right: ContiguousArray<String>
  ) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { $0.hasSameBytes(as: $1) }
  }

  /// The person of a row for messages: `韦* 450000********0028`.
  private static func person(
    _ record: Record,
    _ kind: TableKind,
    _ schema: RecordSchema
  ) -> String? {
    guard let number = schema.slot("idNumber", in: kind) else { return nil }
    let name = schema.slot("name", in: kind).map { record.values[$0] } ?? ""
    let family = name.unicodeScalars.first.map { "\(String($0))* " } ?? ""
    return family + Masking.identity(record.values[number])
  }
}
