internal import Diagnostics

/// What a change says it has brought about, against the roll.
///
/// Only the latest approved change of a kind of a person has to agree: earlier ones were replaced.
enum ChangeEffectRules {
  private struct Key: Hashable {
    var number: TextKey
    var kind: StatusChangeKind
  }

  static func check(_ school: School, roll: RollIndex, _ run: inout RuleRun) {
    var latest: [Key: Int] = [:]
    for (index, change) in school.changes.enumerated() {
      guard case .listed(let kind, _) = ChangeKindReading(change[ChangeField.kind]) else {
        continue
      }
      let before = change[ChangeField.before]
      if !before.isEmpty, before.hasSameBytes(as: change[ChangeField.after]) {
        report(.changeWithoutEffect, "异动前与异动后相同。", index, school, &run)
      }
      guard ChangeApproval.isApproved(change) else { continue }
      let key = Key(number: TextKey(change[ChangeField.idNumber]), kind: kind)
      if let known = latest[key],
        school.changes[known][ChangeField.date].utf8
          .lexicographicallyPrecedes(change[ChangeField.date].utf8)
          || school.changes[known][ChangeField.date]
            .hasSameBytes(as: change[ChangeField.date])
      {
        latest[key] = index
      } else if latest[key] == nil {
        latest[key] = index
      }
    }
    // In input order, since dictionaries have none.
    for index in latest.values.sorted() {
      let change = school.changes[index]
      guard case .listed(let kind, _) = ChangeKindReading(change[ChangeField.kind]),
        let fault = fault(of: change, kind, roll: roll, school, today: run.today)
      else { continue }
      report(.changeDiffersFromRoll, fault, index, school, &run)
    }
  }

  private static func report(
    _ rule: Rule,
    _ message: String,
    _ index: Int,
    _ school: School,
    _ run: inout RuleRun
  ) {
    run.report(
      rule,
      message + "请在系统核对后重新导出。",
      at: school.changes[index],
      index,
      in: school,
      fields: [ChangeField.after, ChangeField.before]
    )
  }

  /// What disagrees, as a sentence; nil where all is well.
  private static func fault(
    of change: Record,
    _ kind: StatusChangeKind,
    roll: RollIndex,
    _ school: School,
    today: CalendarDate
  ) -> String? {
    let before = change[ChangeField.before]
    let after = change[ChangeField.after]
    if after.isEmpty { return nil }
    switch kind {
    case .transferIn:
      return after.hasSameBytes(as: school.name) ? nil : "转入的异动后应为本校名称。"
    case .transferOut:
      return before.isEmpty || before.hasSameBytes(as: school.name) ? nil : "转出的异动前应为本校名称。"
    case .resumption:
      let wasAway = before.isEmpty || before.holds("休学")
      let isBack = after.holds("在校") || after.holds("在读")
      return wasAway && isBack ? nil : "复学的异动前应为休学，异动后应为在校。"
    case .idNumber:
      return idNumberFault(change, after, roll: roll, today: today)
    case .name, .sex, .years, .repetition, .major:
      break
    }
    let current = Current(of: change, roll: roll, in: school)
    switch kind {
    case .name where !after.hasSameBytes(as: current.name):
      return "异动后的姓名与\(current.source)不一致。"
    case .sex where !after.hasSameBytes(as: current.sex):
      return "异动后的性别与\(current.source)不一致。"
    case .sex: return sexFault(change, after, today: today)
    case .years where !isSameYears(after, current.years):
      return "异动后的学制与\(current.source)不一致。"
    case .major where !after.hasSameBytes(as: current.major):
      return "异动后的专业与\(current.source)不一致。"
    case .repetition:
      return gradeFault(before, after, current.grade, of: current.source)
    default: return nil
    }
  }

  /// What is known of a person today: the roll's row, or the columns of the change itself for those
  /// who are not in it.
  private struct Current {
    var name: String
    var sex: String
    var years: String
    var major: String
    var grade: String
    var source: String

    init(of change: Record, roll: RollIndex, in school: School) {
      if let index = roll[change[ChangeField.idNumber]] {
        let graduate = school.graduates[index]
        name = graduate[GraduateField.name]
        sex = graduate[GraduateField.sex]
        years = graduate[GraduateField.years]
        major = graduate[GraduateField.major]
        grade = graduate[GraduateField.grade]
        source = "毕业生名单"
      } else {
        name = change[ChangeField.name]
        sex = change[ChangeField.sex]
        years = change[ChangeField.years]
        major = change[ChangeField.major]
        grade = change[ChangeField.grade]
        source = "本行所列"
      }
    }
  }

  /// 性别变更 must end at the sex that the number says.
  private static func sexFault(
    _ change: Record,
    _ after: String,
    today: CalendarDate
  ) -> String? {
    guard DocumentType(change[ChangeField.documentType]) == .residentCard,
      let number = try? IdentityNumber(change[ChangeField.idNumber], today: today),
      let sex = Sex(after), sex != number.sex
    else { return nil }
    return "异动后的性别与身份证号码第17位不一致。"
  }

  private static func idNumberFault(
    _ change: Record,
    _ after: String,
    roll: RollIndex,
    today: CalendarDate
  ) -> String? {
    // The export may name the person by the old number or the new one.
    let isCurrent = after.hasSameBytes(as: change[ChangeField.idNumber]) || roll[after] != nil
    if !isCurrent { return "异动后的身份证号码与毕业生名单不一致。" }
    guard DocumentType(change[ChangeField.documentType]) == .residentCard else { return nil }
    do throws(IdentityNumber.Fault) {
      _ = try IdentityNumber(after, today: today)
      return nil
    } catch {
      return "异动后的身份证号码有误：" + IdentityMessages.text(of: error)
    }
  }

  private static func gradeFault(
    _ before: String,
    _ after: String,
    _ grade: String,
    of source: String
  ) -> String? {
    guard let afterYear = SchoolYears.year(in: after) else { return nil }
    if let current = SchoolYears.year(in: grade), current != afterYear {
      return "留级后的年级与\(source)不一致。"
    }
    if let beforeYear = SchoolYears.year(in: before), beforeYear >= afterYear {
      return "留级后的年级应晚于留级前。"
    }
    return nil
  }

  private static func isSameYears(_ left: String, _ right: String) -> Bool {
    if left.hasSameBytes(as: right) { return true }
    guard let years = SchoolYears.duration(left) else { return false }
    return years == SchoolYears.duration(right)
  }
}

extension String {
  /// Whether the bytes of a word occur.
  func holds(_ word: String) -> Bool {
    let text = Array(utf8)
    let part = Array(word.utf8)
    guard part.count <= text.count else { return false }
    return (0...(text.count - part.count)).contains { start in
      text[start..<(start + part.count)].elementsEqual(part)
    }
  }
}
