internal import Diagnostics
internal import Records

/// A table as it stands in a file, before anybody knows what it is about.
struct SheetTable {
  /// The file as the user named it.
  var file: String
  /// The sheet; nil where the file holds one table.
  var sheet: String?
  /// The rows that hold anything, from the top.
  var rows: ContiguousArray<Row> = []
  /// The cells of all rows, in order; empty cells may be left out.
  var cells: ContiguousArray<SheetCell> = []
  /// What the container says the table is; nil where the headings decide.
  var kind: TableKind?
  /// Where the table comes from.
  var origin = Origin.sheet
  /// Whether day numbers count from 1904.
  var countsFrom1904 = false
  /// Ranges of merged cells.
  var merged: [MergedRange] = []

  /// Where a table comes from.
  enum Origin: Hashable {
    /// A sheet or a CSV file: title rows, totals and remarks may surround the table.
    case sheet
    /// An array of JSON: the first row is the headings.
    case objects
    /// The program's own XML: the first row is field names, row numbers are ordinals; the school
    /// of the file is the school of rows that name none.
    case records(school: String?)
  }

  /// A row.
  struct Row {
    /// As the clerk counts, from 1.
    var number: Int32
    /// Whether the row is hidden.
    var isHidden = false
    /// Its cells.
    var cells: Range<Int>
  }

  /// Cells that are merged into one.
  struct MergedRange: Hashable {
    /// Row numbers.
    var rows: ClosedRange<Int32>
    /// As a spreadsheet writes it: `A1:H1`.
    var reference: String

    /// The range between two corners, which count from 1; nil where they are the wrong way round.
    init?(rows: (first: Int, last: Int), columns: (first: Int, last: Int)) {
      guard let first = Int32(exactly: rows.first), let last = Int32(exactly: rows.last),
        first <= last
      else { return nil }
      self.rows = first...last
      let start = "\(Place.letters(columns.first))\(rows.first)"
      reference = "\(start):\(Place.letters(columns.last))\(rows.last)"
    }

    /// Whether it joins cells of several columns.
    var spansColumns: Bool {
      let letters = reference.split(separator: ":").map { $0.utf8.filter { $0 > 0x39 } }
      return letters.count == 2 && letters[0] != letters[1]
    }

    /// The range that a workbook writes.
    init?(reference: String) {
      let ends = reference.split(separator: ":").compactMap { end in
        Int32(String(decoding: end.utf8.filter { 0x30...0x39 ~= $0 }, as: UTF8.self))
      }
      guard let first = ends.first, let last = ends.last, first <= last else { return nil }
      rows = first...last
      self.reference = reference
    }
  }

  init(file: String, sheet: String?) {
    self.file = file
    self.sheet = sheet
  }

  /// Ends a row that holds the cells from `start` on.
  ///
  /// Files may name their cells in any order; from here on they stand by column.
  mutating func endRow(_ number: Int32, from start: Int, isHidden: Bool = false) {
    guard start < cells.count else { return }
    let isOrdered = (start + 1..<cells.count).allSatisfy {
      cells[$0 - 1].column <= cells[$0].column
    }
    if !isOrdered { cells[start...].sort { $0.column < $1.column } }
    rows.append(Row(number: number, isHidden: isHidden, cells: start..<cells.count))
  }
}

/// A cell.
struct SheetCell {
  /// The column, from 1.
  var column: Int32
  /// What the file says that it is.
  var kind: Kind
  /// The text that the user sees; dates as `2021-09-01`.
  var text: String

  /// What a file can say that a cell is.
  enum Kind: UInt8 {
    /// A text.
    case text
    /// A number.
    case number
    /// A number that is shown as a date.
    case date
    /// A truth value.
    case boolean
    /// A formula whose result the file does not hold.
    case formula
    /// An error value.
    case error
    /// An array or object where a value should stand (JSON).
    case nested
  }
}

extension SheetCell {
  /// A cell that holds a number, as the user sees it; digits that are no number stay a text.
  init(column: Int32, number digits: String, style: NumberFormats.Style, from1904: Bool) {
    self.column = column
    guard let number = DecimalText(digits) else {
      (kind, text) = (.text, digits)
      return
    }
    if style == .date, let serial = number.wholePart,
      let day = CalendarDay(serial: serial, from1904: from1904)
    {
      (kind, text) = (.date, day.text)
    } else {
      (kind, text) = (.number, number.text(style))
    }
  }
}
