internal import CXlsxWriter
import DocumentModel

/// A sheet of plain texts.
package struct ValueSheet: Sendable {
  /// The name of the sheet.
  package var name: String
  /// The rows, each with its cells from the first column on.
  package var rows: [[String]]

  /// A sheet.
  package init(name: String, rows: [[String]]) {
    self.name = name
    self.rows = rows
  }
}

/// Writes workbooks of plain texts: every cell stays text, also when it is edited.
package enum ValueWorkbookWriter {
  /// Writes the workbook to a path, where a file is replaced in place.
  ///
  /// Empty cells are left out. The same sheets give the same bytes. Throws where the file cannot be
  /// written or a text cannot be carried.
  package static func write(
    _ sheets: [ValueSheet],
    title: String,
    to path: String
  ) throws(XLSXWriterError) {
    guard let first = sheets.first else { return }
    var workbook = try Workbook(
      path: path,
      title: title,
      sheetName: XLSXWriter.sheetName(first.name)
    )
    let look = CellLook(style: TextStyle(face: .song, size: .points(11)), .left)
    for (index, sheet) in sheets.enumerated() {
      if index > 0 { try workbook.beginSheet(named: XLSXWriter.sheetName(sheet.name)) }
      for (row, cells) in sheet.rows.enumerated() {
        for (column, text) in cells.enumerated() where !text.isEmpty {
          try workbook.write(text, to: CellArea(row: row, column: column), look: look)
        }
      }
    }
    try workbook.save()
  }
}
