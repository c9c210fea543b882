import Foundation
import Testing

@Suite("Reprints")
struct ReprintTests {
  /// A 市县 school with a 册 of three pages and one of a single page.
  func season(changes: Int = 0) -> SeasonFile {
    var season = SeasonFile()
    season.addSchool("甲校")
    season.addMajor("护理", of: "甲校", students: 60, courses: 2)
    season.addMajor("会计", of: "甲校", students: 5, courses: 2)
    season.addChanges(changes, to: "甲校")
    return season
  }

  /// Runs the two seasons and checks the reprint against pictures of the two packets.
  ///
  /// - Returns: the labels of the pages of the reprint files.
  func reprint(
    _ before: SeasonFile,
    _ after: SeasonFile,
    _ options: [String] = []
  ) throws -> (pages: Set<String>, folder: ReprintFolder) {
    let folder = try ReprintFolder(options)
    try folder.packet(before)
    #expect(try folder.reprintFiles.isEmpty)
    let old = try PagePictures.packets(folder.out)
    try folder.packet(after)
    let new = try PagePictures.packets(folder.out)
    let reprints = try PagePictures.reprints(folder.out)
    let pages = Set(reprints.pages.keys)
    // A sheet of two sides is printed again as a whole.
    let differing = new.differing(from: old)
    #expect(options.contains("--duplex") ? pages.isSuperset(of: differing) : pages == differing)
    for (label, picture) in reprints.pages { #expect(new.pages[label] == picture, "\(label)") }
    #expect(try Program.run(["verify", folder.out]).status == 0)
    return (pages, folder)
  }

  func labels(_ name: String, copies: Int, pages: some Sequence<Int>) -> Set<String> {
    Set((1...copies).flatMap { copy in pages.map { "甲校 \(name) 第 \(copy) 份 \($0)" } })
  }

  @Test(
    "one character of a name is one page in each copy of its 册, with riding seal and certificate"
  )
  func oneCharacter() throws {
    var after = season()
    after.set("姓名", of: 30, to: "韦\u{20BB7}")
    let (pages, folder) = try reprint(season(), after)
    defer { folder.remove() }
    #expect(pages == labels("登记表 护理", copies: 3, pages: [2]))
    #expect(try folder.reprintFiles == ["更正单.pdf", "补打-A3.pdf", "补打清单.pdf"])
    let list = try folder.text("补打清单.pdf")
    #expect(list.contains("第2页共3页"))
    #expect(list.contains("20230100031"))
    #expect(list.contains("骑缝章"))
    #expect(!list.contains("学校公章"))
    #expect(list.contains("一、甲校（市县学校，一式3份）"))
    #expect(list.contains("补打日期：2023年7月5日"))
    let slip = try folder.text("更正单.pdf")
    #expect(slip.contains("韦\u{20BB7}"))
    #expect(slip.contains("姓名"))
    for name in try folder.reprintFiles {
      let path = "\(folder.out)/\(name)"
      #expect(try Program.tool("qpdf", ["--check", path]).status == 0)
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    }
  }

  @Test("a value on the signature page asks for all seals")
  func signaturePage() throws {
    var after = season()
    // The first of the two courses of student 59.
    after["成绩"][116]["成绩"] = "100"
    let (pages, folder) = try reprint(season(), after)
    defer { folder.remove() }
    #expect(pages == labels("登记表 护理", copies: 3, pages: [3]))
    #expect(try folder.text("补打清单.pdf").contains("学校公章、市教育局章、骑缝章"))
    #expect(try folder.text("更正单.pdf").contains("专业课程1成绩"))
  }

  @Test("a row put in moves the rows from its page to the end; pages before it stay")
  func movedRows() throws {
    let before = season(changes: 27)
    var after = before
    // The rows stand by date: the new one comes on the second of three pages.
    after.addChanges(1, to: "甲校")
    after["异动"][27]["异动时间"] = "2021-09-22"
    let (pages, folder) = try reprint(before, after)
    defer { folder.remove() }
    #expect(pages == labels("异动情况汇总表", copies: 1, pages: [2, 3]))
    #expect(try folder.text("补打清单.pdf").contains("第2—3页共3页"))
    #expect(try folder.text("更正单.pdf").contains("增加"))
  }

  @Test(
    "another page total changes every page of the document, and the checklist that counts sheets"
  )
  func pageTotal() throws {
    let before = season(changes: 26)
    var after = before
    after.addChanges(1, to: "甲校")
    let (pages, folder) = try reprint(before, after)
    defer { folder.remove() }
    #expect(
      pages
        == labels("异动情况汇总表", copies: 1, pages: 1...3)
        .union(labels("材料清单", copies: 1, pages: [1]))
    )
    let list = try folder.text("补打清单.pdf")
    #expect(list.contains("第1—2页共2页"))
    #expect(list.contains("第1—3页共3页"))
  }

