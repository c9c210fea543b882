import Diagnostics
import Forms
import Records
import Testing

@Suite("Findings about templates")
struct TemplateDiagnosticsTests {
  @Test(
    "stand at the exact name",
    arguments: [
      // Elements and attributes.
      ("<p 1️⃣colour='red'>x</p>", ["T012"]), ("<1️⃣pp/>", ["T010"]), ("<1️⃣td/>", ["T011"]),
      ("1️⃣words", ["T015"]), ("<p><1️⃣table/></p>", ["T011"]), ("<1️⃣else/>", ["T011"]),
      ("<p size='1️⃣9px'/>", ["T014"]), ("<p size='1️⃣9.0001pt'/>", ["T014"]),
      ("<p align='1️⃣centre'/>", ["T014"]), ("<1️⃣space/>", ["T013"]),
      ("<p><1️⃣page-number/></p>", ["T011"]),
      // Lengths of nothing.
      ("<space height='1️⃣0mm'/>", ["T014"]), ("<line height='1️⃣0pt'/>", ["T014"]),
      ("<p height='1️⃣-5mm'/>", ["T014"]), ("<rule width='1️⃣0mm'/>", ["T014"]),
      ("<p><gap width='1️⃣0mm'/></p>", ["T014"]), ("<notes gap='0mm' height='1️⃣0mm'/>", ["T014"]),
      (
        "<table row-height='1️⃣0mm'><colgroup><col share='1' inset='0mm'/></colgroup></table>",
        ["T014"]
      ),
      (
        "<table><colgroup><col share='1'/></colgroup><tbody><tr height='1️⃣8mm 0mm'><td/></tr></tbody></table>",
        ["T014"]
      ),
      (
        "<table><colgroup><col each='c in volume.courses' min='9mm' max='9mm' step='1️⃣0mm'/></colgroup></table>",
        ["T014"]
      ),
      ("<signatures kind='sign' height='1️⃣0mm'><box/></signatures>", ["T014"]),
      // Pictures.
      ("<1️⃣image width='9mm'/>", ["T013"]), ("<image src='1️⃣a.png'/>", ["T013", "T031"]),
      ("<image src='1️⃣a.png' width='9mm'/>", ["T031"]),
      ("<image src='1️⃣../a.png' width='9mm'/>", ["T030"]),
      ("<image src='1️⃣/etc/a.png' width='9mm'/>", ["T030"]),
      ("<image src='1️⃣a.svg' width='9mm'/>", ["T030"]),
      ("<image src='1️⃣https://a/b.png' width='9mm'/>", ["T030"]),
      ("<p><1️⃣image src='a.png' width='9mm'/></p>", ["T011"]),
      // Expressions.
      ("<p>学校：{school.1️⃣naem}</p>", ["T021"]), ("<p>{1️⃣scool.name}</p>", ["T021"]),
      ("<p>{volume.1️⃣graduates}</p>", ["T022"]), ("<p>{1️⃣school}</p>", ["T022"]),
      ("<p>1️⃣{school.name</p>", ["T020"]), ("<p>a1️⃣}</p>", ["T020"]),
      ("<p>{school.name | 1️⃣upper}</p>", ["T023"]),
      ("<p>{school.name | 1️⃣blank}</p>", ["T023"]),
      ("<p>{school.sealingDate | date 1️⃣'yyyy-mm'}</p>", ["T023"]),
      ("<p>{1️⃣school.name + 1}</p>", ["T022"]), ("<p>{school.name 1️⃣school.name}</p>", ["T020"]),
      ("<p>{count(volume.1️⃣graduate)}</p>", ["T021"]),
      ("<p>{sum(volume.graduates.1️⃣name)}</p>", ["T022"]),
      ("<p>{1️⃣index}</p>", ["T021"]), ("<p>{1️⃣max(1)}</p>", ["T023"]),
      ("<if test='1️⃣school.name'><p/></if>", ["T022"]),
      ("<if test='school.name 1️⃣= 1'><p/></if>", ["T020"]),
      ("<if test='volume.count &lt; volume.1️⃣cuont'><p/></if>", ["T021"]),
      (
        "<each item='g' in='volume.graduates' where='1️⃣sxe == 1' sort='name:1️⃣pinyn'/>",
        ["T021", "T014"]
      ),
      ("<each item='1️⃣school' in='volume.graduates'/>", ["T021"]),
      // Groups of rows.
      (
        "<table><colgroup><col share='1'/></colgroup><tbody><tr each='1️⃣g in volume.graduates'><td/></tr></tbody></table>",
        ["T011"]
      ),
      (
        "<table><colgroup><col share='1'/></colgroup><tbody each='g in volume.graduates'><tr><td rowspan='2'/></tr><tr each='c in volume.courses'><1️⃣td/></tr></tbody></table>",
        ["T040", "T040"]
      ),
      (
        "<table><colgroup><col share='1'/></colgroup><tbody each='g in volume.graduates'><tr 1️⃣where='c.name == 1'><td/></tr></tbody></table>",
        ["T012"]
      ),
      // Seals.
      ("<signatures height='1️⃣49mm'><box/></signatures>", ["T043"]),
      ("<1️⃣signatures height='52mm'><box/><box/><box/><box/><box/><box/></signatures>", ["T043"]),
      ("<signatures height='20mm' kind='sign'><box/></signatures>", []),
      (
        "<signatures height='52mm'><if test='school.type == 1'><box/><box/><box/></if><else><box/></else></signatures>",
        []
      ),
    ] as [(String, [String])]
  )
  func findings(_ blocks: String, _ codes: [String]) throws {
    let source = MarkedSource(form(blocks))
    let (template, diagnostics) = try compile(source.text)
    #expect(diagnostics.map(\.code) == codes)
    #expect((template == nil) == !codes.isEmpty)
    guard let first = diagnostics.first else { return }
    // Where two findings are expected, the mark of the last stands; look at the first otherwise.
    let finding = codes.count > 1 ? diagnostics.last ?? first : first
    guard case .text("t.xml", let line, let column) = finding.place else {
      Issue.record("no place: \(finding.place)")
      return
    }
    #expect([line, column] == source.marks[1], "\(finding.text)")
    #expect(finding.excerpt?.column == column)
  }

