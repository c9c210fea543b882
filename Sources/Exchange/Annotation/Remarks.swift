internal import Diagnostics

/// The findings about the rows of a file, as the texts of its last column 校验结果.
struct Remarks {
  /// The heading of the column.
  static let heading = "校验结果"

  /// The findings of a sheet by row number; the sheet of a file without sheets is the empty name.
  private var texts: [String: [Int32: String]] = [:]

  /// Collects the findings that stand in a row of the file.
  init(_ findings: [Diagnostic], file: String) {
    for finding in findings {
      switch finding.place {
      case .cell(let found, let sheet, let row, _, let heading)
      where found.utf8.elementsEqual(file.utf8):
        add("\(finding.severity.label)（\(heading)）：\(finding.message)", finding, sheet, row)
      case .row(let found, let sheet, let row) where found.utf8.elementsEqual(file.utf8):
        add("\(finding.severity.label)：\(finding.message)", finding, sheet, row)
      default: continue
      }
    }
  }

  private mutating func add(_ text: String, _ finding: Diagnostic, _ sheet: String?, _ row: Int) {
    let line = "\(text)[\(finding.code)]"
    let number = Int32(clamping: row)
    let earlier = texts[sheet ?? ""]?[number].map { $0 + "；" } ?? ""
    texts[sheet ?? "", default: [:]][number] = earlier + line
  }

  /// The remarks on a sheet as a column of it.
  func column(of sheet: String?, tables: [RecognisedTable], otherwise table: SheetTable?) -> Column
  {
    var column = Column(texts: texts[sheet ?? ""] ?? [:])
    for recognised in tables {
      let row = recognised.table.rows[recognised.headingRow]
      column.headingRows.insert(row.number)
      let cells = recognised.table.cells[row.cells]
      if let own = cells.first(where: { Remarks.isHeading($0.text) }) { column.number = own.column }
      column.widen(to: recognised.table)
    }
    if tables.isEmpty, let table {
      column.headingRows = [table.rows.first?.number ?? 1]
      column.widen(to: table)
    }
    return column
  }

  /// Whether a heading is that of the column of remarks, which no table reads.
  static func isHeading(_ text: String) -> Bool {
    Heading.key(text) == Heading.key(heading)
  }

  /// The column of remarks of a sheet.
  struct Column {
    /// The remarks by row number.
    var texts: [Int32: String]
    /// The rows that hold headings.
    var headingRows: Set<Int32> = []
    /// The column, from 1, of an earlier annotation; nil where the sheet has none.
    var number: Int32?
    /// The last column that the sheet uses.
    private var used: Int32 = 0

    fileprivate init(texts: [Int32: String]) {
      self.texts = texts
    }

    fileprivate mutating func widen(to table: SheetTable) {
      for cell in table.cells where cell.column > used { used = cell.column }
    }

    /// Where remarks stand, from 1.
    var position: Int32 { number ?? used + 1 }

    /// What stands in the column in a row; nil where the row has none.
    func text(inRow row: Int32) -> String? {
      guard headingRows.contains(row) else { return texts[row] }
      // What brackets hold is no part of a heading: the column is known again.
      return texts[row].map { "\(Remarks.heading)（\($0)）" } ?? Remarks.heading
    }
  }
}