  @Test("a new 册 is put in, one that is gone is taken out")
  func documents() throws {
    let before = season()
    var after = before
    for table in ["毕业生", "课程"] {
      for index in after[table].indices where after[table][index]["专业名称"] == "会计" {
        after[table][index]["专业名称"] = "电商"
      }
    }
    let (pages, folder) = try reprint(before, after)
    defer { folder.remove() }
    #expect(pages.isSuperset(of: labels("登记表 电商", copies: 3, pages: [1])))
    #expect(!pages.contains { $0.contains("会计") })
    let list = try folder.text("补打清单.pdf")
    #expect(list.contains("会计"))
    #expect(try folder.text("更正单.pdf").contains("所在册"))
  }

  @Test("where each student has boxes of their own, every page asks for all seals")
  func cards() throws {
    var after = season()
    after.set("姓名", of: 3, to: "覃木")
    let options = ["--variant", "registration=card"]
    let (pages, folder) = try reprint(season(), after, options)
    defer { folder.remove() }
    #expect(pages == labels("登记表 护理", copies: 3, pages: [4]))
    #expect(try folder.reprintFiles == ["更正单.pdf", "补打-A4.pdf", "补打清单.pdf"])
    let list = try folder.text("补打清单.pdf")
    #expect(list.contains("第4页共60页"))
    #expect(list.contains("学校公章、市教育局章、骑缝章"))
  }

  @Test("another order of the copies changes no sheet but the slips that name pages")
  func order() throws {
    let folder = try ReprintFolder()
    defer { folder.remove() }
    try folder.packet(season())
    try folder.packet(season(), ["--order", "holder"])
    let pages = try PagePictures.reprints(folder.out).pages.keys
    #expect(!pages.isEmpty)
    #expect(pages.allSatisfy { $0.contains("插页") })
  }

  @Test("nothing changed, no files; a change taken back, no files")
  func nothing() throws {
    let folder = try ReprintFolder()
    defer { folder.remove() }
    let before = season()
    var after = before
    after.set("姓名", of: 0, to: "农木")
    try folder.packet(before)
    try folder.packet(before)
    #expect(try folder.reprintFiles.isEmpty)
    #expect(try folder.packet(after).output.contains("取出 3 张、放入 3 张"))
    #expect(try !folder.reprintFiles.isEmpty)
    try folder.packet(before)
    #expect(try folder.reprintFiles.isEmpty)
    // What a killed run left without a word goes too.
    try Data("x".utf8).write(to: URL(fileURLWithPath: "\(folder.out)/补打-A4.pdf"))
    try folder.packet(before)
    #expect(try folder.reprintFiles.isEmpty)
  }

  @Test(
    "two runs before printing lose nothing, the mark begins anew, and the end equals a clean run"
  )
  func marks() throws {
    let folder = try ReprintFolder()
    defer { folder.remove() }
    var data = season()
    try folder.packet(data)
    data.set("姓名", of: 0, to: "农木")
    try folder.packet(data)
    data.set("姓名", of: 62, to: "蓝木")
    try folder.packet(data)
    var pages = try Set(PagePictures.reprints(folder.out).pages.keys)
    #expect(
      pages
        == labels("登记表 护理", copies: 3, pages: [1])
        .union(labels("登记表 会计", copies: 3, pages: [1]))
    )
    #expect(try folder.text("更正单.pdf").contains("蓝木"))

    let mark = try folder.printed()
    #expect(mark.status == 0, "\(mark.errors)")
    #expect(try folder.reprintFiles.isEmpty)
    #expect(try Program.run(["verify", folder.out]).status == 0)
    try folder.packet(data)
    #expect(try folder.reprintFiles.isEmpty)

