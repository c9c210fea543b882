/// Of whom or of what a history is asked for.
package enum HistoryScope: Sendable {
  /// Everything, revision by revision.
  case season
  /// A person by identity number: any that the person has or had.
  case person(String)
  /// A school by its full name.
  case school(String)
}

/// A revision in which something changed.
package struct HistoryEntry: Sendable {
  /// The revision.
  package var revision: Revision
  /// What changed of the person or the school; empty for the history of the season.
  package var differences: [TableDifference]
}
