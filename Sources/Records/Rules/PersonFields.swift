internal import Diagnostics

/// Which slots of a table hold a person's name and number.
struct PersonFields {
  let name: Int
  let idNumber: Int

  /// The slots of a table; nil for tables without people.
  init?(_ table: TableKind) {
    switch table {
    case .graduate:
      (name, idNumber) = (GraduateField.name.rawValue, GraduateField.idNumber.rawValue)
    case .change:
      (name, idNumber) = (ChangeField.name.rawValue, ChangeField.idNumber.rawValue)
    case .enrolment:
      (name, idNumber) = (EnrolmentField.name.rawValue, EnrolmentField.idNumber.rawValue)
    default: return nil
    }
  }

  func idNumber(of record: Record) -> String { record.values[idNumber] }

  /// The person as messages name them: `韦* 450000********0028`.
  func label(of record: Record) -> String {
    PersonFields.label(name: record.values[name], idNumber: record.values[idNumber])
  }

  static func label(name: String, idNumber: String) -> String {
    var label = masked(name: name)
    if !label.isEmpty, !idNumber.isEmpty { label += " " }
    return label + Masking.identity(idNumber)
  }

  /// A name with its first character shown: `韦*`.
  static func masked(name: String) -> String {
    var masked = String.UnicodeScalarView()
    for (index, scalar) in name.unicodeScalars.enumerated() {
      masked.append(index == 0 ? scalar : "*")
    }
    return String(masked)
  }
}
