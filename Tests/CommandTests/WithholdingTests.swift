import Foundation
import Testing

@Suite("Faulty data")
struct WithholdingTests {
  @Test("sound data makes everything")
  func sound() throws {
    let run = try SmallSeason.packet(SmallSeason.json())
    defer { try? FileManager.default.removeItem(atPath: run.folder) }
    #expect(run.outcome.status == 0, "\(run.outcome.errors)")
    #expect(run.files.contains { $0.hasSuffix("2-登记表-护理.pdf") })
  }

  @Test("a wrong check digit withholds exactly the volume that would show it")
  func checkDigit() throws {
    let run = try SmallSeason.packet(SmallSeason.json(number: "450000200503150027"))
    defer { try? FileManager.default.removeItem(atPath: run.folder) }
    #expect(run.outcome.status == 1)
    #expect(run.outcome.errors.contains("R103"))
    #expect(!run.outcome.errors.contains("450000200503150027"))
    #expect(!run.files.contains { $0.hasSuffix("2-登记表-护理.pdf") })
    #expect(run.files.contains { $0.hasSuffix("2-登记表-会计.pdf") })
    #expect(run.files.contains { $0.hasSuffix("3-审核表.pdf") })
    let packet = "\(run.folder)/out/南宁市/南宁市示例学校/南宁市示例学校-现场验印材料-A4.pdf"
    let text = try Program.tool("pdftotext", [packet, "-"]).output
    #expect(text.contains("以下材料因数据有误未生成"))
  }

  @Test("a volume that was made before and is withheld now does not stay in the folder")
  func leftover() throws {
    let run = try SmallSeason.packet(SmallSeason.json())
    defer { try? FileManager.default.removeItem(atPath: run.folder) }
    #expect(run.files.contains { $0.hasSuffix("2-登记表-护理.pdf") })
    try SmallSeason.json(number: "450000200503150027").write(
      toFile: "\(run.folder)/数据.json",
      atomically: true,
      encoding: .utf8
    )
    let again = try Program.run(
      [
        "packet", "\(run.folder)/数据.json", "--out", "\(run.folder)/out", "--today", "2023-07-01",
        "--no-progress",
      ])
    #expect(again.status == 1)
    let files = try Program.files(in: "\(run.folder)/out").keys
    #expect(!files.contains { $0.hasSuffix("2-登记表-护理.pdf") })
    #expect(try Program.run(["verify", "\(run.folder)/out"]).status == 0)
  }

  @Test("a filtered run deletes nothing, but a volume that is withheld now is no valid one")
  func filteredLeftover() throws {
    var run = try SmallSeason.packet(SmallSeason.json())
    defer { run.remove() }
    try run.again(SmallSeason.json(number: "450000200503150027"), ["--form", "registration"])
    #expect(run.outcome.status == 1)
    #expect(run.outcome.errors.contains("2-登记表-护理.pdf: 警告: 这份文件已过期"))
    #expect(run.files.contains { $0.hasSuffix("2-登记表-护理.pdf") })
    let verification = try Program.run(["verify", "\(run.folder)/out"])
    #expect(verification.status == 1)
    #expect(verification.output.contains("已过期：南宁市/南宁市示例学校/2-登记表-护理.pdf"))
    #expect(verification.output.contains("已过期：南宁市/南宁市示例学校/南宁市示例学校-现场验印材料-A4.pdf"))
    #expect(!verification.output.contains("2-登记表-会计.pdf"))
    try run.again(SmallSeason.json())
    #expect(try Program.run(["verify", "\(run.folder)/out"]).status == 0)
  }

  @Test("proof lists leave the packet where it is")
  func proofBesidePacket() throws {
    var run = try SmallSeason.packet(SmallSeason.json())
    defer { run.remove() }
    let before = run.files
    try run.again(nil, ["--proof"])
    #expect(Set(before).isSubset(of: run.files))
    #expect(run.files.contains { $0.contains("校内核对稿") })
    #expect(try Program.run(["verify", "\(run.folder)/out"]).status == 0)
  }

  @Test("a roster that lacks a column is named as withheld and never just absent")
  func missingColumn() throws {
    let run = try SmallSeason.packet(SmallSeason.json().replacing("\"操行\":\"良好\",", with: ""))
    defer { try? FileManager.default.removeItem(atPath: run.folder) }
    #expect(run.outcome.errors.contains("I022"))
    #expect(run.outcome.status != 0)
    #expect(run.outcome.output.contains("未生成：南宁市示例学校 登记表"))
    #expect(run.outcome.output.contains("未生成：南宁市示例学校 审核表"))
  }

  @Test("rows of a school that the input does not have are named as withheld")
  func strayRows() throws {
    let extra = """
      ,"专业情况":[{"学校名称":"另一所学校","专业名称":"护理"},{"学校名称":"南宁市示例学校","专业名称":"护理"}]
      """
    let run = try SmallSeason.packet(SmallSeason.json(extra: extra))
    defer { try? FileManager.default.removeItem(atPath: run.folder) }
    #expect(run.outcome.errors.contains("I060"))
    #expect(run.outcome.status == 1)
    #expect(run.outcome.output.contains("未生成：另一所学校 全部材料"))
    #expect(run.files.contains { $0.hasSuffix("2-登记表-护理.pdf") })
  }

