internal import CXlsxWriter
import DocumentModel

/// A workbook that libxlsxwriter holds until it is saved; what is written goes to its newest sheet.
@safe struct Workbook: ~Copyable {
  /// The number of the library's "list number": text, also when somebody types digits.
  private static let textFormat: UInt8 = 49

  private var workbook: UnsafeMutablePointer<lxw_workbook>?
  private(set) var sheet: UnsafeMutablePointer<lxw_worksheet>
  private var formats: [CellLook: UnsafeMutablePointer<lxw_format>] = unsafe [:]

  /// An empty workbook that will be saved to a path; nothing is written before `save`.
  init(path: String, title: String, sheetName: String) throws(XLSXWriterError) {
    let pair = unsafe try Self.begin(path: path, title: title, sheetName: sheetName)
    unsafe workbook = pair.workbook
    unsafe sheet = pair.sheet
  }

  private static func begin(
    path: String,
    title: String,
    sheetName: String
  ) throws(XLSXWriterError) -> (
    workbook: UnsafeMutablePointer<lxw_workbook>, sheet: UnsafeMutablePointer<lxw_worksheet>
  ) {
    guard let workbook = unsafe workbook_new(path) else {
      throw .refused(code: LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue, reason: "no memory")
    }
    guard let sheet = unsafe workbook_add_worksheet(workbook, sheetName) else {
      unsafe lxw_workbook_free(workbook)
      throw .refused(code: LXW_ERROR_INVALID_SHEETNAME_CHARACTER.rawValue, reason: "sheet name")
    }
    do {
      unsafe try setProperties(of: workbook, title: title)
    } catch {
      unsafe lxw_workbook_free(workbook)
      throw error
    }
    return unsafe (workbook, sheet)
  }

  /// Begins another sheet, which all later calls write to.
  mutating func beginSheet(named name: String) throws(XLSXWriterError) {
    guard let next = unsafe workbook_add_worksheet(workbook, name) else {
      throw .refused(code: LXW_ERROR_INVALID_SHEETNAME_CHARACTER.rawValue, reason: "sheet name")
    }
    unsafe sheet = next
  }

  deinit {
    if let workbook = unsafe workbook { unsafe lxw_workbook_free(workbook) }
  }

  /// The clock stays out of the file: the same form gives the same bytes.
  private static func setProperties(
    of workbook: UnsafeMutablePointer<lxw_workbook>,
    title: String
  ) throws(XLSXWriterError) {
    try checkText(title)
    var properties = unsafe lxw_doc_properties()
    unsafe properties.created = 1_672_531_200  // 2023-01-01T00:00:00Z, and never 0: that is "now".
    let result = unsafe title.withCString { title in
      // The library copies the title and writes to none of it.
      unsafe properties.title = UnsafeMutablePointer(mutating: title)
      return unsafe workbook_set_properties(workbook, &properties)
    }
    try XLSXWriterError.check(result)
  }

  /// Paper, margins, title rows and a width of one page.
  borrowing func setPage(_ paper: Sheet) {
    let codes: [String: UInt8] = ["A3": 8, "A4": 9]
    unsafe worksheet_set_paper(sheet, codes[paper.paper] ?? 0)
    if paper.width > paper.height { unsafe worksheet_set_landscape(sheet) }
    unsafe worksheet_set_margins(
      sheet,
      paper.margins.left.inches,
      paper.margins.right.inches,
      paper.margins.top.inches,
      paper.margins.bottom.inches
    )
    unsafe worksheet_fit_to_pages(sheet, 1, 0)
    unsafe worksheet_center_horizontally(sheet)
  }

  /// Rows repeated on every printed page.
  borrowing func repeatRows(_ first: Int, _ last: Int) throws(XLSXWriterError) {
    try XLSXWriterError.check(
      unsafe worksheet_repeat_rows(sheet, lxw_row_t(first), lxw_row_t(last))
    )
  }

  /// New pages begin at these rows.
  borrowing func breakPages(at rows: [Int]) throws(XLSXWriterError) {
    guard !rows.isEmpty else { return }
    var breaks = rows.map { lxw_row_t($0) } + [0]
    try XLSXWriterError.check(unsafe worksheet_set_h_pagebreaks(sheet, &breaks))
  }

  /// The band at the foot of every page, in the code of page headers (`&P` the page's number).
  borrowing func setFooter(_ code: String) throws(XLSXWriterError) {
    try Self.checkText(code)
    try XLSXWriterError.check(unsafe worksheet_set_footer(sheet, code))
  }

  /// The band at the head of every page.
  borrowing func setHeader(_ code: String) throws(XLSXWriterError) {
    try Self.checkText(code)
    try XLSXWriterError.check(unsafe worksheet_set_header(sheet, code))
  }

  /// The width of a column.
  borrowing func setWidth(_ width: Length, ofColumn column: Int) throws(XLSXWriterError) {
    // The unit of columns is a digit of 7 pixels at 96 dpi, with 5 pixels between columns.
    let pixels = max(0, (width.inches * 96).rounded())
    let characters = pixels <= 12 ? pixels / 12 : (pixels - 5) / 7
    let column = lxw_col_t(clamping: column)
    try XLSXWriterError.check(
      unsafe worksheet_set_column(sheet, column, column, min(255, characters), nil)
    )
  }

