import Diagnostics
import Records
import Testing

@testable import Exchange

@Suite("Worksheets with a column of findings")
struct SheetAnnotationTests {
  /// A sheet of 课程 with headings in row 1, annotated at rows 2 and 3.
  private static func annotate(_ sheet: String, earlier: Bool = false) -> String {
    let remarks = Remarks(
      [2, 3].map {
        Diagnostic(.error, "R1", "<\($0)>", at: .row(file: "a.xlsx", sheet: "课程", row: $0))
      },
      file: "a.xlsx"
    )
    var table = SheetTable(file: "a.xlsx", sheet: "课程")
    for (row, texts) in [["专业名称", earlier ? "校验结果" : "课程名称"], ["护理", "语文"]].enumerated() {
      let start = table.cells.count
      for (column, text) in texts.enumerated() {
        table.cells.append(SheetCell(column: Int32(column + 1), kind: .text, text: text))
      }
      table.endRow(Int32(row + 1), from: start)
    }
    let recognised = RecognisedTable(
      kind: .course,
      table: table,
      headingRow: 0,
      columns: [],
      headings: []
    )
    let column = remarks.column(of: "课程", tables: [recognised], otherwise: nil)
    return String(
      decoding: SheetAnnotator.annotate(Array(sheet.utf8), column: column),
      as: UTF8.self
    )
  }

  private static func cell(_ place: String, _ text: String, _ prefix: String = "") -> String {
    "<\(prefix)c r=\"\(place)\" t=\"inlineStr\"><\(prefix)is><\(prefix)t xml:space=\"preserve\">"
      + "\(text)</\(prefix)t></\(prefix)is></\(prefix)c>"
  }

  private static let heading = cell("C1", "校验结果")
  private static let second = cell("C2", "错误：&lt;2&gt;[R1]")
  private static let third = cell("C3", "错误：&lt;3&gt;[R1]")
  private static let width = "<col min=\"3\" max=\"3\" width=\"60\" customWidth=\"1\"/>"

  @Test("cells go behind the last of their rows, everything else keeps its bytes")
  func plain() {
    let sheet = """
      <?xml version="1.0"?><!-- <row> --><worksheet><dimension ref="A1:B2"/><sheetViews/><sheetData>\
      <row r="1" spans="1:2" s="4"><c r="A1"/><c r="B1" t="s"><v>0</v></c></row>\
      <row r="2" ht="20"><c r="A2"><f>1&gt;0</f></c></row><row r="3"/><row r="4"><c r="A4"/></row>\
      </sheetData></worksheet>
      """
    let expected = """
      <?xml version="1.0"?><!-- <row> --><worksheet><sheetViews/><cols>\(Self.width)</cols><sheetData>\
      <row r="1" s="4"><c r="A1"/><c r="B1" t="s"><v>0</v></c>\(Self.heading)</row>\
      <row r="2" ht="20"><c r="A2"><f>1&gt;0</f></c>\(Self.second)</row><row r="3">\(Self.third)</row>\
      <row r="4"><c r="A4"/></row></sheetData></worksheet>
      """
    #expect(Self.annotate(sheet) == expected)
  }

  @Test("widths are added to those that are there, unless one covers the column")
  func widths() {
    let narrow = "<worksheet><cols><col min=\"1\" max=\"2\"/></cols><sheetData/></worksheet>"
    #expect(
      Self.annotate(narrow)
        == "<worksheet><cols><col min=\"1\" max=\"2\"/>\(Self.width)</cols><sheetData/></worksheet>"
    )
    let wide = "<worksheet><cols><col min=\"1\" max=\"16384\"/></cols><sheetData/></worksheet>"
    #expect(Self.annotate(wide) == wide)
  }

  @Test("prefixes are kept")
  func prefixes() {
    let sheet =
      "<x:worksheet><x:sheetData><x:row r=\"2\"><x:c r=\"A2\"/></x:row></x:sheetData></x:worksheet>"
    let cell = Self.cell("C2", "错误：&lt;2&gt;[R1]", "x:")
    let cols = "<x:cols><x:col min=\"3\" max=\"3\" width=\"60\" customWidth=\"1\"/></x:cols>"
    #expect(
      Self.annotate(sheet)
        == "<x:worksheet>\(cols)<x:sheetData><x:row r=\"2\"><x:c r=\"A2\"/>\(cell)</x:row>"
        + "</x:sheetData></x:worksheet>"
    )
  }

  @Test("an earlier column is replaced where it stands, also amid others")
  func earlier() {
    let sheet = """
      <worksheet><cols><col min="2" max="2"/></cols><sheetData><row r="1"><c r="A1"/>\
      <c r="B1" t="inlineStr"><is><t>校验结果</t></is></c><c r="C1"/></row>\
      <row r="2"><c r="A2"/><c r="C2"/></row><row r="4"><c r="A4"/><c r="B4"><v>old</v></c></row>\
      </sheetData></worksheet>
      """
    let expected = """
      <worksheet><cols><col min="2" max="2"/></cols><sheetData><row r="1"><c r="A1"/>\
      \(Self.cell("B1", "校验结果"))<c r="C1"/></row>\
      <row r="2"><c r="A2"/>\(Self.cell("B2", "错误：&lt;2&gt;[R1]"))<c r="C2"/></row>\
      <row r="4"><c r="A4"/></row></sheetData></worksheet>
      """
    #expect(Self.annotate(sheet, earlier: true) == expected)
  }

  @Test("of a sheet that is cut off nothing is lost")
  func truncated() {
    let sheet =
      "<worksheet><sheetData><row r=\"2\" a='b'><c r=\"A2\"/></row></sheetData></worksheet>"
    for count in 0...sheet.utf8.count {
      let cut = String(decoding: Array(sheet.utf8).prefix(count), as: UTF8.self)
      let bare = Self.annotate(cut).replacing(Self.second, with: "")
        .replacing("<cols>\(Self.width)</cols>", with: "")
      #expect(bare == cut)
    }
  }
}
