import Foundation
import Packets
import TestTools
import Testing

/// A fault of the sample season: what is wrong, what is said, what is withheld.
struct Fault: Sendable, CustomTestStringConvertible {
  var code: String
  var severity = "错误"
  var what: String
  var withheld: [String] = []
  var spoil: @Sendable (inout SeasonFile) -> Void
  var testDescription: String { "\(code) \(what)" }

  /// A fault of an identity number of the roster.
  static func number(_ code: String, _ number: String, _ what: String) -> Fault {
    Fault(code: code, what: what, withheld: ["registration 护理"]) {
      $0.set("身份证号码", of: 0, to: number)
    }
  }

  /// A fault of another value of a student.
  static func student(
    _ code: String,
    _ heading: String,
    _ value: String,
    _ what: String,
    isCounted: Bool = false
  ) -> Fault {
    Fault(
      code: code,
      what: what,
      withheld: isCounted ? ["registration 护理", "review"] : ["registration 护理"]
    ) {
      $0.set(heading, of: 0, to: value)
    }
  }

  /// A fault of the school.
  static func school(_ code: String, _ heading: String, _ value: String, _ what: String) -> Fault {
    Fault(code: code, what: what, withheld: ["receipt", "school"]) {
      $0["学校"][0][heading] = value
    }
  }

  /// A fault of a row of 异动.
  static func change(
    _ code: String,
    _ severity: String,
    _ what: String,
    _ values: [String: String],
    withheld: [String] = []
  ) -> Fault {
    Fault(code: code, severity: severity, what: what, withheld: withheld) {
      $0["异动"][0].merge(values) { $1 }
    }
  }
}

