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
  private var rosters: [ByteKey: Roster] = [:]
  private let season: Season

  private struct Found {
    var school: String
    var table: TableKind
    var record: Int
    var fields: [String] = []
  }

  /// The graduates of a school; nil for a number or a name that several have.
  private struct Roster {
    var byNumber: [ByteKey: Int?] = [:]
    var byName: [ByteKey: Int?] = [:]
    var numbers: [String] = []

    init(_ graduates: [Record]) {
      for (index, graduate) in graduates.enumerated() {
        let number = graduate[GraduateField.idNumber]
        numbers.append(number)
        Roster.add(number, index, to: &byNumber)
        Roster.add(graduate[GraduateField.name], index, to: &byName)
      }
    }

    private static func add(_ text: String, _ index: Int, to indices: inout [ByteKey: Int?]) {
      guard !text.isEmpty else { return }
      let key = ByteKey(text)
      indices[key] = .some(indices[key] == nil ? index : nil)
    }
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
      rosters[ByteKey(school.name)] = Roster(school.graduates)
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

  /// Whether `resolved` may say more about a finding than the finding itself.
  package static func mayResolve(_ diagnostic: Diagnostic) -> Bool {
    guard diagnostic.severity == .error else { return false }
    guard let subject = diagnostic.subject else { return true }
    if case .record(TableKind.score.title, _, _) = subject.extent { return true }
    return false
  }

  /// The graduate whose scores a row of 成绩 holds in which a cell cannot be read.
  ///
  /// An unreadable number could be anybody's, and then every 册 of the school is withheld; but a row
  /// whose name one graduate alone has is hers, unless what is left of the number says otherwise.
  private func owner(of subject: Subject, fields: [String]) -> Int? {
    guard let person = subject.individual,
      let roster = subject.school.flatMap({ rosters[ByteKey($0)] })
    else { return nil }
    if !fields.contains(ScoreField.idNumber.definition.name),
      let graduate = roster.byNumber[ByteKey(person.idNumber)]
    {
      return graduate
    }
    guard case let graduate?? = roster.byName[ByteKey(person.name)] else { return nil }
    // Excel keeps 15 digits: the area and the day of birth are among them.
    let known = person.idNumber.utf8.prefix(14)
    let isReadable = known.count == 14 && known.allSatisfy { 0x30...0x39 ~= $0 }
    let isOther = isReadable && !roster.numbers[graduate].utf8.starts(with: known)
    return isOther ? nil : graduate
  }

  /// The finding with the record that its cell became, where the finding names none, and with the
  /// graduate, where a row of 成绩 is hers.
  package func resolved(_ diagnostic: Diagnostic) -> Diagnostic {
    if var subject = diagnostic.subject {
      guard case .record(TableKind.score.title, _, let fields) = subject.extent,
        let graduate = owner(of: subject, fields: fields)
      else { return diagnostic }
      subject.extent = .record(
        table: TableKind.graduate.title,
        record: graduate,
        fields: ["scores"]
      )
      var result = diagnostic
      result.subject = subject
      return result
    }
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
