import Foundation
import Packets
import TestTools
import Testing

@Suite("The example season")
struct ExampleSeasonTests {
  @Test("everything is made, without an error")
  func complete() throws {
    let run = try ExampleSeason.run()
    #expect(run.outcome.status == 0)
    #expect(!run.outcome.errors.contains("错误:"))
    #expect(run.outcome.output.contains("错误 0"))
    #expect(try run.output.manifest().withheld.isEmpty)
  }

  @Test("every PDF is sound, and every face is embedded, subset and has Unicode")
  func sound() throws {
    let output = try ExampleSeason.run().output
    for name in try output.pdfs() {
      let file = output.pdf(name)
      let check = try Tool.run("qpdf", ["--check", file.path])
      #expect(check.status == 0, "\(name): \(check.output)\(check.errors)")
      #expect(!check.errors.contains("WARNING"), "\(name): \(check.errors)")
      let fonts = try file.fonts()
      #expect(!fonts.isEmpty, "\(name) has no font")
      for font in fonts { #expect(font.state == "yes yes yes", "\(name): \(font.name)") }
    }
  }

  @Test("the same inputs give the same bytes, one after another or side by side")
  func determinism() throws {
    try Tool.withTemporaryFolder { (folder) throws in
      let formats = ["--formats", "pdf,html,xml,xlsx"]
      _ = try Program.packet(["Examples"], to: folder, formats + ["--jobs", "1"])
      #expect(try OutputFolder(path: folder).files() == ExampleSeason.run().output.files())
    }
  }

  @Test("a school's own XML gives the same PDF bytes again", arguments: ExampleSeason.schools)
  func roundTrip(school: ExampleSeason.School) throws {
    try Tool.withTemporaryFolder { (folder) throws in
      let first = try ExampleSeason.run()
      let outcome = try Program.packet(["\(first.folder)/\(school.folder)"], to: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      let made = OutputFolder(path: folder)
      let expected = try first.output.pdfs().filter { $0.hasPrefix("\(school.folder)/") }
      #expect(try made.pdfs() == expected)
      for name in expected {
        #expect(try made.data(name) == first.output.data(name), "\(name)")
      }
    }
  }

  @Test("verify finds a changed and a missing file")
  func verification() throws {
    try Tool.withTemporaryFolder { (parent) throws in
      let folder = "\(parent)/out"
      try FileManager.default.copyItem(atPath: ExampleSeason.run().folder, toPath: folder)
      #expect(try Program.run(["verify", folder]).status == 0)
      let receipt = URL(fileURLWithPath: "\(folder)/南宁市/回执.pdf")
      var bytes = try Data(contentsOf: receipt)
      bytes[bytes.count / 2] ^= 1
      try bytes.write(to: receipt)
      let review = "南宁市/马山县金银花职业技术学校/3-审核表.pdf"
      try FileManager.default.removeItem(atPath: "\(folder)/\(review)")
      let outcome = try Program.run(["verify", folder])
      #expect(outcome.status == 1)
      #expect(outcome.output.contains("已改动：南宁市/回执.pdf"))
      #expect(outcome.output.contains("缺少：\(review)"))
      #expect(outcome.output.contains("2 处不一致"))
    }
  }

  @Test("files can be read by their owner only")
  func permissions() throws {
    let run = try ExampleSeason.run()
    let names = try run.output.names(withMemory: true)
    #expect(names.count > 60)
    for name in names {
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(run.folder)/\(name)")
      #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600, "\(name)")
    }
  }

  @Test(
    "HTML: the Nu checker finds neither error nor warning",
    .enabled(if: NuChecker.isExpected, "\(NuChecker.advice)")
  )
  func html() throws {
    let run = try ExampleSeason.run()
    let pages = try run.output.names().filter { $0.hasSuffix(".html") }
    #expect(pages.count == 21)
    #expect(try NuChecker.messages(on: pages.map { "\(run.folder)/\($0)" }) == "")
  }

  @Test("HTML asks nothing of the network and runs nothing")
  func selfContained() throws {
    let output = try ExampleSeason.run().output
    for name in try output.names() where name.hasSuffix(".html") {
      let text = String(decoding: try output.data(name), as: UTF8.self)
      #expect(text.contains("<html lang=\"zh-CN\""), "\(name)")
      for word in ["<script", "http:", "https:", "url(", "@import", "<link", "<img"] {
        #expect(!text.contains(word), "\(name) has \(word)")
      }
    }
  }

  @Test("XML: every file is valid against the schema of its form")
  func schemas() throws {
    try Tool.withTemporaryFolder { (folder) throws in
      let made = try Program.run(["template", "schema", "--out", folder])
      #expect(made.status == 0)
      let run = try ExampleSeason.run()
      let files = try run.output.manifest().documents.filter { $0.path.hasSuffix(".xml") }
      #expect(files.count == 18)
      for (form, documents) in Dictionary(grouping: files, by: \.form) {
        let outcome = try Tool.run(
          "xmllint",
          ["--nonet", "--noout", "--schema", "\(folder)/\(form).xsd"]
            + documents.map { "\(run.folder)/\($0.path)" }
        )
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.errors.count(of: " validates") == documents.count)
      }
    }
  }

  @Test("a schema refuses an element that the record schema does not know")
  func schemaRefuses() throws {
    try Tool.withTemporaryFolder { (folder) throws in
      _ = try Program.run(["template", "schema", "--out", folder])
      let output = try ExampleSeason.run().output
      let name = "\(ExampleSeason.schools[0].folder)/3-审核表.xml"
      let text = String(decoding: try output.data(name), as: UTF8.self)
      #expect(text.contains("<idNumber>"))
      try text.replacing("idNumber>", with: "idNumbre>").write(
        toFile: "\(folder)/wrong.xml",
        atomically: true,
        encoding: .utf8
      )
      let outcome = try Tool.run(
        "xmllint",
        ["--nonet", "--noout", "--schema", "\(folder)/review.xsd", "\(folder)/wrong.xml"]
      )
      #expect(outcome.status != 0)
    }
  }
}
