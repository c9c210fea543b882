import Records

/// How many students of a list are what; the 审核表, the checklist and the heads of the 登记表 count
/// alike.
struct RosterCounts: Hashable, Sendable {
  /// All of the list.
  var roster = 0
  /// 毕业.
  var graduates = 0
  /// 结业.
  var completions = 0
  /// 未毕业.
  var unfinished = 0
  /// Men among those who graduate.
  var maleGraduates = 0
  /// Women among those who graduate.
  var femaleGraduates = 0
  /// Men of the whole list.
  var men = 0
  /// Women of the whole list.
  var women = 0
  /// 已毕业处理.
  var processed = 0
  /// 未处理.
  var unprocessed = 0

  init(_ students: some Sequence<Record>) {
    for student in students {
      roster += 1
      let isMale = student[GraduateField.sex].hasSameBytes(as: "男")
      if isMale { men += 1 } else { women += 1 }
      switch student[GraduateField.conclusion] {
      case "毕业":
        graduates += 1
        if isMale { maleGraduates += 1 } else { femaleGraduates += 1 }
      case "结业": completions += 1
      default: unfinished += 1
      }
      switch student[GraduateField.systemState] {
      case "已毕业处理": processed += 1
      case "未处理": unprocessed += 1
      default: break
      }
    }
  }
}
