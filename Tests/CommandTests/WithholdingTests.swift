import Foundation
import Packets
import TestTools
import Testing

@Suite("What faults withhold")
struct WithholdingTests {
  @Test("a status change without its kind withholds the summary that would lack it")
  func kindless() throws {
    func changes(_ kind: String) -> String {
      """
      ,"异动":[{"姓名":"韦秀芳","身份证号码":"450000200503150028","性别":"女","专业名称":"护理",\
      "年级":"2020级","学制":"3年","异动前":"韦小芳","异动后":"韦秀芳","异动时间":"2022-03-15",\
      "异动类型":"\(kind)","审核状态":"审核通过"}]
      """
    }
    let good = try SmallSeason.packet(SmallSeason.json(extra: changes("姓名变更")))
    defer { good.remove() }
    #expect(good.outcome.status == 0)
    #expect(good.files.contains { $0.hasSuffix("5-异动情况汇总表.pdf") })
    let bad = try SmallSeason.packet(SmallSeason.json(extra: changes("")))
    defer { bad.remove() }
    #expect(bad.outcome.status == 1)
    #expect(bad.outcome.errors.contains("R120"))
    #expect(!bad.files.contains { $0.hasSuffix("5-异动情况汇总表.pdf") })
  }

  private static let school = "南宁市示例学校"
  private static let folder = "南宁市/\(school)"

  @Test("sound data makes everything and finds no fault")
  func sound() throws {
    try SeasonFile.sample.packet { (run) throws in
      #expect(run.outcome.status == 0, "\(run.outcome.errors)")
      #expect(try run.withheld().isEmpty)
      #expect(try run.output.pdfs().contains("\(Self.folder)/2-登记表-护理.pdf"))
    }
  }

