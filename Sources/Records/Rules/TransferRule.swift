internal import Diagnostics

/// A graduate whose latest move is 转出 has left and must not graduate here.
enum TransferRule {
  static func check(_ school: School, roll: RollIndex, _ run: inout RuleRun) {
    var latest: [TextKey: Int] = [:]
    for (index, change) in school.changes.enumerated() {
      guard case .listed(let kind, _) = ChangeKindReading(change[ChangeField.kind]),
        kind == .transferOut || kind == .transferIn, ChangeApproval.isApproved(change)
      else { continue }
      let key = TextKey(change[ChangeField.idNumber])
      guard let known = latest[key] else {
        latest[key] = index
        continue
      }
      let knownDate = school.changes[known][ChangeField.date].utf8
      // Of two moves on one day the later row counts.
      if !change[ChangeField.date].utf8.lexicographicallyPrecedes(knownDate) {
        latest[key] = index
      }
    }
    for index in latest.values.sorted() {
      let change = school.changes[index]
      guard case .listed(.transferOut, _) = ChangeKindReading(change[ChangeField.kind]),
        let graduate = roll[change[ChangeField.idNumber]]
      else { continue }
      run.report(
        .transferredGraduate,
        "该生已转出，却在毕业名单中。请核对学籍，删去该行或更正异动后重新导出。",
        at: school.graduates[graduate],
        graduate,
        in: school,
        fields: [GraduateField.name, .idNumber, .conclusion],
        notes: [
          Diagnostic.Note(
            place: run.place(of: change, ChangeField.kind),
            message: "转出的记录。"
          )
        ]
      )
    }
  }
}
