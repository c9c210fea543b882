import Diagnostics

extension BadInput {
  private static func number(
    _ name: String,
    _ severity: Severity,
    _ code: String,
    _ number: String,
    _ says: String,
    also: [String] = [],
    twin: String = SeasonTexts.woman
  ) -> BadInput {
    BadInput(
      name: name,
      severity: severity,
      code: code,
      place: "毕业生.csv:4:3（身份证号码）",
      says: says,
      also: also,
      spoil: { $0.setNumber(number) },
      twin: { $0.setNumber(twin) }
    )
  }

  static let identity: [BadInput] = [
    number(
      "1 wrong check digit",
      .error,
      "R103",
      "450000200503150027",
      "校验位不正确：按前17位应为“8”，实为“7”。请对照身份证原件"
    ),
    number("2 seventeen digits", .error, "R101", "45000020050315002", "只有17位，应为18位。"),
    number(
      "3 fifteen digits",
      .error,
      "R102",
      "450000050315002",
      "15位旧号码，毕业证书须使用18位公民身份号码；程序不自动升位。"
    ),
    number(
      "4 scientific notation",
      .error,
      "I043",
      "4.50E+17",
      "科学计数法，原号码已丢失，无法恢复。请将该列设为“文本”后重新导出。"
    ),
    BadInput(
      name: "5 numeric cell",
      severity: .error,
      code: "I042",
      place: "毕业生.json:毕业生!C3（身份证号码）",
      says: "该单元格是数值，Excel 只保留15位，末3位已变为000（即使校验位碰巧通过也不可用）。",
      // The scores of the person that the number was.
      also: ["R135", "R195"],
      spoil: { $0.replaceRoster(number: "450000200503150000") },
      twin: { $0.replaceRoster(number: "\"\(SeasonTexts.woman)\"") }
    ),
    number(
      "6 full-width digits",
      .note,
      "I040",
      "４５００００２００５０３１５００２８",
      "”已转换为“450000********0028”（全角转半角）。"
    ),
    number("7 spaces", .note, "I040", "450000 20050315 0028", "”已转换为“450000********0028”（去掉空格）。"),
    number(
      "7 characters without width",
      .note,
      "I040",
      "450000\u{200B}200503150028",
      "”已转换为“450000********0028”（去掉不可见字符）。"
    ),
    BadInput(
      name: "8 small x",
      severity: .note,
      code: "I040",
      place: "毕业生.csv:2:3（身份证号码）",
      says: "“450000********001x”已转换为“450000********001X”（x 改为大写）。",
      spoil: { $0.set("毕业生", 1, "身份证号码", "45000020050315001x") }
    ),
    number(
      "9 leading apostrophe",
      .note,
      "I040",
      "'450000200503150028",
      "”已转换为“450000********0028”（去掉撇号）。"
    ),
    number("10 letter O", .error, "R106", "45000020O503150028", "第9位是字母“O”，疑为数字0，请核对，程序不代改。"),
    number("10 letter l", .error, "R106", "4500002005031500l8", "第17位是字母“l”，疑为数字1，请核对，程序不代改。"),
    number("11 impossible date", .error, "R107", "450000200502300020", "出生日期2005-02-30不存在。"),
    number(
      "11 date in the future",
      .error,
      "R108",
      SeasonTexts.number("45000020310315002"),
      "出生日期2031-03-15晚于今天。"
    ),
    BadInput(
      name: "12 sex",
      severity: .error,
      code: "R115",
      place: "毕业生.csv:4:2（性别）",
      says: "性别填“男”，身份证号码第17位为偶数（女）。",
      spoil: { $0.set("毕业生", 3, "性别", "男") }
    ),
    number("15 temporary number", .error, "R109", "999450000123400001", "学籍系统临时号，不能用于毕业证书验印。"),
    number(
      "16 abolished area",
      .note,
      "R110",
      SeasonTexts.number("45262220050315002"),
      "地区码452622（田阳县）为旧码，请对照身份证。",
      twin: SeasonTexts.number("45262220020315002")
    ),
    number(
      "17 unknown area",
      .note,
      "R111",
      SeasonTexts.number("45999920050315002"),
      "地区码459999查不到，请对照身份证。",
      twin: SeasonTexts.number("43010120050315002")
    ),
    BadInput(
      name: "18 another document",
      severity: .note,
      code: "R112",
      place: "毕业生.csv:4:3（身份证号码）",
      says: "港澳居民来往内地通行证，非居民身份证，请人工核对。",
      spoil: { $0.setPermit("H12345678", "港澳居民来往内地通行证", born: "2005-03-15") }
    ),
    BadInput(
      name: "18 number without the form of its document",
      severity: .warning,
      code: "R113",
      place: "毕业生.csv:4:3（身份证号码）",
      says: "号码不合台湾居民来往大陆通行证的格式（应为8位数字）",
      spoil: { $0.setPermit("1234567", "台湾居民来往大陆通行证", born: "2005-03-15") },
      twin: { $0.setPermit("12345678", "台湾居民来往大陆通行证", born: "2005-03-15") }
    ),
    BadInput(
      name: "18 permit without 证件类型",
      severity: .error,
      code: "R114",
      place: "毕业生.csv:4:9（证件类型）",
      says: "号码像港澳居民来往内地通行证",
      spoil: { $0.setPermit("H12345678", "", born: "2005-03-15") },
      twin: { $0.setPermit("H12345678", "港澳居民来往内地通行证", born: "2005-03-15") }
    ),
    BadInput(
      name: "18 passport without 出生日期",
      severity: .error,
      code: "R120",
      place: "毕业生.csv:4:10（出生日期）",
      says: "证件类型为护照时，“出生日期”不能为空。",
      spoil: { $0.setPermit("E12345678", "护照", born: "") },
      twin: { $0.setPermit("E12345678", "护照", born: "2005-03-15") }
    ),
    number(
      "19 under 13",
      .error,
      "R116",
      SeasonTexts.number("45000020100801002"),
      "毕业时仅12周岁，请核对出生日期。"
    ),
    number(
      "19 over 30",
      .note,
      "R117",
      SeasonTexts.number("45000019920731002"),
      "毕业时已31周岁，请核对出生日期。",
      twin: SeasonTexts.number("45000019920801002")
    ),
  ]

