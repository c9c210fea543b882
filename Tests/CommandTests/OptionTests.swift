import Foundation
import Packets
import TestTools
import Testing

@Suite("Options of packet")
struct OptionTests {
  private static let kapok = ExampleSeason.schools[0]

  /// Runs a packet of the examples and looks at its folder.
  private func packet(
    _ options: [String],
    _ body: (OutputFolder, Program.Outcome) throws -> Void
  ) throws {
    try Tool.withTemporaryFolder { (folder) throws in
      let outcome = try Program.packet(["Examples"], to: folder, options)
      try body(OutputFolder(path: folder), outcome)
    }
  }

  private static let only = ["--school", kapok.name]

  @Test("--order holder: one set complete, then what is left of the second and third")
  func holder() throws {
    try packet(Self.only + ["--order", "holder"]) { (output, outcome) throws in
      #expect(outcome.status == 0)
      let byHolder = try #require(try output.manifest().packets.first { $0.paper == "A4" })
      let byDocument = try #require(
        try ExampleSeason.run().output.manifest().packets.first { $0.path == byHolder.path }
      )
      func name(_ part: Manifest.Part) -> String {
        [part.form, part.volume ?? "", "\(part.copy)"].joined(separator: " ")
      }
      #expect(byHolder.parts.map(\.copy) == byHolder.parts.map(\.copy).sorted())
      #expect(byHolder.parts.map(name).sorted() == byDocument.parts.map(name).sorted())
      // Sets 2 and 3 hold copies only: 审核表, and in the other file 登记表.
      #expect(byHolder.parts.filter { $0.copy > 1 }.map(\.form) == ["review", "review"])
      let lists = try #require(try output.manifest().packets.first { $0.paper == "A3" })
      #expect(
        lists.parts.map(name) == [
          "registration 计算机应用 1", "registration 护理 1", "registration 计算机应用 2",
          "registration 护理 2", "registration 计算机应用 3", "registration 护理 3",
        ]
      )
      // A slip for each set of sheets on the other paper: pages 1-5, 6-10, 11-15.
      let text = try output.pdf(Self.kapok.packet("A4")).solidPages().joined()
      for pages in ["第1—5页", "第6—10页", "第11—15页"] {
        #expect(text.contains("此处插入A3登记表\(pages)"))
      }
    }
  }

  @Test("--duplex: each copy and slip begins on a front, its sealed last page is on a front")
  func duplex() throws {
    try packet(Self.only + ["--duplex"]) { (output, outcome) throws in
      #expect(outcome.status == 0)
      let manifest = try output.manifest()
      for packet in manifest.packets {
        let file = output.pdf(packet.path)
        let pages = try file.solidPages()
        #expect(pages.count == packet.pages && packet.pages % 2 == 0)
        let listed = try file.listed()
        var blank = Set(pages.indices.filter { pages[$0].isEmpty })
        let copies = Dictionary(grouping: packet.parts) {
          "\($0.form) \($0.volume ?? "") \($0.copy)"
        }
        for (name, parts) in copies {
          #expect(parts.allSatisfy { $0.firstPage % 2 == 1 }, "\(name)")
          // The pages of the copy are those that say so, whatever lies between them.
          let sides = parts.flatMap { $0.firstPage..<($0.firstPage + $0.pages) }
          for (index, side) in sides.enumerated() {
            let footer = "第\(index + 1)页共\(sides.count)页"
            #expect(pages[side - 1].contains(footer), "\(name), page \(side)")
            #expect(listed[side - 1].label.hasSuffix(" 份 \(index + 1)"), "\(name)")
          }
          // The last page carries the seals: with an even count a blank back goes before it.
          let last = try #require(sides.last)
          #expect(last % 2 == 1)
          #expect(blank.remove(last) != nil, "the back of the last page is not blank")
          if sides.count % 2 == 0 {
            #expect(blank.remove(last - 2) != nil)
            #expect(listed[last - 2].label.hasSuffix(" 份 背面 \(sides.count - 1)"))
          }
        }
        // What is left are the backs of slips.
        for index in blank { #expect(pages[index - 1].contains("本页") || index % 2 == 1) }
        let catalog = try Tool.run("mutool", ["show", file.path, "trailer/Root/ViewerPreferences"])
        #expect(catalog.output.contains("/DuplexFlipShortEdge"))
      }
    }
  }

  @Test("without --duplex every file says simplex and keeps its size on paper")
  func simplex() throws {
    let output = try ExampleSeason.run().output
    for name in try output.pdfs() {
      let preferences = try Tool.run(
        "mutool",
        ["show", output.pdf(name).path, "trailer/Root/ViewerPreferences"]
      ).output
      #expect(preferences.contains("/Simplex"), "\(name)")
      #expect(preferences.contains("/PrintScaling /None"), "\(name)")
    }
  }

  @Test("--proof: one list a class for the students' signatures, and nothing else")
  func proof() throws {
    try packet(Self.only + ["--proof"]) { (output, outcome) throws in
      #expect(outcome.status == 0)
      let classes = ["护理-护理2001班", "护理-护理2002班", "计算机应用-计算机2001班"]
      let expected = classes.map { "\(Self.kapok.folder)/校内核对稿-\($0).pdf" }
      #expect(try output.names() == (["manifest.json"] + expected).sorted())
      var words: [Substring] = []
      for name in expected {
        let texts = try output.pdf(name).pages()
        words += texts.flatMap { $0.split(whereSeparator: \.isWhitespace) }
        for text in try output.pdf(name).solidPages() {
          #expect(text.count(of: "校内核对稿") == 1)
          #expect(!text.contains("审核意见") && !text.contains("验印（盖章）"))
        }
        #expect(try output.pdf(name).solidPages().contains { $0.contains("本人签名") })
      }
      for graduate in try ExampleSeason.tables()["毕业生", default: []]
      where graduate["学校名称"] == Self.kapok.name {
        let number = graduate["身份证号码", default: ""]
        #expect(words.contains { $0 == number })
      }
    }
  }

  @Test("--volumes class: a 册 for each class, each with its own page numbers and signatures")
  func classes() throws {
    try packet(Self.only + ["--volumes", "class"]) { (output, outcome) throws in
      #expect(outcome.status == 0)
      let documents = try output.manifest().documents.filter { $0.form == "registration" }
      #expect(documents.map(\.volume) == ["计算机应用-计算机2001班", "护理-护理2001班", "护理-护理2002班"])
      for document in documents {
        let pages = try output.pdf(document.path).solidPages()
        #expect(pages.first?.contains("第1页共\(pages.count)页") == true)
        #expect(pages.last?.contains("自治区教育厅验印（盖章）") == true)
      }
      #expect(try output.manifest().packets.contains { $0.parts.count == 9 })
    }
  }

  @Test("--variant takes another template, and an unknown one is a wrong command line")
  func variant() throws {
    try packet(Self.only + ["--variant", "registration=a4"]) { (output, outcome) throws in
      #expect(outcome.status == 0)
      #expect(try output.manifest().packets.map(\.paper) == ["A4"])
      #expect(try output.pdf(Self.kapok.packet("A4")).papers().allSatisfy { $0 == "A4" })
    }
    try packet(["--variant", "registration=a5"]) { (output, outcome) throws in
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains("a3, a4, card, proof"))
      #expect(try output.names().isEmpty)
    }
  }

  @Test("--form makes single forms and merges the manifest, deleting nothing")
  func form() throws {
    try Tool.withTemporaryFolder { (parent) throws in
      let output = OutputFolder(path: "\(parent)/out")
      try FileManager.default.copyItem(atPath: ExampleSeason.run().folder, toPath: output.path)
      let before = try output.files()
      let outcome = try Program.packet(
        ["Examples"],
        to: output.path,
        ["--form", "review", "--form", "changes"]
      )
      #expect(outcome.status == 0)
      #expect(try output.files() == before)
    }
    try packet(["--form", "review"]) { (output, outcome) throws in
      #expect(outcome.status == 0)
      let expected = ExampleSeason.schools.map { "\($0.folder)/3-审核表.pdf" }
      #expect(try output.names() == (expected + ["manifest.json"]).sorted())
    }
  }

  @Test("--school: the school's files are those of the whole run", arguments: ExampleSeason.schools)
  func school(school: ExampleSeason.School) throws {
    let formats = ["--formats", "pdf,html,xml,xlsx"]
    try packet(["--school", school.name] + formats) { (output, outcome) throws in
      #expect(outcome.status == 0)
      let whole = try ExampleSeason.run().output
      let expected = try whole.names().filter { $0.hasPrefix("\(school.folder)/") }
      #expect(try output.names() == (expected + ["manifest.json"]).sorted())
      for name in expected { #expect(try output.data(name) == whole.data(name), "\(name)") }
    }
  }

  @Test("--city: the city's schools and the bureau's receipt")
  func city() throws {
    try packet(["--city", "南宁市"]) { (output, outcome) throws in
      #expect(outcome.status == 0)
      let whole = try ExampleSeason.run().output
      let expected = try whole.pdfs().filter { $0.hasPrefix("南宁市/") }
      #expect(expected.contains("南宁市/回执.pdf"))
      #expect(try output.pdfs() == expected)
      for name in expected { #expect(try output.data(name) == whole.data(name), "\(name)") }
    }
  }

  @Test("--draft: every page of every file is marked once")
  func draft() throws {
    try packet(["--draft"]) { (output, outcome) throws in
      #expect(outcome.status == 0)
      let names = try output.pdfs()
      #expect(try names == ExampleSeason.run().output.pdfs())
      for name in names {
        for (index, page) in try output.pdf(name).solidPages().enumerated() {
          #expect(page.count(of: "草稿") == 1, "\(name), page \(index + 1)")
        }
      }
    }
    for name in try ExampleSeason.run().output.pdfs() {
      #expect(try !ExampleSeason.run().output.pdf(name).solidPages().joined().contains("草稿"))
    }
  }

  @Test(
    "--formats makes what it names",
    arguments: [
      ("pdf", ["pdf"]), ("html", ["html"]), ("xml,pdf", ["pdf", "xml"]),
      ("pdf,xlsx", ["pdf", "xlsx"]),
    ]
  )
  func formats(list: String, kinds: [String]) throws {
    try packet(["--formats", list]) { (output, outcome) throws in
      #expect(outcome.status == 0)
      let singles = try output.manifest().documents.map { $0.path.split(separator: ".").last ?? "" }
      #expect(Set(singles) == Set(kinds.map { Substring($0) }))
      if kinds.contains("xlsx") {
        #expect(
          try output.names().filter { $0.hasSuffix(".xlsx") }
            == ["区直/广西红豆杉工业学校/回执.xlsx", "南宁市/回执.xlsx"]
        )
      }
    }
  }

  @Test("--formats refuses what is none")
  func unknownFormat() throws {
    try packet(["--formats", "pdf,docx"]) { (output, outcome) throws in
      #expect(outcome.status == 64)
      #expect(try output.names().isEmpty)
    }
  }
}
