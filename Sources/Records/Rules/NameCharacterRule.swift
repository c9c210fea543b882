internal import Diagnostics

/// What names are made of, in every table of people.
///
/// The place is the name's cell; the message shows the one character that is wrong and where it stands.
enum NameCharacterRule {
  static func check(_ school: School, _ run: inout RuleRun) {
    check(school.graduates, IdentityRules.graduates, school, &run)
    check(school.changes, IdentityRules.changes, school, &run)
    check(school.enrolments, IdentityRules.enrolments, school, &run)
  }

  private static func check<Field: RecordField>(
    _ records: [Record],
    _ fields: IdentityRules.Fields<Field>,
    _ school: School,
    _ run: inout RuleRun
  ) {
    for index in records.indices where !PersonName.isPlain(records[index][fields.name]) {
      look(at: records[index], index, fields, school, &run)
    }
  }

  private static func look<Field: RecordField>(
    at record: Record,
    _ index: Int,
    _ fields: IdentityRules.Fields<Field>,
    _ school: School,
    _ run: inout RuleRun
  ) {
    let name = record[fields.name]
    if name.isEmpty { return }
    let type = DocumentType(record[fields.documentType])
    if let fault = PersonName.fault(in: name, allowsLetters: type != .residentCard) {
      let (rule, message) = finding(of: fault)
      run.report(rule, message, at: record, index, in: school, fields: [fields.name])
    }
    let count = name.unicodeScalars.count
    if count == 1 || count > PersonName.limit {
      run.report(
        .nameLength,
        count == 1
          ? "姓名只有1个字，请对照身份证原件核对。"
          : "姓名有\(count)个字，超过\(PersonName.limit)个字，请核对，并查看各表是否放得下。",
        at: record,
        index,
        in: school,
        fields: [fields.name]
      )
    }
  }

  private static func finding(of fault: PersonName.Fault) -> (Rule, String) {
    let remedy = "请对照身份证原件，在学籍系统中更正并重新导出。"
    switch fault {
    case .lost(let scalar, let position):
      return (
        .nameLost,
        "第\(position)个字是“\(IdentityMessages.visible(scalar))”（\(IdentityMessages.hexadecimal(scalar))），"
          + "生僻字在导出时丢失，请从系统核对原字后补入。"
      )
    case .separator(let scalar, let position):
      return (
        .nameSeparator,
        "第\(position)个字“\(IdentityMessages.visible(scalar))”（\(IdentityMessages.hexadecimal(scalar))）"
          + "应为“·”（U+00B7），请在系统中一并更正。"
      )
    case .blank(let position):
      return (.nameCharacter, "第\(position)个字是空格，姓名中间不能有空格，程序不代为合并。\(remedy)")
    case .character(let scalar, let position):
      return (
        .nameCharacter,
        "第\(position)个字“\(IdentityMessages.visible(scalar))”（\(IdentityMessages.hexadecimal(scalar))）"
          + "不是汉字。\(remedy)如确是外国人姓名，请填写证件类型。"
      )
    }
  }
}
