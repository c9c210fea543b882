internal import Diagnostics

/// The digits of telephone numbers.
enum TelephoneRule {
  static func checkSeason(_ run: inout RuleRun) {
    let bureaus = run.season.bureaus
    check(bureaus, BureauField.phone, nil, &run)
  }

  static func check(_ school: School, _ run: inout RuleRun) {
    check([school.record], SchoolField.phone, school, &run)
    check(school.enrolments, EnrolmentField.phone, school, &run)
  }

  private static func check<Field: RecordField>(
    _ records: [Record],
    _ field: Field,
    _ school: School?,
    _ run: inout RuleRun
  ) {
    for (index, record) in records.enumerated() {
      let phone = record[field]
      if phone.isEmpty || TelephoneNumber.isPlausible(phone) { continue }
      run.report(
        .phoneForm,
        "\(field.definition.heading)“\(run.shown(phone: phone))”位数不对：手机号码11位，固定电话写区号和7至8位号码。"
          + "请核对。",
        at: record,
        index,
        in: school,
        fields: [field]
      )
    }
  }
}
