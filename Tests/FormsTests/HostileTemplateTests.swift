import Diagnostics
import Forms
import Records
import Testing

@Suite("Hostile templates")
struct HostileTemplateTests {
  private func codes(_ text: String, _ files: [String: String] = [:]) throws -> [String] {
    try compile(text, files: files).diagnostics.map(\.code)
  }

  @Test("a file that includes itself, directly or by another")
  func cycles() throws {
    let itself = form("<include href='t.xml'/>")
    #expect(try codes(itself, ["t.xml": itself]) == ["T032"])
    let files = [
      "a.xml": "<blocks><include href='b.xml'/></blocks>",
      "b.xml": "<blocks><include href='a.xml'/></blocks>",
    ]
    let (_, diagnostics) = try compile(form("<include href='a.xml'/>"), files: files)
    #expect(diagnostics.map(\.code) == ["T032"])
    #expect(diagnostics.first?.place == .text(file: "b.xml", line: 1, column: 24))
  }

  @Test("includes that multiply")
  func bomb() throws {
    var files: [String: String] = [:]
    for level in 0..<8 {
      let next =
        level == 7 ? "<p/>" : String(repeating: "<include href='\(level + 1).xml'/>", count: 50)
      files["\(level).xml"] = "<blocks>\(next)</blocks>"
    }
    #expect(try codes(form("<include href='0.xml'/>"), files) == ["T033"])
  }

  @Test("chains of more than eight files")
  func chain() throws {
    var files: [String: String] = [:]
    for level in 1...9 {
      files["\(level).xml"] = "<blocks><include href='\(level + 1).xml'/></blocks>"
    }
    files["10.xml"] = "<blocks/>"
    #expect(try codes(form("<include href='1.xml'/>"), files) == ["T033"])
    #expect(try codes(form("<include href='3.xml'/>"), files) == [])
  }

  @Test(
    "paths that lead out of the folder",
    arguments: [
      "../t.xml", "/etc/passwd", "a/../../t.xml", "..\\t.xml", "file:///t.xml", "a.txt", ".a.xml",
      "", "a//b.xml",
    ]
  )
  func paths(_ path: String) throws {
    #expect(try codes(form("<include href='\(path)'/>"), [path: "<blocks/>"]) == ["T030"])
  }

  @Test("missing files, wrong roots, document types, elements and expressions too deep")
  func others() throws {
    #expect(try codes(form("<include href='no.xml'/>")) == ["T031"])
    #expect(try codes(form("<include href='a.xml'/>"), ["a.xml": "<form/>"]) == ["T010"])
    #expect(try codes("<!DOCTYPE form [<!ENTITY a 'b'>]>" + form("<p>&a;</p>")) == ["T002"])
    let deep = String(repeating: "<if test='1 == 1'>", count: 40)
    #expect(try codes(form(deep + String(repeating: "</if>", count: 40))) == ["T004"])
    let nested = String(repeating: "(", count: 5000)
    #expect(try codes(form("<p>{\(nested)1}</p>")) == ["T020"])
    let long = Array(repeating: "1", count: 5000).joined(separator: " + ")
    #expect(try codes(form("<p>{\(long)}</p>")) == ["T020"])
  }

  @Test("at most fifty findings are listed")
  func flood() throws {
    let blocks = String(repeating: "<p>{x.y}</p>", count: 500)
    let found = try codes(form(blocks))
    #expect(found.count == 51)
    #expect(found.last == "T000")
  }
}