  /// A row of 特例 for each finding that may be released: an error for the twin, a note with it.
  static let released:
    [(code: String, spoil: @Sendable (inout SeasonTexts) -> Void, number: String)] = [
      ("R103", { $0.setNumber("450000200503150027") }, "450000200503150027"),
      ("R115", { $0.set("毕业生", 3, "性别", "男") }, SeasonTexts.woman),
      (
        "R116", { $0.setNumber(SeasonTexts.number("45000020100801002")) },
        SeasonTexts.number("45000020100801002")
      ),
    ]
}

extension SeasonTexts {
  /// The third graduate with another document.
  mutating func setPermit(_ number: String, _ type: String, born: String) {
    setNumber(number)
    set("毕业生", 3, "证件类型", type)
    set("毕业生", 3, "出生日期", born)
  }

  /// The roll as JSON, the number of the third graduate as it is given.
  mutating func replaceRoster(number: String) {
    guard let rows = tables.first(where: { $0.name == "毕业生" })?.rows else { return }
    let people = rows.dropFirst().enumerated().map { index, row in
      let members = zip(rows[0], row).filter { !$1.isEmpty }.map { heading, value in
        index == 2 && heading == "身份证号码"
          ? "\"\(heading)\":\(number)" : "\"\(heading)\":\"\(value)\""
      }
      return "{\(members.joined(separator: ","))}"
    }
    files.append(("毕业生.json", Array("{\"毕业生\":[\(people.joined(separator: ","))]}".utf8)))
  }
}
