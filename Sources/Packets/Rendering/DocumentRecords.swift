internal import Diagnostics
import Forms
import Records

/// The records that a document is made from, to find the cells of what it shows.
struct DocumentRecords {
  let plan: PlannedDocument
  let season: Season

  /// A value of a record.
  struct Cell {
    var table: TableKind
    var record: Record
    /// The field's place in the schema.
    var slot: Int
  }

  private var school: School? { plan.exchange.school.map { season.schools[$0] } }

  /// Whose document it is: the school, or the bureau of a receipt.
  var holder: String? {
    if let school { return school.name }
    return plan.records[.bureau]?.min().map { season.bureaus[$0][BureauField.name] }
  }

  /// A record by its table and its place in it.
  func record(_ table: TableKind, _ index: Int) -> Record? {
    switch table {
    case .school: return season.schools.indices.contains(index) ? season.schools[index].record : nil
    case .bureau: return season.bureaus.indices.contains(index) ? season.bureaus[index] : nil
    default:
      guard let records = school?[table], records.indices.contains(index) else { return nil }
      return records[index]
    }
  }

  /// Where the cell stands in its file.
  func place(of cell: Cell) -> Place? {
    let origin = cell.record.origin
    let source = Int(origin.source)
    guard season.sources.indices.contains(source) else { return nil }
    return season.sources[source].place(slot: cell.slot, row: Int(origin.row))
  }

  /// Where computed values are looked for, people first.
  private static let tables: [TableKind] = [
    .graduate, .enrolment, .change, .major, .course, .bureau, .school,
  ]

  private func indexes(of table: TableKind) -> [Int] {
    if let shown = plan.records[table] { return shown.sorted() }
    return plan.exchange.records.first { $0.table == table }?.indexes ?? []
  }

  /// The first cell under a computed field's heading (or one that means the same) whose value is
  /// part of the text.
  func cell(showing text: String, of field: FieldDefinition) -> Cell? {
    for heading in [field.heading] + field.synonyms {
      for table in DocumentRecords.tables {
        guard let slot = season.schema[table].firstIndex(where: { $0.heading == heading }) else {
          continue
        }
        for index in indexes(of: table) {
          guard let record = record(table, index), slot < record.values.count else { continue }
          let value = record.values[slot]
          if !value.isEmpty, text.utf8.firstRange(of: value.utf8) != nil {
            return Cell(table: table, record: record, slot: slot)
          }
        }
      }
    }
    return nil
  }

  /// A student's score in the course of a column of the 册.
  func score(of student: Record, course column: Int) -> (course: String, place: Place)? {
    guard let school, let first = plan.records[.graduate]?.sorted() else { return nil }
    let volume = Volume(
      name: plan.volume ?? "",
      major: first.first.map { school.graduates[$0][GraduateField.major] } ?? "",
      className: "",
      graduates: first
    )
    let courses = ScoreColumns(school: school, volume: volume).courses
    guard column < courses.count, let index = school.scores.index(ofCourse: courses[column].name)
    else { return nil }
    guard let sheet = school.scores.sheet(of: student[GraduateField.idNumber]),
      let entry = sheet.shown(course: index).map({ sheet.entries[$0] })
    else { return nil }
    let place = season.place(of: entry, in: school)
    if place == .none { return nil }
    return (courses[column].name, place)
  }
}
