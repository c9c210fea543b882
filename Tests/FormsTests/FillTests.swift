import Diagnostics
import DocumentModel
import Forms
import Records
import Synchronization
import Testing

@Suite("Filling forms")
struct FillTests {
  private let table = """
    <table rows="25" pad="page" blank-column="2" number-column="1">
      <colgroup><col width="9mm"/><col share="1"/><col each="course in volume.courses" min="9mm"
        max="18mm"/><col width="20mm"/></colgroup>
      <thead><tr><th>序</th><th>姓名</th><th each="course in volume.courses">{course.shortName}</th>
        <th>入学</th></tr></thead>
      <tbody each="graduate in volume.graduates" sort="sex:desc studentNumber:number" empty="无">
        <tr><td>{index}</td><td>{graduate.name}</td>
        <td each="course in volume.courses">{graduate.scores[course]}</td>
        <td>{graduate.entryMonth | date "yyyy年M月"}</td></tr>
      </tbody>
      <tfoot><tr><td colspan="3">合计</td><td/></tr></tfoot>
    </table>
    """

  private func filledTable(_ data: FormData, _ other: String? = nil) throws -> Table {
    let form = try #require(try fill(try compile(form(other ?? table)).template, data))
    guard case .table(let table)? = form.sections[0].blocks.first else { throw MissingFile() }
    return table
  }

  private func value(_ cell: Cell) -> Value? {
    guard case .value(let value) = cell.content else { return nil }
    return value
  }

