internal import Diagnostics
internal import Records

/// A table as records that no school holds yet.
struct ParsedTable {
  /// What it is about.
  var kind: TableKind
  /// Index into the season's sources.
  var source: Int
  /// Where it came from.
  var origin: SheetTable.Origin
  /// The school of all rows, where it is known without their naming it.
  var school: String?
  /// The rows; of 成绩 the slots of the person.
  var records: [Record] = []
  /// The scores of each row, for 成绩 alone.
  var scores: [[ParsedScore]] = []
  /// Findings about rows, which learn their school later.
  var findings: [RowFinding] = []
}

/// A score of a row of 成绩.
struct ParsedScore: Hashable {
  var course: String
  var term: String
  var score: String
  var makeup: String
  var column: Int32
}

/// A finding about a field of a row.
struct RowFinding {
  var diagnostic: Diagnostic
  /// Index into the table's records.
  var record: Int
  /// The fields' names.
  var field: String
}
