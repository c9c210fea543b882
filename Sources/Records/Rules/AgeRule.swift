internal import Diagnostics

/// The age at graduation: 15 to 30 is usual, under 13 is a slip in the birth date.
///
/// Age is counted on the last day of the month of graduation, so that nobody is called too young who
/// turns 13 within it.
enum AgeRule {
  static func check<Field: RecordField>(
    _ birth: CalendarDate,
    _ record: Record,
    _ index: Int,
    _ fields: IdentityRules.Fields<Field>,
    _ school: School,
    _ run: inout RuleRun
  ) {
    guard let field = fields.graduationMonth,
      let month = CalendarMonth(record[field]) ?? run.policy.graduationMonth,
      let day = month.lastDay
    else { return }
    let age = birth.age(on: day)
    if 15...30 ~= age { return }
    let isFromNumber = DocumentType(record[fields.documentType]) == .residentCard
    run.report(
      age < 13 ? .tooYoung : .unusualAge,
      age < 0
        ? "出生日期\(birth.text)晚于毕业年月，请核对出生日期。"
        : age < 15
          ? "毕业时仅\(age)周岁，请核对出生日期。" : "毕业时已\(age)周岁，请核对出生日期。",
      at: record,
      index,
      in: school,
      fields: [isFromNumber ? fields.number : fields.birthDate ?? fields.number]
    )
  }
}
