import Diagnostics
import Records
import Testing

@Suite struct IdentityRuleTests {
  @Test("a graduate without fault gives no finding")
  func faultless() {
    var fixture = Fixture()
    fixture.addGraduate()
    fixture.addGraduate([.name: "韦二", .sex: "女", .idNumber: Fixture.woman])
    #expect(fixture.findings() == [])
  }

  @Test(
    "each fault of a number has its code and says what to do",
    arguments: [
      ("45000020050315002", "R101", "只有17位，应为18位。"),
      ("4500002005031500288", "R101", "有19位，应为18位。"),
      ("450000050315002", "R102", "15位旧号码，毕业证书须使用18位公民身份号码；程序不自动升位。"),
      ("450000200503150027", "R103", "校验位不正确：按前17位应为“8”，实为“7”。"),
      ("450000200503150019", "R103", "校验位不正确：按前17位应为“X”，实为“9”。"),
      ("4.50E+17", "R104", "科学计数法，原号码已丢失，无法恢复。请将该列设为“文本”后重新导出。"),
      ("45000020O503150028", "R106", "第9位是字母“O”，疑为数字0，请核对，程序不代改。"),
      ("4500002005031500\u{200B}8", "R106", "第17位是“U+200B”，不是数字。"),
      ("450000200502300020", "R107", "出生日期2005-02-30不存在。"),
      ("450000100503150020", "R107", "出生日期1005-03-15不可能。"),
      ("450000203103150020", "R108", "出生日期2031-03-15晚于今天。"),
      ("999450000123400001", "R109", "学籍系统临时号，不能用于毕业证书验印。"),
    ]
  )
  func faults(number: String, code: String, message: String) throws {
    var fixture = Fixture()
    fixture.addGraduate([.sex: "", .idNumber: number])
    let finding = try #require(fixture.findings().first { $0.code == code })
    #expect(finding.severity == .error)
    #expect(finding.message.hasPrefix(message))
    #expect(finding.fields == ["idNumber"])
    #expect(finding.place.description == "季.xlsx:毕业生!D2（身份证号码）")
  }