  @Test("rosters without the school's name belong to the school of their workbook's folder")
  func neighbours() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (school, number) in [("甲校", "450000200503150028"), ("乙校", "45000020040229003X")] {
      try FileManager.default.createDirectory(
        atPath: "\(folder)/in/\(school)",
        withIntermediateDirectories: true
      )
      let sex = school == "甲校" ? "女" : "男"
      try """
      学校名称,学校类型,所属市,联系人,手机号码,学校地址
      \(school),市县学校,南宁市,韦春燕,15400000001,南宁市示例路1号
      """.write(toFile: "\(folder)/in/\(school)/学校.csv", atomically: true, encoding: .utf8)
      try """
      姓名,性别,身份证号码,专业名称,年级,学制,操行,毕(结)业
      韦秀,\(sex),\(number),护理,2020级,3年,良好,毕业
      """.write(toFile: "\(folder)/in/\(school)/毕业生.csv", atomically: true, encoding: .utf8)
    }
    let outcome = try Program.run(
      [
        "packet", "\(folder)/in", "--out", "\(folder)/out", "--today", "2023-07-01",
        "--no-progress",
      ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    for (school, number) in [("甲校", "450000200503150028"), ("乙校", "45000020040229003X")] {
      let file = "\(folder)/out/南宁市/\(school)/2-登记表-护理.pdf"
      #expect(try Program.tool("pdftotext", [file, "-"]).output.contains(number))
    }
  }

  @Test("a draft prints the faulty volume too, each page marked")
  func draft() throws {
    let run = try SmallSeason.packet(SmallSeason.json(number: "450000200503150027"), ["--draft"])
    defer { try? FileManager.default.removeItem(atPath: run.folder) }
    #expect(run.outcome.status == 0)
    let file = try #require(run.files.first { $0.hasSuffix("2-登记表-护理.pdf") })
    let text = try Program.tool("pdftotext", ["\(run.folder)/out/\(file)", "-"]).output
    #expect(text.contains("草稿"))
    #expect(text.contains("450000200503150027"))
  }

  @Test("a release makes the volume")
  func release() throws {
    let extra = """
      ,"特例":[{"身份证号码":"450000200503150027","代码":"R103","说明":"证件如此","依据":"证件复印件",\
      "批准人":"覃志明"}]
      """
    let run = try SmallSeason.packet(SmallSeason.json(number: "450000200503150027", extra: extra))
    defer { try? FileManager.default.removeItem(atPath: run.folder) }
    #expect(run.outcome.status == 0, "\(run.outcome.errors)")
    #expect(run.files.contains { $0.hasSuffix("2-登记表-护理.pdf") })
  }

  @Test(
    "a character that no face has withholds its volume, as a draft too",
    arguments: [[], ["--draft"]]
  )
  func missingGlyph(options: [String]) throws {
    let run = try SmallSeason.packet(SmallSeason.json(name: "韦\u{31350}"), options)
    defer { try? FileManager.default.removeItem(atPath: run.folder) }
    #expect(run.outcome.status == 1)
    #expect(run.outcome.errors.contains("F101"))
    #expect(run.outcome.errors.contains("U+31350"))
    #expect(!run.files.contains { $0.hasSuffix("2-登记表-护理.pdf") })
    #expect(run.files.contains { $0.hasSuffix("2-登记表-会计.pdf") })
  }

  @Test("a type for which the notice gives no copies wants --copies")
  func copies() throws {
    let run = try SmallSeason.packet(SmallSeason.json(type: "高校中职部"))
    defer { try? FileManager.default.removeItem(atPath: run.folder) }
    #expect(run.outcome.status == 65)
    #expect(run.outcome.errors.contains("R143"))
    let given = try SmallSeason.packet(SmallSeason.json(type: "高校中职部"), ["--copies", "高校中职部=2"])
    defer { try? FileManager.default.removeItem(atPath: given.folder) }
    #expect(given.outcome.status == 0, "\(given.outcome.errors)")
    #expect(given.files.contains { $0.hasPrefix("高校/") && $0.hasSuffix("回执.pdf") })
  }

  @Test("hostile names of schools stay inside the folder")
  func hostileName() throws {
    let run = try SmallSeason.packet(SmallSeason.json(school: "../../南宁市/<script>"))
    defer { try? FileManager.default.removeItem(atPath: run.folder) }
    #expect(
      run.files.allSatisfy {
        $0.hasPrefix("南宁市/") || $0.hasPrefix(".yanyin/") || $0 == "manifest.json"
      }
    )
    #expect(run.files.contains { $0.contains("_.._南宁市__script_") })
  }

  @Test("missing inputs, outputs that cannot be made and wrong options have their statuses")
  func statuses() throws {
    #expect(try Program.run(["packet", "没有这个文件.xlsx", "--out", "/tmp/yanyin-none"]).status == 66)
    #expect(try Program.run(["packet", "Examples", "--out", "/proc/yanyin"]).status == 73)
    #expect(try Program.run(["packet", "Examples"]).status == 64)
    for form in ["无", "slip", "reprint-list"] {
      let outcome = try Program.run(["packet", "Examples", "--out", "x", "--form", form])
      #expect(outcome.status == 64)
    }
    #expect(try Program.run(["verify", "/proc/yanyin"]).status == 66)
  }
}
