import Diagnostics
import Records
import Testing

@Suite struct ExemptionTests {
  @Test("a row of 特例 turns a releasable error into a note with evidence and approver")
  func released() throws {
    var fixture = Fixture()
    fixture.addGraduate([.sex: "女"])
    fixture.addExemption([.code: "R115"])
    let findings = fixture.findings()
    #expect(findings.map(\.code) == ["R115"])
    let finding = try #require(findings.first)
    #expect(finding.severity == .note)
    #expect(finding.message.hasSuffix("已按特例放行，依据：派出所证明；批准人：韦主任；说明：户口本为准。"))
  }

  @Test("it releases the finding in every table, of this person and this rule alone")
  func exact() {
    var fixture = Fixture()
    fixture.addGraduate([.sex: "女"])
    fixture.addGraduate([.name: "韦二", .sex: "男", .idNumber: Fixture.woman])
    fixture.addEnrolment([.sex: "女"])
    fixture.addExemption([.code: "R115"])
    #expect(fixture.findings().map(\.severity) == [.note, .error, .note])
  }

  @Test("exactly wrong check digit, sex and low age can be released")
  func releasable() {
    #expect(Rule.allCases.filter(\.isReleasable) == [.identityCheckDigit, .sexMismatch, .tooYoung])
    var fixture = Fixture()
    let wrong = "450000200503150027"
    fixture.addGraduate([.idNumber: wrong, .sex: "女"])
    let young = Fixture.withCheckDigit("450000201201010010")
    fixture.addGraduate([.name: "韦二", .idNumber: young])
    fixture.addExemption([.idNumber: wrong, .code: "R103"])
    fixture.addExemption([.idNumber: young, .code: "R116"])
    #expect(fixture.findings().map(\.severity) == [.note, .note])
  }

  @Test(
    "rows that release nothing are named",
    arguments: [("R999", "R170"), ("R101", "R171"), ("R103", "R172")]
  )
  func idle(code: String, finding: String) {
    var fixture = Fixture()
    fixture.addGraduate()
    fixture.addExemption([.code: code])
    #expect(fixture.codes() == [finding])
    #expect(fixture.findings()[0].place.description == "季.xlsx:特例!B2（代码）")
  }

  @Test(
    "without evidence or approver nothing is released",
    arguments: [
      ExemptionField.evidence, .approver, .explanation,
    ]
  )
  func incomplete(field: ExemptionField) {
    var fixture = Fixture()
    fixture.addGraduate([.sex: "女"])
    fixture.addExemption([.code: "R115", field: ""])
    #expect(fixture.codes() == ["R120", "R115", "R172"])
    #expect(fixture.findings()[1].severity == .error)
  }

  @Test("codes of rules are unique and keep their form")
  func codes() {
    for rule in Rule.allCases {
      #expect(rule.rawValue.utf8.count == 4)
      #expect(rule.rawValue.hasPrefix("R"))
    }
    #expect(Set(Rule.allCases.map(\.rawValue)).count == Rule.allCases.count)
  }
}
