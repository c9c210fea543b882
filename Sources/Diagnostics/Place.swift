/// Where a finding lies, exactly enough to go there.
package enum Place: Hashable, Sendable {
  /// No place: the finding is about the run as a whole.
  case none
  /// A file as a whole.
  case file(String)
  /// A position in a text (a template, an XML or JSON input).
  ///
  /// Line and column start at 1; the column counts Unicode scalars.
  case text(file: String, line: Int, column: Int)
  /// A byte of a file that could not be decoded.
  ///
  /// `line` starts at 1, `offset` at 0.
  case byte(file: String, line: Int, offset: Int)
  /// A row of a table.
  ///
  /// `sheet` is nil where the file holds one table (CSV); `row` starts at 1 and counts the rows
  /// that the clerk sees, title rows included.
  case row(file: String, sheet: String?, row: Int)
  /// A cell of a table.
  ///
  /// `column` starts at 1; `heading` is the heading as the file has it.
  case cell(file: String, sheet: String?, row: Int, column: Int, heading: String)

  /// The file of the place, if it has one.
  package var file: String? {
    switch self {
    case .none: nil
    case .file(let file), .text(let file, _, _), .byte(let file, _, _), .row(let file, _, _),
      .cell(let file, _, _, _, _):
      file
    }
  }

  /// The place in one line: `毕业生.xlsx:名册!D27（身份证号码）`, `毕业生.csv:27:4（身份证号码）`,
  /// `review.xml:41:17`.
  package var description: String {
    switch self {
    case .none: ""
    case .file(let file): file
    case .text(let file, let line, let column): "\(file):\(line):\(column)"
    case .byte(let file, let line, let offset): "\(file):\(line)（第\(offset)字节）"
    case .row(let file, let sheet?, let row): "\(file):\(sheet)!\(row)"
    case .row(let file, nil, let row): "\(file):\(row)"
    case .cell(let file, let sheet?, let row, let column, let heading):
      "\(file):\(sheet)!\(Place.letters(column))\(row)（\(heading)）"
    case .cell(let file, nil, let row, let column, let heading):
      "\(file):\(row):\(column)（\(heading)）"
    }
  }

  /// The place without its file: `名册!D27（身份证号码）`, `27:4（身份证号码）`; empty for whole files.
  package var positionInFile: String {
    guard let file else { return "" }
    return String(description.dropFirst(file.count + 1))
  }

  /// The spreadsheet letters of a column: 1 is A, 27 is AA.
  package static func letters(_ column: Int) -> String {
    var rest = column
    var letters: [UInt8] = []
    while rest > 0 {
      letters.append(UInt8(65 + (rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}
