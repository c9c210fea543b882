import Foundation
import TestTools
import Testing

@Suite("Bad templates, through the program")
struct BadTemplateTests {
  /// A change of a template that makes it faulty.
  struct Change: Sendable, CustomTestStringConvertible {
    var code: String
    var what: String
    var file = "changes.xml"
    var old: String
    var new: String
    /// Line and column of the fault, where it matters.
    var place = ""
    var testDescription: String { "\(code) \(what)" }
  }

  static let changes = [
    Change(
      code: "T021",
      what: "an unknown field",
      old: "{change.name}",
      new: "{change.naem}",
      place: "changes.xml:30:23"
    ),
    Change(
      code: "T032",
      what: "a template that includes itself",
      old: "  <notes",
      new: "  <include href=\"changes.xml\"/>\n  <notes"
    ),
    Change(
      code: "T032",
      what: "two files that include one another",
      file: "registration-legend.xml",
      old: "</blocks>",
      new: "<include href=\"registration-legend.xml\"/></blocks>"
    ),
    Change(
      code: "T004",
      what: "elements that nest too deep",
      old: "  <notes",
      new: String(repeating: "<if test=\"1 == 1\">", count: 40)
        + String(repeating: "</if>", count: 40) + "\n  <notes"
    ),
    Change(
      code: "T030",
      what: "a path out of the folder",
      old: "  <notes",
      new: "  <include href=\"../../../etc/passwd\"/>\n  <notes"
    ),
    Change(
      code: "T002",
      what: "a document type",
      old: "<form ",
      new: "<!DOCTYPE form [<!ENTITY a 'b'>]>\n<form "
    ),
    Change(code: "T010", what: "an unknown element", old: "<notes", new: "<note/><notes"),
    Change(
      code: "T041",
      what: "columns that are too wide",
      old: "width=\"36mm\"",
      new: "width=\"136mm\""
    ),
    Change(
      code: "T021",
      what: "a loop over what is no list",
      old: "change in summary.changes",
      new: "change in summary.change"
    ),
  ]

  @Test("lint ends with 1, a packet with 66, and both say where", arguments: changes)
  func faulty(change: Change) throws {
    try Tool.withTemporaryFolder { (folder) throws in
      let copy = "\(folder)/2023"
      try FileManager.default.copyItem(atPath: "\(Tool.root)/Templates/2023", toPath: copy)
      let text = try String(contentsOfFile: "\(copy)/\(change.file)", encoding: .utf8)
      #expect(text.contains(change.old))
      try text.replacing(change.old, with: change.new).write(
        toFile: "\(copy)/\(change.file)",
        atomically: true,
        encoding: .utf8
      )
      let lint = try Program.run(["template", "lint", "--templates", folder])
      #expect(lint.status == 1)
      let packet = try Program.packet(["Examples"], to: "\(folder)/out", ["--templates", folder])
      #expect(packet.status == 66)
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/out"))
      let place = change.place.isEmpty ? change.file : change.place
      for text in [lint.output, packet.errors] {
        #expect(text.contains("[\(change.code)]"), "\(text)")
        #expect(text.contains(place), "\(text)")
        #expect(text.contains("^"), "no caret under the place")
        #expect(!text.contains("root:"))
      }
    }
  }

  @Test("a folder without templates is a wrong command line")
  func noTemplates() throws {
    try Tool.withTemporaryFolder { (folder) throws in
      #expect(try Program.run(["template", "lint", "--templates", folder]).status == 64)
      let packet = try Program.packet(["Examples"], to: "\(folder)/out", ["--templates", folder])
      #expect(packet.status == 64)
    }
  }
}
