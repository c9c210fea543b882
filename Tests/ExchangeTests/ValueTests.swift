import Diagnostics
import Records
import Testing

@testable import Exchange

@Suite("Values as inputs write them")
struct ValueTests {
  @Test(
    "days",
    arguments: [
      "2021-09-01", "2021/9/1", "2021.9.1", "20210901", "2021年9月1日", "44440", "２０２１-09-01",
      "2021-09-01 00:00:00",
    ]
  )
  func days(text: String) {
    let expected: ValueReading = text == "2021-09-01" ? .same : .recognised("2021-09-01")
    #expect(DateReading.day(text, from1904: false) == expected)
  }

  @Test(
    "texts that are no day",
    arguments: ["03/04/21", "21-9-1", "1/9/2021", "2021-02-30", "九月", "-", "20211301"]
  )
  func noDays(text: String) {
    guard case .faulty = DateReading.day(text, from1904: false) else {
      Issue.record("\(text) was read as a day")
      return
    }
  }

  @Test(
    "day numbers count from 1900 or from 1904",
    arguments: [
      (1, "1900-01-01"), (59, "1900-02-28"), (61, "1900-03-01"), (44_440, "2021-09-01"),
      (36_585, "2000-02-29"),
    ]
  )
  func serials(serial: Int, text: String) {
    #expect(CalendarDay(serial: serial, from1904: false)?.text == text)
    if serial > 1462 { #expect(CalendarDay(serial: serial - 1462, from1904: true)?.text == text) }
  }

  @Test("the 29 February 1900 is no day")
  func leapBug() {
    #expect(CalendarDay(serial: 60, from1904: false) == nil)
    #expect(CalendarDay(serial: 0, from1904: true)?.text == "1904-01-01")
  }

  @Test(
    "months",
    arguments: ["2020-09", "2020/9", "2020.9", "2020年9月", "20200901", "2020-09-01", "202009"]
  )
  func months(text: String) {
    let expected: ValueReading = text == "202009" ? .same : .recognised("202009")
    #expect(DateReading.month(text, isNumber: false, from1904: false) == expected)
  }

  @Test("texts that are no month", arguments: ["202013", "9月", "20-09"])
  func noMonths(text: String) {
    guard case .faulty = DateReading.month(text, isNumber: false, from1904: false) else {
      Issue.record("\(text) was read as a month")
      return
    }
  }

  @Test("a number 2020.1 may be January or October")
  func ambiguousMonth() {
    guard
      case .faulty(.ambiguousDate, _) = DateReading.month("2020.1", isNumber: true, from1904: false)
    else {
      Issue.record("not ambiguous")
      return
    }
  }

  @Test("grades", arguments: ["2020", "20级", "二〇二〇级", "2020 级", "２０２０级"])
  func grades(text: String) {
    #expect(SchoolingReading.grade(text) == .recognised("2020级"))
  }

  @Test("texts that are no grade", arguments: ["2023届", "20", "三年级", "级"])
  func noGrades(text: String) {
    guard case .faulty(.unreadableGrade, _) = SchoolingReading.grade(text) else {
      Issue.record("\(text) was read as a grade")
      return
    }
  }

  @Test("lengths of schooling", arguments: ["3", "三", "三年", "三年制", "3.0", "3年制"])
  func years(text: String) {
    #expect(SchoolingReading.years(text) == .recognised("3年"))
    #expect(SchoolingReading.years("3年") == .same)
  }

  @Test("texts that are no length of schooling", arguments: ["36个月", "3+2", "0", "年"])
  func noYears(text: String) {
    guard case .faulty(.unreadableYears, _) = SchoolingReading.years(text) else {
      Issue.record("\(text) was read as years")
      return
    }
  }

  @Test("sexes", arguments: [("1", "男"), ("2", "女"), ("男性", "男"), ("f", "女")])
  func sexes(text: String, sex: String) {
    #expect(SexReading.read(text) == .recognised(sex))
  }

  @Test("unknown sexes are errors", arguments: ["3", "不详"])
  func noSexes(text: String) {
    guard case .faulty(.unreadableSex, _) = SexReading.read(text) else {
      Issue.record("\(text) was read as a sex")
      return
    }
  }

  @Test(
    "identity numbers lose only what hides them",
    arguments: [
      ("４５００００２００５０３１５００２８", "450000200503150028"), ("450000 20050315 0028", "450000200503150028"),
      ("4500002005\u{200B}03150028", "450000200503150028"),
      ("45000020050315001x", "45000020050315001X"),
      ("'450000200503150028", "450000200503150028"),
    ]
  )
  func identities(text: String, number: String) {
    #expect(IdentityReading.read(text) == .cleaned(number))
  }

  @Test(
    "wrong identity numbers are not repaired",
    arguments: ["45000020050315002O", "450000200503150027", "H12345678"]
  )
  func identitiesKept(text: String) {
    #expect(IdentityReading.read(text) == .same)
  }

  @Test("scientific notation is an error", arguments: ["4.50E+17", "4.5e17"])
  func scientific(text: String) {
    guard case .faulty(.scientificIdentity, _) = IdentityReading.read(text) else {
      Issue.record("\(text) was read")
      return
    }
  }

  @Test("counts", arguments: ["12人", "12.0", "１２", "012"])
  func counts(text: String) {
    #expect(CountReading.read(text) == .recognised("12"))
    #expect(CountReading.read("12") == .same)
  }

  @Test("conversions are mentioned once for each value, numbers masked")
  func conversions() throws {
    let text =
      Sample.rosterHead + "\n" + "韦,女,'450000200503150028,护理,2020,3年,优秀,毕业\n"
      + " 覃,女,45000020050315001X,护理,2020,3年,优秀,毕业\n"
    let reading = try Reading(["a.csv": Sample.school, "b.csv": text])
    #expect(reading.season.schools[0].graduates.map { $0[GraduateField.name] } == ["韦", "覃"])
    #expect(
      reading.findings.map(\.message) == [
        "“ 覃”已转换为“覃”。", "“'4500*********0028”已转换为“450000********0028”（去掉撇号）。".replacingMask(),
        "“2020”识别为“2020级”（该列共2处）。",
      ]
    )
    #expect(reading.errors == [])
  }

  @Test(
    "faulty values are errors at their cell, canonical ones are silent",
    arguments: [
      ("年级", "2023届", "I048"), ("学制", "36个月", "I049"), ("性别", "未知", "I049"),
      ("身份证号码", "4.50E+17", "I043"),
      ("出生日期", "03/04/21", "I044"), ("入学年月", "九月", "I046"),
    ]
  )
  func faults(heading: String, value: String, code: String) throws {
    let reading = try Reading(["a.csv": Sample.school, "b.csv": Sample.roster(heading, value)])
    #expect(reading.errors.count == 1)
    #expect(reading.errors != [] && reading.findings.count == 1)
  }
}

extension String {
  /// The masked form of the number with its apostrophe, as Masking makes it.
  fileprivate func replacingMask() -> String {
    "“\(Masking.identity("'450000200503150028"))”已转换为“450000********0028”（去掉撇号）。"
  }
}
