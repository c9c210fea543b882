internal import Diagnostics

/// Values outside the closed set of their field.
enum ChoiceRules {
  static func check(_ school: School, _ run: inout RuleRun) {
    for (index, record) in school.graduates.enumerated() {
      check(record, index, GraduateField.sex, sexes, school, &run) { Sex($0) != nil }
      check(record, index, GraduateField.documentType, documents, school, &run) {
        DocumentType($0) != nil
      }
      check(record, index, GraduateField.conclusion, conclusions, school, &run) {
        Conclusion($0) != nil
      }
      check(record, index, GraduateField.systemState, states, school, &run) { text in
        states.contains { $0.hasSameBytes(as: text) }
      }
    }
    for (index, record) in school.changes.enumerated() {
      check(record, index, ChangeField.sex, sexes, school, &run) { Sex($0) != nil }
      check(record, index, ChangeField.documentType, documents, school, &run) {
        DocumentType($0) != nil
      }
    }
    for (index, record) in school.enrolments.enumerated() {
      check(record, index, EnrolmentField.sex, sexes, school, &run) { Sex($0) != nil }
      check(record, index, EnrolmentField.documentType, documents, school, &run) {
        DocumentType($0) != nil
      }
      check(record, index, EnrolmentField.originalReceived, answers, school, &run) { text in
        answers.contains { $0.hasSameBytes(as: text) }
      }
    }
  }

  private static let sexes = Sex.allCases.map(\.title)
  private static let documents = DocumentType.allCases.map(\.title)
  private static let conclusions = Conclusion.allCases.map(\.title)
  private static let states = GraduateField.systemState.definition.choices
  private static let answers = EnrolmentField.originalReceived.definition.choices

  private static func check<Field: RecordField>(
    _ record: Record,
    _ index: Int,
    _ field: Field,
    _ values: [String],
    _ school: School,
    _ run: inout RuleRun,
    isKnown: (String) -> Bool
  ) {
    let text = record[field]
    if text.isEmpty || isKnown(text) { return }
    run.report(
      .unknownChoice,
      "\(field.definition.heading)\(ShownValue.quoted(text))不认识，可填：\(values.joined(separator: "、"))。",
      at: record,
      index,
      in: school,
      fields: [field]
    )
  }
}
