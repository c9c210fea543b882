import Diagnostics

extension BadInput {
  private static func change(
    _ name: String,
    _ severity: Severity,
    _ code: String,
    _ column: Int,
    _ heading: String,
    _ row: [String],
    _ says: String,
    also: [String] = [],
    twin: [String]
  ) -> BadInput {
    BadInput(
      name: name,
      severity: severity,
      code: code,
      place: "异动.csv:2:\(column)（\(heading)）",
      says: says,
      also: also,
      spoil: { $0.edit("异动") { $0[1] = row } },
      twin: { $0.edit("异动") { $0[1] = twin } }
    )
  }

  private static func row(
    _ kind: String,
    _ before: String,
    _ after: String,
    _ date: String = "2021-09-01",
    state: String = "审核通过"
  ) -> [String] {
    var row = SeasonTexts.change(kind, before, after, date)
    row[row.count - 1] = state
    return row
  }

  private static func effect(
    _ kind: String,
    _ before: String,
    _ after: String,
    _ says: String,
    twin: (String, String)
  ) -> BadInput {
    change(
      "25 异动后: \(kind)",
      .warning,
      "R153",
      8,
      "异动后",
      row(kind, before, after),
      says + "请在系统核对后重新导出。",
      twin: row(kind, twin.0, twin.1)
    )
  }

  static let changes: [BadInput] = [
    change(
      "22 a kind outside the nine",
      .note,
      "R150",
      10,
      "异动类型",
      row("休学", "在校", "休学"),
      "“休学”不在通知所列9类之内，未列入本表（共1条，见报告）。",
      twin: row("复学", "休学", "在校")
    ),
    BadInput(
      name: "22 several kinds are one note a school",
      severity: .note,
      code: "R150",
      place: "异动.csv:3:10（异动类型）",
      says: "“休学”2条、“退学”1条不在通知所列9类之内，未列入本表（共3条，见报告）。",
      spoil: {
        for kind in ["休学", "退学", "休学"] { $0.add("异动", row(kind, "在校", kind)) }
      }
    ),
    change(
      "23 another word",
      .note,
      "R151",
      10,
      "异动类型",
      row("转专业", "会计", "护理"),
      "“转专业”对应为“调专业”。",
      twin: row("调专业", "会计", "护理")
    ),
    change(
      "24 an unknown kind",
      .warning,
      "R152",
      10,
      "异动类型",
      row("其它", "", "不详"),
      "无法识别，未列入本表。可用：姓名变更、性别变更、",
      twin: row("调专业", "会计", "护理")
    ),
    effect("姓名变更", "覃旧", "覃二", "异动后的姓名与毕业生名单不一致。", twin: ("覃旧", "覃子轩")),
    effect("性别变更", "男", "女", "异动后的性别与毕业生名单不一致。", twin: ("女", "男")),
    effect(
      "身份证号码变更",
      SeasonTexts.leapling,
      SeasonTexts.number("45000020040301003"),
      "异动后的身份证号码与毕业生名单不一致。",
      twin: (SeasonTexts.number("45000020040301003"), SeasonTexts.leapling)
    ),
    effect("学制变更", "3年", "2年", "异动后的学制与毕业生名单不一致。", twin: ("2年", "3年")),
    effect("复学", "在校", "休学", "复学的异动前应为休学，异动后应为在校。", twin: ("休学", "在校")),
    effect("留级", "2020级", "2021级", "留级后的年级与毕业生名单不一致。", twin: ("2019级", "2020级")),
    effect("转入", "甲校", "乙校", "转入的异动后应为本校名称。", twin: ("甲校", "示范职业学校")),
    effect("调专业", "护理", "会计", "异动后的专业与毕业生名单不一致。", twin: ("会计", "护理")),
    BadInput(
      name: "25 转出 of somebody who is not in the roll",
      severity: .warning,
      code: "R153",
      place: "异动.csv:2:8（异动后）",
      says: "转出的异动前应为本校名称。",
      spoil: { $0.setLeaver(before: "甲校") },
      twin: { $0.setLeaver(before: "示范职业学校") }
    ),
    BadInput(
      name: "25 the row's own columns count for somebody who is not in the roll",
      severity: .warning,
      code: "R153",
      place: "异动.csv:2:8（异动后）",
      says: "异动后的专业与本行所列不一致。",
      spoil: { $0.setStranger(after: "会计") },
      twin: { $0.setStranger(after: "护理") }
    ),
    BadInput(
      name: "25 only the latest row of a kind counts",
      severity: .warning,
      code: "R153",
      place: "异动.csv:3:8（异动后）",
      says: "异动后的专业与毕业生名单不一致。",
      spoil: { $0.add("异动", row("调专业", "护理", "会计", "2022-09-01")) },
      twin: { $0.add("异动", row("调专业", "电工", "会计", "2020-10-01")) }
    ),
    change(
      "26 before is after",
      .warning,
      "R154",
      8,
      "异动后",
      row("调专业", "护理", "护理"),
      "异动前与异动后相同。请在系统核对后重新导出。",
      twin: row("调专业", "会计", "护理")
    ),
    BadInput(
      name: "27 a graduate who has left",
      severity: .error,
      code: "R155",
      place: "毕业生.csv:3:1（姓名）",
      says: "该生已转出，却在毕业名单中。",
      spoil: { $0.add("异动", row("转出", "示范职业学校", "甲校", "2022-03-01")) },
      twin: {
        $0.add("异动", row("转出", "示范职业学校", "甲校", "2022-03-01"))
        $0.add("异动", row("转入", "甲校", "示范职业学校", "2022-09-01"))
      }
    ),
    change(
      "28 not approved",
      .warning,
      "R156",
      11,
      "审核状态",
      row("调专业", "会计", "护理", state: "待审核"),
      "审核状态为“待审核”，现场验印前须审核通过。",
      twin: row("调专业", "会计", "护理")
    ),
    change(
      "29 a day as a number",
      .note,
      "I041",
      9,
      "异动时间",
      row("调专业", "会计", "护理", "44440"),
      "“44440”识别为“2021-09-01”。",
      twin: row("调专业", "会计", "护理", "2021-09-01")
    ),
    change(
      "30 an ambiguous day",
      .error,
      "I044",
      9,
      "异动时间",
      row("调专业", "会计", "护理", "03/04/21"),
      "有歧义，请用 YYYY-MM-DD。",
      twin: row("调专业", "会计", "护理", "2021/4/3")
    ),
    change(
      "31 a change in the future",
      .error,
      "R157",
      9,
      "异动时间",
      row("调专业", "会计", "护理", "2031-09-01"),
      "异动时间2031-09-01晚于今天。",
      twin: row("调专业", "会计", "护理", "2023-06-20")
    ),
    change(
      "31 a change before entry",
      .warning,
      "R158",
      9,
      "异动时间",
      row("调专业", "会计", "护理", "2020-08-31"),
      "异动时间2020-08-31早于入学年月202009。",
      twin: row("调专业", "会计", "护理", "2020-09-01")
    ),
  ]
}

extension SeasonTexts {
  /// 转出 of somebody who is not in the roll.
  mutating func setLeaver(before: String) {
    edit("异动") { rows in
      rows[1] = SeasonTexts.change("转出", before, "乙校", "2021-09-01")
      rows[1][1] = SeasonTexts.number("45000020040301003")
    }
  }

  /// 调专业 of somebody who is not in the roll.
  mutating func setStranger(after: String) {
    edit("异动") { rows in
      rows[1] = SeasonTexts.change("调专业", "电工", after, "2021-09-01")
      rows[1][1] = SeasonTexts.number("45000020040301003")
    }
  }
}
