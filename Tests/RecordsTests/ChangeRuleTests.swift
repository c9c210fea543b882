import Diagnostics
import Records
import Testing

@Suite struct ChangeRuleTests {
  @Test("the nine kinds are printed, all others are held back by kind in order")
  func split() {
    var fixture = Fixture()
    for kind in ["休学", "转出", "其它", "转专业", "休学", "复学", "退学"] {
      fixture.addChange([.kind: kind])
    }
    let selection = ChangeSelection.split(fixture.season.schools[0].changes)
    #expect(selection.printed == [1, 3, 5])
    #expect(selection.heldBack.map(\.kind) == ["休学", "其它", "退学"])
    #expect(selection.heldBack.map(\.isKnown) == [true, false, true])
    #expect(selection.heldBack.map(\.rows) == [[0, 4], [2], [6]])
    #expect(ChangeSelection.split([]).printed == [])
    #expect(ChangeSelection.split([]).heldBack == [])
  }

  @Test("kinds outside the nine are one note a kind with their number")
  func notListed() {
    var fixture = Fixture()
    for _ in 0..<3 { fixture.addChange([.kind: "休学"]) }
    let findings = fixture.findings()
    #expect(findings.map(\.code) == ["R150"])
    #expect(findings[0].severity == .note)
    #expect(findings[0].message == "“休学”不在通知所列9类之内，未列入本表（共3条，见报告）。")
    #expect(findings[0].place.description == "季.xlsx:异动!L2（异动类型）")
  }

  @Test("another word for a kind is a note, an unknown one a warning that lists the nine")
  func words() {
    var fixture = Fixture()
    fixture.addChange([.kind: "转专业"])
    fixture.addChange([.kind: "其它"])
    let findings = fixture.findings()
    #expect(findings.map(\.code) == ["R151", "R152"])
    #expect(findings.map(\.severity) == [.note, .warning])
    #expect(findings[0].message == "“转专业”对应为“调专业”。")
    #expect(findings[1].message.contains("无法识别，未列入本表。可用：姓名变更、性别变更、"))
  }

  @Test(
    "approved changes of a graduate must agree with the roll",
    arguments: [
      ("姓名变更", "覃旧", "覃一", true), ("姓名变更", "覃旧", "覃二", false),
      ("性别变更", "女", "男", true), ("性别变更", "男", "女", false),
      ("学制变更", "2年", "三年", true), ("学制变更", "3年", "2年", false),
      ("学制变更", "3年", "长", false),
      ("调专业", "电工", "护理", true), ("调专业", "护理", "电工", false),
      ("留级", "2019级", "2020级", true), ("留级", "2019级", "2021级", false),
      ("留级", "2020级", "2020级1班", false), ("留级", "甲班", "乙班", true),
      ("复学", "休学", "在校", true), ("复学", "休学", "退学", false), ("复学", "在读", "在校", false),
      ("转入", "甲校", "测试中等职业学校", true), ("转入", "甲校", "乙校", false),
      ("身份证号码变更", "450000200503150028", "45000020050315001X", true),
      ("身份证号码变更", "45000020050315001X", "450000200503150028", false),
    ]
  )
  func effects(kind: String, before: String, after: String, agrees: Bool) {
    var fixture = Fixture()
    fixture.addGraduate()
    fixture.addChange([.kind: kind, .before: before, .after: after])
    #expect(fixture.codes() == (agrees ? [] : ["R153"]))
    #expect(fixture.findings().allSatisfy { $0.severity == .warning })
    #expect(fixture.findings().allSatisfy { $0.message.hasSuffix("请在系统核对后重新导出。") })
  }

  @Test("a change to a faulty number is named, though it agrees")
  func faultyNumber() {
    var fixture = Fixture()
    let faulty = "450000200503150011"
    fixture.addChange([
      .kind: "身份证号码变更", .idNumber: faulty, .before: Fixture.man, .after: faulty,
    ])
    #expect(fixture.codes() == ["R103", "R153"])
  }

