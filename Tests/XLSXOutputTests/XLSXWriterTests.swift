import DocumentModel
import Foundation
import Pictures
import TestTools
import Testing

@testable import XLSXOutput

@Suite("Workbook of a filled form")
struct XLSXWriterTests {
  private static let song = TextStyle(face: .song, size: .points(10))

  /// A receipt of schools with their counts and phones.
  private static func receipt(_ schools: [[String]], title: String = "验印回执") -> FilledForm {
    let heads = ["学校名称", "毕业生总数", "手机号码"]
    let table = Table(
      columns: [
        Column(width: .fixed(.millimetres(78)), alignment: .left, style: song),
        Column(width: .fixed(.millimetres(26)), style: song),
        Column(width: .share(1), style: song),
      ],
      head: [
        Row(
          cells: ContiguousArray(
            heads.map {
              Cell(
                .inlines([.text($0, nil)]),
                scope: .column,
                style: TextStyle(face: .title, size: .points(10))
              )
            }
          )
        )
      ],
      rows: Lazy(
        schools.map { school in
          Row(cells: ContiguousArray(school.map { Cell(.value(Value(text: $0))) }))
        }
      ),
      rowHeight: .millimetres(12),
      padding: Table.Padding(extent: .page)
    )
    let line = LineBlock(
      style: song,
      height: .millimetres(16),
      content: [
        .blank(Inline.Blank(width: nil, content: [.value(Value(text: "河池"), nil)])),
        .text("市教育局/区直学校", nil), .spring, .text("联系地址：", nil),
        .blank(Inline.Blank(width: nil, content: [])),
      ]
    )
    return FilledForm(
      id: "receipt",
      title: title,
      sheet: Sheet(
        paper: "A4",
        width: .millimetres(297),
        height: .millimetres(210),
        margins: Sheet.Margins(
          top: .millimetres(15),
          right: .millimetres(15),
          bottom: .millimetres(14),
          left: .millimetres(20)
        )
      ),
      header: [
        .text(TextBlock(level: 1, style: song, alignment: .center, content: [.text(title, nil)])),
        .line(line),
      ],
      footer: FilledForm.Footer(
        style: song,
        center: [.text("第 ", nil), .counter(.page, nil), .text(" 页 R&D", nil)]
      ),
      sections: Lazy([FilledForm.Section(blocks: [.table(table)])])
    )
  }

