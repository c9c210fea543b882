import Foundation
import Testing

@Suite("Runs that leave alone what an earlier one made")
struct RenewalTests {
  private let folder: String
  private var ledger: String { "\(folder)/季.yanyin" }
  private var out: String { "\(folder)/out" }

  init() throws {
    folder = try Program.temporaryFolder()
  }

  private func add(_ season: SeasonFile) throws {
    try season.write(to: "\(folder)/数据.json")
    let outcome = try Program.run([
      "import", "\(folder)/数据.json", "--ledger", ledger, "--accept", "--today", "2023-07-01",
    ])
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  private func packet(_ options: [String] = [], to folder: String? = nil) throws -> Program.Outcome
  {
    try Program.packet([ledger], to: folder ?? out, ["--no-progress"] + options)
  }

  /// Corrects a name by the 更正 table.
  private func correct(_ number: String, from old: String, to new: String) throws {
    let table =
      "表,身份证号码,项目,原值,新值,原因\n毕业生,\(number),姓名,\(old),\(new),户口簿\n"
    try table.write(toFile: "\(folder)/更正.csv", atomically: true, encoding: .utf8)
    let outcome = try Program.run([
      "correct", ledger, "\(folder)/更正.csv", "--by", "韦春燕", "--today", "2023-07-01",
    ])
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  /// The place on the disk of each file: another one where a run wrote it.
  private func places() throws -> [String: Int] {
    var places: [String: Int] = [:]
    for name in try OutputFolder(path: out).names() {
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(out)/\(name)")
      places[name] = (attributes[.systemFileNumber] as? NSNumber)?.intValue
    }
    return places
  }

  /// The files that a step wrote anew, but for those of a reprint, and what it said.
  private func written(
    _ step: () throws -> Program.Outcome
  ) throws -> (
    files: [String], outcome: Program.Outcome
  ) {
    let before = try places()
    let outcome = try step()
    let files = try places().filter { before[$0.key] != $0.value }.keys.filter { name in
      !name.hasPrefix("补打") && name != "更正单.pdf"
    }
    return (files.sorted(), outcome)
  }

  /// The folder is what a run from nothing makes of the ledger.
  private func expectClean(_ options: [String] = [], status: Int32 = 0) throws {
    let clean = "\(folder)/clean"
    try? FileManager.default.removeItem(atPath: clean)
    #expect(try packet(options, to: clean).status == status)
    var files = try OutputFolder(path: out).files()
    for name in files.keys where name.hasPrefix("补打") || name == "更正单.pdf" { files[name] = nil }
    #expect(try files == OutputFolder(path: clean).files())
    #expect(try Program.run(["verify", out]).status == 0)
  }

  @Test("nothing changed: no file is written, and the same is said")
  func nothing() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try add(SeasonFile.ofBureau())
    let first = try packet()
    let (files, second) = try written { try packet() }
    #expect(files == [])
    #expect(second.status == first.status)
    #expect(second.output == first.output)
    #expect(second.errors == first.errors)
    #expect(first.errors.contains("R162"))
    try expectClean()
  }

  @Test("a correction: the school's files and the manifest, nothing of the others")
  func correction() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let season = SeasonFile.ofBureau()
    try add(season)
    #expect(try packet().status == 0)
    let person = season["毕业生"][0]
    try correct(person["身份证号码"] ?? "", from: person["姓名"] ?? "", to: "韦\u{20BB7}芳")
    let (files, _) = try written { try packet() }
    #expect(files.contains("manifest.json"))
    #expect(files.contains("南宁市/甲校/2-登记表-护理.pdf"))
    #expect(files.allSatisfy { !$0.contains("乙校") && !$0.contains("丙校") }, "\(files)")
    try expectClean()
  }

