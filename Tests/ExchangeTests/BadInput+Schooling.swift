import Diagnostics

extension BadInput {
  private static func graduate(
    _ name: String,
    _ severity: Severity,
    _ code: String,
    _ column: Int,
    _ heading: String,
    _ value: String,
    _ says: String,
    twin: String
  ) -> BadInput {
    BadInput(
      name: name,
      severity: severity,
      code: code,
      place: "毕业生.csv:4:\(column)（\(heading)）",
      says: says,
      spoil: { $0.set("毕业生", 3, heading, value) },
      twin: { $0.set("毕业生", 3, heading, twin) }
    )
  }

  static let schooling: [BadInput] = [
    graduate("32 届 for 级", .error, "I047", 5, "年级", "2023届", "年级应填入学年级，如“2020级”。", twin: "2020级"),
    graduate("33 学制 in words", .note, "I041", 6, "学制", "三", "“三”识别为“3年”。", twin: "3年"),
    graduate("33 学制 in months", .error, "I048", 6, "学制", "36个月", "无法识别学制“36个月”。", twin: "3年"),
    graduate(
      "33 one year early",
      .note,
      "R145",
      5,
      "年级",
      "2021级",
      "应于2024年毕业，与2023年相比提前1年",
      twin: "2020级"
    ),
    graduate(
      "33 three years late",
      .note,
      "R145",
      5,
      "年级",
      "2017级",
      "应于2020年毕业，与2023年相比推迟3年",
      twin: "2020级"
    ),
    graduate(
      "33 two years early",
      .warning,
      "R146",
      5,
      "年级",
      "2022级",
      "与2023年相比提前2年",
      twin: "2020级"
    ),
    graduate(
      "33 four years late",
      .warning,
      "R146",
      5,
      "年级",
      "2016级",
      "与2023年相比推迟4年",
      twin: "2020级"
    ),
    BadInput(
      name: "33 a change explains the year",
      severity: .warning,
      code: "R146",
      place: "毕业生.csv:3:5（年级）",
      says: "也没有留级、复学、转入或学制变更的异动可以说明。",
      spoil: { $0.set("毕业生", 2, "年级", "2016级") },
      twin: {
        $0.set("毕业生", 2, "年级", "2016级")
        $0.edit("异动") { $0[1] = SeasonTexts.change("复学", "休学", "在校", "2021-09-01") }
      }
    ),
    BadInput(
      name: "2.2 not processed in the registry",
      severity: .warning,
      code: "R147",
      place: "毕业生.csv:4:14（系统处理状态）",
      says: "将视为不符合毕业条件",
      spoil: { $0.set("毕业生", 3, "系统处理状态", "未处理") },
      twin: {
        $0.set("毕业生", 3, "系统处理状态", "未处理")
        $0.set("毕业生", 3, "毕(结)业", "未毕业")
        $0.set("毕业生", 3, "毕业证书编号", "")
      }
    ),
    BadInput(
      name: "45 certificate number twice",
      severity: .error,
      code: "R180",
      place: "毕业生.csv:4:13（毕业证书编号）",
      says: "毕业证书编号…0002重复",
      spoil: { $0.set("毕业生", 3, "毕业证书编号", "20230100002") }
    ),
    BadInput(
      name: "45 gap between certificate numbers",
      severity: .note,
      code: "R181",
      place: "毕业生.csv:2:13（毕业证书编号）",
      says: "毕业证书编号20230100001—20230100004之间缺号：20230100003。",
      spoil: { $0.set("毕业生", 3, "毕业证书编号", "20230100004") },
      twin: {
        // 结业 may have numbers of their own.
        $0.set("毕业生", 3, "毕业证书编号", "20230200009")
        $0.set("毕业生", 3, "毕(结)业", "结业")
      }
    ),
    BadInput(
      name: "45 certificate number of another year",
      severity: .warning,
      code: "R182",
      place: "毕业生.csv:4:13（毕业证书编号）",
      says: "毕业证书编号中的年份不是2023。编号规则是{Y:4}{单位:2}{流水:5}，如“20230000001”。",
      spoil: { $0.set("毕业生", 3, "毕业证书编号", "20220100003") }
    ),
    BadInput(
      name: "45 certificate number of another length",
      severity: .warning,
      code: "R182",
      place: "毕业生.csv:4:13（毕业证书编号）",
      says: "毕业证书编号有12位，应为11位。",
      spoil: { $0.set("毕业生", 3, "毕业证书编号", "202301000003") },
      twin: { $0.clearCertificates() }
    ),
    BadInput(
      name: "45 certificate number of somebody who does not graduate",
      severity: .warning,
      code: "R183",
      place: "毕业生.csv:4:13（毕业证书编号）",
      says: "未毕业的学生不应有毕业证书编号",
      spoil: { $0.set("毕业生", 3, "毕(结)业", "未毕业") },
      twin: { $0.set("毕业生", 3, "毕(结)业", "结业") }
    ),
    BadInput(
      name: "45 a number is missing where others have theirs",
      severity: .note,
      code: "R184",
      place: "毕业生.csv:4:13（毕业证书编号）",
      says: "有1名毕业生没有",
      spoil: { $0.set("毕业生", 3, "毕业证书编号", "") },
      twin: { $0.clearCertificates() }
    ),
    graduate(
      "2.2 a major that is not listed",
      .warning,
      "R169",
      4,
      "专业名称",
      "护里",
      "专业“护里”（1人）不在“专业情况”表中。是否“护理”？",
      twin: "护理"
    ),
    BadInput(
      name: "2.2 another code than that of the major",
      severity: .warning,
      code: "R175",
      place: "毕业生.csv:4:15（专业代码）",
      says: "专业代码“720202”与“专业情况”中该专业的“720201”不同（1人）",
      spoil: {
        $0.set("专业情况", 1, "专业代码", "720201")
        $0.set("毕业生", 3, "专业代码", "720202")
      },
      twin: {
        $0.set("专业情况", 1, "专业代码", "720201")
        $0.set("毕业生", 3, "专业代码", "720201")
      }
    ),
    BadInput(
      name: "2.2 no 录取数",
      severity: .note,
      code: "R164",
      place: "专业情况.csv:2:5（录取数）",
      says: "录取数未填",
      spoil: { $0.set("专业情况", 1, "录取数", "") }
    ),
    BadInput(
      name: "2.2 no 专业情况",
      severity: .note,
      code: "R164",
      place: "学校.csv:2:1（学校名称）",
      says: "没有“专业情况”表",
      spoil: { $0.remove("专业情况") }
    ),
    BadInput(
      name: "2.2 录取数 below the roll",
      severity: .warning,
      code: "R165",
      place: "专业情况.csv:2:5（录取数）",
      says: "录取数2人，少于名册中该专业的3人",
      spoil: { $0.set("专业情况", 1, "录取数", "2") },
      twin: { $0.set("专业情况", 1, "录取数", "3") }
    ),
    BadInput(
      name: "2.2 班数 against the roll",
      severity: .note,
      code: "R166",
      place: "专业情况.csv:2:4（班数）",
      says: "班数填1，名册中该专业有2个班",
      spoil: { $0.setClasses(["一班", "二班", "一班"]) },
      twin: { $0.setClasses(["一班", "一班", "一班"]) }
    ),
    BadInput(
      name: "2.2 a major without a graduate",
      severity: .note,
      code: "R167",
      place: "专业情况.csv:3:1（专业名称）",
      says: "毕业生名册中没有这个专业的学生",
      spoil: { $0.add("专业情况", ["会计", "3年", "202009", "1", "30"]) }
    ),
    BadInput(
      name: "2.2 a major twice",
      severity: .warning,
      code: "R168",
      place: "专业情况.csv:3:1（专业名称）",
      says: "审核表只采用第一行",
      spoil: { $0.add("专业情况", ["护理", "2年", "202109", "1", "30"]) }
    ),
  ]
}

extension SeasonTexts {
  /// Nobody has a number, as before the approval.
  mutating func clearCertificates() {
    for row in 1...3 { set("毕业生", row, "毕业证书编号", "") }
  }

  mutating func setClasses(_ names: [String]) {
    for (index, name) in names.enumerated() { set("毕业生", index + 1, "班级", name) }
  }
}
