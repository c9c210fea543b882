internal import Diagnostics

/// Status changes by themselves: kind, approval and date.
enum ChangeRules {
  static func check(_ school: School, roll: RollIndex, _ run: inout RuleRun) {
    guard !school.changes.isEmpty else { return }
    checkKinds(school, &run)
    for (index, change) in school.changes.enumerated() {
      checkApproval(change, index, school, &run)
      checkDate(change, index, roll: roll, school, &run)
    }
    ChangeEffectRules.check(school, roll: roll, &run)
    TransferRule.check(school, roll: roll, &run)
  }

  private static func checkKinds(_ school: School, _ run: inout RuleRun) {
    for (index, change) in school.changes.enumerated() {
      let text = change[ChangeField.kind]
      guard case .listed(let kind, isExact: false) = ChangeKindReading(text) else { continue }
      run.report(
        .kindSynonym,
        "\(ShownValue.quoted(text))对应为“\(kind.title)”。",
        at: change,
        index,
        in: school,
        fields: [ChangeField.kind]
      )
    }
    let heldBack = ChangeSelection.split(school.changes).heldBack.filter { !$0.kind.isEmpty }
    reportNotListed(heldBack.filter(\.isKnown), school, &run)
    for group in heldBack where !group.isKnown {
      for row in group.rows {
        run.report(
          .kindUnknown,
          "异动类型\(ShownValue.quoted(group.kind))无法识别，未列入本表。可用：\(kinds)。"
            + "请在学籍系统中更正并重新导出。",
          at: school.changes[row],
          row,
          in: school,
          fields: [ChangeField.kind]
        )
      }
    }
  }

  /// One note a school: the registry's other kinds are in order, and annex 3 does not want them.
  private static func reportNotListed(
    _ groups: [ChangeSelection.HeldBack],
    _ school: School,
    _ run: inout RuleRun
  ) {
    guard let first = groups.first?.rows.first else { return }
    let total = groups.reduce(0) { $0 + $1.rows.count }
    let kinds =
      groups.count == 1
      ? "“\(groups[0].kind)”"
      : groups.map { "“\($0.kind)”\($0.rows.count)条" }.joined(separator: "、")
    run.report(
      .kindNotListed,
      "\(kinds)不在通知所列9类之内，未列入本表（共\(total)条，见报告）。",
      of: school,
      table: .change,
      at: run.place(of: school.changes[first], ChangeField.kind)
    )
  }

  private static let kinds = StatusChangeKind.allCases.map(\.title).joined(separator: "、")

  private static func checkApproval(
    _ change: Record,
    _ index: Int,
    _ school: School,
    _ run: inout RuleRun
  ) {
    let state = change[ChangeField.review]
    if state.isEmpty || ChangeApproval.isApproved(change) { return }
    run.report(
      .changeNotApproved,
      "审核状态为\(ShownValue.quoted(state))，现场验印前须审核通过。请在学籍系统中处理后重新导出。",
      at: change,
      index,
      in: school,
      fields: [ChangeField.review]
    )
  }

  private static func checkDate(
    _ change: Record,
    _ index: Int,
    roll: RollIndex,
    _ school: School,
    _ run: inout RuleRun
  ) {
    guard let date = CalendarDate(change[ChangeField.date]) else { return }
    if date > run.today {
      run.report(
        .changeInFuture,
        "异动时间\(date.text)晚于今天。请在学籍系统中更正并重新导出。",
        at: change,
        index,
        in: school,
        fields: [ChangeField.date]
      )
      return
    }
    guard let graduate = roll[change[ChangeField.idNumber]],
      let entry = CalendarMonth(school.graduates[graduate][GraduateField.entryMonth]),
      date.calendarMonth < entry
    else { return }
    run.report(
      .changeBeforeEntry,
      "异动时间\(date.text)早于入学年月\(entry.text)。请在系统核对后重新导出。",
      at: change,
      index,
      in: school,
      fields: [ChangeField.date]
    )
  }
}

/// Whether the registry has approved a change; only then has it taken effect.
enum ChangeApproval {
  static func isApproved(_ change: Record) -> Bool {
    let state = change[ChangeField.review]
    return words.contains { $0.hasSameBytes(as: state) }
  }

  private static let words = ["审核通过", "通过", "已通过", "审核已通过", "通过审核", "终审通过"]
}
