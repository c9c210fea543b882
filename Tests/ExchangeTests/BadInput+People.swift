import Diagnostics
import Records

extension BadInput {
  private static func name(
    _ name: String,
    _ severity: Severity,
    _ code: String,
    _ value: String,
    _ says: String,
    twin: String
  ) -> BadInput {
    BadInput(
      name: name,
      severity: severity,
      code: code,
      place: "毕业生.csv:4:1（姓名）",
      says: says,
      spoil: { $0.setName(value) },
      twin: { $0.setName(twin) }
    )
  }

  static let people: [BadInput] = [
    BadInput(
      name: "13 the same person twice",
      severity: .error,
      code: "R130",
      place: "毕业生.csv:5:3（身份证号码）",
      says: "与第4行重复。",
      spoil: { $0.add("毕业生", SeasonTexts.graduate("黄芷", "女", SeasonTexts.woman, 4)) },
      twin: {
        $0.add("毕业生", SeasonTexts.graduate("黄芷", "女", SeasonTexts.number("45000020050316002"), 4))
      }
    ),
    BadInput(
      name: "13 identical rows of two files",
      severity: .note,
      code: "I063",
      place: "名册2.csv:1",
      says: "有1行与“毕业生.csv”中的行完全相同，已合并。",
      spoil: { $0.addRoster(SeasonTexts.graduate("黄芷", "女", SeasonTexts.woman, 3)) }
    ),
    BadInput(
      name: "14 one number, two names in the roll",
      severity: .error,
      code: "R131",
      place: "毕业生.csv:5:3（身份证号码）",
      says: "与第4行身份证号码相同，姓名不同。第2个字“止”与“芷”疑为形近、音近或繁简字。",
      spoil: { $0.add("毕业生", SeasonTexts.graduate("黄止", "女", SeasonTexts.woman, 4)) }
    ),
    BadInput(
      name: "14 another name in another table",
      severity: .warning,
      code: "R133",
      place: "对口招收.csv:2:2（姓名）",
      says: "姓名与毕业生名单中同一身份证号码的姓名不同。第3个字“朋”与“明”疑为形近、音近或繁简字。",
      spoil: { $0.set("对口招收", 1, "姓名", "韦小朋") }
    ),
    name(
      "34 separator",
      .warning,
      "R124",
      "阿卜•拉",
      "第3个字“•”（U+2022）应为“·”（U+00B7），请在系统中一并更正。",
      twin: "阿卜·拉"
    ),
    name("34 full-width point", .warning, "R124", "阿卜．拉", "应为“·”（U+00B7）", twin: "阿卜·拉"),
    name(
      "35 question mark",
      .error,
      "R122",
      "黄?",
      "第2个字是“?”（U+003F），生僻字在导出时丢失，请从系统核对原字后补入。",
      twin: "黄𰻝"
    ),
    name("35 box", .error, "R122", "黄□芷", "生僻字在导出时丢失", twin: "黄〇芷"),
    name("35 star", .error, "R122", "黄*", "生僻字在导出时丢失", twin: "黄㐀"),
    name("35 replacement character", .error, "R122", "黄\u{FFFD}", "生僻字在导出时丢失", twin: "黄郎"),
    name("35 private character", .error, "R122", "黄\u{E815}", "第2个字是“U+E815”", twin: "黄\u{F92C}"),
    name("2.2 digit in a name", .error, "R123", "黄1芷", "第2个字“1”（U+0031）不是汉字。", twin: "黄一芷"),
    name("2.2 Latin letter", .error, "R123", "黄a芷", "第2个字“a”（U+0061）不是汉字。", twin: "黄阿芷"),
    name("2.2 blank in a name", .error, "R123", "黄 芷", "第2个字是空格，姓名中间不能有空格，程序不代为合并。", twin: "黄芷"),
    name("2.2 radical for a character", .error, "R123", "黄\u{2F49}", "（U+2F49）不是汉字", twin: "黄月"),
    name("2.2 one character", .warning, "R125", "黄", "姓名只有1个字", twin: "黄芷"),
    name(
      "2.2 26 characters",
      .warning,
      "R125",
      String(repeating: "阿", count: 26),
      "姓名有26个字，超过25个字",
      twin: String(repeating: "阿", count: 25)
    ),
    BadInput(
      name: "34 letters of a foreigner are no fault, digits are",
      severity: .error,
      code: "R123",
      place: "毕业生.csv:4:1（姓名）",
      says: "第6个字“2”",
      spoil: {
        $0.setPermit("E12345678", "护照", born: "2005-03-15")
        $0.setName("Anna 2. O'Hara-Łęcka")
      },
      twin: {
        $0.setPermit("E12345678", "护照", born: "2005-03-15")
        $0.setName("Anna B. O'Hara-Łęcka")
      }
    ),
    BadInput(
      name: "Also: two people of one name",
      severity: .note,
      code: "R134",
      place: "毕业生.csv:4:1（姓名）",
      says: "同名2人，核对证书照片。",
      spoil: {
        $0.add(
          "毕业生",
          SeasonTexts.graduate("黄芷", "女", SeasonTexts.number("45000020050316002"), 4)
        )
        $0.add("成绩", [SeasonTexts.number("45000020050316002"), "黄芷", "80", "80"])
      }
    ),
    BadInput(
      name: "Also: 学籍号 without its form",
      severity: .note,
      code: "R126",
      place: "毕业生.csv:4:11（学籍号）",
      says: "不合格式（应为字母G加18位）",
      spoil: { $0.set("毕业生", 3, "学籍号", "G45000020050315002") }
    ),
    BadInput(
      name: "Also: 学籍号 with L",
      severity: .warning,
      code: "R127",
      place: "毕业生.csv:4:11（学籍号）",
      says: "学籍号以L开头，是临时学籍号",
      spoil: { $0.set("毕业生", 3, "学籍号", "L450000200503150028") },
      twin: { $0.set("毕业生", 3, "学籍号", "G45000020050315002X") }
    ),
    BadInput(
      name: "2.2 one person in two schools",
      severity: .error,
      code: "R132",
      place: "毕业生.csv:5:3（身份证号码）",
      says: "该身份证号码也在“示范职业学校”的毕业生名单中。",
      also: ["R162", "R195"],
      spoil: { $0.addSchool(with: SeasonTexts.woman) },
      twin: { $0.addSchool(with: SeasonTexts.number("45000020050316002")) }
    ),
    BadInput(
      name: "2.2 a former name of an ethnic group",
      severity: .note,
      code: "R119",
      place: "毕业生.csv:4:15（民族）",
      says: "民族“毛难族”是旧称，现称“毛南族”，请核对。",
      spoil: { $0.setEthnicity("毛难族") },
      twin: { $0.setEthnicity("毛南族") }
    ),
    BadInput(
      name: "2.2 no ethnic group",
      severity: .warning,
      code: "R129",
      place: "毕业生.csv:4:15（民族）",
      says: "民族“状”不在国家标准的56个民族名称中，请核对。",
      spoil: { $0.setEthnicity("状") },
      twin: { $0.setEthnicity("壮") }
    ),
    BadInput(
      name: "2.2 a number of no ethnic group",
      severity: .warning,
      code: "R129",
      place: "毕业生.csv:4:15（民族）",
      says: "民族“57”不在",
      spoil: { $0.setEthnicity("57") },
      twin: { $0.setEthnicity("56") }
    ),
  ]
}

