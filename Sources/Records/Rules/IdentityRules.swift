internal import Diagnostics

/// Numbers of identity documents, and what sex and birth date say against them.
enum IdentityRules {
  /// The fields of a table that these rules look at.
  struct Fields<Field: RecordField> {
    var name: Field
    var number: Field
    var documentType: Field
    var sex: Field
    var birthDate: Field?
    var graduationMonth: Field?
  }

  static let graduates = Fields<GraduateField>(
    name: .name,
    number: .idNumber,
    documentType: .documentType,
    sex: .sex,
    birthDate: .birthDate,
    graduationMonth: .graduationMonth
  )
  static let changes = Fields<ChangeField>(
    name: .name,
    number: .idNumber,
    documentType: .documentType,
    sex: .sex
  )
  static let enrolments = Fields<EnrolmentField>(
    name: .name,
    number: .idNumber,
    documentType: .documentType,
    sex: .sex
  )

  static func check(_ school: School, _ run: inout RuleRun) {
    check(school.graduates, graduates, school, &run)
    check(school.changes, changes, school, &run)
    check(school.enrolments, enrolments, school, &run)
  }

  private static func check<Field: RecordField>(
    _ records: [Record],
    _ fields: Fields<Field>,
    _ school: School,
    _ run: inout RuleRun
  ) {
    for (index, record) in records.enumerated() where !record[fields.number].isEmpty {
      // An unknown 证件类型 is a finding of its own; what the number should look like is unknown.
      guard let type = DocumentType(record[fields.documentType]) else { continue }
      if type == .residentCard {
        checkResident(record, index, fields, school, &run)
      } else {
        checkOther(type, record, index, fields, school, &run)
      }
    }
  }

  private static func checkResident<Field: RecordField>(
    _ record: Record,
    _ index: Int,
    _ fields: Fields<Field>,
    _ school: School,
    _ run: inout RuleRun
  ) {
    let number: IdentityNumber
    do throws(IdentityNumber.Fault) {
      number = try IdentityNumber(record[fields.number], today: run.today)
    } catch {
      if record[fields.documentType].isEmpty,
        let permit = DocumentType.permit(withForm: record[fields.number])
      {
        let message =
          "号码像\(permit.title)（\(permit.form)），证件类型未填。请填写证件类型"
          + (fields.birthDate == nil ? "。" : "和出生日期。")
        run.report(
          .documentTypeMissing,
          message,
          at: record,
          index,
          in: school,
          fields: [fields.documentType, fields.number]
        )
        return
      }
      run.report(
        rule(of: error),
        IdentityMessages.text(of: error),
        at: record,
        index,
        in: school,
        fields: [fields.number]
      )
      // With a wrong check digit the rest still reads, and a released one must agree as well.
      guard case .checkDigit(_, _, let readable) = error else { return }
      number = readable
    }
    checkArea(number, record, index, fields, school, &run)
    checkSex(number, record, index, fields, school, &run)
    if let birthDate = fields.birthDate, let given = CalendarDate(record[birthDate]),
      given != number.birthDate
    {
      run.report(
        .birthDateMismatch,
        "出生日期填“\(given.text)”，与身份证号码中的\(number.birthDate.text)不符，请核对。",
        at: record,
        index,
        in: school,
        fields: [birthDate, fields.number]
      )
    }
    AgeRule.check(number.birthDate, record, index, fields, school, &run)
  }

  private static func checkArea<Field: RecordField>(
    _ number: IdentityNumber,
    _ record: Record,
    _ index: Int,
    _ fields: Fields<Field>,
    _ school: School,
    _ run: inout RuleRun
  ) {
    let rule: Rule
    let message: String
    switch AreaCodes.standing(of: number.area, born: number.birthDate) {
    case .known: return
    case .abolished(let name):
      rule = .areaAbolished
      message = "地区码\(number.area)（\(name)）为旧码，请对照身份证。"
    case .unknown:
      rule = .areaUnknown
      message = "地区码\(number.areaText)查不到，请对照身份证。"
    }
    run.report(rule, message, at: record, index, in: school, fields: [fields.number])
  }

  private static func checkSex<Field: RecordField>(
    _ number: IdentityNumber,
    _ record: Record,
    _ index: Int,
    _ fields: Fields<Field>,
    _ school: School,
    _ run: inout RuleRun
  ) {
    guard let sex = Sex(record[fields.sex]), sex != number.sex else { return }
    let parity = number.sex == .male ? "奇数（男）" : "偶数（女）"
    run.report(
      .sexMismatch,
      "性别填“\(sex.title)”，身份证号码第17位为\(parity)。请对照身份证原件后在学籍系统中更正并重新导出。",
      at: record,
      index,
      in: school,
      fields: [fields.sex, fields.number]
    )
  }

  private static func checkOther<Field: RecordField>(
    _ type: DocumentType,
    _ record: Record,
    _ index: Int,
    _ fields: Fields<Field>,
    _ school: School,
    _ run: inout RuleRun
  ) {
    let hasForm = type.hasForm(record[fields.number])
    run.report(
      hasForm ? .otherDocument : .documentForm,
      hasForm
        ? "\(type.title)，非居民身份证，请人工核对。"
        : "号码不合\(type.title)的格式（应为\(type.form)），请对照证件原件人工核对。",
      at: record,
      index,
      in: school,
      fields: [fields.number]
    )
    guard let field = fields.birthDate else { return }
    if record[field].isEmpty {
      run.report(
        .requiredField,
        "证件类型为\(type.title)时，“出生日期”不能为空。请补填后重新生成。",
        at: record,
        index,
        in: school,
        fields: [field]
      )
    } else if let birth = CalendarDate(record[field]) {
      if birth > run.today {
        run.report(
          .identityFutureDate,
          "出生日期\(birth.text)晚于今天。",
          at: record,
          index,
          in: school,
          fields: [field]
        )
      } else {
        AgeRule.check(birth, record, index, fields, school, &run)
      }
    }
  }

  private static func rule(of fault: IdentityNumber.Fault) -> Rule {
    switch fault {
    case .scientific: .identityScientific
    case .length: .identityLength
    case .oldForm: .identityOldForm
    case .letter, .character: .identityCharacter
    case .temporary: .identityTemporary
    case .impossibleDate: .identityDate
    case .futureDate: .identityFutureDate
    case .checkDigit: .identityCheckDigit
    }
  }
}
