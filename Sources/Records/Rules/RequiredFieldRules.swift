internal import Diagnostics

/// Required fields that are empty.
///
/// A table that has no column for one is stopped when it is read; here are the gaps in its rows.
enum RequiredFieldRules {
  static func checkSeason(_ run: inout RuleRun) {
    let bureaus = run.season.bureaus
    let exemptions = run.season.exemptions
    check(bureaus, required(BureauField.self), nil, &run)
    check(exemptions, required(ExemptionField.self), nil, &run)
  }

  static func check(_ school: School, _ run: inout RuleRun) {
    if school.name.isEmpty {
      run.report(.requiredField, SchoolField.name.definition.emptyMessage, of: school, at: .name)
    }
    // 学校类型 has a finding of its own that says why it is needed.
    check([school.record], schoolFields, school, &run)
    check(school.graduates, graduateFields, school, &run)
    check(school.majors, majorFields, school, &run)
    check(school.courses, courseFields, school, &run)
    check(school.changes, changeFields, school, &run)
    check(school.enrolments, enrolmentFields, school, &run)
  }

  private static let schoolFields = required(SchoolField.self)
    .filter { $0 != .name && $0 != .type }
  private static let graduateFields = required(GraduateField.self)
  private static let majorFields = required(MajorField.self)
  private static let courseFields = required(CourseField.self)
  private static let changeFields = required(ChangeField.self)
  private static let enrolmentFields = required(EnrolmentField.self)

  private static func required<Field: RecordField>(_ type: Field.Type) -> [Field] {
    Field.allCases.filter(\.definition.isRequired)
  }

  private static func check<Field: RecordField>(
    _ records: [Record],
    _ fields: [Field],
    _ school: School?,
    _ run: inout RuleRun
  ) {
    for (index, record) in records.enumerated() {
      for field in fields where record[field].isEmpty {
        run.report(
          .requiredField,
          field.definition.emptyMessage,
          at: record,
          index,
          in: school,
          fields: [field]
        )
      }
    }
  }
}

extension FieldDefinition {
  /// What is said of a row without the field.
  package var emptyMessage: String { "“\(heading)”不能为空。请补填后重新生成。" }
}
