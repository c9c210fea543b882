internal import Diagnostics
import DocumentModel
import Forms
import Records

/// The record, field and cell that a shown value came from, in the words of the clerk.
///
/// A computed value (the major of a 册) is traced to the first cell of the document's records that
/// holds it under the same heading; words of the template to the template.
struct ValueOrigin {
  /// The school's or bureau's full name.
  private(set) var holder: String?
  /// The person's name, if the record is a person's.
  private(set) var name: String?
  /// The person's identity number.
  private(set) var idNumber: String?
  /// The field's heading, or the course.
  private(set) var field: String
  /// The cell; the template's file where there is none.
  private(set) var place: Place

  /// The origin of a value that a document shows as a text.
  init(
    of id: ValueID,
    shownAs text: String,
    in plan: PlannedDocument,
    season: Season,
    vocabulary: Vocabulary
  ) {
    let records = DocumentRecords(plan: plan, season: season)
    holder = records.holder
    place = .file(plan.template.file)
    if let computed = vocabulary.computedField(of: id) {
      field = computed.heading
      if let cell = records.cell(showing: text, of: computed) { adopt(cell, records) }
    } else if let table = TableKind(rawValue: id.table),
      let record = records.record(table, Int(id.record))
    {
      if let course = Vocabulary.listIndex(of: id) {
        field = "成绩"
        adopt(DocumentRecords.Cell(table: table, record: record, slot: 0), records)
        if let score = records.score(of: record, course: course) {
          field = "成绩“\(score.course)”"
          place = score.place
        }
      } else {
        let fields = season.schema[table]
        let slot = Int(id.field)
        field = slot < fields.count ? fields[slot].heading : table.title
        adopt(DocumentRecords.Cell(table: table, record: record, slot: slot), records)
      }
    } else {
      field = "模板中的文字"
    }
  }

  private mutating func adopt(_ cell: DocumentRecords.Cell, _ records: DocumentRecords) {
    let record = cell.record
    switch cell.table {
    case .graduate:
      name = record[GraduateField.name]
      idNumber = record[GraduateField.idNumber]
    case .change:
      name = record[ChangeField.name]
      idNumber = record[ChangeField.idNumber]
    case .enrolment:
      name = record[EnrolmentField.name]
      idNumber = record[EnrolmentField.idNumber]
    case .school: holder = record[SchoolField.name]
    case .bureau: holder = record[BureauField.name]
    case .major, .course, .score, .exemption, .correction: break
    }
    if let place = records.place(of: cell) { self.place = place }
  }

  /// The person for messages: name and number, masked or in full.
  func person(isMasked: Bool) -> String? {
    name.map {
      Subject.Individual(name: $0, idNumber: idNumber ?? "").label(isMasked: isMasked)
    }
  }
}
