package import Diagnostics

extension Season {
  /// The cell of a score: a column of its own in a wide table, 成绩 in a long one.
  package func place(of entry: ScoreBook.Entry, in school: School) -> Place {
    let source = Int(entry.origin.source)
    guard sources.indices.contains(source) else { return .none }
    let table = sources[source]
    let row = Int(entry.origin.row)
    let slot = ScoreField.score.rawValue
    let column = slot < table.columns.count ? table.columns[slot] : nil
    guard entry.column > 0, column?.number != Int(entry.column) else {
      return table.place(slot: slot, row: row)
    }
    return .cell(
      file: table.file,
      sheet: table.sheet,
      row: row,
      column: Int(entry.column),
      heading: school.scores.courseNames[entry.course]
    )
  }
}