  /// The parts of a workbook as one text, unpacked by `unzip`.
  private func parts(_ form: FilledForm, _ names: String...) throws -> String {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".xlsx")
    defer { try? FileManager.default.removeItem(at: path) }
    try XLSXWriter.write(form, to: path.path)
    let outcome = try Tool.run("unzip", ["-p", path.path] + names)
    try #require(outcome.status == 0)
    return outcome.output
  }

  @Test("Cells hold the words, counts are numbers, phones and formulas are text")
  func cells() throws {
    let form = Self.receipt([["示例学校", "412", "15400000001"], ["=1+1", "007", "https://a.b"]])
    let sheet = try parts(form, "xl/worksheets/sheet1.xml")
    let strings = try parts(form, "xl/sharedStrings.xml")
    #expect(sheet.contains("<v>412</v>"))
    #expect(!sheet.contains("<f>"))
    #expect(!sheet.contains("hyperlink"))
    for text in ["示例学校", "15400000001", "=1+1", "007", "https://a.b", "学校名称"] {
      #expect(strings.contains("<t>\(text)</t>"), "\(text)")
    }
    #expect(strings.contains("<t>河池市教育局/区直学校　　联系地址：＿＿＿＿</t>"))
    #expect(!strings.contains("以下空白"))
  }

  @Test("Pictures are left out, without an empty row")
  func pictures() throws {
    var form = Self.receipt([["甲", "1", "2"]])
    let plain = try parts(form, "xl/worksheets/sheet1.xml")
    let picture = try PictureReader.read(PNGSample.colours.bytes)
    let side = Length.millimetres(20)
    form.header.insert(
      .picture(PictureBlock(picture: picture, width: side, height: side)),
      at: 0
    )
    #expect(try parts(form, "xl/worksheets/sheet1.xml") == plain)
  }

  @Test("The sheet prints as the form does")
  func page() throws {
    let form = Self.receipt([["甲", "1", "2"]])
    let sheet = try parts(form, "xl/worksheets/sheet1.xml")
    #expect(sheet.contains("paperSize=\"9\""))
    #expect(sheet.contains("orientation=\"landscape\""))
    #expect(sheet.contains("fitToHeight=\"0\""))
    #expect(sheet.contains("第 &amp;P 页 R&amp;&amp;D"))
    #expect(sheet.contains("<mergeCell ref=\"A1:C1\"/>"))
    #expect(sheet.contains("<mergeCell ref=\"A2:C2\"/>"))
    let workbook = try parts(form, "xl/workbook.xml")
    // Title, line and table head stand on every page.
    #expect(workbook.contains("$1:$3</definedName>"))
    #expect(workbook.contains("name=\"验印回执\""))
    #expect(try parts(form, "xl/styles.xml").contains("<name val=\"宋体\"/>"))
  }

  @Test(
    "Hostile values stay values",
    arguments: [
      ("<script>&\"'", "&lt;script&gt;&amp;\"'"), ("]]>", "]]&gt;"), ("_x0041_", "_x005F_x0041_"),
      ("a\u{1}", "a_x0001_"), ("\u{F92C}", "\u{F92C}"), ("𠮷·甲", "𠮷·甲"),
    ]
  )
  func hostileValue(value: String, written: String) throws {
    let strings = try parts(Self.receipt([[value, "1", "2"]]), "xl/sharedStrings.xml")
    #expect(strings.utf8.split(separator: UInt8(ascii: "t")).count > 3)
    #expect(Array(strings.utf8).firstRange(of: Array("<t>\(written)</t>".utf8)) != nil)
  }

  @Test("What a workbook cannot carry is an error", arguments: ["a\u{0}b", "\u{FFFF}"])
  func illegalCharacter(value: String) {
    #expect(throws: XLSXWriterError.self) { try parts(Self.receipt([[value, "1", "2"]])) }
  }

  @Test("A text longer than a cell can be is an error and not cut")
  func longText() {
    let text = String(repeating: "长", count: 40_000)
    #expect(throws: XLSXWriterError.self) { try parts(Self.receipt([[text, "1", "2"]])) }
  }

  @Test("A path that cannot be written is an error")
  func unwritablePath() {
    #expect(throws: XLSXWriterError.self) {
      try XLSXWriter.write(Self.receipt([]), to: "/nowhere/receipt.xlsx")
    }
  }

  @Test("The same form gives the same bytes")
  func determinism() throws {
    let form = Self.receipt((0..<100).map { ["学校\($0)", String($0), "15400000001"] })
    let directory = FileManager.default.temporaryDirectory
    var files: [Data] = []
    for _ in 0..<2 {
      let path = directory.appending(path: UUID().uuidString)
      defer { try? FileManager.default.removeItem(at: path) }
      try XLSXWriter.write(form, to: path.path)
      files.append(try Data(contentsOf: path))
      // The times in a zip have two seconds: a clock in the file would show.
      if files.count == 1 { Thread.sleep(forTimeInterval: 2.1) }
    }
    #expect(files[0] == files[1])
    #expect(files[0].count > 5_000)
  }

  @Test(
    "Sheet names are made safe",
    arguments: [
      ("2023 年[表]/:*?\\'", "2023 年表"), ("", "表"), (" ", "表"),
      (String(repeating: "长", count: 40), String(repeating: "长", count: 31)),
      (String(repeating: "𠮷", count: 20), String(repeating: "𠮷", count: 15)),
    ]
  )
  func sheetName(title: String, name: String) {
    #expect(XLSXWriter.sheetName(title) == name)
  }
}
