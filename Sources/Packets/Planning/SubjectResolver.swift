package import Diagnostics
package import Records

/// Finds the records that cells of an input became, so that a finding about a cell withholds the
/// documents that would show it.
package struct SubjectResolver {
  private struct RowKey: Hashable {
    var file: String
    var sheet: String
    var row: Int
  }

  private var rows: [RowKey: Found] = [:]
  private let season: Season

  private struct Found {
    var school: String
    var table: TableKind
    var record: Int
    var fields: [String] = []
  }

  /// A resolver for the records of a season.
  package init(_ season: Season) {
    self.season = season
    for school in season.schools {
      add(school.graduates, .graduate, school.name)
      add(school.majors, .major, school.name)
      add(school.courses, .course, school.name)
      add(school.changes, .change, school.name)
      add(school.enrolments, .enrolment, school.name)
    }
    for (index, school) in season.schools.enumerated() {
      add([school.record], .school, school.name, from: index)
    }
    addScores()
  }

  private mutating func add(
    _ records: [Record],
    _ table: TableKind,
    _ school: String,
    from first: Int = 0
  ) {
    for (index, record) in records.enumerated() {
      if let key = key(of: record.origin) {
        rows[key] = Found(school: school, table: table, record: first + index)
      }
    }
  }

  /// A row of 成绩 stands for the scores of its graduate: the 册 shows them, whatever the course is
  /// called.
  private mutating func addScores() {
    for school in season.schools {
      var graduates: [ByteKey: Int] = [:]
      for (index, graduate) in school.graduates.enumerated() {
        graduates[ByteKey(graduate[GraduateField.idNumber])] = index
      }
      for sheet in school.scores.sheets {
        guard let graduate = graduates[ByteKey(sheet.idNumber)] else { continue }
        for entry in sheet.entries {
          guard let key = key(of: entry.origin) else { continue }
          rows[key] = Found(
            school: school.name,
            table: .graduate,
            record: graduate,
            fields: ["scores"]
          )
        }
      }
    }
  }

  private func key(of origin: RowOrigin) -> RowKey? {
    let source = Int(origin.source)
    guard season.sources.indices.contains(source) else { return nil }
    let table = season.sources[source]
    return RowKey(file: table.file, sheet: table.sheet ?? "", row: Int(origin.row))
  }

  /// The finding with its subject, where the finding has none and its cell became a record.
  package func resolved(_ diagnostic: Diagnostic) -> Diagnostic {
    guard diagnostic.subject == nil else { return diagnostic }
    let key: RowKey
    switch diagnostic.place {
    case .cell(let file, let sheet, let row, _, _), .row(let file, let sheet, let row):
      key = RowKey(file: file, sheet: sheet ?? "", row: row)
    default: return diagnostic
    }
    guard let found = rows[key] else { return diagnostic }
    var result = diagnostic
    result.subject = Subject(
      school: found.school,
      extent: .record(table: found.table.title, record: found.record, fields: found.fields)
    )
    return result
  }
}