  @Test("findings mask the person and quote no whole number")
  func masked() throws {
    var fixture = Fixture()
    fixture.addGraduate([.name: "韦小二", .sex: "女", .idNumber: "450000200503150027"])
    let finding = try #require(fixture.findings().first)
    #expect(finding.subject?.school == "测试中等职业学校")
    #expect(
      finding.subject?.extent == .record(table: "毕业生", record: 0, fields: ["idNumber"])
    )
    #expect(finding.subject?.person == "韦** 450000********0027")
    #expect(!finding.json.contains("200503150027"))
    #expect(!finding.json.contains("小二"))
  }

  @Test("numbers of changes and enrolments are checked alike, at their own cells")
  func otherTables() {
    var fixture = Fixture()
    fixture.addChange([.idNumber: "450000200503150027", .sex: "女"])
    fixture.addEnrolment([.idNumber: "45000020050315002"])
    let findings = fixture.findings()
    #expect(findings.map(\.code) == ["R103", "R101"])
    #expect(findings[0].place.description == "季.xlsx:异动!C2（身份证号码）")
    #expect(findings[1].place.description == "季.xlsx:对口招收!E2（身份证号码）")
    #expect(
      findings[1].subject?.extent == .record(table: "对口招收", record: 0, fields: ["idNumber"])
    )
  }

  @Test("sex against position 17 is a finding at 性别, in each table")
  func sex() throws {
    var fixture = Fixture()
    fixture.addGraduate([.sex: "女"])
    fixture.addChange([.sex: "女"])
    fixture.addEnrolment([.sex: "女"])
    let findings = fixture.findings()
    #expect(findings.map(\.code) == ["R115", "R115", "R115"])
    #expect(findings[0].message.hasPrefix("性别填“女”，身份证号码第17位为奇数（男）。"))
    #expect(findings[0].fields == ["sex", "idNumber"])
    #expect(findings[0].place.description == "季.xlsx:毕业生!C2（性别）")
    var woman = Fixture()
    woman.addGraduate([.sex: "男", .idNumber: Fixture.woman])
    #expect(try #require(woman.findings().first).message.contains("第17位为偶数（女）。"))
  }

  @Test("a wrong check digit does not hide that the sex is wrong as well")
  func bothFaults() {
    var fixture = Fixture()
    fixture.addGraduate([.sex: "男", .idNumber: "450000200503150027"])
    #expect(fixture.codes() == ["R103", "R115"])
  }

  @Test(
    "area codes are a hint at most",
    arguments: [
      // Valid check digits; born in 2005.
      ("452622200503150015", "R110", "地区码452622（田阳县）为旧码，请对照身份证。"),
      ("459999200503150018", "R111", "地区码459999查不到，请对照身份证。"),
    ]
  )
  func areas(number: String, code: String, message: String) throws {
    var fixture = Fixture()
    fixture.addGraduate([.idNumber: Fixture.withCheckDigit(number)])
    let findings = fixture.findings()
    #expect(findings.map(\.code) == [code])
    #expect(findings.first?.severity == .note)
    #expect(findings.first?.message == message)
  }

  @Test(
    "codes in force, of other provinces and of the three special regions are silent",
    arguments: ["451082", "430101", "810000", "820000", "830000"]
  )
  func knownAreas(area: String) {
    var fixture = Fixture()
    fixture.addGraduate([.idNumber: Fixture.withCheckDigit(area + "200503150010")])
    #expect(fixture.codes() == [])
  }

  @Test(
    "ages at graduation: under 13 an error, 13, 14 and over 30 a note",
    arguments: [
      ("20100801", "R116", "毕业时仅12周岁，请核对出生日期。"),
      ("20100731", "R117", "毕业时仅13周岁，请核对出生日期。"),
      ("20080801", "R117", "毕业时仅14周岁，请核对出生日期。"),
      ("20080731", "", ""),
      ("19920801", "", ""),
      ("19920731", "R117", "毕业时已31周岁，请核对出生日期。"),
    ]
  )
  func ages(birth: String, code: String, message: String) {
    var fixture = Fixture()
    fixture.addGraduate([.idNumber: Fixture.withCheckDigit("450000\(birth)0010")])
    #expect(fixture.codes() == (code.isEmpty ? [] : [code]))
    #expect(fixture.findings().first?.message ?? "" == message)
    #expect(
      fixture.findings().first?.severity ?? .note == (code == "R116" ? .error : .note)
    )
  }

  @Test("the record's own month of graduation goes before the season's")
  func graduationMonth() {
    var fixture = Fixture()
    fixture.addGraduate([
      .idNumber: Fixture.withCheckDigit("450000200807310010"), .graduationMonth: "202301",
    ])
    #expect(fixture.codes() == ["R117"])
  }

  @Test("出生日期 must agree with the number")
  func birthDate() {
    var fixture = Fixture()
    fixture.addGraduate([.birthDate: "2005-03-16"])
    fixture.addGraduate([
      .name: "韦二", .sex: "女", .idNumber: Fixture.woman, .birthDate: "2005-03-15",
    ])
    let findings = fixture.findings()
    #expect(findings.map(\.code) == ["R118"])
    #expect(findings.first?.severity == .warning)
  }

  @Test(
    "other documents are noted for a look, with their birth date",
    arguments: [
      ("港澳居民来往内地通行证", "H12345678"), ("台湾居民来往大陆通行证", "12345678"),
      ("外国人永久居留身份证", "900000200503150010"), ("护照", "E12345678"),
    ]
  )
  func otherDocuments(type: String, number: String) {
    var fixture = Fixture()
    fixture.addGraduate([.idNumber: number, .documentType: type, .birthDate: "2005-03-15"])
    #expect(fixture.codes() == ["R112"])
    #expect(fixture.findings().first?.severity == .note)
    #expect(fixture.findings().first?.message.hasSuffix("非居民身份证，请人工核对。") == true)
    var without = Fixture()
    without.addGraduate([.idNumber: number, .documentType: type])
    #expect(without.codes() == ["R112", "R120"])
    #expect(without.findings().last?.fields == ["birthDate"])
  }

  @Test("a permit's number without 证件类型 asks for it; a wrong form is a warning")
  func documentTypes() {
    var fixture = Fixture()
    fixture.addGraduate([.idNumber: "H12345678"])
    fixture.addGraduate([
      .name: "韦二", .idNumber: "X1", .documentType: "台湾居民来往大陆通行证", .birthDate: "2005-03-15",
    ])
    fixture.addGraduate([.name: "韦三", .idNumber: "H87654321", .documentType: "居民身份证"])
    fixture.addGraduate([.name: "韦四", .idNumber: "H1111", .documentType: "学生证"])
    #expect(fixture.codes() == ["R121", "R114", "R113", "R101"])
  }

  @Test("the birth date of another document counts for age and future")
  func otherBirthDates() {
    var fixture = Fixture()
    let passport: [GraduateField: String] = [.documentType: "护照"]
    fixture.addGraduate(
      passport.merging([.idNumber: "E1234567", .birthDate: "2015-01-01"]) { $1 }
    )
    fixture.addGraduate(
      passport.merging([.name: "韦二", .idNumber: "E1234568", .birthDate: "2030-01-01"]) { $1 }
    )
    #expect(fixture.codes() == ["R112", "R116", "R112", "R108"])
    #expect(fixture.findings()[1].fields == ["birthDate"])
  }
}
