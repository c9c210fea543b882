import Records
import Testing

@Suite struct ValuesTests {
  @Test(
    "days that exist are read in the canonical form alone",
    arguments: [
      ("2021-09-01", true), ("2000-02-29", true), ("1900-02-29", false), ("2021-9-1", false),
      ("2021-09-31", false), ("2021/09/01", false), ("", false), ("2021-09-0１", false),
      ("0000-01-01", false), ("2021-00-01", false),
    ]
  )
  func days(text: String, exists: Bool) {
    #expect((CalendarDate(text) != nil) == exists)
    if exists { #expect(CalendarDate(text)?.text == text) }
  }

  @Test(
    "a year of age begins with the birthday, that of 29 February on 1 March",
    arguments: [
      ("2005-03-15", "2023-03-14", 17), ("2005-03-15", "2023-03-15", 18),
      ("2004-02-29", "2023-02-28", 18), ("2004-02-29", "2023-03-01", 19),
      ("2023-06-01", "2023-05-31", -1),
    ]
  )
  func age(birth: String, day: String, years: Int) throws {
    let birth = try #require(CalendarDate(birth))
    let day = try #require(CalendarDate(day))
    #expect(birth.age(on: day) == years)
  }

  @Test("months have their canonical form and a last day")
  func months() throws {
    #expect(CalendarMonth("202402")?.lastDay?.text == "2024-02-29")
    #expect(CalendarMonth("202302")?.lastDay?.text == "2023-02-28")
    #expect(CalendarMonth("202313") == nil)
    #expect(CalendarMonth("2023-1") == nil)
    #expect(CalendarMonth("202307")?.text == "202307")
  }

  @Test(
    "an area code stands as its last edition and the birth say",
    arguments: [
      (450_000, "2005-03-15", AreaCodes.Standing.known),
      (452_622, "2002-12-31", .known),
      (452_622, "2003-01-01", .abolished(name: "田阳县")),
      (452_501, "2005-03-15", .abolished(name: "玉林市")),
      (450_405, "2005-03-15", .known),
      (459_999, "2005-03-15", .unknown),
      (451_003, "2005-03-15", .known), (451_082, "2005-03-15", .known),
      (450_181, "2005-03-15", .known), (451_021, "2005-03-15", .known),
      (430_101, "2005-03-15", .known), (522_601, "2005-03-15", .known),
      (810_000, "2005-03-15", .known), (820_000, "2005-03-15", .known),
      (830_000, "2005-03-15", .known), (810_001, "2005-03-15", .unknown),
      (990_000, "2005-03-15", .unknown), (123, "2005-03-15", .unknown),
    ]
  )
  func areas(code: Int, birth: String, standing: AreaCodes.Standing) throws {
    let birth = try #require(CalendarDate(birth))
    #expect(AreaCodes.standing(of: code, born: birth) == standing)
  }

  @Test("Guangxi has fourteen cities")
  func cities() {
    #expect(AreaCodes.cities.count == 14)
    #expect(AreaCodes.cities.first == "南宁市")
    #expect(AreaCodes.cities.last == "崇左市")
  }

  @Test(
    "numbers of other documents are told by their form",
    arguments: [
      ("H12345678", DocumentType.hongKongMacauPermit), ("M1234567890", .hongKongMacauPermit),
      ("12345678", .taiwanPermit),
    ]
  )
  func permits(number: String, type: DocumentType) {
    #expect(DocumentType.permit(withForm: number) == type)
    #expect(type.hasForm(number))
  }

  @Test(
    "other numbers have the form of no permit",
    arguments: ["H1234567", "H123456789", "A12345678", "1234567", "", "H1234567８"]
  )
  func noPermits(number: String) {
    #expect(DocumentType.permit(withForm: number) == nil)
  }

  @Test("closed sets hold exactly their own words")
  func closedSets() {
    for type in SchoolType.allCases { #expect(SchoolType(type.title) == type) }
    for type in DocumentType.allCases { #expect(DocumentType(type.title) == type) }
    for sex in Sex.allCases { #expect(Sex(sex.title) == sex) }
    for conclusion in Conclusion.allCases { #expect(Conclusion(conclusion.title) == conclusion) }
    #expect(SchoolType("") == nil)
    #expect(SchoolType("市县") == nil)
    #expect(DocumentType("") == .residentCard)
    #expect(DocumentType("学生证") == nil)
    #expect(Affiliation("") == .city)
    #expect(Affiliation("县属") == .county)
    #expect(Affiliation("省属") == nil)
    #expect(Sex("M") == nil)
    #expect(Conclusion("") == nil)
  }

  @Test("copies are those of the notice, none for colleges and others")
  func copies() {
    #expect(SchoolType.allCases.map(\.copiesInNotice) == [3, 2, nil, nil])
  }

  @Test("the nine kinds stand in the notice's order, with other words for them")
  func kinds() {
    #expect(
      StatusChangeKind.allCases.map(\.title) == [
        "姓名变更", "性别变更", "身份证号码变更", "学制变更", "复学", "留级", "转出", "转入", "调专业",
      ]
    )
    for kind in StatusChangeKind.allCases {
      #expect(ChangeKindReading(kind.title) == .listed(kind, isExact: true))
      for synonym in kind.synonyms {
        #expect(ChangeKindReading(synonym) == .listed(kind, isExact: false))
      }
    }
    #expect(ChangeKindReading("转专业") == .listed(.major, isExact: false))
    #expect(ChangeKindReading("休学") == .unlisted("休学"))
    #expect(ChangeKindReading("其它") == .unknown("其它"))
    #expect(ChangeKindReading("") == .unknown(""))
  }

  @Test("keys tell apart what canonical equivalence would make equal, and lengths")
  func keys() {
    #expect("郎" == "\u{F92C}")
    #expect(TextKey("郎") != TextKey("\u{F92C}"))
    #expect(TextKey("a") != TextKey("a\0"))
    #expect(
      TextKey(String(repeating: "a", count: 23)) != TextKey(String(repeating: "a", count: 24))
    )
    #expect(
      TextKey(String(repeating: "a", count: 30)) == TextKey(String(repeating: "a", count: 30))
    )
    #expect(TextKey(Fixture.man) == TextKey(Fixture.man))
    #expect(TextKey(Fixture.man) != TextKey(Fixture.woman))
  }
}