@Suite("Rules, through the program")
struct RuleFaultTests {
  static let faults: [Fault] = [
    .number("R101", "45000020050101001", "17 characters"),
    .number("R102", "450000050101001", "the old form"),
    .number("R103", "450000200501010011", "check digit"),
    Fault(code: "I043", what: "scientific notation", withheld: ["registration 护理"]) {
      $0["毕业生"][0]["身份证号码"] = "4.50E+17"
    },
    .number("R106", "45000020O50101001X", "letter O"),
    .number("R107", "450000200502300013", "30 February"),
    .number("R108", "450000203001010010", "birth after today"),
    .number("R109", "999123456789012345", "temporary number"),
    .number("R116", "450000201501010018", "under 13"),
    .student("R115", "性别", "女", "sex", isCounted: true),
    .student("R120", "姓名", "", "no name"),
    .student("R120", "操行", "", "no conduct"),
    .student("R121", "毕(结)业", "肄业", "no such conclusion", isCounted: true),
    Fault(code: "R130", what: "one person twice", withheld: ["registration 护理", "review"]) {
      var row = $0["毕业生"][0]
      row["备注"] = "再次"
      $0["毕业生"].append(row)
    },
    Fault(code: "R131", what: "one number, two names", withheld: ["registration 护理", "review"]) {
      var row = $0["毕业生"][0]
      row["姓名"] = "覃雨桐"
      $0["毕业生"].append(row)
    },
    Fault(
      code: "R132",
      what: "one number in two schools",
      withheld: ["registration 护理", "review", "registration 护理", "review"]
    ) {
      var row = $0["毕业生"][0]
      $0.addSchool("南宁市另一学校")
      row["学校名称"] = "南宁市另一学校"
      $0["毕业生"].append(row)
    },
    Fault(code: "R133", severity: "警告", what: "another name in 异动") {
      $0["异动"][0]["姓名"] = "覃雨桐"
    },
    Fault(code: "R134", severity: "提示", what: "two people of one name") {
      $0.set("姓名", of: 0, to: $0["毕业生"][3]["姓名"] ?? "")
    },
    Fault(code: "R135", severity: "警告", what: "a score of nobody") {
      $0["成绩"].append(["身份证号码": "45000020040229003X", "课程名称": "专业课程1", "成绩": "80"])
    },
    .school("R140", "学校类型", "大学", "no such type"),
    .school("R140", "学校类型", "", "no type"),
    .school("R141", "所属市", "", "no city"),
    .school("R142", "所属市", "广州市", "a city of another province"),
    Fault(code: "R120", what: "no phone", withheld: ["receipt", "schedule", "review", "checklist"])
    {
      $0["学校"][0]["手机号码"] = ""
    },
    Fault(code: "R144", severity: "警告", what: "no county") { $0["学校"][0]["隶属"] = "县属" },
    Fault(code: "R160", severity: "警告", what: "another total") { $0["学校"][0]["毕业生总数"] = "9" },
    Fault(code: "R162", severity: "警告", what: "no change") { $0.tables["异动"] = nil },
    Fault(code: "R163", severity: "提示", what: "no enrolment") { $0.tables["对口招收"] = nil },
    .change("R150", "提示", "a kind outside the nine", ["异动类型": "休学"]),
    .change("R151", "提示", "another word", ["异动类型": "转专业", "异动后": "护理", "异动前": "会计"]),
    .change("R152", "警告", "no kind", ["异动类型": "其它"]),
    .change("R153", "警告", "not what the roster says", ["异动后": "4年"]),
    .change("R154", "警告", "no effect", ["异动前": "3年"]),
    .change(
      "R155",
      "错误",
      "has left",
      ["异动类型": "转出", "异动前": "南宁市示例学校", "异动后": "另一学校"],
      withheld: ["registration 护理", "review"]
    ),
    .change("R156", "警告", "not approved", ["审核状态": "待审核"]),
    .change("R157", "错误", "in the future", ["异动时间": "2023-09-01"], withheld: ["changes"]),
    .change("R158", "警告", "before entry", ["异动时间": "2019-09-01"]),
    .change("R120", "错误", "no date", ["异动时间": ""], withheld: ["changes"]),
    .change(
      "R103",
      "错误",
      "check digit in 异动",
      ["身份证号码": "450000200501010011"],
      withheld: ["changes"]
    ),
    .change("R115", "错误", "sex in 异动", ["性别": "男"], withheld: ["changes"]),
    Fault(code: "R103", what: "check digit in 对口招收", withheld: ["intake 凤凰木学院"]) {
      $0["对口招收"][0]["身份证号码"] = "450000200501010011"
    },
    Fault(code: "R120", what: "no phone in 对口招收", withheld: ["intake 红豆学院"]) {
      $0["对口招收"][1]["联系方式"] = ""
    },
  ]

