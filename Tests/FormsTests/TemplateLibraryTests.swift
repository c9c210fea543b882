import Diagnostics
import Forms
import Records
import Testing

@Suite("packet.xml and folders of templates")
struct TemplateLibraryTests {
  private static let packet = """
    <packet year="2023" notice="桂教办〔2023〕622号" full-mark="100">
      <season sealing-period="2023 年 7 月 3 日—7 月 19 日" sealing-start="2023-07-03" sealing-place="厅"/>
      <field table="毕业生" name="民族"/>
      <field table="毕业生" name="专业方向（技能）" id="direction" required="yes"/>
      <form id="registration" template="a.xml"><variant name="a4" template="b.xml"/></form>
      <form id="checklist" template="c.xml" per="school"/>
      <material number="1" kind="original" title="原件"><slip headline="放这里"/></material>
      <material number="2" form="registration" title="登记表" seals="学校公章 骑缝章">
        <copies type="市县学校">3</copies><copies type="区直中职学校"> 2 </copies>
      </material>
      <order><item form="checklist"/><item material="1"/><item material="2"/></order>
    </packet>
    """

  private static let templates = [
    "a.xml": form("<each item='g' in='volume.graduates'><p>{g.民族}{g.direction}</p></each>"),
    "b.xml": form("<include href='c1.xml'/>"),
    "c.xml": form("<p/>", id: "checklist"),
    "c1.xml": "<blocks><p>{volume.name}</p></blocks>",
  ]

  private func load(
    _ packet: String = packet,
    _ files: [String: String] = templates
  ) throws -> (library: TemplateLibrary?, diagnostics: [Diagnostic]) {
    let (library, sink) = try TemplateLibrary.load(directory: "T") { name in
      guard let text = name == "packet.xml" ? packet : files[name] else { throw MissingFile() }
      return Array(text.utf8)
    }
    return (library, sink.diagnostics)
  }

  @Test("everything of packet.xml is read")
  func definition() throws {
    let (loaded, diagnostics) = try load()
    #expect(diagnostics.map(\.text) == [])
    let library = try #require(loaded)
    let packet = library.packet
    #expect(packet.year == 2023)
    #expect(packet.fields.map(\.definition.name) == ["民族", "direction"])
    #expect(packet.fields.map(\.definition.isRequired) == [false, true])
    #expect(library.schema.slot("direction", in: .graduate) == GraduateField.allCases.count + 1)
    #expect(packet.form("registration")?.unit == .volume)
    #expect(packet.materials[0].slip?.headline == "放这里")
    #expect(packet.materials[1].seals == ["学校公章", "骑缝章"])
    #expect(packet.materials[1].copies(for: "市县学校") == 3)
    #expect(packet.materials[1].copies(for: "区直中职学校") == 2)
    #expect(packet.materials[1].copies(for: "其他") == nil)
    #expect(packet.order == [.form("checklist"), .material(1), .material(2)])
    #expect(library.template("registration")?.file == "a.xml")
    let variant = library.template("registration", variant: "a4")
    #expect(variant?.dependencies.map(\.name) == ["b.xml", "c1.xml"])
    #expect(library.template("registration", variant: "a5") == nil)
  }

  @Test(
    "faults are found at their place",
    arguments: [
      ("year=\"2023\"", "year=\"1️⃣MMXXIII\"", "T014"),
      ("sealing-start=\"2023-07-03\"", "sealing-start=\"1️⃣2023-7-3\"", "T014"),
      ("table=\"毕业生\" name=\"民族\"", "table=\"1️⃣毕业升\" name=\"民族\"", "T014"),
      ("name=\"专业方向（技能）\" id=\"direction\"", "name=\"1️⃣专业方向（技能）\"", "T051"),
      ("name=\"民族\"", "name=\"1️⃣姓名\"", "T052"),
      ("id=\"direction\"", "id=\"1️⃣name\"", "T055"),
      ("id=\"direction\"", "id=\"1️⃣scores\"", "T055"),
      ("id=\"direction\"", "id=\"1️⃣民族\"", "T055"),
      ("template=\"b.xml\"", "template=\"1️⃣../b.xml\"", "T030"),
      ("template=\"b.xml\"", "template=\"1️⃣d.xml\"", "T031"),
      ("template=\"b.xml\"", "template=\"1️⃣c.xml\"", "T053"),
      ("per=\"school\"", "per=\"1️⃣schol\"", "T014"),
      ("type=\"市县学校\"", "type=\"1️⃣市县\"", "T014"),
      ("市县学校\">3", "市县学校\">1️⃣三", "T014"),
      ("<item material=\"1\"/>", "<item material=\"1️⃣7\"/>", "T014"),
      ("<item material=\"1\"/>", "<1️⃣item form=\"checklist\"/>", "T050"),
      ("<item material=\"1\"/>", "<1️⃣item/>", "T013"),
      ("<material number=\"1\"", "<1️⃣material number=\"3\"", "T054"),
      ("<order>", "<1️⃣ordre/><order>", "T010"), ("seals=", "1️⃣seal=", "T012"),
      ("kind=\"original\"", "form=\"1️⃣review\"", "T014"),
    ]
  )
  func faults(_ original: String, _ marked: String, _ code: String) throws {
    let source = MarkedSource(Self.packet.replacing(original, with: marked, maxReplacements: 1))
    let (_, diagnostics) = try load(source.text)
    let found = try #require(diagnostics.first { $0.code == code })
    let mark = try #require(source.marks[1])
    #expect(found.place == .text(file: "T/packet.xml", line: mark[0], column: mark[1]))
  }

  @Test("a number that is not there is no slip of the pen: those that are there are listed")
  func numbers() throws {
    let (_, diagnostics) = try load(
      Self.packet.replacing("<item material=\"1\"/>", with: "<item material=\"7\"/>")
    )
    let message = diagnostics.first { $0.code == "T014" }?.message ?? ""
    #expect(message.hasSuffix("可用：1、2。"), "\(message)")
  }

  @Test("an extra field with a name that is taken is told whose name it is")
  func takenName() throws {
    let (library, diagnostics) = try load(
      Self.packet.replacing("id=\"direction\"", with: "id=\"name\"")
    )
    #expect(library == nil)
    let message = diagnostics.first { $0.code == "T055" }?.message ?? ""
    #expect(message.contains("列“姓名”") && message.contains("换一个 id"), "\(message)")
  }

  @Test("a faulty template leaves the others usable")
  func faultyTemplate() throws {
    var files = Self.templates
    files["c1.xml"] = "<blocks><p>{volume.nmae}</p></blocks>"
    let (library, diagnostics) = try load(Self.packet, files)
    #expect(diagnostics.map(\.code) == ["T021"])
    #expect(diagnostics.first?.place == .text(file: "T/c1.xml", line: 1, column: 20))
    #expect(library?.template("registration") != nil)
    #expect(library?.template("registration", variant: "a4") == nil)
  }

  @Test("a folder without packet.xml is a finding")
  func missing() throws {
    let (library, sink) = try TemplateLibrary.load(directory: "T") { _ in throw MissingFile() }
    #expect(library == nil)
    #expect(sink.diagnostics.map(\.code) == ["T031"])
  }
}
