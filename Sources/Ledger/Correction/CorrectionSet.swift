package import Records

/// The rows of 更正 that are applied together.
package struct CorrectionSet: Sendable {
  /// The rows.
  package var rows: [CorrectionRow]
  /// The tables that the rows were read from.
  package var sources: [TableSource]
  /// The files.
  package var files: [SourceFile]
  /// Who, when and why.
  package var note: RevisionNote
  /// Whether messages quote personal numbers in full.
  package var showsPeople: Bool

  /// Corrections.
  package init(
    rows: [CorrectionRow],
    sources: [TableSource],
    files: [SourceFile],
    note: RevisionNote,
    showsPeople: Bool = false
  ) {
    self.rows = rows
    self.sources = sources
    self.files = files
    self.note = note
    self.showsPeople = showsPeople
  }
}

/// A correction on its way into a ledger.
struct AppliedCorrection {
  var entity: Int64
  /// The field's heading, or the score as clerks call it.
  var item: String
  /// The course of a score.
  var course: String?
  var old: String
  var new: String
  var reason: String
  var origin: CellOrigin
}
