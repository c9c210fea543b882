import Diagnostics
import Records
import Testing

@Suite struct RosterRuleTests {
  @Test("the same person twice is an error at the later row that points at the first")
  func twice() throws {
    var fixture = Fixture()
    fixture.addGraduate()
    fixture.addGraduate([.name: "韦二", .sex: "女", .idNumber: Fixture.woman])
    fixture.addGraduate()
    let findings = fixture.findings()
    #expect(findings.map(\.code) == ["R130"])
    let finding = try #require(findings.first)
    #expect(finding.severity == .error)
    #expect(finding.message == "与第2行重复。请删去重复的一行。")
    #expect(finding.place.description == "季.xlsx:毕业生!D4（身份证号码）")
    #expect(finding.notes.map(\.place.description) == ["季.xlsx:毕业生!D2（身份证号码）"])
  }

  @Test("one number with two names withholds both rows; names are compared by bytes")
  func twoNames() {
    var fixture = Fixture()
    fixture.addGraduate([.name: "郎一"])
    fixture.addGraduate([.name: "\u{F92C}一"])
    let findings = fixture.findings()
    #expect(findings.map(\.code) == ["R131", "R131"])
    #expect(findings[0].message.hasPrefix("与第2行身份证号码相同，姓名不同。"))
    #expect(findings[1].message.hasPrefix("与第3行身份证号码相同，姓名不同。"))
    #expect(
      findings.map { $0.subject?.extent } == [
        .record(table: "毕业生", record: 1, fields: ["idNumber", "name"]),
        .record(table: "毕业生", record: 0, fields: ["idNumber", "name"]),
      ]
    )
  }

  @Test("a duplicate of another file is named with that file")
  func twoFiles() {
    var fixture = Fixture()
    fixture.addGraduate()
    fixture.addGraduate()
    var other = fixture.season.sources[Int(TableKind.graduate.rawValue)]
    other.file = "二.xlsx"
    fixture.season.sources.append(other)
    fixture.season.schools[0].graduates[1].origin.source = Int32(fixture.season.sources.count - 1)
    #expect(
      fixture.findings().map(\.message) == ["与“季.xlsx:毕业生!D2（身份证号码）”重复。请删去重复的一行。"]
    )
  }

  @Test("one number in two schools is an error in both")
  func twoSchools() {
    var fixture = Fixture("甲校")
    fixture.addSchool("乙校")
    fixture.addGraduate(to: 0)
    fixture.addGraduate(to: 1)
    let findings = fixture.findings()
    #expect(findings.map(\.code) == ["R132", "R132"])
    #expect(findings.map { $0.subject?.school } == ["乙校", "甲校"])
    #expect(findings[0].message.contains("“甲校”"))
    #expect(findings[1].message.contains("“乙校”"))
  }

  @Test("people of one name are one note a name")
  func homonyms() {
    var fixture = Fixture()
    fixture.addGraduate()
    fixture.addGraduate([.sex: "女", .idNumber: Fixture.woman])
    fixture.addGraduate([.idNumber: "450000200412311172"])
    let findings = fixture.findings()
    #expect(findings.map(\.code) == ["R134"])
    #expect(findings[0].severity == .note)
    #expect(findings[0].message == "同名3人，核对证书照片。")
    #expect(findings[0].notes.count == 2)
  }

  @Test("another name in another table is a warning there")
  func otherTables() {
    var fixture = Fixture()
    fixture.addGraduate()
    fixture.addChange([.name: "覃二"])
    fixture.addEnrolment([.name: "覃三"])
    let course = fixture.season.schools[0].scores.course("语文")
    fixture.season.schools[0].scores.add(
      ScoreBook.Entry(course: course, score: "80", origin: RowOrigin(source: 5, row: 2)),
      idNumber: Fixture.man,
      name: "覃四"
    )
    let findings = fixture.findings()
    #expect(findings.map(\.code) == ["R133", "R133", "R133"])
    #expect(findings.allSatisfy { $0.severity == .warning })
    #expect(
      findings.map(\.place.description) == [
        "季.xlsx:异动!B2（姓名）", "季.xlsx:对口招收!C2（姓名）", "季.xlsx:成绩!C2（姓名）",
      ]
    )
  }

  @Test("the name that a change replaced is no other name")
  func formerName() {
    var fixture = Fixture()
    fixture.addGraduate()
    fixture.addChange([.name: "覃旧", .kind: "姓名变更", .before: "覃旧", .after: "覃一"])
    #expect(fixture.codes() == [])
  }

  @Test("scores of nobody in the roll are a warning")
  func strayScores() {
    var fixture = Fixture()
    fixture.addGraduate()
    let course = fixture.season.schools[0].scores.course("语文")
    for (number, row) in [(Fixture.man, 2), (Fixture.woman, 3)] {
      fixture.season.schools[0].scores.add(
        ScoreBook.Entry(course: course, score: "80", origin: RowOrigin(source: 5, row: Int32(row))),
        idNumber: number,
        name: ""
      )
    }
    #expect(fixture.codes() == ["R135"])
    #expect(fixture.findings()[0].place.description == "季.xlsx:成绩!B3（身份证号码）")
  }

  @Test(
    "every required field of a graduate that is empty is an error at its cell",
    arguments: [
      GraduateField.name, .sex, .idNumber, .major, .grade, .years, .conduct, .conclusion,
    ]
  )
  func required(field: GraduateField) {
    var fixture = Fixture()
    fixture.addGraduate([field: ""])
    let findings = fixture.findings()
    #expect(findings.map(\.code) == ["R120"])
    #expect(findings[0].severity == .error)
    #expect(findings[0].fields == [field.definition.name])
    #expect(findings[0].message == "“\(field.definition.heading)”不能为空。请补填后重新生成。")
  }

  @Test(
    "fields that are not required may be empty",
    arguments: GraduateField.allCases.filter { !$0.definition.isRequired }
  )
  func optional(field: GraduateField) {
    var fixture = Fixture()
    fixture.addGraduate([field: ""])
    #expect(fixture.codes() == [])
  }

  @Test("required fields of changes, enrolments, bureaus and 特例")
  func requiredElsewhere() {
    var fixture = Fixture()
    fixture.addChange([.review: "", .date: "", .after: "", .before: ""])
    fixture.addEnrolment([.college: "", .phone: ""])
    fixture.season.bureaus.append(fixture.record([BureauField.name: "测试市教育局"], row: 2))
    fixture.addExemption([.code: "R103", .evidence: ""])
    let missing = fixture.findings().filter { $0.code == "R120" }
    #expect(
      missing.map(\.fields) == [
        ["city"], ["contact"], ["phone"], ["address"], ["evidence"], ["after"], ["date"],
        ["review"], ["college"], ["phone"],
      ]
    )
  }

  @Test(
    "values outside a closed set are errors that name the set",
    arguments: [
      (GraduateField.sex, "M", "性别“M”不认识，可填：男、女。"),
      (.conclusion, "肄业", "毕(结)业“肄业”不认识，可填：毕业、结业、未毕业。"),
      (.systemState, "是", "系统处理状态“是”不认识，可填：已毕业处理、未处理。"),
    ]
  )
  func choices(field: GraduateField, value: String, message: String) {
    var fixture = Fixture()
    fixture.addGraduate([field: value])
    #expect(fixture.findings().map(\.message) == [message])
    #expect(fixture.codes() == ["R121"])
  }

  @Test("an identity number in a wrong column is not quoted whole")
  func wrongColumn() {
    var fixture = Fixture()
    fixture.addGraduate([.sex: Fixture.woman])
    #expect(fixture.findings()[0].message.hasPrefix("性别“450000********0028”不认识"))
  }

  @Test("盖章原件已收 is 是 or 否")
  func received() {
    var fixture = Fixture()
    fixture.addEnrolment([.originalReceived: "是"])
    fixture.addEnrolment([.originalReceived: "有", .idNumber: Fixture.woman, .sex: "女"])
    #expect(fixture.codes() == ["R121"])
  }
}
