import Foundation
import Packets
import Testing

@Suite("What a bureau gets about its schools")
struct CityFormTests {
  private static let bureau = [
    "单位名称": "南宁市教育局", "所属市": "南宁市", "联系人": "覃晓东", "手机号码": "15400000009",
    "联系地址": "南宁市示例路9号",
  ]

  /// Two schools of a bureau, one that reports to the province, one of a city without a bureau.
  static func season() -> SeasonFile {
    var season = SeasonFile()
    season["主管单位"] = [bureau]
    for (name, type, city) in [
      ("甲校", "市县学校", "南宁市"), ("乙校", "市县学校", "南宁市"), ("丙校", "区直中职学校", "南宁市"),
      ("丁校", "市县学校", "柳州市"),
    ] {
      season.addSchool(name, type: type, city: city)
    }
    season.addMajor("护理", of: "甲校", students: 3)
    season.addMajor("会计", of: "甲校", students: 2)
    for name in ["乙校", "丙校", "丁校"] { season.addMajor("护理", of: name, students: 3) }
    season["学校"][0]["验印日期"] = "2023-07-06"
    season["学校"][1]["验印日期"] = "2023-07-05"
    // 20230100007 was not used.
    season["毕业生"][6]["毕业证书编号"] = "20230100009"
    season["毕业生"][7]["毕业证书编号"] = "20230100010"
    for (place, number) in [(8, "1"), (9, "2"), (10, "3"), (11, "4"), (12, "5"), (13, "6")] {
      season["毕业生"][place]["毕业证书编号"] = "2023020000\(number)"
    }
    return season
  }

  private struct Made {
    var folder: String
    var outcome: Program.Outcome
    var output: OutputFolder { OutputFolder(path: "\(folder)/out") }

