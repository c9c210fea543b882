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
    /// As the file writes it: `A1:H1`.
    var reference: String
  }

  init(file: String, sheet: String?) {
    self.file = file
    self.sheet = sheet
  }

  /// Ends a row that holds the cells from `start` on.
  mutating func endRow(_ number: Int32, from start: Int, isHidden: Bool = false) {
    guard start < cells.count else { return }
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
