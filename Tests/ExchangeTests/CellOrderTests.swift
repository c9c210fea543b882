import Testing

@testable import Exchange

@Suite("Cells of a row")
struct CellOrderTests {
  @Test("cells stand by their columns, in whatever order the file names them")
  func order() {
    var table = SheetTable(file: "a.xlsx", sheet: "课程")
    for columns in [[1, 2, 3], [26, 2, 3, 1]] {
      let start = table.cells.count
      for column in columns {
        table.cells.append(SheetCell(column: Int32(column), kind: .text, text: "\(column)"))
      }
      table.endRow(Int32(table.rows.count + 1), from: start)
    }
    let rows = table.rows.map { row in table.cells[row.cells].map(\.column) }
    #expect(rows == [[1, 2, 3], [1, 2, 3, 26]])
  }
}