  @Test("rows carry their values with their origins")
  func rows() throws {
    let table = try filledTable(registrationData())
    #expect(table.columns.count == 5)
    #expect(table.rows.count == 3)
    #expect(table.padding.markColumn == 1)
    #expect(table.padding.numberColumn == 0)
    #expect(table.head[0].cells.count == 5)
    #expect(value(table.head[0].cells[3])?.text == "数学")
    // Men by number as numbers, the empty number of the woman makes no difference.
    let names = (0..<3).map { value(table.rows[$0].cells[1])?.text }
    #expect(names == ["农三", "韦一", "覃二"] || names == ["覃二", "农三", "韦一"])
    let row = (0..<3).map { table.rows[$0] }.first { value($0.cells[1])?.text == "农三" }
    let cells = try #require(row).cells
    let table8 = TableKind.graduate.rawValue
    #expect(value(cells[1])?.id == ValueID(table: table8, field: 1, record: 2))
    #expect(value(cells[2])?.text == "60")
    #expect(
      value(cells[3]) == Value(text: "90", id: ValueID(table: table8, field: 1001, record: 2))
    )
    #expect(value(cells[4])?.text == "2020年9月")
    #expect(value(cells[4])?.raw == "202009")
    #expect(value(cells[1])?.raw == nil)
    // A cell over the dynamic column covers all of its columns.
    #expect(table.foot[0].cells.map(\.columnSpan) == [4, 1])
  }

  @Test("a section by group is one part a group, which its tables select by the first item")
  func groupedSections() throws {
    let sections = """
      <section each="first in volume.graduates" group="sex" sort="name:pinyin">
        <p>{first.sex}</p>
        <table row-height="8mm">
          <colgroup><col share="1"/></colgroup>
          <tbody each="graduate in volume.graduates" where="graduate.sex == first.sex">
            <tr><td>{graduate.name}</td></tr>
          </tbody>
        </table>
      </section>
      """
    let filled = try #require(
      try fill(try compile(form(sections)).template, registrationData())
    )
    #expect(filled.sections.count == 2)
    let names = (0..<2).map { index -> [String?] in
      guard case .table(let table) = filled.sections[index].blocks[1] else { return [] }
      return (0..<table.rows.count).map { value(table.rows[$0].cells[0])?.text }
    }
    #expect(names.map(\.count).sorted() == [1, 2])
    #expect(Set(names.flatMap(\.self)).count == 3)
    let faulty = sections.replacing("group=\"sex\"", with: "group=\"sex:desc\"")
    #expect(try compile(form(faulty)).template == nil)
  }

  @Test("a row of a group is repeated for what the group holds, below the group's own row")
  func groups() throws {
    let table = """
      <table row-height="8mm">
        <colgroup><col width="20mm"/><col share="1"/></colgroup>
        <tbody each="graduate in volume.graduates" where="graduate.name != '覃二'">
          <tr><th colspan="2">{index} {graduate.name}</th></tr>
          <tr each="course in volume.courses"><td>{index}</td><td>{graduate.scores[course]}</td></tr>
        </tbody>
      </table>
      """
    let filled = try filledTable(registrationData(), table)
    #expect(filled.rows.count == 6)
    #expect(
      (0..<6).map { filled.rows[$0].keepsWithNext } == [true, false, false, true, false, false]
    )
    #expect((0..<6).map { filled.rows[$0].cells.count } == [1, 2, 2, 1, 2, 2])
    #expect(value(filled.rows[5].cells[0])?.text == "2")
    let first = try filledTable(registrationData())
    let scores = Set(
      (1...2).flatMap { column in (0..<3).map { value(first.rows[$0].cells[column + 1])?.text } }
    )
    for row in [1, 2, 4, 5] { #expect(scores.contains(value(filled.rows[row].cells[1])?.text)) }
  }

  @Test("a loop without items shows the word for it")
  func empty() throws {
    var data = registrationData()
    data.roots[2].collections[0] = Lazy([])
    let table = try filledTable(data)
    #expect(table.rows.count == 1)
    guard case .inlines(let pieces) = table.rows[0].cells[1].content,
      case .text("无", _)? = pieces.first
    else {
      Issue.record("no word in the name's column")
      return
    }
  }

  @Test("rows are made when they are asked for")
  func laziness() throws {
    let made = Mutex(0)
    var data = registrationData()
    let graduates = data.roots[2].collections[0]
    data.roots[2].collections[0] = Lazy(count: 90_000) { index in
      made.withLock { $0 += 1 }
      return graduates[index % 3]
    }
    let source = form(table.replacing(" sort=\"sex:desc studentNumber:number\"", with: ""))
    let form = try #require(try fill(try compile(source).template, data))
    guard case .table(let table)? = form.sections[0].blocks.first else { return }
    #expect(table.rows.count == 90_000)
    #expect(made.withLock(\.self) == 0)
    #expect(value(table.rows[89_999].cells[0])?.text == "90000")
    #expect(made.withLock(\.self) == 1)
  }

  @Test("more than 100,000 items are refused with a finding")
  func tooMany() throws {
    var data = registrationData()
    data.roots[2].collections[0] = Lazy(count: 100_001) { _ in Entity() }
    let template = try #require(try compile(form(table)).template)
    var sink = DiagnosticSink()
    #expect(template.fill(data, into: &sink) == nil)
    #expect(sink.diagnostics.map(\.code) == ["T044"])
  }

  @Test("blocks that repeat inside one another count together")
  func product() throws {
    let blocks =
      "<each item='a' in='volume.graduates'><each item='b' in='volume.graduates'><p/></each></each>"
    let template = try #require(try compile(form(blocks)).template)
    var data = registrationData()
    data.roots[2].collections[0] = Lazy(count: 400) { _ in Entity() }
    var sink = DiagnosticSink()
    #expect(template.fill(data, into: &sink) == nil)
    #expect(sink.diagnostics.map(\.code) == ["T044"])
  }

  @Test("a section for each item starts a page of its own")
  func sections() throws {
    let blocks =
      "<section each='graduate in volume.graduates' where='sex == &quot;男&quot;'><h1>{graduate.name}</h1></section>"
    let form = try #require(try fill(try compile(form(blocks)).template, registrationData()))
    #expect(form.sections.count == 2)
    guard case .text(let title)? = form.sections[1].blocks.first,
      case .value(let name, nil)? = title.content.first
    else {
      Issue.record("no title")
      return
    }
    #expect(name.text == "农三")
    #expect(title.level == 1)
    #expect(title.alignment == .center)
  }

  @Test("a list in strips runs down each strip")
  func strips() throws {
    let table = """
      <table><colgroup><col share="1"/></colgroup><thead><tr><th>姓名</th></tr></thead>
      <tbody each="graduate in volume.graduates" columns="2"><tr height="6mm 8mm"><td>{graduate.name}</td></tr></tbody>
      </table>
      """
    let form = try #require(try fill(try compile(form(table)).template, registrationData()))
    guard case .table(let filled)? = form.sections[0].blocks.first else { return }
    #expect(filled.columns.count == 2)
    #expect(filled.head[0].cells.count == 2)
    #expect(filled.rows.count == 2)
    #expect(filled.rows[0].cells.map { value($0)?.text } == ["韦一", "农三"])
    #expect(filled.rows[1].cells.map { value($0)?.text } == ["覃二", nil])
    #expect(filled.rows[0].height == .millimetres(6))
    #expect(filled.rows[1].height == .millimetres(8))
  }

  @Test("fields are known by what they are used for")
  func uses() throws {
    let template = try #require(
      try compile(form(table + "<p>{count(volume.graduates where remark == '')}</p>")).template
    )
    func use(_ field: String) -> FieldUse {
      FieldUse(entity: "graduate", table: .graduate, field: field)
    }
    #expect(template.displayedFields.contains(use("name")))
    #expect(
      template.displayedFields.contains(
        FieldUse(entity: "graduate", table: .graduate, field: "scores")
      )
    )
    #expect(!template.displayedFields.contains(use("sex")))
    #expect(template.testedFields.contains(use("sex")))
    #expect(template.testedFields.contains(use("remark")))
    #expect(template.testedFields.contains(use("studentNumber")))
  }

  @Test("extra columns of packet.xml are printable, also where records are older")
  func extraField() throws {
    var schema = RecordSchema.builtIn
    schema.declare(FieldDefinition("民族", "民族"), in: .graduate)
    let blocks = "<each item='g' in='volume.graduates'><p>{g.民族 | blank '—'}</p></each>"
    let (template, diagnostics) = try compile(form(blocks), schema: schema)
    #expect(diagnostics.isEmpty)
    let form = try #require(try fill(template, registrationData()))
    guard case .text(let block)? = form.sections[0].blocks.first,
      case .value(let value, _)? = block.content.first
    else { return }
    #expect(value.text == "—")
    #expect(value.raw == "")
  }
}