  @Test("the nearest right name is offered")
  func suggestions() throws {
    func message(_ blocks: String) throws -> String {
      try compile(form(blocks)).diagnostics.first?.message ?? ""
    }
    #expect(try message("<p>{school.naem}</p>").hasSuffix("您是不是要写“name”？"))
    #expect(try message("<p>{season.yaer}</p>").hasSuffix("您是不是要写“year”？"))
    #expect(try message("<tabel/>").hasSuffix("您是不是要写“table”？"))
    #expect(try message("<p>{school.zzzzzzzz}</p>").contains("可用：name、type"))
  }

  @Test(
    "rows must have as many cells as there are columns",
    arguments: [
      ("<tr><td/><td/></tr>", 0), ("<tr><td/></tr>", 1), ("<tr><td/><td/><td/></tr>", 1),
      ("<tr><td colspan='2'/></tr>", 0), ("<tr><td colspan='3'/></tr>", 1),
      ("<tr><td rowspan='2'/><td/></tr><tr><td/></tr>", 0),
      ("<tr><td rowspan='2'/><td/></tr><tr><td/><td/></tr>", 1),
      ("<tr><td rowspan='2'/><td/></tr>", 1),
    ]
  )
  func cellCounts(_ rows: String, _ count: Int) throws {
    let table =
      "<table><colgroup><col width='9mm'/><col share='1'/></colgroup><tbody>\(rows)</tbody></table>"
    let codes = try compile(form(table)).diagnostics.map(\.code)
    #expect(codes == Array(repeating: "T040", count: count))
  }

  @Test("widths must fit the paper, and should fill it")
  func widths() throws {
    func codes(_ columns: String, _ count: Int) throws -> [String] {
      let cells = String(repeating: "<td/>", count: count)
      let table =
        "<table><colgroup>\(columns)</colgroup><tbody><tr>\(cells)</tr></tbody></table>"
      return try compile(form(table)).diagnostics.map(\.code)
    }
    // A4 landscape less 20 and 15 mm: 262 mm.
    #expect(try codes("<col width='262mm'/>", 1) == [])
    #expect(try codes("<col width='262.5mm'/>", 1) == ["T041"])
    #expect(try codes("<col width='261mm'/>", 1) == ["T042"])
    #expect(try codes("<col width='100mm'/><col share='1'/>", 2) == [])
  }

  @Test("dynamic cells need their column")
  func dynamicCells() throws {
    let table = """
      <table><colgroup><col width="9mm"/><col each="course in volume.courses" min="9mm" max="18mm"/>
      </colgroup><tbody each="graduate in volume.graduates"><tr>
      <td each="course in volume.courses">{graduate.scores[course]}</td><td/></tr></tbody></table>
      """
    #expect(try compile(form(table)).diagnostics.map(\.code) == ["T045"])
  }
}
