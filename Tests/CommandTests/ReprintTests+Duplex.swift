import Foundation
import Testing

/// Sheets of two pages.
extension ReprintTests {
  @Test("both sides of a sheet are printed again; a sheet is two pages")
  func duplex() throws {
    var after = season()
    after.set("姓名", of: 3, to: "覃木")
    let (pages, folder) = try reprint(season(), after, ["--duplex"])
    defer { folder.remove() }
    // Three pages: the first sheet holds 1 and 2, the second 3 and a blank side.
    #expect(pages == labels("登记表 护理", copies: 3, pages: [1, 2]))
    let list = try folder.text("补打清单.pdf")
    #expect(list.contains("第1—2页共3页"))
    #expect(list.contains("双面"))
  }

  @Test("an even count of pages has a blank back before the sealed page; each sheet has its own")
  func duplexEven() throws {
    var before = SeasonFile()
    before.addSchool("甲校")
    before.addMajor("护理", of: "甲校", students: 30, courses: 2)
    var after = before
    after.set("姓名", of: 29, to: "覃木")
    let (pages, folder) = try reprint(before, after, ["--duplex"])
    defer { folder.remove() }
    // Two pages on two sheets, the second one sealed.
    #expect(
      pages
        == Set(
          (1...3).flatMap { ["甲校 登记表 护理 第 \($0) 份 2", "甲校 登记表 护理 第 \($0) 份 背面 2"] }
        )
    )
    let list = try folder.text("补打清单.pdf")
    #expect(list.contains("第2页共2页"))
    #expect(try folder.printed().status == 0)
    try folder.packet(after)
    #expect(try folder.reprintFiles.isEmpty)
  }

  @Test("with one page more the blank back is printed on: both sheets of each copy are replaced")
  func duplexGrown() throws {
    var before = SeasonFile()
    before.addSchool("甲校")
    before.addMajor("护理", of: "甲校", students: 43, courses: 2)
    var after = before
    after.addMajor("护理", of: "甲校", students: 1, courses: 2)
    let (pages, folder) = try reprint(before, after, ["--duplex"])
    defer { folder.remove() }
    let sides = ["1", "2", "3", "背面 3"]
    let copies = (1...3).flatMap { copy in sides.map { "甲校 登记表 护理 第 \(copy) 份 \($0)" } }
    #expect(pages.filter { $0.contains("登记表 护理") } == Set(copies))
    // The sealed sheet stands on a line of its own.
    let list = try folder.text("补打清单.pdf")
    for span in ["第1页共2页", "第1—2页共3页", "第2页共2页", "第3页共3页"] {
      #expect(list.contains(span), "\(span)")
    }
  }
}
