import DocumentModel
import Records
import XMLOutput

/// The records of a document in the shape in which they are written as XML and read back as input.
struct RecordExchange {
  let season: Season
  let year: Int

  /// The XML of a document: everything that is needed to make it again.
  func xml(of document: RenderedDocument) throws -> [UInt8] {
    let plan = document.plan
    return try XMLRecordWriter.write(
      XMLRecordDocument(
        form: plan.form,
        volume: plan.volume,
        year: year,
        revision: renderingRevision,
        tables: tables(of: plan)
      )
    )
  }

  /// The tables of a form in the order of the record schema.
  private func tables(of plan: PlannedDocument) -> [XMLTable] {
    let carried = Dictionary(plan.exchange.records.map { ($0.table, $0.indexes) }) { first, _ in
      first
    }
    let school = plan.exchange.school.map { season.schools[$0] }
    return TableKind.allCases.compactMap { table in
      switch table {
      case .school:
        let indexes =
          plan.exchange.school.map { [$0] } ?? Array(plan.records[.school] ?? []).sorted()
        return records(table, indexes, numbers: .inDocument) { season.schools[$0].record }
      case .bureau:
        return records(table, carried[table] ?? [], numbers: .inDocument) { season.bureaus[$0] }
      case .correction: return nil
      case .exemption: return exemptions(of: carried[.graduate] ?? [], in: school)
      case .score: return school.flatMap { scores(of: carried[.graduate] ?? [], in: $0, plan) }
      case .graduate, .major, .course, .change, .enrolment:
        guard let school else { return nil }
        return records(table, carried[table] ?? [], numbers: .inTable) { school[table][$0] }
      }
    }
  }

  /// What the number `n` of a record says.
  ///
  /// A school's files must be the same whatever other schools are in the run: where the table is the
  /// school's own, the place in it keeps the order of several files; where it is the season's, records
  /// are numbered in each document.
  private enum Numbering {
    case inTable
    case inDocument
  }

  private func records(
    _ table: TableKind,
    _ indexes: [Int],
    numbers: Numbering,
    record: @escaping @Sendable (Int) -> Record
  ) -> XMLTable? {
    guard !indexes.isEmpty else { return nil }
    let fields = season.schema[table]
    return XMLTable(
      container: "\(table.name)s",
      element: table.name,
      rows: Lazy(count: indexes.count) { position in
        let values = record(indexes[position]).values
        return XMLRow(
          n: numbers == .inTable ? indexes[position] : position,
          fields: zip(fields, values).map { RecordExchange.field($0, $1) }
        )
      }
    )
  }

  private static func field(_ definition: FieldDefinition, _ value: String) -> XMLField {
    let isASCII = definition.name.utf8.allSatisfy { $0 < 0x80 }
    return XMLField(
      isASCII ? .element(definition.name) : .extra(definition.heading),
      carried(value)
    )
  }

  /// A value with U+FFFD in place of what XML 1.0 cannot carry (section 2.2 of the recommendation).
  ///
  /// Such a value is a finding, and a form that shows it is withheld; but other forms of the school
  /// carry the record.
  static func carried(_ value: String) -> String {
    guard value.utf8.contains(where: { $0 < 0x20 || $0 == 0xEF }) else { return value }
    var scalars = String.UnicodeScalarView()
    for scalar in value.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: scalars.append(scalar)
      case 0..<0x20, 0xFFFE, 0xFFFF: scalars.append("\u{FFFD}")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  /// The releases of the people of a document.
  private func exemptions(of graduates: [Int], in school: School?) -> XMLTable? {
    guard let school else { return nil }
    let people = Set(graduates.map { ByteKey(school.graduates[$0][GraduateField.idNumber]) })
    let indexes = season.exemptions.indices.filter {
      people.contains(ByteKey(season.exemptions[$0][ExemptionField.idNumber]))
    }
    return records(.exemption, indexes, numbers: .inDocument) { season.exemptions[$0] }
  }

  /// The scores of the people of a 册, in their long form and in the order of the book.
  private func scores(
    of graduates: [Int],
    in school: School,
    _ plan: PlannedDocument
  )
    -> XMLTable?
  {
    guard plan.form == "registration" else { return nil }
    let people = Set(graduates.map { ByteKey(school.graduates[$0][GraduateField.idNumber]) })
    var rows: [XMLRow] = []
    var number = 0
    for sheet in school.scores.sheets {
      for entry in sheet.entries {
        defer { number += 1 }
        guard people.contains(ByteKey(sheet.idNumber)) else { continue }
        rows.append(row(entry, of: sheet, number: number, school: school))
      }
    }
    return rows.isEmpty ? nil : XMLTable(container: "scores", element: "score", rows: Lazy(rows))
  }

  private func row(
    _ entry: ScoreBook.Entry,
    of sheet: ScoreBook.Sheet,
    number: Int,
    school: School
  ) -> XMLRow {
    let fields = season.schema[.score].compactMap { definition -> XMLField? in
      let value: String
      switch ScoreField.allCases.first(where: { $0.definition.name == definition.name }) {
      case .school: value = school.name
      case .idNumber: value = sheet.idNumber
      case .name: value = sheet.name
      case .course: value = school.scores.courseNames[entry.course]
      case .term: value = entry.term
      case .score: value = entry.score
      case .makeup: value = entry.makeup
      case nil: return nil
      }
      return XMLField(.element(definition.name), RecordExchange.carried(value))
    }
    return XMLRow(n: number, fields: fields)
  }
}
