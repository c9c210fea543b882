import Diagnostics
import Records
import Testing

@testable import Exchange

@Suite("Tables become schools")
struct AssemblyTests {
  static let two =
    Sample.school + "第二职业学校,区直中职学校,,陈红,13800000002,示范路2号\n"

  @Test("rows go to the school that they name")
  func named() throws {
    let text =
      "学校名称," + Sample.rosterHead + "\n第二职业学校," + Sample.person + "\n"
    let reading = try Reading(["a.csv": Self.two, "b.csv": text])
    #expect(reading.findings == [])
    #expect(reading.season.schools.map(\.graduates.count) == [0, 1])
  }

  @Test("rows of unknown schools, and rows without a school where there are several, are errors")
  func strays() throws {
    let text =
      "学校名称," + Sample.rosterHead + "\n第三职业学校," + Sample.person + "\n," + Sample.person + "\n"
    let reading = try Reading(["a.csv": Self.two, "b.csv": text])
    #expect(reading.errors == ["I060", "I061"])
    #expect(reading.findings(.unknownSchool)[0].message.contains("示范职业学校、第二职业学校"))
    #expect(try Reading(["b.csv": Sample.roster]).errors == ["I061"])
  }

  @Test("a row without a school withholds the table of those schools alone that it may belong to")
  func narrow() throws {
    let three = Self.two + "第四职业学校,区直中职学校,,陈红,13800000003,示范路3号\n"
    let other = Sample.person.replacing("450000200503150028", with: "45000020050315001X")
    let rosters = "学校名称,\(Sample.rosterHead)\n示范职业学校,\(Sample.person)\n第二职业学校,\(other)\n"
    func schools(_ text: String) throws -> [String?] {
      let files: KeyValuePairs = ["a.csv": three, "b.csv": rosters, "c.csv": text]
      return try Reading(files).findings(.schoolNotNamed).map { $0.subject?.school }
    }
    let change = "护理,2020级,3年,a,b,2021-09-01,留级,审核通过\n"
    let head = "学校名称,\(Sample.changeHead)\n"
    // The roster has the person.
    #expect(try schools("\(head),韦,45000020050315001X,女,\(change)") == ["第二职业学校"])
    // Nobody knows the person: the other rows of the table and schools without any change.
    let stranger = ",韦,450000200412311172,女,\(change)"
    let named = "第二职业学校,韦,45000020050315001X,女,\(change)"
    #expect(try schools(head + stranger) == [nil])
    let first = "示范职业学校,韦,450000200503150028,女,\(change)"
    let all = try schools(head + named + first + stranger)
    #expect(all == [nil])
    let fourth = "第四职业学校,韦,450000200412311172,女,\(change)"
    let files: KeyValuePairs = [
      "a.csv": three, "b.csv": rosters, "c.csv": head + named + stranger,
      "d.csv": head + first + fourth,
    ]
    let reading = try Reading(files)
    #expect(reading.findings(.schoolNotNamed).map { $0.subject?.school } == ["第二职业学校"])
    #expect(reading.findings(.schoolNotNamed)[0].message.contains("可能是“第二职业学校”的"))
  }

  @Test("a faulty cell of a row without a school withholds no more than the row itself")
  func faultyStray() throws {
    let text = "学校名称,\(Sample.rosterHead)\n第三职业学校,韦,不详,450000200503150028,护理,2020级,3年,优秀,毕业\n"
    let reading = try Reading(["a.csv": Self.two, "b.csv": text])
    #expect(reading.findings(.unreadableSex).map { $0.subject?.school } == ["第三职业学校"])
    #expect(reading.errors == ["I049", "I060"])
  }

  @Test("equal rows of two files merge, equal rows of one file stay for the rules")
  func merging() throws {
    let twice = Sample.roster + Sample.person + "\n"
    let one = try Reading(["a.csv": Sample.school, "b.csv": twice])
    #expect(one.season.schools[0].graduates.count == 2)
    #expect(one.findings == [])
    let two = try Reading(["a.csv": Sample.school, "b.csv": Sample.roster, "c.csv": Sample.roster])
    #expect(two.season.schools[0].graduates.count == 1)
    #expect(two.findings(.mergedRows).count == 1)
    let changed = try Reading([
      "a.csv": Sample.school, "b.csv": Sample.roster, "c.csv": Sample.roster("操行", "良好"),
    ])
    #expect(changed.season.schools[0].graduates.count == 2)
  }

