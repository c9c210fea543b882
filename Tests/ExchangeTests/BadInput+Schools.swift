import Diagnostics
import Records

extension BadInput {
  private static func school(
    _ name: String,
    _ code: String,
    _ heading: String,
    _ column: Int,
    _ value: String,
    _ says: String,
    _ severity: Severity = .error,
    twin: String
  ) -> BadInput {
    BadInput(
      name: name,
      severity: severity,
      code: code,
      place: "学校.csv:2:\(column)（\(heading)）",
      says: says,
      spoil: { $0.set("学校", 1, heading, value) },
      twin: { $0.set("学校", 1, heading, twin) }
    )
  }

  static let schools: [BadInput] = [
    school(
      "20 no 学校类型",
      "R140",
      "学校类型",
      2,
      "",
      "学校类型未填，无法确定份数（市县学校3份、区直中职学校2份）。",
      twin: "区直中职学校"
    ),
    school(
      "20 unknown 学校类型",
      "R140",
      "学校类型",
      2,
      "民办",
      "学校类型“民办”不认识，无法确定份数（市县学校3份、区直中职学校2份）。",
      twin: "市县学校"
    ),
    school("20 市县学校 without 所属市", "R141", "所属市", 3, "", "市县学校须填所属市", twin: "崇左市"),
    school("20 unknown 所属市", "R142", "所属市", 3, "南宁", "所属市“南宁”不是广西的设区市。是否“南宁市”？", twin: "南宁市"),
    BadInput(
      name: "21 no copies",
      severity: .error,
      code: "R143",
      place: "学校.csv:2:2（学校类型）",
      says: "通知未规定高校中职部的份数，请用 --copies 高校中职部=份数 指定并与职成处核实。",
      spoil: { $0.set("学校", 1, "学校类型", "高校中职部") },
      twin: {
        $0.set("学校", 1, "学校类型", "高校中职部")
        $0.policy.copies = [.college: 2]
      }
    ),
    school(
      "40 mobile number",
      "R128",
      "手机号码",
      5,
      "1380000000",
      "手机号码“138*****00”位数不对",
      .warning,
      twin: "13800000001"
    ),
    school(
      "40 fixed line",
      "R128",
      "手机号码",
      5,
      "0771-58151",
      "位数不对",
      .warning,
      twin: "0771—5815181"
    ),
    school(
      "40 two numbers",
      "R128",
      "手机号码",
      5,
      "0771-5815181/123",
      "位数不对",
      .warning,
      twin: "0771-5815181、13800000001"
    ),
    school("40 local number", "R128", "手机号码", 5, "581518", "位数不对", .warning, twin: "5815181"),
    school(
      "40 extension",
      "R128",
      "手机号码",
      5,
      "07715815181转",
      "位数不对",
      .warning,
      twin: "0771－5815181转801"
    ),
    BadInput(
      name: "40 number of an enrolment",
      severity: .warning,
      code: "R128",
      place: "对口招收.csv:2:7（联系方式）",
      says: "联系方式“138*****02”位数不对",
      spoil: { $0.set("对口招收", 1, "联系方式", "1380000002") }
    ),
    school(
      "2.2 学校标识码",
      "R148",
      "学校标识码",
      7,
      "45000099",
      "学校标识码“45****99”不是10位数字",
      .note,
      twin: "4500009901"
    ),
    BadInput(
      name: "2.2 毕业生总数",
      severity: .warning,
      code: "R160",
      place: "学校.csv:2:7（毕业生总数）",
      says: "毕业生总数填“4”，毕业生名单有3人（毕业3、结业0、未毕业0），请核对。",
      spoil: { $0.set("学校", 1, "毕业生总数", "4") },
      twin: { $0.set("学校", 1, "毕业生总数", "3") }
    ),
    BadInput(
      name: "46 neither a total nor a roll for the receipt",
      severity: .warning,
      code: "R176",
      place: "学校.csv:2:7（毕业生总数）",
      says: "回执的这一格将留空",
      also: ["I020", "R161"],
      spoil: {
        $0.set("学校", 1, "毕业生总数", "")
        $0.edit("毕业生") { $0.removeLast(3) }
      },
      twin: { $0.set("学校", 1, "毕业生总数", "") }
    ),
    BadInput(
      name: "46 no graduates",
      severity: .error,
      code: "R161",
      place: "学校.csv:2:1（学校名称）",
      says: "毕业生没有数据行",
      also: ["I020", "R176"],
      spoil: { $0.edit("毕业生") { $0.removeLast(3) } },
      twin: {
        $0.edit("毕业生") { $0.removeLast(3) }
        $0.policy.onlyReceipts = true
      }
    ),
    BadInput(
      name: "46 no changes",
      severity: .warning,
      code: "R162",
      place: "学校.csv:2:1（学校名称）",
      says: "异动没有数据行，异动情况汇总表将打印“无”。",
      also: ["I020"],
      spoil: { $0.edit("异动") { $0.removeLast() } }
    ),
    BadInput(
      name: "46 no enrolments",
      severity: .note,
      code: "R163",
      place: "学校.csv:2:1（学校名称）",
      says: "对口招收没有数据行",
      spoil: { $0.edit("对口招收") { $0.removeLast() } }
    ),
    BadInput(
      name: "44 several source schools",
      severity: .note,
      code: "R139",
      place: "对口招收.csv:2:6（来源中职学校名称）",
      says: "“测试学院”的信息表中有2所来源学校，按“一校一表”生成2份。",
      also: ["R162", "R195"],
      spoil: {
        let number = SeasonTexts.number("45000020050316002")
        $0.addSchool(with: number)
        $0.add("对口招收", ["测试学院", "陆一鸣", "女", number, "2022级护理", "第二职业学校", "13800000003"])
      },
      twin: {
        let number = SeasonTexts.number("45000020050316002")
        $0.addSchool(with: number)
        $0.add("对口招收", ["第二学院", "陆一鸣", "女", number, "2022级护理", "第二职业学校", "13800000003"])
      }
    ),
    BadInput(
      name: "2.2 enrolment of nobody in the roll",
      severity: .warning,
      code: "R137",
      place: "对口招收.csv:2:4（身份证号码）",
      says: "该生不在本校毕业生名册中",
      spoil: { $0.set("对口招收", 1, "身份证号码", SeasonTexts.number("45000020050316001")) }
    ),
    BadInput(
      name: "2.2 one person in two colleges",
      severity: .error,
      code: "R138",
      place: "对口招收.csv:3:4（身份证号码）",
      says: "该生也在“测试学院”的信息表中，一名学生只能在一所高职院校就读。",
      spoil: { $0.addEnrolment("第二学院", "韦小明", "男", SeasonTexts.man) },
      twin: { $0.addEnrolment("第二学院", "覃子轩", "男", SeasonTexts.leapling) }
    ),
    BadInput(
      name: "2.2 one person twice in a college",
      severity: .error,
      code: "R138",
      place: "对口招收.csv:3:4（身份证号码）",
      says: "该生在“测试学院”的信息表中重复。请删去重复的一行。",
      spoil: { $0.addEnrolment("测试学院", "韦小明", "男", SeasonTexts.man) }
    ),
  ]
}

extension SeasonTexts {
  mutating func addEnrolment(_ college: String, _ name: String, _ sex: String, _ number: String) {
    add("对口招收", [college, name, sex, number, "2022级会计", "示范职业学校", "13800000009"])
  }
}
