import Diagnostics

extension BadInput {
  private static func score(
    _ name: String,
    _ severity: Severity,
    _ code: String,
    _ value: String,
    _ says: String,
    also: [String] = [],
    twin: String
  ) -> BadInput {
    BadInput(
      name: name,
      severity: severity,
      code: code,
      place: "成绩.csv:4:3（语文）",
      says: says,
      also: also,
      spoil: { $0.set("成绩", 3, "语文", value) },
      twin: { $0.set("成绩", 3, "语文", twin) }
    )
  }

  static let scores: [BadInput] = [
    BadInput(
      name: "37 a course outside the list",
      severity: .error,
      code: "R190",
      place: "成绩.csv:2:4（电工基楚）",
      says: "“电工基楚”不在专业“护理”的“课程”表中（3人有成绩）。是否“电工基础”？",
      also: ["R195"],
      spoil: { $0.edit("成绩") { $0[0][3] = "电工基楚" } }
    ),
    BadInput(
      name: "37 a course of the major that somebody came from",
      severity: .warning,
      code: "R191",
      place: "成绩.csv:3:5（会计基础）",
      says: "均为转入、复学或调专业",
      spoil: { $0.set("成绩", 2, "会计基础", "80") }
    ),
    BadInput(
      name: "37 a slip without a list",
      severity: .warning,
      code: "R191",
      place: "成绩.csv:2:5（电工基楚）",
      says: "课程“电工基楚”（1人）是否“电工基础”？",
      spoil: {
        $0.remove("课程")
        $0.set("成绩", 1, "电工基础", "")
        $0.set("成绩", 1, "电工基楚", "80")
      },
      twin: {
        // Two courses that somebody has both.
        $0.remove("课程")
        $0.set("成绩", 1, "电工基础二", "80")
      }
    ),
    score("38 above the full mark", .error, "R192", "105", "“语文”的成绩105超出0–100。", twin: "100"),
    score("38 below zero", .error, "R192", "-1", "“语文”的成绩-1超出0–100。", also: ["R193"], twin: "0.0"),
    BadInput(
      name: "38 failed and 毕业",
      severity: .warning,
      code: "R193",
      place: "成绩.csv:4:3（语文）",
      says: "“语文”不及格且没有合格的补考成绩，毕（结）业却是“毕业”。",
      spoil: { $0.set("成绩", 3, "语文", "59.5") },
      twin: {
        $0.set("成绩", 3, "语文", "59.5")
        $0.set("毕业生", 3, "毕(结)业", "结业")
      }
    ),
    score("38 failed as a level", .warning, "R193", "不及格", "不及格且没有合格的补考成绩", twin: "及格"),
    score("38 absent", .warning, "R193", "缺考", "不及格且没有合格的补考成绩", twin: "60补"),
    BadInput(
      name: "38 failed twice, in a long table",
      severity: .warning,
      code: "R193",
      place: "成绩.csv:2:4（成绩）",
      says: "“语文”不及格且没有合格的补考成绩",
      spoil: { $0.setLong(score: "40", makeup: "50") },
      twin: { $0.setLong(score: "40", makeup: "60") }
    ),
    score("2.2 a text that is no score", .warning, "R194", "八十", "“语文”的成绩“八十”不是分数", twin: "—"),
    score("2.2 two decimals", .warning, "R194", "80.55", "不是分数（最多一位小数）", twin: "80.5"),
    BadInput(
      name: "2.2 a score is missing",
      severity: .warning,
      code: "R195",
      place: "毕业生.csv:4:1（姓名）",
      says: "毕（结）业是“毕业”，但“语文”没有成绩",
      spoil: { $0.set("成绩", 3, "语文", "") },
      twin: {
        $0.set("成绩", 3, "语文", "")
        $0.set("毕业生", 3, "毕(结)业", "未毕业")
        $0.set("毕业生", 3, "毕业证书编号", "")
      }
    ),
    BadInput(
      name: "2.2 somebody without a score",
      severity: .warning,
      code: "R195",
      place: "毕业生.csv:4:1（姓名）",
      says: "毕（结）业是“毕业”，但没有成绩",
      spoil: { $0.edit("成绩") { $0.removeLast() } }
    ),
    BadInput(
      name: "2.2 a course without a score",
      severity: .warning,
      code: "R195",
      place: "课程.csv:4:2（课程名称）",
      says: "专业“护理”没有人有“数学”的成绩",
      spoil: { $0.add("课程", ["护理", "数学"]) }
    ),
    BadInput(
      name: "2.2 two scores of one course and term",
      severity: .warning,
      code: "R196",
      place: "成绩.csv:8:4（成绩）",
      says: "“语文”同一学期有几个不同的成绩：80〔1〕、90〔1〕，登记表印90〔1〕。",
      spoil: {
        $0.setLong(score: "80", makeup: "")
        $0.add("成绩", [SeasonTexts.man, "韦小明", "语文", "90", "1", ""])
      },
      twin: {
        $0.setLong(score: "80", makeup: "")
        $0.add("成绩", [SeasonTexts.man, "韦小明", "语文", "90", "2", ""])
      }
    ),
    BadInput(
      name: "2.1 two columns of one course",
      severity: .error,
      code: "I023",
      place: "成绩.csv:1",
      says: "“语文”（第3列）与“语文”（第5列）是同一门课程，整张表没有读入。",
      spoil: { $0.addCourseColumn(" 语文 ") },
      twin: {
        $0.remove("课程")
        $0.addCourseColumn("语文（下）")
      }
    ),
    BadInput(
      name: "2.1 a course by its full name and its short one",
      severity: .error,
      code: "I023",
      place: "成绩.csv:2:5（语）",
      says: "“语文”（第3列）与“语”（第5列）都是“语文”的成绩，请只保留一列。",
      also: ["R196"],
      spoil: {
        $0.set("课程", 1, "简称", "语")
        $0.addCourseColumn("语")
      },
      twin: {
        $0.set("课程", 1, "简称", "语")
        $0.edit("成绩") { $0[0][2] = "语" }
      }
    ),
    BadInput(
      name: "2.2 a second examination that a later term would hide",
      severity: .warning,
      code: "R197",
      place: "成绩.csv:2:4（成绩）",
      says: "“语文”有一个学期不及格或是补考的：65补〔1〕，登记表只印最后一个学期的80〔2〕。",
      spoil: {
        $0.setLong(score: "50", makeup: "65")
        $0.add("成绩", [SeasonTexts.man, "韦小明", "语文", "80", "2", ""])
      },
      twin: {
        $0.setLong(score: "75", makeup: "")
        $0.add("成绩", [SeasonTexts.man, "韦小明", "语文", "80", "2", ""])
      }
    ),
    BadInput(
      name: "2.2 a term that was failed, which a later one would hide",
      severity: .warning,
      code: "R197",
      place: "成绩.csv:8:4（成绩）",
      says: "缺考〔0〕，登记表只印最后一个学期的80〔1〕。",
      spoil: {
        $0.setLong(score: "80", makeup: "")
        $0.add("成绩", [SeasonTexts.man, "韦小明", "语文", "缺考", "0", ""])
      },
      twin: {
        $0.setLong(score: "80", makeup: "")
        $0.add("成绩", [SeasonTexts.man, "韦小明", "语文", "免修", "0", ""])
      }
    ),
    BadInput(
      name: "2.2 a course of several terms",
      severity: .note,
      code: "R198",
      place: "成绩.csv:2:4（成绩）",
      says: "“语文”印80〔1〕（第2行），不印85〔0〕（第8行）。",
      spoil: {
        $0.setLong(score: "80", makeup: "")
        $0.add("成绩", [SeasonTexts.man, "韦小明", "语文", "85", "0", ""])
      },
      twin: {
        $0.setLong(score: "80", makeup: "")
        $0.add("成绩", [SeasonTexts.man, "韦小明", "语文", "80", "0", ""])
      }
    ),
    BadInput(
      name: "38 the last term is failed",
      severity: .warning,
      code: "R193",
      place: "成绩.csv:8:4（成绩）",
      says: "“语文”不及格且没有合格的补考成绩",
      spoil: {
        $0.setLong(score: "80", makeup: "")
        $0.add("成绩", [SeasonTexts.man, "韦小明", "语文", "50", "2", ""])
      },
      twin: {
        $0.setLong(score: "80", makeup: "")
        $0.add("成绩", [SeasonTexts.man, "韦小明", "语文", "50", "2", "60"])
      }
    ),
    BadInput(
      name: "2.1 scores without a number",
      severity: .error,
      code: "R120",
      place: "成绩.csv:4:1（身份证号码）",
      says: "“身份证号码”不能为空。",
      also: ["R195", "R135"],
      spoil: { $0.set("成绩", 3, "身份证号码", "") },
      twin: { $0.edit("成绩") { $0.append($0[0].map { _ in "" }) } }
    ),
    BadInput(
      name: "2.2 scores of nobody in the roll",
      severity: .warning,
      code: "R135",
      place: "成绩.csv:5:1（身份证号码）",
      says: "成绩的身份证号码不在毕业生名单中，这些成绩不会打印。",
      spoil: { $0.add("成绩", [SeasonTexts.number("45000020050316002"), "陆一鸣", "80", "80"]) }
    ),
  ]
}

extension SeasonTexts {
  /// A further column of the scores, where everybody has 90.
  mutating func addCourseColumn(_ heading: String) {
    edit("成绩") { rows in
      rows[0].append(heading)
      for index in rows.indices.dropFirst() { rows[index].append("90") }
    }
  }

  /// The scores in their long form; the first one as given.
  mutating func setLong(score: String, makeup: String) {
    edit("成绩") { rows in
      rows = [["身份证号码", "姓名", "课程名称", "成绩", "学年学期", "补考成绩"]]
      for (number, name) in [
        (SeasonTexts.man, "韦小明"), (SeasonTexts.leapling, "覃子轩"), (SeasonTexts.woman, "黄芷"),
      ] {
        for course in ["语文", "电工基础"] { rows.append([number, name, course, "80", "1", ""]) }
      }
      rows[1][3] = score
      rows[1][5] = makeup
    }
  }
}