  @Test("the lists of a bureau are made anew where they count something else, and only there")
  func lists() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var season = SeasonFile.ofBureau()
    try add(season)
    #expect(try packet().status == 0)
    let lists = ["交接清单", "发还清单", "预约表"].map { "南宁市/\($0).pdf" }
    // The last certificate of 乙校: its number stands in one list, and its school in all of them.
    season["毕业生"][5]["毕业证书编号"] = "20230100020"
    try add(season)
    let (files, _) = try written { try packet() }
    #expect(Set(files).isSuperset(of: lists), "\(files)")
    #expect(!files.contains { $0.contains("甲校") }, "\(files)")
    try expectClean()
    // That of a 区直 school stands in none.
    season["毕业生"][8]["毕业证书编号"] = "20230100030"
    try add(season)
    let (others, _) = try written { try packet() }
    #expect(!others.isEmpty && !others.contains { $0.hasPrefix("南宁市/") }, "\(others)")
    try expectClean()
  }

  @Test("a file that is gone or was touched is made again with its school")
  func damage() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try add(SeasonFile.ofBureau())
    #expect(try packet().status == 0)
    let review = "\(out)/南宁市/甲校/3-审核表.pdf"
    try FileManager.default.removeItem(atPath: review)
    try Data("x".utf8).write(to: URL(fileURLWithPath: "\(out)/南宁市/回执.pdf"))
    let (files, _) = try written { try packet() }
    #expect(files.contains("南宁市/甲校/3-审核表.pdf"))
    #expect(files.contains("南宁市/回执.pdf"))
    #expect(files.allSatisfy { !$0.contains("乙校") && !$0.contains("丙校") }, "\(files)")
    try expectClean()
  }

  @Test("other options, another template, a state that cannot be read: everything is made anew")
  func everything() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try add(SeasonFile.ofBureau())
    #expect(try packet().status == 0)
    #expect(try written { try packet(["--duplex"]) }.files.count > 12)
    try expectClean(["--duplex"])
    let variant = ["--duplex", "--variant", "registration=a4"]
    #expect(try written { try packet(variant) }.files.count > 12)
    try expectClean(variant)
    let templates = "\(folder)/Templates"
    try FileManager.default.copyItem(atPath: "Templates/2023", toPath: templates)
    let changed = ["--duplex", "--templates", templates]
    #expect(try packet(changed).status == 0)
    let path = "\(templates)/review.xml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.replacingOccurrences(of: "审核表", with: "审核汇总表")
      .write(toFile: path, atomically: true, encoding: .utf8)
    #expect(try written { try packet(changed) }.files.count > 12)
    try expectClean(changed)
    for bytes in [Data(), Data("yanyin made 1".utf8), Data(repeating: 0xFF, count: 4_096)] {
      try bytes.write(to: URL(fileURLWithPath: "\(out)/.yanyin/made"))
      #expect(try written { try packet(changed) }.files.count > 12)
    }
    try expectClean(changed)
  }

  @Test("a draft takes the place of files, and they are made again")
  func draft() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try add(SeasonFile.ofBureau())
    #expect(try packet().status == 0)
    #expect(try packet(["--draft"]).status == 0)
    #expect(try written { try packet() }.files.count > 12)
    try expectClean()
  }

  @Test("a number that two schools share withholds both, and both are made when it goes")
  func shared() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var season = SeasonFile.ofBureau()
    try add(season)
    #expect(try packet().status == 0)
    let roll = season["毕业生"]
    let sound = season
    // The first of 乙校 gets the number of the first of 甲校, which itself does not change.
    for field in ["身份证号码", "姓名", "性别"] { season["毕业生"][3][field] = roll[0][field] }
    season["成绩"] = season["成绩"].filter { $0["身份证号码"] != roll[3]["身份证号码"] }
    try add(season)
    let twice = try packet()
    #expect(twice.status == 1)
    #expect(twice.errors.components(separatedBy: "[R132]").count == 3, "\(twice.errors)")
    #expect(!FileManager.default.fileExists(atPath: "\(out)/南宁市/甲校/2-登记表-护理.pdf"))
    try expectClean(status: 1)
    let (files, third) = try written { try packet() }
    #expect(files == [])
    func findings(_ text: String) -> [Substring] {
      text.split(separator: "\n").filter { !$0.contains("[P104]") }
    }
    #expect(findings(third.errors) == findings(twice.errors))
    #expect(third.status == 1)
    try add(sound)
    #expect(try packet().status == 0)
    try expectClean()
  }

  @Test("a run of one school keeps what is known of the others")
  func filtered() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let season = SeasonFile.ofBureau()
    try add(season)
    #expect(try packet().status == 0)
    let person = season["毕业生"][0]
    try correct(person["身份证号码"] ?? "", from: person["姓名"] ?? "", to: "韦芳")
    let (files, _) = try written { try packet(["--school", "甲校"]) }
    #expect(files.contains("南宁市/甲校/2-登记表-护理.pdf"))
    #expect(try written { try packet() }.files == [])
    try expectClean()
  }

  @Test("a row of 特例 is about the school of its person, a row of 主管单位 about its receipt")
  func rows() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var season = SeasonFile.ofBureau()
    season["毕业生"][0]["性别"] = season["毕业生"][0]["性别"] == "男" ? "女" : "男"
    try add(season)
    #expect(try packet().status == 1)
    season["特例"] = [
      [
        "身份证号码": season["毕业生"][0]["身份证号码"] ?? "", "代码": "R115", "说明": "登记有误",
        "依据": "派出所证明", "批准人": "韦主任",
      ]
    ]
    try add(season)
    let released = try written { try packet() }
    #expect(released.outcome.status == 0, "\(released.outcome.errors)")
    #expect(released.files.contains("南宁市/甲校/2-登记表-护理.pdf"))
    #expect(released.files.allSatisfy { !$0.contains("乙校") && !$0.contains("丙校") })
    season["主管单位"][0]["联系人"] = "农晓东"
    try add(season)
    #expect(try written { try packet() }.files == ["manifest.json", "南宁市/回执.pdf"])
    try expectClean()
  }

  @Test("a school whose folder another one wants is withheld, though nothing of it has changed")
  func clash() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var season = SeasonFile.ofBureau()
    season.addSchool("School A", type: "区直中职学校")
    season.addMajor("护理", of: "School A", students: 2)
    try add(season)
    #expect(try packet().status == 0)
    season.addSchool("SCHOOL A", type: "区直中职学校")
    season.addMajor("护理", of: "SCHOOL A", students: 2)
    try add(season)
    let outcome = try packet()
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("P101"))
    try expectClean(status: 1)
  }
}
