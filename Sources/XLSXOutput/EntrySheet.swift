/// A sheet that people fill in: headings in the first row, below them cells prepared for typing.
package struct EntrySheet: Sendable {
  /// The name of the sheet.
  package var name: String
  /// Its columns from the left.
  package var columns: [Column]

  /// A column to fill in.
  package struct Column: Sendable {
    /// The heading.
    package var heading: String
    /// What to fill in, shown when the mouse rests on the heading.
    package var note: String
    /// Whether a row without a value is faulty; such headings stand out.
    package var isRequired = false
    /// Whether what is typed stays text: identity numbers keep all their digits.
    package var isText = true
    /// The values to choose from; empty for free text.
    package var choices: [String] = []
    /// Whether another value than those of `choices` is refused.
    package var refusesOthers = false

    /// A column of text without a list.
    package init(heading: String, note: String) {
      self.heading = heading
      self.note = note
    }
  }

  /// A sheet.
  package init(name: String, columns: [Column]) {
    self.name = name
    self.columns = columns
  }
}

/// Writes a workbook of sheets to fill in.
package enum EntryWorkbookWriter {
  /// The last row that lists and formats reach: a school of any size fits.
  static let lastRow = 10_000

  /// Writes the workbook to a path, where a file is replaced in place.
  ///
  /// The same sheets give the same bytes. Throws where the file cannot be written; what stands at
  /// the path is then of no use.
  package static func write(
    _ sheets: [EntrySheet],
    title: String,
    to path: String
  ) throws(XLSXWriterError) {
    guard let first = sheets.first else { return }
    var workbook = try Workbook(
      path: path,
      title: title,
      sheetName: XLSXWriter.sheetName(first.name)
    )
    for (index, sheet) in sheets.enumerated() {
      if index > 0 { try workbook.beginSheet(named: XLSXWriter.sheetName(sheet.name)) }
      try workbook.write(sheet)
    }
    try workbook.save()
  }
}