  @Test("only the latest approved change of a kind has to agree")
  func latest() {
    var fixture = Fixture()
    fixture.addGraduate()
    fixture.addChange([.before: "焊接", .after: "电工", .date: "2020-10-01"])
    fixture.addChange([.before: "电工", .after: "护理", .date: "2021-09-01"])
    fixture.addChange([.before: "护理", .after: "烹饪", .review: "审核不通过", .date: "2022-09-01"])
    #expect(fixture.codes() == ["R156"])
    var reversed = Fixture()
    reversed.addGraduate()
    reversed.addChange([.before: "电工", .after: "护理", .date: "2021-09-01"])
    reversed.addChange([.before: "护理", .after: "电工", .date: "2022-09-01"])
    #expect(reversed.codes() == ["R153"])
  }

  @Test("before and after that are equal are a warning")
  func withoutEffect() {
    var fixture = Fixture()
    fixture.addChange([.before: "护理", .after: "护理"])
    #expect(fixture.codes() == ["R154"])
  }

  @Test(
    "who left last must not graduate here",
    arguments: [
      (["转出"], ["2021-09-01"], true), (["转入", "转出"], ["2021-09-01", "2022-09-01"], true),
      (["转出", "转入"], ["2021-09-01", "2022-09-01"], false),
      (["转入", "转出"], ["2022-09-01", "2021-09-01"], false),
      (["转出", "转入"], ["2022-09-01", "2022-09-01"], false),
    ]
  )
  func transferred(kinds: [String], dates: [String], isGone: Bool) throws {
    var fixture = Fixture()
    fixture.addGraduate()
    for (kind, date) in zip(kinds, dates) {
      let school = "测试中等职业学校"
      fixture.addChange([
        .kind: kind, .date: date, .before: kind == "转出" ? school : "甲校",
        .after: kind == "转出" ? "甲校" : school,
      ])
    }
    #expect(fixture.codes() == (isGone ? ["R155"] : []))
    guard isGone else { return }
    let finding = try #require(fixture.findings().first)
    #expect(finding.severity == .error)
    #expect(finding.message.hasPrefix("该生已转出，却在毕业名单中。"))
    #expect(finding.place.description == "季.xlsx:毕业生!B2（姓名）")
  }

  @Test("who left and is not in the roll is in order; a wish to leave that is not approved too")
  func leftInOrder() {
    var fixture = Fixture()
    fixture.addGraduate([.idNumber: Fixture.woman, .sex: "女", .name: "韦二"])
    fixture.addChange([.kind: "转出", .before: "测试中等职业学校", .after: "甲校"])
    #expect(fixture.codes() == [])
    fixture.addChange([
      .kind: "转出", .before: "测试中等职业学校", .after: "甲校", .review: "待审核", .name: "韦二", .sex: "女",
      .idNumber: Fixture.woman,
    ])
    #expect(fixture.codes() == ["R156"])
  }

  @Test("what is not approved is a warning", arguments: ["待审核", "审核不通过", "审核中"])
  func approval(state: String) {
    var fixture = Fixture()
    fixture.addChange([.review: state])
    #expect(fixture.codes() == ["R156"])
    #expect(
      fixture.findings()[0].message.hasPrefix("审核状态为“\(state)”，现场验印前须审核通过。")
    )
  }

  @Test(
    "a change after today is an error, one before entry a warning",
    arguments: [
      ("2031-09-01", ["R157"]), ("2023-06-02", ["R157"]), ("2023-06-01", []),
      ("2020-09-01", []), ("2020-08-31", ["R158"]),
    ]
  )
  func dates(date: String, codes: [String]) {
    var fixture = Fixture()
    fixture.addGraduate()
    fixture.addChange([.date: date])
    #expect(fixture.codes() == codes)
    if date == "2031-09-01" {
      #expect(fixture.findings()[0].message.hasPrefix("异动时间2031-09-01晚于今天。"))
      #expect(fixture.findings()[0].severity == .error)
    }
  }
}
