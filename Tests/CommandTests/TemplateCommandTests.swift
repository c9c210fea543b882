import Foundation
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
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let copy = "\(folder)/2024"
    try FileManager.default.copyItem(atPath: "\(Program.root)/Templates/2023", toPath: copy)
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

  @Test(
    "every form and variant can be previewed",
    arguments: [
      ("registration", "a3"), ("registration", "a4"), ("registration", "card"),
      ("registration", "proof"), ("review", nil), ("changes", nil), ("intake", nil),
      ("receipt", nil), ("checklist", nil), ("slip", nil),
      ("reprint-list", nil), ("correction-slip", nil),
    ] as [(String, String?)]
  )
  func preview(form: String, variant: String?) throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let options = variant.map { ["--variant", $0] } ?? []
    let outcome = try Program.run(["template", "preview", form, "--out", folder] + options)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try Program.files(in: folder).count == 2)
  }

  @Test("the XML of every form is valid against its schema")
  func schema() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(try Program.run(["template", "schema", "--out", folder]).status == 0)
    let made = try Program.run(
      [
        "packet", "Examples", "--out", "\(folder)/out", "--formats", "xml", "--today",
        "2023-07-01", "--no-progress",
      ])
    #expect(made.status == 0)
    let forms = [
      "回执": "receipt", "0-": "checklist", "2-": "registration", "3-": "review", "5-": "changes",
      "6-": "intake",
    ]
    var checked = 0
    for name in try Program.files(in: "\(folder)/out").keys where name.hasSuffix(".xml") {
      let last = name.split(separator: "/").last.map(String.init) ?? ""
      let form = try #require(forms.first { last.hasPrefix($0.key) }?.value)
      let outcome = try Program.tool(
        "xmllint",
        ["--nonet", "--noout", "--schema", "\(folder)/\(form).xsd", "\(folder)/out/\(name)"]
      )
      #expect(outcome.status == 0, "\(name): \(outcome.errors)")
      checked += 1
    }
    #expect(checked > 10)
  }
}
