internal import Diagnostics

/// The declared total against the roll, and tables without rows.
enum CountRules {
  static func check(_ school: School, _ run: inout RuleRun) {
    checkTotal(school, &run)
    if run.policy.onlyReceipts { return }
    let place = run.place(of: school.record, SchoolField.name)
    if school.graduates.isEmpty {
      run.report(
        .rollEmpty,
        "毕业生没有数据行，无法生成登记表和审核表。",
        of: school,
        table: .graduate,
        at: place
      )
    }
    if school.changes.isEmpty {
      run.report(
        .changesEmpty,
        "异动没有数据行，异动情况汇总表将打印“无”。",
        of: school,
        table: .change,
        at: place
      )
    }
    if school.enrolments.isEmpty {
      run.report(
        .enrolmentsEmpty,
        "对口招收没有数据行，不生成该表，材料清单写“无”。",
        of: school,
        table: .enrolment,
        at: place
      )
    }
  }

  private static func checkTotal(_ school: School, _ run: inout RuleRun) {
    let text = school.record[SchoolField.graduateTotal]
    if text.isEmpty, school.graduates.isEmpty {
      run.report(
        .receiptTotalMissing,
        "毕业生总数没有填，也没有毕业生名单可数，回执的这一格将留空。请补填“学校”表的毕业生总数。",
        at: school.record,
        0,
        in: school,
        fields: [SchoolField.graduateTotal]
      )
    }
    if text.isEmpty || school.graduates.isEmpty { return }
    let counts = RosterCounts(school.graduates)
    // 毕业生总数 may count those who graduate or the whole roll: the notice does not say.
    if let total = Int(text), total == counts.graduates || total == counts.roster { return }
    run.report(
      .receiptTotal,
      "毕业生总数填\(ShownValue.quoted(text))，毕业生名单有\(counts.roster)人"
        + "（毕业\(counts.graduates)、结业\(counts.completions)、未毕业\(counts.unfinished)），请核对。",
      of: school,
      at: .graduateTotal
    )
  }
}
