package import Diagnostics
package import Records

/// What an import brings: a season read from files.
package struct SeasonImport: Sendable {
  /// The records; a school of which the files hold no row of 学校 has an origin of no source.
  package var season: Season
  /// What reading found.
  package var findings: [Diagnostic]
  /// The files.
  package var files: [SourceFile]
  /// Who, when and why.
  package var note: RevisionNote
  /// Whether the files are the whole season, so that what they do not hold goes.
  ///
  /// Otherwise an import replaces the tables of the schools that it holds and nothing else: an
  /// export of 异动 leaves the rolls as they are.
  package var isWhole: Bool

  /// An import.
  package init(
    season: Season,
    findings: [Diagnostic],
    files: [SourceFile],
    note: RevisionNote,
    isWhole: Bool = false
  ) {
    self.season = season
    self.findings = findings
    self.files = files
    self.note = note
    self.isWhole = isWhole
  }

  /// Errors with which rows or tables would be missing: such an import changes nothing.
  ///
  /// An error in a value is kept with the value and withholds its documents, as it does when files
  /// are printed.
  package var losses: [Diagnostic] {
    let names = Set(season.schools.map { TextKey($0.name) })
    return findings.filter { finding in
      guard finding.severity == .error else { return false }
      guard let subject = finding.subject else { return true }
      if let school = subject.school { return !names.contains(TextKey(school)) }
      if case .record = subject.extent { return false }
      return true
    }
  }
}

/// What became of an import.
package enum ImportOutcome: Sendable {
  /// The ledger says the same already: no revision.
  case unchanged
  /// The ledger says something else and was left as it is, since nobody accepted the differences.
  case refused([TableDifference])
  /// The revision that was made.
  case accepted(revision: Int, [TableDifference])
}