    data.set("操行", of: 30, to: "优秀")
    try folder.packet(data)
    pages = try Set(PagePictures.reprints(folder.out).pages.keys)
    #expect(pages == labels("登记表 护理", copies: 3, pages: [2]))
    #expect(try folder.text("补打清单.pdf").contains("对照已打印的版本：2023年6月28日"))
    #expect(try !folder.text("更正单.pdf").contains("蓝木"))

    let clean = "\(folder.root)/clean"
    try folder.packet(data, out: clean)
    #expect(try folder.documents() == folder.documents(clean))
  }

  @Test("a run of one school keeps what is to be printed again of the others")
  func filtered() throws {
    let folder = try ReprintFolder()
    defer { folder.remove() }
    var data = season()
    data.addSchool("乙校", type: "区直中职学校")
    data.addMajor("护理", of: "乙校", students: 5, courses: 2)
    try folder.packet(data)
    data.set("姓名", of: 0, to: "农木")
    data.set("姓名", of: 66, to: "蓝木")
    try folder.packet(data)
    let all = try PagePictures.reprints(folder.out)
    #expect(all.pages.count == 3 + 2)
    data.set("姓名", of: 66, to: "蓝林")
    try folder.packet(data, ["--school", "乙校"])
    let again = try PagePictures.reprints(folder.out)
    #expect(again.pages.keys.sorted() == all.pages.keys.sorted())
    #expect(again.differing(from: all) == Set(again.pages.keys.filter { $0.hasPrefix("乙校") }))
    #expect(try folder.text("补打清单.pdf").contains("二、乙校（区直中职学校，一式2份）"))
    // A run of single forms makes no packet and changes nothing of what is to be replaced.
    data.set("姓名", of: 1, to: "莫林")
    try folder.packet(data, ["--form", "registration"])
    #expect(try PagePictures.reprints(folder.out).pages == again.pages)
    // A school whose A3 sheets are withheld keeps what is to be replaced of the others.
    data.set("身份证号码", of: 66, to: "450000200503150671")
    try folder.packet(data, ["--school", "乙校"], expecting: 1)
    let rest = try PagePictures.reprints(folder.out).pages
    #expect(rest.filter { $0.key.contains("登记表") }.keys.allSatisfy { $0.hasPrefix("甲校") })
    #expect(rest.keys.contains { $0.hasPrefix("乙校 材料清单") })
    #expect(try folder.text("补打清单.pdf").contains("未生成，暂不取出"))
  }

  @Test("a 册 that is withheld now is not torn out; one that was withheld is put in later")
  func withheld() throws {
    let folder = try ReprintFolder()
    defer { folder.remove() }
    let sound = season()
    var faulty = sound
    faulty.set("身份证号码", of: 61, to: "450000200503150627")
    try folder.packet(sound)
    try folder.packet(faulty, expecting: 1)
    let list = try folder.text("补打清单.pdf")
    #expect(list.contains("未生成，暂不取出"))
    #expect(try !folder.text("更正单.pdf").contains("删去"))

    // What there is can be printed and marked; the rest is put in when it can be made.
    #expect(try folder.printed().output.contains("甲校 登记表 会计"))
    try folder.packet(sound)
    let pages = try Set(PagePictures.reprints(folder.out).pages.keys)
    #expect(pages.isSuperset(of: labels("登记表 会计", copies: 3, pages: [1])))
    #expect(pages.isDisjoint(with: labels("登记表 护理", copies: 3, pages: 1...3)))
  }

  @Test("a folder is not marked where it differs, holds drafts, or no packet")
  func refusals() throws {
    let folder = try ReprintFolder()
    defer { folder.remove() }
    #expect(try folder.printed().status == 66)
    try folder.packet(season(), ["--form", "review"])
    #expect(try folder.printed().status == 1)
    try folder.packet(season())
    try folder.packet(season(), ["--draft"])
    #expect(try folder.reprintFiles.isEmpty)
    let draft = try folder.printed()
    #expect(draft.status == 1)
    #expect(draft.output.contains("甲校"))
    try folder.packet(season())
    let file = "\(folder.out)/南宁市/甲校/3-审核表.pdf"
    try Data("x".utf8).write(to: URL(fileURLWithPath: file))
    let changed = try folder.printed()
    #expect(changed.status == 1)
    #expect(changed.output.contains("已改动：南宁市/甲校/3-审核表.pdf"))
  }

  @Test("documents are replaced only after the reprint files are written")
  func reprintFilesFirst() throws {
    let folder = try ReprintFolder()
    defer { folder.remove() }
    var data = season()
    try folder.packet(data)
    let before = try folder.documents()
    // A folder in the place of the list keeps it from being written.
    try FileManager.default.createDirectory(
      atPath: "\(folder.out)/补打清单.pdf/x",
      withIntermediateDirectories: true
    )
    data.set("姓名", of: 0, to: "农木")
    #expect(try folder.packet(data, expecting: nil).status == 74)
    let after = try folder.documents().filter { !$0.key.hasPrefix("补打") }
    #expect(after == before)
    try FileManager.default.removeItem(atPath: "\(folder.out)/补打清单.pdf")
    try folder.packet(data)
    #expect(try folder.reprintFiles.count == 3)
  }

  @Test("a damaged state stops the run before anything is replaced")
  func damage() throws {
    let folder = try ReprintFolder()
    defer { folder.remove() }
    var data = season()
    try folder.packet(data)
    let before = try folder.documents()
    let objects = "\(folder.out)/.yanyin/objects"
    for name in try FileManager.default.contentsOfDirectory(atPath: objects) {
      try Data("x".utf8).write(to: URL(fileURLWithPath: "\(objects)/\(name)"))
    }
    data.set("姓名", of: 0, to: "农木")
    let outcome = try folder.packet(data, expecting: nil)
    #expect(outcome.status == 74)
    #expect(outcome.errors.contains("无法知道哪些页已经打印"))
    #expect(try folder.documents() == before)
    try Data("{}".utf8).write(to: URL(fileURLWithPath: "\(folder.out)/.yanyin/index.json"))
    #expect(try folder.packet(data, expecting: nil).status == 74)
    #expect(try folder.printed().status == 74)
  }

  @Test(
    "a school with a corrected name keeps its paper: every page that shows the name is replaced"
  )
  func renamedSchool() throws {
    let folder = try ReprintFolder()
    defer { folder.remove() }
    var data = season()
    // By its code the school is known again.
    data["学校"][0]["学校标识码"] = "4500009901"
    try folder.packet(data)
    for (name, rows) in data.tables {
      for index in rows.indices { data[name][index]["学校名称"] = "甲学校" }
    }
    try folder.packet(data)
    let pages = try PagePictures.reprints(folder.out).pages
    #expect(pages.keys.filter { $0.contains("登记表 护理") }.count == 9)
    #expect(pages.keys.allSatisfy { $0.hasPrefix("甲学校 ") })
    let list = try folder.text("补打清单.pdf")
    #expect(list.contains("一、甲学校"))
    #expect(!list.contains("二、"))
    #expect(try folder.text("更正单.pdf").contains("学校名称"))
  }

  @Test("one folder is written by one run at a time")
  func lock() throws {
    let folder = try ReprintFolder()
    defer { folder.remove() }
    try folder.packet(season())
    let held = unsafe open(folder.out, O_RDONLY)
    defer { close(held) }
    #expect(flock(held, LOCK_EX) == 0)
    let outcome = try folder.packet(season(), expecting: nil)
    #expect(outcome.status == 73)
    #expect(outcome.errors.contains("另一个 yanyin 正在写"))
    #expect(try folder.printed().status == 73)
    #expect(flock(held, LOCK_UN) == 0)
    #expect(try folder.printed().status == 0)
  }

  @Test("a school that the data no longer has is taken out")
  func goneSchool() throws {
    let folder = try ReprintFolder()
    defer { folder.remove() }
    var data = season()
    data.addSchool("乙校", type: "区直中职学校")
    data.addMajor("护理", of: "乙校", students: 5, courses: 2)
    try folder.packet(data)
    try folder.packet(season())
    #expect(try folder.reprintFiles == ["补打清单.pdf"])
    let list = try folder.text("补打清单.pdf")
    #expect(list.contains("一、乙校"))
    #expect(!list.contains("暂不取出"))
  }
}
