package import Diagnostics

/// A table as it stands in a file: enough to name the exact cell of a field of a record.
package struct TableSource: Hashable, Sendable {
  /// The file as the user named it.
  package var file: String
  /// The sheet, where the file has sheets; the table's name in JSON.
  package var sheet: String?
  /// For each slot the column (from 1) and the heading as the file has it; nil where the file has no
  /// such column.
  package var columns: [Column?]

  /// A column of a file.
  package struct Column: Hashable, Sendable {
    /// From 1.
    package var number: Int
    /// As the file has it.
    package var heading: String

    /// A column.
    package init(number: Int, heading: String) {
      self.number = number
      self.heading = heading
    }
  }

  /// A table in a file.
  package init(file: String, sheet: String?, columns: [Column?]) {
    self.file = file
    self.sheet = sheet
    self.columns = columns
  }

  /// The cell of a slot in a row; the row where the table has no column for the slot.
  package func place(slot: Int, row: Int) -> Place {
    guard slot < columns.count, let column = columns[slot] else {
      return .row(file: file, sheet: sheet, row: row)
    }
    return .cell(
      file: file,
      sheet: sheet,
      row: row,
      column: column.number,
      heading: column.heading
    )
  }
}
