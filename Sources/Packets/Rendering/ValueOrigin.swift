internal import Diagnostics
import DocumentModel
import Records

/// The record and field that a shown value came from, in the words of the clerk.
struct ValueOrigin {
  /// The school's full name.
  var school: String?
  /// The person's name, if the record is a person's.
  var name: String?
  /// The person's identity number.
  var idNumber: String?
  /// The field's heading.
  var field: String?
  /// The cell.
  var place: Place

  init(_ value: ValueID, season: Season, school index: Int?) {
    place = .none
    let school = index.map { season.schools[$0] }
    self.school = school?.name
    guard let table = TableKind(rawValue: value.table) else { return }
    guard let record = ValueOrigin.record(value, table: table, season: season, school: school)
    else { return }
    switch table {
    case .graduate:
      name = record[GraduateField.name]
      idNumber = record[GraduateField.idNumber]
    case .change:
      name = record[ChangeField.name]
      idNumber = record[ChangeField.idNumber]
    case .enrolment:
      name = record[EnrolmentField.name]
      idNumber = record[EnrolmentField.idNumber]
    case .school: self.school = record[SchoolField.name]
    default: break
    }
    let fields = season.schema[table]
    field = Int(value.field) < fields.count ? fields[Int(value.field)].heading : "成绩"
    let source = Int(record.origin.source)
    if season.sources.indices.contains(source) {
      place = season.sources[source].place(
        slot: Int(value.field),
        row: Int(record.origin.row)
      )
    }
  }

  /// The person for messages: name and masked number.
  func person(_ mask: (String) -> String) -> String? {
    guard let name else { return nil }
    return idNumber.map { "\(name) \(mask($0))" } ?? name
  }

  private static func record(
    _ value: ValueID,
    table: TableKind,
    season: Season,
    school: School?
  ) -> Record? {
    let index = Int(value.record)
    let records: [Record] =
      switch table {
      case .school: season.schools.map(\.record)
      case .bureau: season.bureaus
      case .exemption: season.exemptions
      case .graduate: school?.graduates ?? []
      case .major: school?.majors ?? []
      case .course: school?.courses ?? []
      case .change: school?.changes ?? []
      case .enrolment: school?.enrolments ?? []
      case .score, .correction: []
      }
    return records.indices.contains(index) ? records[index] : nil
  }
}
