import Diagnostics
import Records
import Testing

@Suite struct SchoolRuleTests {
  @Test(
    "without a known type nothing of the school can be printed",
    arguments: [
      ("", "学校类型未填，无法确定份数（市县学校3份、区直中职学校2份）。"),
      ("市直", "学校类型“市直”不认识，无法确定份数（市县学校3份、区直中职学校2份）。"),
    ]
  )
  func type(text: String, message: String) {
    let findings = Fixture(type: text).findings()
    #expect(findings.map(\.code) == ["R140"])
    #expect(findings[0].severity == .error)
    #expect(findings[0].message.hasPrefix(message))
    #expect(findings[0].subject?.extent == .school)
    #expect(findings[0].place.description == "季.xlsx:学校!B2（学校类型）")
  }

  @Test("the two types that the notice names have their copies", arguments: ["市县学校", "区直中职学校"])
  func copies(type: String) {
    #expect(Fixture(type: type).codes() == [])
  }

  @Test("other types need --copies, since the notice gives no number", arguments: ["高校中职部", "其他"])
  func noCopies(type: String) throws {
    var fixture = Fixture(type: type)
    #expect(fixture.codes() == ["R143"])
    #expect(
      fixture.findings()[0].message
        == "通知未规定\(type)的份数，请用 --copies \(type)=份数 指定并与职成处核实。"
    )
    #expect(fixture.findings()[0].subject?.extent == .school)
    fixture.policy.copies = [try #require(SchoolType(type)): 2]
    #expect(fixture.codes() == [])
    fixture.policy.copies = [:]
    fixture.policy.onlyReceipts = true
    #expect(fixture.codes() == [])
  }

  @Test(
    "市县学校 need one of the fourteen cities, others need none",
    arguments: [
      ("市县学校", "", ["R141"]), ("市县学校", "南宁", ["R142"]), ("市县学校", "长沙市", ["R142"]),
      ("市县学校", "崇左市", []), ("区直中职学校", "", []),
    ]
  )
  func city(type: String, city: String, codes: [String]) {
    var fixture = Fixture(type: type)
    fixture.season.schools[0].record[SchoolField.city] = city
    #expect(fixture.codes() == codes)
    if city == "南宁" { #expect(fixture.findings()[0].message.hasSuffix("是否“南宁市”？")) }
  }

  @Test(
    "隶属 is 市属 or 县属; 县属 asks for the county",
    arguments: [("", "", []), ("县属", "", ["R144"]), ("县属", "横州市", []), ("省属", "", ["R121"])]
  )
  func affiliation(text: String, county: String, codes: [String]) {
    var fixture = Fixture()
    fixture.season.schools[0].record[SchoolField.affiliation] = text
    fixture.season.schools[0].record[SchoolField.county] = county
    #expect(fixture.codes() == codes)
  }

  @Test("a missing contact withholds what shows it, a missing name the school")
  func required() {
    var fixture = Fixture()
    fixture.season.schools[0].record[SchoolField.contact] = ""
    #expect(
      fixture.findings().map { $0.subject?.extent }
        == [.record(table: "学校", record: 0, fields: ["contact"])]
    )
    #expect(Fixture("").findings().map { $0.subject?.extent } == [.school])
  }

  @Test("a school that stands twice is an error")
  func twice() {
    var fixture = Fixture("甲校")
    fixture.addSchool("乙校")
    #expect(fixture.codes() == [])
    fixture.addSchool("甲校")
    #expect(fixture.codes() == ["R136"])
  }

  @Test(
    "毕业生总数 may be the graduates or the roll",
    arguments: [("", []), ("1", []), ("2", []), ("3", ["R160"]), ("二", ["R160"])]
  )
  func total(text: String, codes: [String]) {
    var fixture = Fixture()
    fixture.addGraduate()
    fixture.addGraduate([
      .name: "韦二", .sex: "女", .idNumber: Fixture.woman, .conclusion: "结业",
    ])
    fixture.season.schools[0].record[SchoolField.graduateTotal] = text
    #expect(fixture.codes() == codes)
    if text == "3" {
      #expect(
        fixture.findings()[0].message == "毕业生总数填“3”，毕业生名单有2人（毕业1、结业1、未毕业0），请核对。"
      )
      #expect(fixture.findings()[0].severity == .warning)
    }
  }

  @Test("without a roll the total stands alone, as in June")
  func totalWithoutRoll() {
    var fixture = Fixture()
    fixture.season.schools[0].record[SchoolField.graduateTotal] = "120"
    #expect(fixture.codes() == [])
  }

  @Test("empty tables: roll an error, changes a warning, enrolments a note; none for receipts")
  func empty() {
    var fixture = Fixture()
    #expect(fixture.check().map(\.code) == ["R176", "R161", "R162", "R163"])
    #expect(fixture.check().map(\.severity) == [.warning, .error, .warning, .note])
    fixture.policy.onlyReceipts = true
    #expect(fixture.check().map(\.code) == ["R176"])
    fixture.season.schools[0].record[SchoolField.graduateTotal] = "1"
    #expect(fixture.check() == [])
    fixture.policy.onlyReceipts = false
    fixture.addGraduate()
    fixture.addChange()
    fixture.addEnrolment()
    #expect(fixture.check().map(\.code) == ["R164"])
  }

  @Test("counts tell graduates by sex and conclusion")
  func counts() {
    var fixture = Fixture()
    fixture.addGraduate()
    fixture.addGraduate([.sex: "女"])
    fixture.addGraduate([.sex: "女"])
    fixture.addGraduate([.conclusion: "结业"])
    fixture.addGraduate([.conclusion: "未毕业", .sex: "女"])
    fixture.addGraduate([.conclusion: ""])
    fixture.addGraduate([.sex: "", .systemState: "未处理"])
    fixture.addGraduate([.systemState: "已毕业处理"])
    let counts = RosterCounts(fixture.season.schools[0].graduates)
    #expect(counts.roster == 8)
    // One row has no 毕(结)业: the sum shows it.
    #expect(counts.graduates + counts.completions + counts.unfinished == 7)
    #expect(counts.graduates == 5)
    #expect(counts.completions == 1)
    #expect(counts.unfinished == 1)
    #expect(counts.maleGraduates == 2)
    #expect(counts.femaleGraduates == 2)
    #expect(counts.men + counts.women == 7)
    #expect((counts.processed, counts.unprocessed) == (1, 1))
    #expect(RosterCounts([Record]()).roster == 0)
  }
}
