import Diagnostics

extension BadInput {
  static let files: [BadInput] = [
    BadInput(
      name: "41 GB18030",
      severity: .note,
      code: "I012",
      place: "专业情况.csv",
      says: "文件按 GB18030 读取。",
      spoil: { $0.files.append(("专业情况.csv", SeasonTexts.majorsInGB18030)) }
    ),
    BadInput(
      name: "41 bytes of no encoding",
      severity: .error,
      code: "I003",
      place: "专业情况.csv:1（第1字节）",
      says: "第1行、第1字节（0xFF）不是有效的",
      spoil: { $0.files.append(("专业情况.csv", [0x41, 0xFF, 0xFF])) }
    ),
    BadInput(
      name: "42 the wrong table",
      severity: .error,
      code: "I022",
      place: "异动.csv:1",
      says: "缺少列：异动后、异动时间、异动类型、审核状态。此文件像“毕业生”",
      also: ["R162"],
      spoil: { texts in
        guard let roster = texts.tables.first(where: { $0.name == "毕业生" })?.rows else { return }
        texts.edit("异动") { $0 = roster.map { Array($0.prefix(7)) } }
      }
    ),
    BadInput(
      name: "43 title rows",
      severity: .note,
      code: "I025",
      place: "毕业生.csv:3",
      says: "表头在第3行。",
      spoil: { $0.edit("毕业生") { $0.insert(contentsOf: [["示范职业学校毕业生名册"], ["2023年6月"]], at: 0) } }
    ),
    BadInput(
      name: "43 total",
      severity: .note,
      code: "I026",
      place: "毕业生.csv:5",
      says: "已忽略“合计”1行。",
      spoil: { $0.add("毕业生", ["合计", "3人"]) }
    ),
    BadInput(
      name: "43 remarks",
      severity: .note,
      code: "I026",
      place: "毕业生.csv:5",
      says: "已忽略表后的说明1行。",
      spoil: { $0.add("毕业生", ["说明：本表由学籍系统导出。"]) }
    ),
  ]

  static let others: [BadInput] = [
    BadInput(
      name: "2.2 sex as a number",
      severity: .note,
      code: "I041",
      place: "毕业生.csv:4:2（性别）",
      says: "“2”识别为“女”。",
      spoil: { $0.set("毕业生", 3, "性别", "2") }
    ),
    BadInput(
      name: "2.2 grade without its mark",
      severity: .note,
      code: "I041",
      place: "毕业生.csv:4:5（年级）",
      says: "“二〇二〇级”识别为“2020级”。",
      spoil: { $0.set("毕业生", 3, "年级", "二〇二〇级") }
    ),
    BadInput(
      name: "2.2 a required field",
      severity: .error,
      code: "R120",
      place: "毕业生.csv:4:7（操行）",
      says: "“操行”不能为空。请补填后重新生成。",
      spoil: { $0.set("毕业生", 3, "操行", "") }
    ),
    BadInput(
      name: "2.2 a value outside its set",
      severity: .error,
      code: "R121",
      place: "毕业生.csv:4:8（毕(结)业）",
      says: "毕(结)业“肄业”不认识，可填：毕业、结业、未毕业。",
      spoil: { $0.set("毕业生", 3, "毕(结)业", "肄业") },
      twin: { $0.set("毕业生", 3, "毕(结)业", "结业") }
    ),
    BadInput(
      name: "2.2 birth date against the number",
      severity: .warning,
      code: "R118",
      place: "毕业生.csv:4:10（出生日期）",
      says: "出生日期填“2005-03-16”，与身份证号码中的2005-03-15不符",
      spoil: { $0.set("毕业生", 3, "出生日期", "2005-03-16") },
      twin: { $0.set("毕业生", 3, "出生日期", "2005-03-15") }
    ),
  ]
}

extension SeasonTexts {
  /// `专业名称,学制,入学年月,班数,录取数` and a row for 护理, in GB18030.
  static let majorsInGB18030: [UInt8] =
    [
      0xD7, 0xA8, 0xD2, 0xB5, 0xC3, 0xFB, 0xB3, 0xC6, 0x2C, 0xD1, 0xA7, 0xD6, 0xC6, 0x2C, 0xC8,
      0xEB,
      0xD1, 0xA7, 0xC4, 0xEA, 0xD4, 0xC2, 0x2C, 0xB0, 0xE0, 0xCA, 0xFD, 0x2C, 0xC2, 0xBC, 0xC8,
      0xA1,
      0xCA, 0xFD, 0x0A, 0xBB, 0xA4, 0xC0, 0xED, 0x2C, 0x33, 0xC4, 0xEA,
    ] + Array(",202009,1,45\n".utf8)
}
