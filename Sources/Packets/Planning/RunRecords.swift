package import Diagnostics
package import Records

/// The records that a run is about, whole or school by school.
package struct RunRecords: Sendable {
  /// The season; where schools are read one by one, they lack their tables, and there are no sources
  /// of cells.
  package var season: Season
  /// What was found before the first school is read; all there is where the season is whole.
  package var findings: [Diagnostic]
  /// Reads schools one by one; nil where the season is whole.
  package var schools: SchoolSource?

  /// A season that is in memory as a whole, and everything that was found in it.
  package init(_ season: Season, findings: [Diagnostic]) {
    self.season = season
    self.findings = findings
  }

  /// A season whose schools are read when their turn comes.
  package init(rows season: Season, findings: [Diagnostic], schools: SchoolSource) {
    self.season = season
    self.findings = findings
    self.schools = schools
  }
}

/// Gives schools one by one; several may be asked for at a time.
package struct SchoolSource: Sendable {
  /// For each school what differs when its records, or findings about them, may differ.
  package var marks: [String]
  /// SHA-256 of all records, wherever the ledger lies.
  package var content: @Sendable () throws -> String
  /// The school at a place of the season.
  package var read: @Sendable (Int) throws -> SchoolReading
  /// Where the rows of the season were read.
  package var sources: @Sendable () throws -> [TableSource]
  /// What is found when all schools were looked at, by their summaries.
  package var conclude: @Sendable ([SchoolSummary]) throws -> [Diagnostic]

  /// A source of schools.
  package init(
    marks: [String],
    content: @escaping @Sendable () throws -> String,
    read: @escaping @Sendable (Int) throws -> SchoolReading,
    sources: @escaping @Sendable () throws -> [TableSource],
    conclude: @escaping @Sendable ([SchoolSummary]) throws -> [Diagnostic]
  ) {
    self.marks = marks
    self.content = content
    self.read = read
    self.sources = sources
    self.conclude = conclude
  }
}

/// A school that was read.
package struct SchoolReading: Sendable {
  /// The season with the tables of the school and all sources.
  package var season: Season
  /// What was found in the school.
  package var findings: [Diagnostic]
  /// What reports say of it.
  package var summary: SchoolSummary
  /// A finding with what the reader knows besides: where a corrected value stands.
  package var noted: @Sendable (Diagnostic) -> Diagnostic

  /// A school that was read.
  package init(
    season: Season,
    findings: [Diagnostic],
    summary: SchoolSummary,
    noted: @escaping @Sendable (Diagnostic) -> Diagnostic
  ) {
    self.season = season
    self.findings = findings
    self.summary = summary
    self.noted = noted
  }
}

/// What is kept of a school after its turn, for reports and for the rules about the season.
package struct SchoolSummary: Sendable {
  /// Rows that were read, that of 学校 included.
  package var rowCount: Int
  /// The rows of the registry's export that 附件3 does not print.
  package var heldBack: [HeldBack]
  /// The colleges' tables that the school stands in.
  package var sources: [EnrolmentSource]
  /// The rows of 特例 that released a finding.
  package var usedExemptions: [Int]
  /// The computed values that forms of other holders show of the school.
  var values: ContiguousArray<String>

  /// The summary of a school of a season.
  package init(
    _ school: School,
    of season: Season,
    share: RuleBook.SchoolShare,
    showsPeople: Bool
  ) {
    rowCount = school.rowCount
    heldBack = HeldBack.all(of: school, in: season, showsPeople: showsPeople)
    sources = share.sources
    usedExemptions = share.usedExemptions.sorted()
    values = SeasonEntities.values(of: school)
  }

  init(
    rowCount: Int,
    heldBack: [HeldBack],
    sources: [EnrolmentSource],
    usedExemptions: [Int],
    values: ContiguousArray<String>
  ) {
    self.rowCount = rowCount
    self.heldBack = heldBack
    self.sources = sources
    self.usedExemptions = usedExemptions
    self.values = values
  }
}

extension School {
  /// The rows of its tables, that of 学校 included; scores count once a person.
  var rowCount: Int {
    1 + graduates.count + changes.count + enrolments.count + majors.count + courses.count
      + scores.sheets.count
  }
}
