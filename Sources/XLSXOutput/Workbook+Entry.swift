internal import CXlsxWriter
import DocumentModel

extension Workbook {
  /// Writes the headings of a sheet to fill in, with notes, formats and lists for the rows below.
  mutating func write(_ sheet: EntrySheet) throws(XLSXWriterError) {
    var plain = CellLook(style: TextStyle(face: .song, size: .points(11)), .center)
    plain.hasBorder = true
    var required = plain
    required.style = TextStyle(face: .title, size: .points(11))
    try setHeight(.points(24), ofRow: 0)
    for (index, column) in sheet.columns.enumerated() {
      try prepare(index, for: column)
      try write(
        column.heading,
        to: CellArea(row: 0, column: index),
        look: column.isRequired ? required : plain
      )
      try addNote(column.note, toHeading: index)
      if !column.choices.isEmpty { try addList(of: column, to: index) }
    }
    unsafe worksheet_freeze_panes(self.sheet, 1, 0)
  }

  /// The width of a column, and the format of what will be typed in it.
  private mutating func prepare(
    _ index: Int,
    for column: EntrySheet.Column
  ) throws(XLSXWriterError) {
    var look = CellLook(style: TextStyle(face: .song, size: .points(11)), .left)
    look.isNumber = !column.isText
    let format = unsafe try format(look)
    let position = lxw_col_t(clamping: index)
    try XLSXWriterError.check(
      unsafe worksheet_set_column(self.sheet, position, position, Self.width(of: column), format)
    )
  }

  /// In digits of the usual font: the heading, or what is usually typed, and some air.
  private static func width(of column: EntrySheet.Column) -> Double {
    let texts = column.choices + [column.heading]
    let ems = texts.map(\.unicodeScalars.count).max() ?? 0
    return Double(min(max(ems * 2 + 4, column.isText ? 14 : 10), 36))
  }

  private func addNote(_ note: String, toHeading index: Int) throws(XLSXWriterError) {
    guard !note.isEmpty else { return }
    try Self.checkText(note)
    var options = unsafe lxw_comment_options()
    unsafe options.width = 260
    // A line holds some sixteen characters of the usual size.
    unsafe options.height = UInt16(clamping: 40 + note.unicodeScalars.count / 16 * 18)
    try XLSXWriterError.check(
      unsafe worksheet_write_comment_opt(self.sheet, 0, lxw_col_t(clamping: index), note, &options)
    )
  }

  private func addList(
    of column: EntrySheet.Column,
    to index: Int
  ) throws(XLSXWriterError) {
    // The library joins the values with commas into one text of at most 255 characters.
    guard column.choices.joined(separator: ",").unicodeScalars.count <= 255 else { return }
    var words = unsafe column.choices.map { unsafe strdup($0) } + [nil]
    defer { unsafe words.forEach { unsafe free($0) } }
    let position = lxw_col_t(clamping: index)
    let result = unsafe words.withUnsafeMutableBufferPointer { list in
      var validation = unsafe lxw_data_validation()
      unsafe validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      unsafe validation.value_list = list.baseAddress
      if !column.refusesOthers {
        unsafe validation.show_error = UInt8(LXW_VALIDATION_OFF.rawValue)
      }
      return unsafe worksheet_data_validation_range(
        self.sheet,
        1,
        position,
        lxw_row_t(EntryWorkbookWriter.lastRow),
        position,
        &validation
      )
    }
    try XLSXWriterError.check(result)
  }
}