    func text(_ name: String) throws -> String {
      try output.pdf("南宁市/\(name).pdf").solidPages().joined()
    }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }
  }

  /// The cells of a row as their texts follow each other.
  private static func row(_ cells: String...) -> String { cells.joined() }

  private static func make(_ season: SeasonFile, _ options: [String] = []) throws -> Made {
    let folder = try Program.temporaryFolder()
    try season.write(to: "\(folder)/数据.json")
    let outcome = try Program.packet(["\(folder)/数据.json"], to: "\(folder)/out", options)
    return Made(folder: folder, outcome: outcome)
  }

  @Test("copies, sheets and certificates are those of the packets, counted by hand")
  func numbers() throws {
    let made = try Self.make(Self.season())
    defer { made.remove() }
    #expect(made.outcome.status == 0, "\(made.outcome.errors)")
    let handover = try made.text("交接清单")
    #expect(handover.contains("2023年毕业生毕业证书验印材料交接清单"))
    #expect(handover.contains("收件单位（盖章）：南宁市教育局"))
    // 1 + 6 + 3 + 1 copies; 2 册 x 3 on A3; 1 + 3 + 1 on A4.
    let first = Self.row("1甲校材料清单1份、登记表6份（2册）、审核表3份、异动情况汇总表1份", "11", "6", "5", "5", "无")
    #expect(handover.contains(first), "\(handover)")
    #expect(handover.contains(Self.row("2乙校材料清单1份、登记表3份、审核表3份、异动情况汇总表1份", "8", "3", "5", "3", "无")))
    #expect(handover.hasSuffix(Self.row("19", "9", "10", "8", "第1页共1页")))
    for head in ["交件人", "收件人", "时间"] { #expect(handover.contains(head)) }
    for other in ["丙校", "丁校"] { #expect(!handover.contains(other)) }

    let returned = try made.text("发还清单")
    #expect(returned.contains(Self.row("1甲校", "6", "3", "5", "20230100001", "20230100005", "无")))
    #expect(
      returned.contains(
        Self.row("2乙校", "3", "3", "3", "20230100006", "20230100010", "20230100007、20230100008")
      )
    )
    #expect(returned.hasSuffix(Self.row("9", "6", "8", "2个", "第1页共1页")), "\(returned)")
  }

  @Test("days come in their order, schools without one last")
  func days() throws {
    var season = Self.season()
    season.addSchool("戊校")
    season.addMajor("护理", of: "戊校", students: 1)
    let made = try Self.make(season)
    defer { made.remove() }
    let text = try made.text("预约表")
    let days = Self.row(
      "2023年7月5日（1所学校，毕业证书3本）",
      "2023年7月6日（1所学校，毕业证书5本）",
      "验印日期未定（1所学校，毕业证书1本）"
    )
    #expect(text.contains(days), "\(text)")
    let first = Self.row("1乙校韦春燕15400000001", "3", "3", "8", "3", "5")
    let second = Self.row("1甲校韦春燕15400000001", "5", "5", "11", "6", "5")
    #expect(text.contains(first + second + "1戊校韦春燕"), "\(text)")
    #expect(text.contains("时间：2023年7月3日—7月19日"))
  }

  @Test("what is withheld is named and not counted, nor are its certificates")
  func withheld() throws {
    var season = Self.season()
    season["毕业生"][0]["身份证号码"] = "450000200503150027"
    season["成绩"] = season["成绩"].filter { $0["学校名称"] != "甲校" }
    // Nobody knows the type of the last one: it may belong to the bureau.
    season.addSchool("己校", type: "职业学校")
    season.addMajor("护理", of: "己校", students: 1)
    let made = try Self.make(season)
    defer { made.remove() }
    #expect(made.outcome.status == 1)
    let handover = try made.text("交接清单")
    let first = Self.row("1甲校材料清单1份、登记表3份、异动情况汇总表1份", "5", "3", "2", "2")
    #expect(handover.contains(first + "登记表护理、审核表"), "\(handover)")
    #expect(handover.contains(Self.row("3己校—", "0", "0", "0", "0", "全部材料")))
    let returned = try made.text("发还清单")
    // The numbers of the 册 that is withheld are no voids.
    let counts = Self.row("3", "0", "2", "20230100004", "20230100005", "无")
    #expect(returned.contains("1甲校（未生成：登记表护理、审核表）" + counts), "\(returned)")
    let withheld = try made.output.manifest().withheld.map(\.form)
    #expect(!withheld.contains("handover") && !withheld.contains("schedule"))
  }

  @Test("many 册 that are withheld are counted where they are named")
  func manyWithheld() throws {
    var season = Self.season()
    for number in 1...12 {
      season.addMajor("工程机械运用与维修方向\(number)", of: "乙校", students: 1)
      let last = season["毕业生"].count - 1
      season["毕业生"][last]["性别"] = season["毕业生"][last]["性别"] == "男" ? "女" : "男"
    }
    let made = try Self.make(season)
    defer { made.remove() }
    #expect(try made.text("交接清单").contains("登记表12册、审核表"))
    #expect(!made.outcome.errors.contains("[L10"), "\(made.outcome.errors)")
  }

  @Test("a day that cannot be read is none")
  func faultyDay() throws {
    var season = Self.season()
    season["学校"][0]["验印日期"] = "03/04/21"
    let made = try Self.make(season)
    defer { made.remove() }
    let text = try made.text("预约表")
    #expect(text.contains("验印日期未定（1所学校，毕业证书0本）"), "\(text)")
    #expect(text.contains("1甲校（未生成：全部材料）"))
    #expect(!text.contains("03/04/21"))
  }

  @Test("a name that no face can print withholds the lists and nothing of other schools")
  func unprintable() throws {
    var season = SeasonFile()
    season["主管单位"] = [Self.bureau]
    for name in ["甲\u{31350}校", "乙校"] {
      season.addSchool(name)
      season.addMajor("护理", of: name, students: 3)
    }
    let made = try Self.make(season)
    defer { made.remove() }
    #expect(made.outcome.status == 1)
    #expect(made.outcome.output.contains("未生成：交接清单（1 处错误）"), "\(made.outcome.output)")
    let names = try made.output.names()
    #expect(!names.contains { $0.contains("/交接清单") || $0.contains("/预约表") })
    #expect(names.contains("南宁市/乙校/乙校-现场验印材料-A4.pdf"))
  }

  @Test("on both sides a sheet holds two pages")
  func duplex() throws {
    var season = SeasonFile()
    season["主管单位"] = [Self.bureau]
    season.addSchool("甲校")
    // 25, 25 and 10 rows: three pages, the last with the seals.
    season.addMajor("护理", of: "甲校", students: 60)
    let simplex = try Self.make(season)
    defer { simplex.remove() }
    #expect(try simplex.text("交接清单").contains(Self.row("异动情况汇总表1份", "8", "9", "5", "60")))
    let duplex = try Self.make(season, ["--duplex"])
    defer { duplex.remove() }
    let text = try duplex.text("交接清单")
    #expect(text.contains(Self.row("异动情况汇总表1份", "8", "6", "5", "60")), "\(text)")
  }

  @Test("they are in the manifest after the receipts, and only where a bureau is named")
  func manifest() throws {
    let made = try Self.make(Self.season(), ["--formats", "pdf,html,xml"])
    defer { made.remove() }
    let lines = try made.output.manifest().documents.filter { $0.school == nil }
    #expect(
      lines.map(\.path) == [
        "南宁市/回执.pdf", "南宁市/回执.html", "南宁市/回执.xml",
        "南宁市/交接清单.pdf", "南宁市/交接清单.html", "南宁市/发还清单.pdf", "南宁市/发还清单.html",
        "南宁市/预约表.pdf", "南宁市/预约表.html",
      ]
    )
    #expect(try !made.output.names().contains { $0.hasPrefix("柳州市/交接清单") })
  }

  @Test("a run of one school outdates them where it changes what was made, and only there")
  func filtered() throws {
    var season = Self.season()
    let made = try Self.make(season)
    defer { made.remove() }
    let lists = ["交接清单", "发还清单", "预约表"].map { "南宁市/\($0).pdf" }
    func again(_ options: [String]) throws -> [String] {
      try season.write(to: "\(made.folder)/数据.json")
      _ = try Program.packet(["\(made.folder)/数据.json"], to: "\(made.folder)/out", options)
      return try made.output.manifest().outdatedPaths
    }
    #expect(try again(["--school", "甲校"]) == [])
    // A name stands in none of them; an identity number that withholds a 册 does.
    season["毕业生"][0]["姓名"] = "韦芳"
    season["成绩"] = season["成绩"].filter { $0["学校名称"] != "甲校" }
    #expect(try again(["--school", "甲校"]) == [])
    let number = season["毕业生"][0]["身份证号码"]
    season["毕业生"][0]["身份证号码"] = "450000200503150027"
    #expect(try again(["--school", "丙校"]) == [])
    #expect(try again(["--school", "甲校"]).filter { !$0.hasPrefix("南宁市/甲校/") } == lists)
    #expect(try again(["--city", "南宁市"]).filter { !$0.hasPrefix("南宁市/甲校/") } == [])
    season["毕业生"][0]["身份证号码"] = number
    let outdated = try again(["--form", "registration", "--school", "甲校"])
    #expect(outdated.contains(lists[0]))
    #expect(outdated.contains("南宁市/甲校/甲校-现场验印材料-A3.pdf"))
    #expect(try again([]) == [])
  }

  @Test("proof lists and runs of single forms make none")
  func otherRuns() throws {
    for options in [["--proof"], ["--form", "receipt"]] {
      let made = try Self.make(Self.season(), options)
      defer { made.remove() }
      #expect(try !made.output.names().contains { $0.contains("清单") || $0.contains("预约表") })
    }
  }
}
