internal import Diagnostics
internal import Records

/// A season that was read before, such as a ledger's, as tables to be put together with those of
/// files: rows that one source holds one after another are a table.
struct SeasonTables {
  private(set) var tables: [ParsedTable] = []
  /// Findings that are about no single row.
  private(set) var findings: [Diagnostic] = []
  private let season: Season
  private let firstSource: Int
  /// For each school and table where its rows went: table and row.
  private var places: [Address: [(table: Int, row: Int)]] = [:]

  private struct Address: Hashable {
    var school: TextKey
    var kind: TableKind
  }

  /// The tables of a season, of which the first source gets the given number among all.
  init(_ known: KnownSeason, firstSource: Int) {
    season = known.season
    self.firstSource = firstSource
    add(season.schools.map(\.record), .school, of: nil)
    add(season.bureaus, .bureau, of: nil)
    add(season.exemptions, .exemption, of: nil)
    for school in season.schools {
      add(school.graduates, .graduate, of: school.name)
      add(school.majors, .major, of: school.name)
      add(school.courses, .course, of: school.name)
      add(school.changes, .change, of: school.name)
      add(school.enrolments, .enrolment, of: school.name)
      add(school.scores, of: school.name)
    }
    for finding in known.findings { add(finding) }
  }

  private mutating func add(_ records: [Record], _ kind: TableKind, of school: String?) {
    let address = Address(school: TextKey(school ?? ""), kind: kind)
    var last: Int32?
    for record in records {
      let table = table(
        kind,
        of: school,
        source: record.origin.source,
        isNew: last != record.origin.source
      )
      last = record.origin.source
      tables[table].records.append(moved(record))
      places[address, default: []].append((table, tables[table].records.count - 1))
    }
  }

  private mutating func add(_ book: ScoreBook, of school: String) {
    let address = Address(school: TextKey(school), kind: .score)
    var last: Int32?
    for sheet in book.sheets {
      var rows: [RowOrigin] = []
      for entry in sheet.entries {
        let source = entry.origin.source
        let table = table(.score, of: school, source: source, isNew: last != source)
        last = source
        if rows.last != entry.origin {
          rows.append(entry.origin)
          var record = Record(
            values: ContiguousArray(repeating: "", count: season.schema[.score].count),
            origin: entry.origin
          )
          record[ScoreField.idNumber] = sheet.idNumber
          record[ScoreField.name] = sheet.name
          tables[table].records.append(moved(record))
          tables[table].scores.append([])
          if rows.count == 1 {
            places[address, default: []].append((table, tables[table].records.count - 1))
          }
        }
        tables[table].scores[tables[table].scores.count - 1].append(
          ParsedScore(
            course: book.courseNames[entry.course],
            term: entry.term,
            score: entry.score,
            makeup: entry.makeup,
            column: entry.column
          )
        )
      }
    }
  }

  /// The table that rows of a source go to: the last one, or a new one.
  private mutating func table(
    _ kind: TableKind,
    of school: String?,
    source: Int32,
    isNew: Bool
  ) -> Int {
    if isNew {
      var table = ParsedTable(kind: kind, source: firstSource + max(0, Int(source)), origin: .sheet)
      table.school = school
      tables.append(table)
    }
    return tables.count - 1
  }

  private func moved(_ record: Record) -> Record {
    var record = record
    record.origin.source = max(0, record.origin.source) + Int32(firstSource)
    return record
  }

  private mutating func add(_ finding: Diagnostic) {
    let place: (table: Int, row: Int)?
    var field = ""
    switch finding.subject?.extent {
    case .school?:
      let index = season.schools.firstIndex {
        $0.name.hasSameBytes(as: finding.subject?.school ?? "")
      }
      let address = Address(school: TextKey(""), kind: .school)
      place = index.flatMap { places[address]?[$0] }
    case .record(let title, let index, let fields)?:
      let kind = TableKind.allCases.first { $0.title == title } ?? .graduate
      let address = Address(school: TextKey(finding.subject?.school ?? ""), kind: kind)
      let rows = places[address] ?? []
      place = rows.indices.contains(index) ? rows[index] : nil
      field = fields.first ?? ""
    default: place = nil
    }
    guard let place else {
      findings.append(finding)
      return
    }
    tables[place.table].findings.append(
      RowFinding(diagnostic: finding, record: place.row, field: field)
    )
  }
}
