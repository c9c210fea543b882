/// How many students of a list are what; the rules, the 审核表, the checklist and the heads of the
/// 登记表 count alike.
package struct RosterCounts: Hashable, Sendable {
  /// All of the list.
  package var roster = 0
  /// 毕业.
  package var graduates = 0
  /// 结业.
  package var completions = 0
  /// 未毕业.
  package var unfinished = 0
  /// 男 among 毕业.
  package var maleGraduates = 0
  /// 女 among 毕业.
  package var femaleGraduates = 0
  /// 男 of the whole list.
  package var men = 0
  /// 女 of the whole list.
  package var women = 0
  /// 已毕业处理.
  package var processed = 0
  /// 未处理.
  package var unprocessed = 0

  /// Counts a list; a value that is none of a field's own counts in the whole alone, so that sums
  /// which do not agree are seen.
  package init(_ students: some Sequence<Record>) {
    for student in students {
      roster += 1
      let sex = Sex(student[GraduateField.sex])
      switch sex {
      case .male: men += 1
      case .female: women += 1
      case nil: break
      }
      switch Conclusion(student[GraduateField.conclusion]) {
      case .graduated:
        graduates += 1
        if sex == .male { maleGraduates += 1 }
        if sex == .female { femaleGraduates += 1 }
      case .completed: completions += 1
      case .notGraduated: unfinished += 1
      case nil: break
      }
      switch student[GraduateField.systemState] {
      case "已毕业处理": processed += 1
      case "未处理": unprocessed += 1
      default: break
      }
    }
  }
}