extension SeasonTexts {
  /// The third graduate under another name, wherever she stands.
  mutating func setName(_ name: String) {
    set("毕业生", 3, "姓名", name)
    set("成绩", 3, "姓名", name)
  }

  /// The 民族 of the third graduate, for which `packet.xml` has added a column.
  mutating func setEthnicity(_ text: String) {
    schema.declare(FieldDefinition("ethnicity", "民族"), in: .graduate)
    set("毕业生", 3, "民族", text)
  }

  /// A second file of the roll with one row.
  mutating func addRoster(_ row: [String]) {
    guard let head = tables.first(where: { $0.name == "毕业生" })?.rows.first else { return }
    files.append(("名册2.csv", Array(SeasonTexts.csv([head, row]).utf8)))
  }

  /// A second school with one graduate; every table then names its school.
  mutating func addSchool(with number: String) {
    add("学校", SeasonTexts.school("第二职业学校"))
    add("毕业生", SeasonTexts.graduate("陆一鸣", "女", number, 4))
    for table in ["毕业生", "专业情况", "课程", "成绩", "异动"] {
      edit(table) { rows in
        rows[0].append("学校名称")
        for index in rows.indices.dropFirst() { rows[index].append("示范职业学校") }
      }
    }
    edit("毕业生") { $0[$0.count - 1][$0[0].count - 1] = "第二职业学校" }
  }
}
