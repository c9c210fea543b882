import Foundation
import Packets
import TestTools
import Testing

@Suite("Print files of all schools")
struct MergeTests {
  private let folder: String
  private var input: String { "\(folder)/数据.json" }
  private var output: OutputFolder { OutputFolder(path: "\(folder)/out") }

  init() throws {
    folder = try Program.temporaryFolder()
  }

  private func remove() { try? FileManager.default.removeItem(atPath: folder) }

  @discardableResult
  private func packet(
    _ season: SeasonFile,
    _ options: [String] = ["--merge"]
  ) throws -> Program.Outcome {
    try season.write(to: input)
    return try Program.packet([input], to: output.path, options)
  }

  @Test("each school's pages stand behind its banner, in the order of the plan, on one paper")
  func pages() throws {
    defer { remove() }
    let outcome = try packet(CityFormTests.season())
    #expect(outcome.status == 0, "\(outcome.errors)")
    let manifest = try output.manifest()
    let merged = try #require(manifest.merged)
    #expect(merged.map(\.path) == ["印刷-A4.pdf", "印刷-A3.pdf"])
    for file in merged {
      #expect(file.schools.map(\.school) == ["甲校", "乙校", "丙校", "丁校"])
      let pdf = output.pdf(file.path)
      #expect(try pdf.papers() == Array(repeating: file.paper, count: file.pages))
      let texts = try pdf.solidPages()
      for line in file.schools {
        let own = try #require(
          manifest.packets.first { $0.school == line.school && $0.paper == file.paper }
        )
        #expect(line.pages == own.pages + 1)
        let first = line.firstPage - 1
        // What all banners share is drawn first; then the year, which school of how many, its name.
        #expect(texts[first].contains("2023\(Self.place(of: line.school))4\(line.school)"))
        let pages = Array(texts[(first + 1)..<(first + line.pages)])
        #expect(try pages == output.pdf(own.path).solidPages(), "\(line.school)")
      }
      #expect(outcome.output.contains("\(output.path)/\(file.path)\n"))
    }
    #expect(try Program.run(["verify", output.path]).status == 0)
  }

  private static func place(of school: String) -> Int {
    (["甲校", "乙校", "丙校", "丁校"].firstIndex(of: school) ?? 9) + 1
  }

  @Test("a face is embedded once, copies draw the same contents, and the file is sound")
  func fonts() throws {
    defer { remove() }
    try packet(CityFormTests.season())
    for name in ["印刷-A4.pdf", "印刷-A3.pdf"] {
      let pdf = output.pdf(name)
      let fonts = try pdf.fonts()
      let faces = fonts.map { $0.name.split(separator: "+").last }
      #expect(Set(faces).count == faces.count, "\(faces)")
      for font in fonts { #expect(font.state == "yes yes yes", "\(font.name)") }
      let check = try Tool.run("qpdf", ["--check", pdf.path])
      #expect(check.status == 0 && !check.errors.contains("WARNING"), "\(check.errors)")
    }
    let pages = try output.pdf("印刷-A3.pdf").listed()
    // Behind the banner the three copies of the first 册, then of the second.
    #expect(pages[1].titles == ["登记表 护理", "第 1 份"])
    #expect(pages[0].titles == ["甲校"])
    #expect(pages[2].label == "甲校 登记表 护理 第 2 份 1")
    #expect(Set(pages[1...3].map(\.contents)).count == 1)
    #expect(pages[4].contents != pages[3].contents)
  }

  @Test("a banner says school, city, documents, copies and sheets, and what is missing")
  func banner() throws {
    defer { remove() }
    var season = CityFormTests.season()
    season["毕业生"][0]["身份证号码"] = "450000200503150027"
    season["成绩"] = season["成绩"].filter { $0["学校名称"] != "甲校" }
    // Of this one nothing can be made.
    season["学校"][1]["学校类型"] = "职业学校"
    try packet(season)
    let files = try #require(try output.manifest().merged)
    #expect(files.first?.schools.map(\.school) == ["甲校", "丙校", "丁校"])
    let a3 = try output.pdf("印刷-A3.pdf").solidPages(asLaidOut: true)
    let rows = "甲校所属南宁市材料登记表3份份数3份用纸A33张（单面），不含本页未生成的材料登记表护理、审核表"
    #expect(a3[0].contains(rows), "\(a3[0])")
    let a4 = try output.pdf("印刷-A4.pdf").solidPages(asLaidOut: true)
    let others = "材料材料清单1份、异动情况汇总表1份份数2份用纸A46张（单面），不含本页"
    #expect(a4[0].contains(others), "\(a4[0])")
    #expect(a3[4].contains("丙校所属区直材料登记表2份份数2份用纸A32张（单面），不含本页本页"), "\(a3[4])")
  }

  @Test("on both sides every school begins on a front")
  func duplex() throws {
    defer { remove() }
    try packet(CityFormTests.season(), ["--merge", "--duplex"])
    for file in try #require(try output.manifest().merged) {
      #expect(file.schools.allSatisfy { $0.firstPage % 2 == 1 && $0.pages % 2 == 0 })
      let texts = try output.pdf(file.path).solidPages()
      #expect(texts.count == file.pages)
      for line in file.schools { #expect(texts[line.firstPage].isEmpty) }
    }
  }

  @Test("one after another or side by side: the same bytes")
  func jobs() throws {
    defer { remove() }
    try packet(CityFormTests.season(), ["--merge", "--jobs", "1"])
    let first = try output.files()
    let other = "\(folder)/other"
    _ = try Program.packet([input], to: other, ["--merge", "--jobs", "4"])
    #expect(try OutputFolder(path: other).files() == first)
  }

  @Test("schools that would be left alone are made anew for it; without it the files go")
  func ledger() throws {
    defer { remove() }
    try CityFormTests.season().write(to: input)
    let ledger = "\(folder)/季.yanyin"
    let imported = try Program.run([
      "import", input, "--ledger", ledger, "--today", "2023-07-01",
    ])
    #expect(imported.status == 0, "\(imported.errors)")
    #expect(try Program.packet([ledger], to: output.path).status == 0)
    let plain = try output.files()
    #expect(try Program.packet([ledger], to: output.path, ["--merge"]).status == 0)
    let merged = try output.files()
    let other = "\(folder)/other"
    #expect(try Program.packet([ledger], to: other, ["--merge"]).status == 0)
    #expect(try OutputFolder(path: other).files() == merged)
    #expect(merged.count == plain.count + 2)
    let last = try Program.packet([ledger], to: output.path)
    #expect(last.errors.contains("[P104]") && last.errors.contains("印刷-A3.pdf"))
    #expect(try output.files() == plain)
    #expect(try Program.packet([ledger], to: output.path).errors.contains("[P104]") == false)
  }

  @Test("a run of one school outdates them where its print files change, and only there")
  func filtered() throws {
    defer { remove() }
    var season = CityFormTests.season()
    try packet(season)
    let files = ["印刷-A4.pdf", "印刷-A3.pdf"]
    try packet(season, ["--school", "乙校"])
    #expect(try output.manifest().outdatedPaths == [])
    season["毕业生"][5]["姓名"] = "韦芳"
    season["成绩"] = season["成绩"].filter { $0["学校名称"] != "乙校" }
    let outcome = try packet(season, ["--school", "乙校"])
    #expect(try output.manifest().outdatedPaths.filter { files.contains($0) } == files)
    #expect(outcome.errors.contains("印刷-A4.pdf: 警告: 这份文件已过期"))
    #expect(try Program.run(["verify", output.path]).output.contains("已过期：印刷-A4.pdf"))
    try packet(season)
    #expect(try output.manifest().outdatedPaths == [])
    season["毕业生"][5]["姓名"] = "韦秀芳"
    try packet(season, ["--school", "乙校", "--form", "registration"])
    #expect(try output.manifest().outdatedPaths.contains("印刷-A3.pdf"))
    // Of the city alone: the file holds its schools.
    try packet(season, ["--city", "南宁市", "--merge"])
    let merged = try #require(try output.manifest().merged)
    #expect(merged.map { $0.schools.map(\.school) } == [["甲校", "乙校"], ["甲校", "乙校"]])
    #expect(merged.allSatisfy { $0.outdated == nil })
  }

  @Test("in a folder that is on paper they hold the corrected pages, beside those to print again")
  func onPaper() throws {
    defer { remove() }
    var season = CityFormTests.season()
    try packet(season)
    let marked = try Program.run(["printed", output.path, "--today", "2023-07-01"])
    #expect(marked.status == 0, "\(marked.errors)")
    season["毕业生"][5]["姓名"] = "韦芳"
    season["成绩"] = season["成绩"].filter { $0["学校名称"] != "乙校" }
    try packet(season)
    #expect(try output.names().contains("补打清单.pdf"))
    #expect(try Program.run(["verify", output.path]).status == 0)
    let other = "\(folder)/other"
    _ = try Program.packet([input], to: other, ["--merge"])
    for name in ["印刷-A4.pdf", "印刷-A3.pdf", "manifest.json"] {
      #expect(try output.data(name) == OutputFolder(path: other).data(name), "\(name)")
    }
  }

  @Test("the print plan names them with their sheets, banners included")
  func plan() throws {
    defer { remove() }
    let path = "\(folder)/报告.txt"
    let outcome = try packet(CityFormTests.season(), ["--merge", "--report", path])
    #expect(outcome.output.contains("用纸：A3 18 张、A4 35 张（单面）。"))
    let report = try String(contentsOfFile: path, encoding: .utf8)
    #expect(
      report.contains("打印计划（单面，A3 18 张、A4 35 张）\n  印刷-A4.pdf：A4 35 张\n  印刷-A3.pdf：A3 18 张\n\n")
    )
  }

  @Test("with runs that make no packets it is a matter of usage", arguments: ["--proof", "--form"])
  func usage(option: String) throws {
    defer { remove() }
    let options = option == "--form" ? ["--form", "review"] : [option]
    let outcome = try packet(CityFormTests.season(), ["--merge"] + options)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("--merge wants packets"))
    #expect(try output.names() == [])
  }
}