  @Test("the fault is said and withholds exactly what would show it", arguments: faults)
  func fault(fault: Fault) throws {
    var season = SeasonFile.sample
    fault.spoil(&season)
    try season.packet { (run) throws in
      #expect(
        run.outcome.errors.split(separator: "\n").contains {
          $0.contains("[\(fault.code)]") && $0.contains(" \(fault.severity): ")
        },
        "\(run.outcome.errors)"
      )
      let withheld = try run.withheld()
      #expect(withheld == fault.withheld)
      let isNothing = try run.output.pdfs().isEmpty
      #expect(run.outcome.status == (isNothing ? 65 : fault.withheld.isEmpty ? 0 : 1))
      #expect(try Program.run(["verify", run.output.path]).status == 0)
    }
  }

  @Test("without a fault none of the codes is said")
  func sound() throws {
    let codes = Set(Self.faults.map(\.code))
    #expect(codes.count >= 30)
    try SeasonFile.sample.packet { (run) throws in
      for code in codes { #expect(!run.outcome.errors.contains(code), "\(run.outcome.errors)") }
    }
  }

  @Test("a school without students withholds what is made from the roster")
  func emptyRoll() throws {
    var season = SeasonFile.sample
    season["毕业生"] = []
    season["成绩"] = []
    try season.packet { (run) throws in
      #expect(run.outcome.errors.contains("R161"))
      #expect(try run.withheld().contains("registration"))
      #expect(run.outcome.status == 1)
    }
    // In June there is no roster yet, and the receipt does not need one.
    try season.packet(["--form", "receipt"]) { (run) throws in
      #expect(!run.outcome.errors.contains("R161"))
      #expect(run.outcome.status == 0)
      #expect(try run.output.pdfs() == ["南宁市/回执.pdf"])
    }
  }

  @Test("a faulty school does not keep the receipt of another city")
  func otherCity() throws {
    var season = SeasonFile.sample
    season["主管单位"].append(season["主管单位"][0])
    season["主管单位"][1]["单位名称"] = "柳州市教育局"
    season["主管单位"][1]["所属市"] = "柳州市"
    season.addSchool("柳州市示例学校", city: "柳州市")
    season.addMajor("护理", of: "柳州市示例学校", students: 1)
    season["学校"][0]["学校类型"] = ""
    try season.packet { (run) throws in
      #expect(run.outcome.status == 1)
      let withheld = try run.output.manifest().withheld.map { "\($0.city ?? "") \($0.form ?? "")" }
      #expect(withheld == ["南宁市 receipt", "其他 "])
      #expect(try run.output.names().contains("柳州市/回执.pdf"))
    }
  }

  @Test("a packet whose checklist is withheld has a slip that says so, and the rest")
  func noChecklist() throws {
    var season = SeasonFile.sample
    season["学校"][0]["手机号码"] = ""
    try season.packet { (run) throws in
      let path = "南宁市/南宁市示例学校/南宁市示例学校-现场验印材料-A4.pdf"
      let packet = try #require(try run.output.manifest().packets.first { $0.path == path })
      #expect(packet.parts.map(\.form) == ["changes", "intake", "intake"])
      let first = try #require(try run.output.pdf(path).solidPages().first)
      for name in ["材料清单", "审核表"] { #expect(first.contains(name)) }
      #expect(first.count(of: "有1处错误") == 2)
      #expect(try !run.output.names().contains { $0.hasSuffix("0-材料清单.pdf") })
    }
  }

  @Test("a table without rows in JSON is as good as none")
  func emptyTables() throws {
    var season = SeasonFile.sample
    season["异动"] = []
    season["对口招收"] = []
    try season.packet { (run) throws in
      #expect(run.outcome.status == 0, "\(run.outcome.errors)")
      #expect(try run.withheld().isEmpty)
    }
  }

  @Test("the nine kinds are printed, others are held back with their counts")
  func kinds() throws {
    let nine = ["姓名变更", "性别变更", "身份证号码变更", "学制变更", "复学", "留级", "转出", "转入", "调专业"]
    var season = SeasonFile.sample
    season["异动"] = []
    season.addChanges(nine.count + 3, to: "南宁市示例学校")
    for (index, kind) in (nine + ["休学", "休学", "退学"]).enumerated() {
      season["异动"][index]["异动类型"] = kind
    }
    let report = try Tool.temporaryFolder() + "/r.txt"
    defer {
      let folder = URL(fileURLWithPath: report).deletingLastPathComponent()
      try? FileManager.default.removeItem(at: folder)
    }
    try season.packet(["--report", report]) { (run) throws in
      let path = "南宁市/南宁市示例学校/5-异动情况汇总表.pdf"
      let cells = try PageGrid.pages(of: run.output.pdf(path).path).flatMap { $0.rows.joined() }
      for kind in nine { #expect(cells.count { $0 == kind } == 1, "\(kind)") }
      #expect(!cells.contains("休学") && !cells.contains("退学"))
      let text = try String(contentsOfFile: report, encoding: .utf8)
      #expect(text.contains("南宁市示例学校：休学 2 条"))
      #expect(text.contains("南宁市示例学校：退学 1 条"))
    }
  }
}