  @Test("a withheld volume leaves its files, its pages and the others' bytes alone")
  func neighbours() throws {
    try SeasonFile.sample.packet { (sound) throws in
      var season = SeasonFile.sample
      season.set("身份证号码", of: 0, to: "450000200501010011")
      try season.packet { (run) throws in
        #expect(run.outcome.status == 1)
        #expect(run.outcome.errors.contains("R103"))
        let before = try sound.output.files()
        let after = try run.output.files()
        let list = "\(Self.folder)/2-登记表-护理.pdf"
        #expect(before.keys.sorted().filter { $0 != list } == after.keys.sorted())
        // What lists the volume follows: the checklist, the school's packet and the bureau's lists.
        let changed = after.keys.filter { after[$0] != before[$0] }.sorted()
        #expect(
          changed
            == [
              "\(Self.folder)/0-材料清单.pdf", "\(Self.folder)/\(Self.school)-现场验印材料-A3.pdf",
              "\(Self.folder)/\(Self.school)-现场验印材料-A4.pdf", "manifest.json",
              "南宁市/交接清单.pdf", "南宁市/发还清单.pdf", "南宁市/预约表.pdf",
            ].sorted()
        )
        // The pages of what stays in the packet say the same.
        for paper in ["A3", "A4"] {
          let name = "\(Self.folder)/\(Self.school)-现场验印材料-\(paper).pdf"
          let old = try PartTexts(name, in: sound.output)
          for (part, pages) in try PartTexts(name, in: run.output).texts
          where !part.hasPrefix("checklist") {
            #expect(pages == old.texts[part], "\(part)")
          }
        }
        let slips = try run.output.pdf("\(Self.folder)/\(Self.school)-现场验印材料-A4.pdf")
          .solidPages()
        #expect(slips.count { $0.contains("以下材料因数据有误未生成") } == 1)
        #expect(slips.contains { $0.contains("登记表护理") && $0.contains("有1处错误") })
      }
    }
  }

  @Test("a volume that was made before and is withheld now does not stay in the folder")
  func leftover() throws {
    try SeasonFile.sample.packet { (run) throws in
      let list = "\(Self.folder)/2-登记表-护理.pdf"
      #expect(try run.output.names().contains(list))
      var season = SeasonFile.sample
      season.set("身份证号码", of: 0, to: "450000200501010011")
      try season.write(to: run.input)
      let again = try Program.packet([run.input], to: run.output.path)
      #expect(again.status == 1)
      #expect(try !run.output.names().contains(list))
      #expect(try Program.run(["verify", run.output.path]).status == 0)
    }
  }

  @Test("a roster that lacks a column is named as withheld and never just absent")
  func missingColumn() throws {
    var season = SeasonFile.sample
    for index in season["毕业生"].indices { season["毕业生"][index]["操行"] = nil }
    try season.packet { (run) throws in
      #expect(run.outcome.errors.contains("I022"))
      #expect(run.outcome.status == 1)
      #expect(run.outcome.output.contains("未生成：\(Self.school) 登记表"))
      #expect(run.outcome.output.contains("未生成：\(Self.school) 审核表"))
    }
  }

  @Test("rows of a school that the input does not have are named as withheld")
  func strayRows() throws {
    var season = SeasonFile.sample
    season["专业情况"] = [
      ["学校名称": "另一所学校", "专业名称": "护理"], ["学校名称": Self.school, "专业名称": "护理"],
    ]
    try season.packet { (run) throws in
      #expect(run.outcome.errors.contains("I060"))
      #expect(run.outcome.status == 1)
      #expect(run.outcome.output.contains("未生成：另一所学校 全部材料"))
      #expect(try run.output.names().contains("\(Self.folder)/2-登记表-护理.pdf"))
    }
  }

  @Test("rosters without the school's name belong to the school of their workbook's folder")
  func sameFolder() throws {
    try Tool.withTemporaryFolder { (folder) throws in
      let schools = [("甲校", "450000200503150028", "女"), ("乙校", "45000020040229003X", "男")]
      for (school, number, sex) in schools {
        try FileManager.default.createDirectory(
          atPath: "\(folder)/in/\(school)",
          withIntermediateDirectories: true
        )
        try """
        学校名称,学校类型,所属市,联系人,手机号码,学校地址
        \(school),市县学校,南宁市,韦春燕,15400000001,南宁市示例路1号
        """.write(toFile: "\(folder)/in/\(school)/学校.csv", atomically: true, encoding: .utf8)
        try """
        姓名,性别,身份证号码,专业名称,年级,学制,操行,毕(结)业
        韦秀,\(sex),\(number),护理,2020级,3年,良好,毕业
        """.write(toFile: "\(folder)/in/\(school)/毕业生.csv", atomically: true, encoding: .utf8)
      }
      let outcome = try Program.packet(["\(folder)/in"], to: "\(folder)/out")
      #expect(outcome.status == 0, "\(outcome.errors)")
      for (school, number, _) in schools {
        let file = PDFFile(path: "\(folder)/out/南宁市/\(school)/2-登记表-护理.pdf")
        #expect(try file.pages().joined().contains(number))
      }
    }
  }

  @Test("a draft prints the faulty volume too, and its number is on it")
  func draft() throws {
    var season = SeasonFile.sample
    season.set("身份证号码", of: 0, to: "450000200501010011")
    try season.packet(["--draft"]) { (run) throws in
      #expect(run.outcome.status == 0)
      let pages = try run.output.pdf("\(Self.folder)/2-登记表-护理.pdf").solidPages()
      #expect(pages.allSatisfy { $0.count(of: "草稿") == 1 })
      #expect(pages.joined().contains("450000200501010011"))
    }
  }

  @Test(
    "a release makes the volume, and without it the volume is withheld",
    arguments: [true, false]
  )
  func release(isReleased: Bool) throws {
    var season = SeasonFile.sample
    season.set("身份证号码", of: 0, to: "450000200501010011")
    let row = [
      "身份证号码": "450000200501010011", "代码": "R103", "说明": "证件如此", "依据": "证件复印件",
      "批准人": "覃志明",
    ]
    if isReleased { season["特例"] = [row] }
    try season.packet { (run) throws in
      #expect(run.outcome.status == (isReleased ? 0 : 1), "\(run.outcome.errors)")
      #expect(
        try run.output.names().contains("\(Self.folder)/2-登记表-护理.pdf") == isReleased
      )
    }
  }

  @Test(
    "a character that no face has withholds its volume, as a draft too",
    arguments: [[], ["--draft"]]
  )
  func missingGlyph(options: [String]) throws {
    var season = SeasonFile.sample
    season.set("姓名", of: 0, to: "韦\u{31350}")
    try season.packet(options) { (run) throws in
      #expect(run.outcome.status == 1)
      for word in ["F101", "U+31350", "护理", Self.school, "姓名", "450000********"] {
        #expect(run.outcome.errors.contains(word), "\(word)")
      }
      #expect(try run.withheld() == ["registration 护理"])
      #expect(try run.output.pdfs().contains("\(Self.folder)/2-登记表-会计.pdf"))
    }
  }

  @Test("a type for which the notice gives no copies wants --copies")
  func copies() throws {
    var season = SeasonFile.sample
    season["学校"][0]["学校类型"] = "高校中职部"
    season["主管单位"] = []
    try season.packet { (run) throws in
      #expect(run.outcome.status == 65)
      #expect(run.outcome.errors.contains("R143"))
      #expect(try run.output.pdfs().isEmpty)
    }
    try season.packet(["--copies", "高校中职部=4"]) { (run) throws in
      #expect(run.outcome.status == 0, "\(run.outcome.errors)")
      let manifest = try run.output.manifest()
      for document in manifest.documents {
        let isRepeated = ["registration", "review"].contains(document.form)
        #expect(document.path.hasPrefix("高校/\(Self.school)/"))
        #expect(document.copies == (isRepeated ? 4 : 1))
      }
      #expect(manifest.documents.contains { $0.form == "receipt" })
      // As in a school that reports by itself: the school's box and the province's.
      let review = try run.output.pdf("高校/\(Self.school)/3-审核表.pdf").solidPages().joined()
      #expect(!review.contains("市教育局审核意见"))
      #expect(review.contains("自治区教育厅验印（盖章）"))
    }
  }
}

/// The texts of the parts of a print file.
private struct PartTexts {
  var texts: [String: [String]] = [:]

  init(_ path: String, in output: OutputFolder) throws {
    let packet = try output.manifest().packets.first { $0.path == path }
    let pages = try output.pdf(path).pages()
    for part in packet?.parts ?? [] {
      let range = (part.firstPage - 1)..<(part.firstPage - 1 + part.pages)
      texts["\(part.form) \(part.volume ?? "") \(part.copy)"] = Array(pages[range])
    }
  }
}