  @Test("texts that only look equal are not merged")
  func bytes() throws {
    let reading = try Reading([
      "a.csv": Sample.school, "b.csv": Sample.roster("姓名", "郎"),
      "c.csv": Sample.roster("姓名", "\u{F92C}"),
    ])
    #expect(reading.season.schools[0].graduates.count == 2)
  }

  @Test("two different rows of one school are an error of the school")
  func conflict() throws {
    let other = String(Sample.school.map { $0 == "1" ? "2" : $0 })
    let reading = try Reading(["a.csv": Sample.school, "b.csv": other])
    #expect(reading.errors == ["I062"])
    #expect(try Reading(["a.csv": Sample.school, "b.csv": Sample.school]).errors == [])
  }

  @Test("scores without a school go to the school whose roster has the person")
  func scores() throws {
    let roster = "学校名称," + Sample.rosterHead + "\n第二职业学校," + Sample.person + "\n"
    let scores = "身份证号码,姓名,语文\n450000200503150028,韦小明,85\n"
    let reading = try Reading(["a.csv": Self.two, "b.csv": scores, "c.csv": roster])
    #expect(reading.errors == [])
    #expect(reading.season.schools[1].scores.sheets.count == 1)
  }

  @Test("scores may name a course by its short name, once its full one is known")
  func shortNames() throws {
    let courses = "专业名称,课程名称,简称\n护理,计算机应用基础,计基\n护理,语文,\n护理,体育,语文\n护理,美术,艺\n护理,音乐,艺\n"
    let scores = "身份证号码,姓名,计基,语文,艺\n450000200503150028,韦小明,85,90,75\n"
    let reading = try Reading([
      "a.csv": Sample.school, "b.csv": Sample.roster, "c.csv": scores, "d.csv": courses,
    ])
    #expect(reading.season.schools[0].scores.courseNames == ["计算机应用基础", "语文", "艺"])
    #expect(reading.findings(.recognised).map(\.message) == ["“计基”按简称识别为“计算机应用基础”。"])
    #expect(reading.findings(.recognised)[0].place.description == "c.csv:2:3（计基）")
  }

  @Test("folders are walked by the bytes of their names; outputs and hidden files are skipped")
  func folders() throws {
    let files = MemoryFiles(files: [
      "in/2/b.csv": Array(Sample.roster.utf8), "in/1.csv": Array(Sample.school.utf8),
      "in/manifest.json": [0x7B], "in/x.pdf": [0x25], "in/.hidden.csv": [0xFF],
      "in/回执.xlsx": [0x50],
      "in/photo.jpg": [0xFF],
    ])
    let result = try InputLoader.load(paths: ["in"], schema: .builtIn, fileSystem: files)
    #expect(result.season.sources.map(\.file) == ["in/1.csv", "in/2/b.csv"])
    #expect(result.findings.diagnostics.map(\.code) == ["I013"])
  }

  @Test("a folder without any table is an input that cannot be read")
  func emptyFolder() throws {
    let files = MemoryFiles(files: [
      "in/photo.jpg": [0xFF], "other/1.csv": Array(Sample.school.utf8),
    ])
    let paths = ["other", "in"]
    let result = try InputLoader.load(paths: paths, schema: .builtIn, fileSystem: files)
    let finding = result.findings.diagnostics.first { $0.code == "I014" }
    #expect(finding?.place == .file("in"))
    #expect(finding?.isInputFailure == true)
    #expect(result.findings.diagnostics.count { $0.code == "I014" } == 1)
  }

  @Test("a path that does not exist is a failure")
  func missing() {
    #expect(throws: InputFailure.self) {
      try InputLoader.load(paths: ["/nowhere/x.csv"], schema: .builtIn)
    }
  }
}
