internal import Records

/// A table of which the headings are known.
struct RecognisedTable {
  /// What it is about.
  var kind: TableKind
  /// The table.
  var table: SheetTable
  /// The index of the heading row in `table.rows`; the rows behind it are data.
  var headingRow: Int
  /// For each column from 1 what it holds; index 0 is not used.
  var columns: [Meaning]
  /// The headings as the file has them, like `columns`.
  var headings: [String]

  /// What a column holds.
  enum Meaning: Hashable {
    /// Nothing that is read.
    case nothing
    /// The field of this slot.
    case field(Int)
    /// The scores of a course.
    case course(String)
  }

  /// Where each slot stands, for findings.
  func slots(count: Int) -> [TableSource.Column?] {
    var slots = [TableSource.Column?](repeating: nil, count: count)
    for (number, meaning) in columns.enumerated() {
      if case .field(let slot) = meaning {
        slots[slot] = TableSource.Column(number: number, heading: headings[number])
      }
    }
    return slots
  }
}
