import Foundation
import Packets
import TestTools
import Testing

@Suite("Templates with pictures, through the program")
struct PictureCommandTests {
  /// The season's templates with a badge in the head of two forms, and a picture file.
  private func templates(in folder: String, _ picture: [UInt8] = PNGSample.colours.bytes) throws {
    let copy = "\(folder)/2023"
    try FileManager.default.copyItem(atPath: "\(Tool.root)/Templates/2023", toPath: copy)
    for name in ["changes.xml", "registration-a3.xml"] {
      let text = try String(contentsOfFile: "\(copy)/\(name)", encoding: .utf8)
      try text.replacing(
        "<header>",
        with: "<header><image src=\"badge.png\" width=\"6mm\" alt=\"校徽\"/>",
        maxReplacements: 1
      ).write(toFile: "\(copy)/\(name)", atomically: true, encoding: .utf8)
    }
    try Data(picture).write(to: URL(fileURLWithPath: "\(copy)/badge.png"))
  }

  @Test("a packet shows the picture in PDF and HTML; another picture is another fingerprint")
  func packet() throws {
    let folder = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try templates(in: folder)
    let options = ["--templates", folder, "--formats", "pdf,html,xml"]
    var run = try SmallSeason.packet(SmallSeason.json(), options)
    defer { run.remove() }
    #expect(run.outcome.status == 0, "\(run.outcome.errors)")
    let output = OutputFolder(path: "\(run.folder)/out")
    let before = try output.manifest()
    for name in try output.pdfs() where name.contains("登记表") || name.contains("-A3") {
      #expect(try Tool.run("qpdf", ["--check", "\(output.path)/\(name)"]).status == 0)
      let images = try Tool.run("pdfimages", ["-list", "\(output.path)/\(name)"]).output
      #expect(images.contains(" 2     2  rgb "), "\(name): \(images)")
    }
    for name in try output.names() where name.hasSuffix("登记表-护理.html") {
      #expect(String(decoding: try output.data(name), as: UTF8.self).contains("data:image/png"))
    }
    let sample = PNGSample(width: 1, height: 1, kind: 0, rows: [0, 99])
    try Data(sample.bytes).write(to: URL(fileURLWithPath: "\(folder)/2023/badge.png"))
    try run.again(nil, options)
    let after = try output.manifest()
    for (old, new) in zip(before.documents, after.documents) {
      let shows = ["registration", "changes"].contains(old.form)
      #expect((old.fingerprint == new.fingerprint) == !shows, "\(old.path)")
    }
  }

  @Test("a missing or broken picture is found by lint, at its name")
  func faults() throws {
    let folder = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try templates(in: folder, Array(PNGSample.colours.bytes.dropLast(30)))
    let lint = ["template", "lint", "--templates", folder]
    let broken = try Program.run(lint)
    #expect(broken.status == 1)
    #expect(broken.output.contains("/changes.xml:") && broken.output.contains("[T034]"))
    try FileManager.default.removeItem(atPath: "\(folder)/2023/badge.png")
    let missing = try Program.run(lint)
    #expect(missing.status == 1)
    #expect(missing.output.contains("/registration-a3.xml:") && missing.output.contains("[T031]"))
    try templatesRestored(folder)
    #expect(try Program.run(lint).status == 0)
    let preview = try Program.run(
      ["template", "preview", "registration", "--templates", folder, "--out", "\(folder)/out"]
    )
    #expect(preview.status == 0)
    let page = try String(contentsOfFile: "\(folder)/out/registration.html", encoding: .utf8)
    #expect(page.contains("data:image/png;base64,"))
  }

  private func templatesRestored(_ folder: String) throws {
    let path = "\(folder)/2023/badge.png"
    try Data(PNGSample.colours.bytes).write(to: URL(fileURLWithPath: path))
  }

  @Test("pages with pictures that a run of another school keeps are printed again as they were")
  func kept() throws {
    let templates = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: templates) }
    try self.templates(in: templates)
    let folder = try ReprintFolder(["--templates", templates])
    defer { folder.remove() }
    var data = SeasonFile()
    data.addSchool("甲校", type: "区直中职学校")
    data.addMajor("护理", of: "甲校", students: 3, courses: 2)
    data.addSchool("乙校", type: "区直中职学校")
    data.addMajor("护理", of: "乙校", students: 3, courses: 2)
    try folder.packet(data)
    data.set("姓名", of: 0, to: "农木")
    try folder.packet(data)
    let all = try PagePictures.reprints(folder.out)
    #expect(all.pages.count == 2)
    try folder.packet(data, ["--school", "乙校"])
    #expect(try PagePictures.reprints(folder.out).pages == all.pages)
    let images = try Tool.run("pdfimages", ["-list", "\(folder.out)/补打-A3.pdf"]).output
    #expect(images.contains(" 2     2  rgb "))
  }
}
