import Diagnostics
import Records
import Testing

@testable import Exchange

@Suite("Tables of web pages and XML under the name of a workbook")
struct WebTableTests {
  static func season(_ name: String) throws -> Reading {
    try Reading(bytes: [
      ("a.csv", Array(Sample.school.utf8)), (name, WorkbookTests.fixture(name)),
    ])
  }

  static func tables(_ page: String) -> [SheetTable] {
    var sink = DiagnosticSink()
    let text = TextDecoder.Text(bytes: Array(page.utf8), encoding: .utf8)
    return HTMLTables.read(text, file: "a.xls", limits: ReadingLimits(), sink: &sink)
  }

  static func cells(_ page: String) -> [String] {
    tables(page).first?.cells.map(\.text) ?? []
  }

  @Test("a page in GBK is read: title row, hidden row, references, line breaks, nested tags")
  func page() throws {
    let reading = try Self.season("page.xls")
    let graduates = reading.season.schools[0].graduates
    #expect(graduates.map { $0[GraduateField.name] } == ["韦·小明", "覃红"])
    #expect(graduates.map { $0[GraduateField.major] } == ["护理", "护理"])
    #expect(graduates.map { $0[GraduateField.remark] } == ["", "甲 乙"])
    #expect(reading.errors == [])
    #expect(reading.findings(.readAsGB18030).count == 1)
    #expect(reading.findings(.titleRows).count == 1)
    #expect(reading.findings(.hidden).map(\.message) == ["有1行被隐藏，已照常读取。"])
  }

  @Test("the XML of Excel 2003 is read: places, merged cells, types, formats, comments")
  func spreadsheet() throws {
    let reading = try Self.season("xml2003.xls")
    let graduates = reading.season.schools[0].graduates
    #expect(graduates.map { $0[GraduateField.years] } == ["3年", "3年"])
    #expect(graduates.map { $0[GraduateField.entryMonth] } == ["202009", "202009"])
    #expect(graduates.map { $0[GraduateField.className] } == ["007", ""])
    #expect(graduates[0][GraduateField.remark] == "甲")
    #expect(reading.errors == ["I051"])
    #expect(reading.findings(.formulaWithoutValue)[0].place.description.contains("名册!K5"))
    #expect(
      reading.findings(.hidden).map(\.message) == ["工作表“备用”被程序隐藏，未读取。", "有1行被隐藏，已照常读取。"]
    )
  }

  @Test("a page in a single file is read, part by part")
  func archive() throws {
    let reading = try Reading(bytes: [("a.xls", WorkbookTests.fixture("archive.xls"))])
    #expect(reading.season.schools[0].record[SchoolField.name] == "示范职业学校")
    #expect(reading.season.schools[0].graduates.count == 1)
    #expect(reading.season.sources.map(\.sheet) == ["sheet001", "sheet002"])
    #expect(reading.errors == [])
  }

  @Test("cells that span rows and columns keep the others in their columns")
  func spans() {
    let page = """
      <table><tr><td rowspan=3>a<td colspan='2'>b<td>c</tr>
      <tr><td>d</td><td rowspan="2">e<td>f
      <tr><td>g<td>h</table>
      """
    let table = Self.tables(page)[0]
    #expect(table.cells.map(\.text) == ["a", "b", "c", "d", "e", "f", "g", "h"])
    #expect(table.cells.map(\.column) == [1, 2, 4, 2, 3, 4, 2, 4])
    #expect(table.rows.map(\.number) == [1, 2, 3])
    #expect(table.merged.map(\.reference) == ["A1:A3", "C2:C3"])
  }

  @Test(
    "texts are put together as a browser shows them",
    arguments: [
      ("<td> a\n  b&nbsp;c </td>", "a b\u{A0}c"),
      ("<td>&#20013;&#x4E2D;&unknown;&</td>", "中中&unknown;&"),
      ("<td>a<br/>b<p>c</p></td>", "a\nb\nc"), ("<td>1 < 2</td>", "1 < 2"),
      ("<td title='>'>a<!-- <td>b --><script>'<td>'</script></td>", "a"),
      ("<td><![CDATA[x]]>a</td>", "a"), ("<td>&#xD800;</td>", "&#xD800;"),
    ]
  )
  func texts(cell: String, text: String) {
    #expect(Self.cells("<table><tr>\(cell)</tr></table>") == [text])
  }

  @Test("cells of blanks are empty, numbers are what the page says they are")
  func kinds() {
    let cells = Self.tables(
      "<table><tr><td>&nbsp;<td x:num='450000200503150028'>4.5E+17<td x:num>85<td x:num>缺考<td>7</table>"
    )[0].cells
    #expect(cells.map(\.kind) == [.number, .number, .text, .text])
    #expect(cells.map(\.column) == [2, 3, 4, 5])
  }

  @Test("tables within tables are tables of their own")
  func nested() {
    let tables = Self.tables(
      "<table><tr><td>a<table><tr><td>b</table>c<td>d</table><table><tr><td>e</table>"
    )
    #expect(tables.map { $0.cells.map(\.text) } == [["b"], ["a\nc", "d"], ["e"]])
    #expect(tables.map(\.sheet) == ["第1个表格", "第2个表格", "第3个表格"])
    let end = String(repeating: "</table>", count: 100_000)
    let deep = String(repeating: "<table><tr><td>", count: 100_000) + "x" + end
    #expect(Self.tables(deep).isEmpty)
  }

  @Test(
    "pages without a table and foreign encodings are refused with what to do",
    arguments: [
      ("<html><body>请登录</body></html>", "I004", "登录页"),
      ("<html><frameset><frame src=a.htm></frameset></html>", "I004", "目录"),
      ("<Workbook/>", "I020", "没有"),
      ("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x--\n", "I004", "网页"),
      ("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n", "I005", "不完整"),
      ("<table><tr><td>姓名</td></tr>", "I005", "不完整"),
    ]
  )
  func refused(text: String, code: String, words: String) throws {
    let reading = try Reading(["a.xls": text])
    #expect(reading.errors == [code])
    #expect(reading.findings[0].message.contains(words))
  }

  @Test("a page that says it is Big5 is not taken for GB18030")
  func big5() throws {
    let page = "<html><meta content='text/html; charset=Big5'><table><tr><td>"
    let reading = try Reading(bytes: [("a.xls", Array(page.utf8) + [0xA4, 0xA4])])
    #expect(reading.errors == ["I003"])
  }

  @Test("no page takes more than linear time or columns without end")
  func hostile() {
    let row = "<tr>" + String(repeating: "<td rowspan=65534 colspan=1000>x", count: 40)
    let rows = String(repeating: "<tr><td>y", count: 2000)
    let table = Self.tables("<table>\(row)\(rows)</table>")[0]
    #expect(table.rows.count == 2001)
    #expect(table.cells.map(\.column).max() == 1001)
    let open = String(repeating: "<td a=\"<!--<script><table>", count: 20_000)
    #expect(Self.tables("<table><tr>\(open)").isEmpty)
  }
}
