internal import Diagnostics
internal import Records

/// The records of each school and table; equal ones of two tables are kept once.
struct RecordMerger {
  /// Tables of which the input holds several: only their rows are compared.
  var severalTables: Set<TableKind> = []
  /// The sources that are the program's own XML.
  var canonicalSources: Set<Int> = []
  /// List `(school + 1) * tables + table`, where the season itself is school -1.
  private var lists: [[Record]] = []
  /// The records seen so far and their index in their list.
  private var seen: [RecordKey: Int] = [:]
  /// Rows of the program's own XML by school, table and ordinal.
  private var ordinals: [OrdinalKey: Int] = [:]
  private var canonical: Set<CanonicalKey> = []

  /// A record by the bytes of its values.
  private struct RecordKey: Hashable {
    var list: Int
    var record: Record

    static func == (left: RecordKey, right: RecordKey) -> Bool {
      left.list == right.list && left.record.hasSameValues(as: right.record)
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(list)
      // By bytes: String's own hash normalises first. Empty values would only take time.
      for value in record.values where !value.isEmpty {
        unsafe value.utf8.span.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
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

  private static func list(_ school: Int, _ kind: TableKind) -> Int {
    (school + 1) * TableKind.allCases.count + Int(kind.rawValue)
  }

  /// The records of a school's table so far.
  func records(of school: Int, _ kind: TableKind) -> [Record] {
    let list = RecordMerger.list(school, kind)
    return lists.indices.contains(list) ? lists[list] : []
  }

  /// Adds a record and returns its index; an equal one of another table is kept only once.
  mutating func keep(
    _ record: Record,
    in table: ParsedTable,
    school: Int,
    season: Season,
    merged: inout MergedRows,
    sink: inout DiagnosticSink
  ) -> Int {
    let list = RecordMerger.list(school, table.kind)
    while lists.count <= list { lists.append([]) }
    let index = lists[list].count
    if case .records = table.origin, school >= 0 {
      let key = OrdinalKey(school: school, kind: table.kind, number: record.origin.row)
      canonical.insert(CanonicalKey(school: school, kind: table.kind))
      if let known = ordinals[key] {
        let first = lists[list][known]
        if !first.hasSameValues(as: record) {
          let subject = Subject(
            school: season.schools[school].name,
            extent: .record(table: table.kind.title, record: known, fields: [])
          )
          let conflict = RecordMerger.conflict(
            record,
            first,
            of: table.kind,
            in: season,
            about: subject
          )
          sink.report(conflict)
        }
        return known
      }
      // The same record may also stand in the table that the XML was made of.
      if let known = other(record, list, index: index, of: table) {
        ordinals[key] = known
        merged.count(Int(lists[list][known].origin.source), table.source)
        return known
      }
      ordinals[key] = index
    } else if severalTables.contains(table.kind) {
      // Records of the season are numbered in each XML file: there, too, values tell them apart.
      let key = RecordKey(list: list, record: record)
      if let known = seen[key] {
        let first = Int(lists[list][known].origin.source)
        if first != table.source {
          merged.count(first, table.source)
          return known
        }
      } else {
        seen[key] = index
      }
    }
    lists[list].append(record)
    return index
  }

  /// The place of a record of the program's own XML among those of other tables; where it has none,
  /// it is noted for the tables that follow.
  private mutating func other(
    _ record: Record,
    _ list: Int,
    index: Int,
    of table: ParsedTable
  ) -> Int? {
    guard severalTables.contains(table.kind) else { return nil }
    let key = RecordKey(list: list, record: record)
    guard let known = seen[key] else {
      seen[key] = index
      return nil
    }
    // Equal records of the XML itself are two of one table: its numbers tell them apart.
    let first = Int(lists[list][known].origin.source)
    return canonicalSources.contains(first) ? nil : known
  }

  private static func conflict(
    _ record: Record,
    _ first: Record,
    of kind: TableKind,
    in season: Season,
    about subject: Subject
  ) -> Diagnostic {
    Diagnostic(
      .recordConflict,
      "“\(kind.title)”第\(record.origin.row)条在两个 XML 文件中内容不同，请使用同一次输出的文件。",
      at: season.place(of: record, slot: 0),
      about: subject,
      notes: [.init(place: season.place(of: first, slot: 0), message: "另一条在这里")]
    )
  }

  /// Hands the lists to the season; rows of XML files come in the order of their ordinals, behind
  /// those of other files.
  mutating func handOver(to season: inout Season) {
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
}
