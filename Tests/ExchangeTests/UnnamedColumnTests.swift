import Diagnostics
import Records
import Testing

@testable import Exchange

@Suite("Columns without a heading of their own")
struct UnnamedColumnTests {
  @Test("marks under no heading are said, and not read as another course")
  func nameless() throws {
    let reading = try Reading([
      "成绩.csv": "身份证号码,姓名,语文,,英语\n450000200503150028,韦小明,81,99,77\n"
    ])
    #expect(reading.findings.contains { $0.code == "I030" && $0.message.contains("1个单元格") })
    #expect(
      !(try Reading(["成绩.csv": "身份证号码,语文\n450000200503150028,81\n"]))
        .findings.contains { $0.code == "I030" }
    )
  }

  @Test("备注 beside the courses is no course")
  func remark() throws {
    let reading = try Reading([
      "a.csv": Sample.school, "b.csv": Sample.roster,
      "成绩.csv": "身份证号码,语文,备注\n450000200503150028,81,转入\n",
    ])
    #expect(reading.season.schools[0].scores.courseNames == ["语文"])
    #expect(reading.findings.contains { $0.code == "I024" && $0.message.contains("备注") })
  }

  @Test("a course whose heading is merged over columns stops the table, other merged cells do not")
  func merged() {
    var table = SheetTable(file: "a.xlsx", sheet: "成绩")
    for (row, texts) in [
      ["身份证号码", "姓名", "公共基础课", "", "英语"], ["450000200503150028", "韦小明", "81", "82", "83"],
    ].enumerated() {
      let start = table.cells.count
      for (column, text) in texts.enumerated() where !text.isEmpty {
        table.cells.append(SheetCell(column: Int32(column + 1), kind: .text, text: text))
      }
      table.endRow(Int32(row + 1), from: start)
    }
    func codes(_ reference: String?) -> [String] {
      var sink = DiagnosticSink()
      table.merged = reference.flatMap { SheetTable.MergedRange(reference: $0) }.map { [$0] } ?? []
      let found = TableRecogniser(schema: .builtIn)
        .recognise(table, isOptional: false, sink: &sink)
      return sink.diagnostics.map(\.code) + (found == nil ? ["no table"] : [])
    }
    #expect(codes("C1:D1") == ["I032", "no table"])
    #expect(codes("C1:C2") == [])
    #expect(codes("A1:B1") == [])
    #expect(codes("C2:D2") == [])
    #expect(codes(nil) == [])
  }
}
