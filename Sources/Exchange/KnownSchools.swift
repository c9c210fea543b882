package import Diagnostics
package import Records

/// The schools that a reader of files knows from elsewhere: those of the ledger that an export is
/// imported into.
package struct KnownSchools {
  /// Their names in order.
  package var names: [String]
  /// The name of the school in whose roll a person stands.
  package var schoolOfPerson: (_ idNumber: String) -> String?

  /// Schools that are known before anything is read.
  package init(
    names: [String] = [],
    schoolOfPerson: @escaping (_ idNumber: String) -> String? = { _ in nil }
  ) {
    self.names = names
    self.schoolOfPerson = schoolOfPerson
  }
}

/// A season that was read before, and what reading found in it.
package struct KnownSeason: Sendable {
  /// The records.
  package var season: Season
  /// What reading found.
  package var findings: [Diagnostic]

  /// A season that was read before.
  package init(season: Season, findings: [Diagnostic]) {
    self.season = season
    self.findings = findings
  }
}
