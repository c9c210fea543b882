import Foundation
import TestTools
import Testing

@Suite("Templates on the command line")
struct TemplateCommandTests {
  @Test("the season's templates are clean")
  func lint() throws {
    let outcome = try Program.run(["template", "lint"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("错误 0、警告 0"))
  }

  @Test("a wrong name is shown with file, line, column and the right name")
  func wrongName() throws {
    let folder = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let copy = "\(folder)/2024"
    try FileManager.default.copyItem(atPath: "\(Tool.root)/Templates/2023", toPath: copy)
    let file = "\(copy)/changes.xml"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try text.replacing("{change.name}", with: "{change.naem}").write(
      toFile: file,
      atomically: true,
      encoding: .utf8
    )
    let outcome = try Program.run(["template", "lint", "--templates", folder])
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("changes.xml:30:23"))
    #expect(outcome.output.contains("name"))
  }

  @Test("one form can be checked, a form that is not there is a matter of usage")
  func lintOne() throws {
    #expect(try Program.run(["template", "lint", "changes"]).status == 0)
    let unknown = try Program.run(["template", "lint", "chagnes"])
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("registration"))
  }

  @Test("a preview fills the columns that packet.xml adds")
  func extraColumn() throws {
    let folder = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let copy = "\(folder)/2023"
    try FileManager.default.copyItem(atPath: "\(Tool.root)/Templates/2023", toPath: copy)
    for (name, old, new) in [
      (
        "packet.xml", "<form id=\"receipt\"",
        "<field table=\"毕业生\" name=\"民族\" id=\"ethnicity\"/>"
          + "<field table=\"毕业生\" name=\"入党时间\" id=\"joined\" kind=\"date\"/><form id=\"receipt\""
      ), ("registration-card.xml", "{graduate.name}", "{graduate.ethnicity}{graduate.joined}"),
    ] {
      let text = try String(contentsOfFile: "\(copy)/\(name)", encoding: .utf8)
      try #require(text.contains(old))
      try text.replacing(old, with: new).write(
        toFile: "\(copy)/\(name)",
        atomically: true,
        encoding: .utf8
      )
    }
    let outcome = try Program.run(
      ["template", "preview", "registration", "--variant", "card", "--templates", folder]
        + ["--out", "\(folder)/out"]
    )
    #expect(outcome.status == 0, "\(outcome.errors)")
    let pages = try OutputFolder(path: "\(folder)/out").pdf("registration-card.pdf").solidPages()
    #expect(pages.first?.contains("壮族2023-06-26") == true)
  }

  @Test(
    "every form and variant can be previewed",
    arguments: [
      ("registration", "a3"), ("registration", "a4"), ("registration", "card"),
      ("registration", "proof"), ("review", nil), ("changes", nil), ("intake", nil),
      ("receipt", nil), ("checklist", nil), ("slip", nil),
      ("reprint-list", nil), ("correction-slip", nil), ("handover", nil), ("return-list", nil),
      ("schedule", nil), ("banner", nil),
    ] as [(String, String?)]
  )
  func preview(form: String, variant: String?) throws {
    let folder = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let options = variant.map { ["--variant", $0] } ?? []
    let outcome = try Program.run(["template", "preview", form, "--out", folder] + options)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let name = [form, variant].compactMap(\.self).joined(separator: "-")
    let output = OutputFolder(path: folder)
    #expect(try output.names() == ["\(name).html", "\(name).pdf"])
    let pages = try output.pdf("\(name).pdf").solidPages()
    #expect(!pages.isEmpty && pages.allSatisfy { $0.utf8.count > 100 })
  }
}
