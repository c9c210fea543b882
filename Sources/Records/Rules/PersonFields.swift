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
}

extension RuleRun {
  /// The person of a record as messages name them: `韦* 450000********0028`.
  func label(of record: Record, _ fields: PersonFields) -> String {
    label(name: record.values[fields.name], idNumber: record.values[fields.idNumber])
  }

  /// A person as messages name them.
  func label(name: String, idNumber: String) -> String {
    let shown = policy.showsPeople ? name : Masking.name(name)
    return shown + (shown.isEmpty || idNumber.isEmpty ? "" : " ") + self.shown(number: idNumber)
  }

  /// A number of a person as messages may show it.
  func shown(number: String) -> String {
    policy.showsPeople ? number : Masking.identity(number)
  }

  /// A telephone number as messages may show it.
  func shown(phone: String) -> String {
    policy.showsPeople ? phone : Masking.phone(phone)
  }
}