  /// The height of a row, at most the 409 pt that the format allows.
  borrowing func setHeight(_ height: Length, ofRow row: Int) throws(XLSXWriterError) {
    let points = min(409, max(0, Double(height.milliPoints) / 1000))
    try XLSXWriterError.check(unsafe worksheet_set_row(sheet, lxw_row_t(row), points, nil))
  }

  /// Writes a cell, merged where the area is larger than one.
  ///
  /// Text is never taken for a formula, a link or a number; a look with `isNumber` asks for the
  /// number that the text shows.
  mutating func write(_ text: String, to area: CellArea, look: CellLook) throws(XLSXWriterError) {
    try Self.checkText(text)
    let format = unsafe try format(look)
    let (row, column) = (lxw_row_t(area.row), lxw_col_t(clamping: area.column))
    if area.rows > 1 || area.columns > 1 {
      try XLSXWriterError.check(
        unsafe worksheet_merge_range(
          sheet,
          row,
          column,
          lxw_row_t(area.row + area.rows - 1),
          lxw_col_t(clamping: area.column + area.columns - 1),
          "",
          format
        )
      )
    }
    if look.isNumber, let number = Int(text) {
      try XLSXWriterError.check(
        unsafe worksheet_write_number(sheet, row, column, Double(number), format)
      )
    } else if text.isEmpty {
      try XLSXWriterError.check(unsafe worksheet_write_blank(sheet, row, column, format))
    } else {
      try XLSXWriterError.check(
        unsafe worksheet_write_string(sheet, row, column, Self.escaped(text), format)
      )
    }
  }

  /// Saves the file; the library frees the workbook whether it can or not.
  consuming func save() throws(XLSXWriterError) {
    guard let workbook = unsafe self.workbook else { return }
    unsafe self.workbook = nil
    try XLSXWriterError.check(unsafe workbook_close(workbook))
  }

  mutating func format(
    _ look: CellLook
  ) throws(XLSXWriterError) -> UnsafeMutablePointer<lxw_format> {
    if let format = unsafe formats[look] { return unsafe format }
    guard let format = unsafe workbook_add_format(workbook) else {
      throw .refused(code: LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue, reason: "no memory")
    }
    unsafe format_set_font_name(format, look.fontName)
    unsafe format_set_font_size(format, Double(look.style.size.milliPoints) / 1000)
    if look.isBold { unsafe format_set_bold(format) }
    let horizontal =
      switch look.alignment {
      case .left: LXW_ALIGN_LEFT
      case .center: LXW_ALIGN_CENTER
      case .right: LXW_ALIGN_RIGHT
      }
    unsafe format_set_align(format, UInt8(horizontal.rawValue))
    let vertical = look.isAtTop ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER
    unsafe format_set_align(format, UInt8(vertical.rawValue))
    unsafe format_set_text_wrap(format)
    if look.hasBorder { unsafe format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    // 270 is the library's word for upright letters one below the other.
    if look.isUpright { unsafe format_set_rotation(format, 270) }
    if !look.isNumber { unsafe format_set_num_format_index(format, Self.textFormat) }
    unsafe formats[look] = format
    return unsafe format
  }

  static func checkText(_ text: String) throws(XLSXWriterError) {
    guard text.utf8.contains(where: { $0 == 0 || $0 == 0xEF }) else { return }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0, 0xFFFE, 0xFFFF: throw .illegalCharacter(scalar: scalar.value)
      default: break
      }
    }
  }

  /// Readers take `_x0041_` for an escaped A: an underscore that begins such a word is escaped
  /// itself (ECMA-376 part 1, 22.9.2.19); the library does this only to control characters.
  private static func escaped(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let isEscape = { (start: Int) -> Bool in
      guard start + 6 < bytes.count, bytes[start] == UInt8(ascii: "_") else { return false }
      guard bytes[start + 1] == UInt8(ascii: "x"), bytes[start + 6] == UInt8(ascii: "_") else {
        return false
      }
      return bytes[(start + 2)..<(start + 6)].allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
          UInt8(ascii: "A")...UInt8(ascii: "F"):
          true
        default: false
        }
      }
    }
    guard bytes.indices.contains(where: isEscape) else { return text }
    var escaped: [UInt8] = []
    for index in bytes.indices {
      if isEscape(index) { escaped.append(contentsOf: "_x005F".utf8) }
      escaped.append(bytes[index])
    }
    return String(decoding: escaped, as: UTF8.self)
  }
}

/// Cells that hold one text, rows and columns from 0.
struct CellArea {
  /// The first row.
  var row: Int
  /// The first column.
  var column: Int
  /// How many rows.
  var rows = 1
  /// How many columns.
  var columns = 1
}

extension Length {
  /// In inches, the unit of page margins in workbooks.
  fileprivate var inches: Double { Double(milliPoints) / 72_000 }
}
