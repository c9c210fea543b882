package import DocumentModel

/// Writes a filled form as a workbook of one sheet that people edit and send on.
///
/// Blocks stand under one another as on paper, text blocks and lines in merged cells, tables in
/// real ones. Values are text, so that identity numbers, phones and what begins with `=` stay what
/// they are; only plain counts of at most five digits are numbers.
package enum XLSXWriter {
  /// Writes the workbook to a path, where a file is replaced in place.
  ///
  /// The same form gives the same bytes. Throws where the file cannot be written or a text cannot
  /// be carried; what stands at the path is then of no use.
  package static func write(_ form: FilledForm, to path: String) throws(XLSXWriterError) {
    // The sheet's columns must be known before its first row: sections are asked for twice.
    let grid = ColumnGrid(form)
    let workbook = try Workbook(
      path: path,
      title: form.title,
      sheetName: sheetName(form.title)
    )
    var filler = SheetFiller(workbook: workbook, grid: grid, usable: form.sheet.usable.width)
    try filler.fill(with: form)
    try filler.save()
  }

  /// A title as the name of a sheet: at most 31 UTF-16 units without `[]:*?/\`, no apostrophe at
  /// its ends.
  static func sheetName(_ title: String) -> String {
    var name = ""
    var units = 0
    for scalar in title.unicodeScalars {
      switch scalar {
      case "[", "]", ":", "*", "?", "/", "\\", "'", "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}":
        continue
      default: break
      }
      units += UTF16.width(scalar)
      if units > 31 { break }
      name.unicodeScalars.append(scalar)
    }
    return name.utf8.allSatisfy { $0 == UInt8(ascii: " ") } ? "表" : name
  }
}
