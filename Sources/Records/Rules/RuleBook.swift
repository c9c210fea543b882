package import Diagnostics

/// The rules about a season's data: what each may find stands in `Rule`.
package enum RuleBook {
  /// Looks at every table of every school.
  ///
  /// Findings come in the order of the schools, and in each by family of rules.
  ///
  /// - Parameters:
  ///   - season: canonical records with their origins.
  ///   - today: the day of the run; dates after it are faults.
  ///   - policy: the year and the options of the run.
  ///   - reading: what reading found: a cell that could not be read is not judged again.
  /// - Returns: the findings, with personal values masked.
  package static func check(
    _ season: Season,
    today: CalendarDate,
    policy: RulePolicy,
    reading: [Diagnostic] = []
  ) -> DiagnosticSink {
    var run = RuleRun(season: season, today: today, policy: policy, reading: reading)
    checkRows(&run)
    check(Array(season.schools.indices), &run)
    EnrolmentRules.checkRepetitions(&run)
    EnrolmentRules.checkSources(season.schools.map { EnrolmentSource.all(of: $0, in: run) }, &run)
    CertificateRules.checkSeason(&run)
    ExemptionRules.check(used: run.releases.used, &run)
    return run.sink
  }

  /// What a school contributes to the rules about a season.
  package struct SchoolShare: Sendable {
    /// What was found, in the order of `check`; with the schools that share a number or a certificate,
    /// what was found about those too.
    package var findings: [Diagnostic]
    /// The colleges' tables that the school stands in.
    package var sources: [EnrolmentSource]
    /// The rows of 特例 that released a finding.
    package var usedExemptions: Set<Int>
  }

  /// Looks at the rows of 学校 and 主管单位 alone.
  package static func checkRows(
    _ season: Season,
    today: CalendarDate,
    policy: RulePolicy,
    reading: [Diagnostic]
  ) -> [Diagnostic] {
    var run = RuleRun(season: season, today: today, policy: policy, reading: reading)
    checkRows(&run)
    return run.sink.diagnostics
  }

  /// Looks at one school of a season in which the others may lack their tables.
  ///
  /// - Parameters:
  ///   - season: The season.
  ///   - index: The school.
  ///   - group: The schools that share a key with it (`SharedKeys`), itself included, all with their
  ///     tables.
  ///   - today: The day of the run.
  ///   - policy: The year and the options of the run.
  ///   - reading: What reading found.
  /// - Returns: What was found in the group, and what the school adds to the season.
  package static func check(
    _ season: Season,
    schoolAt index: Int,
    group: [Int],
    today: CalendarDate,
    policy: RulePolicy,
    reading: [Diagnostic]
  ) -> SchoolShare {
    var run = RuleRun(season: season, today: today, policy: policy, reading: reading)
    check(group, &run)
    EnrolmentRules.checkRepetitions(&run)
    CertificateRules.checkSeason(&run)
    return SchoolShare(
      findings: run.sink.diagnostics,
      sources: EnrolmentSource.all(of: season.schools[index], in: run),
      usedExemptions: run.releases.used
    )
  }

  /// Finds what is known only when every school was looked at.
  ///
  /// - Parameters:
  ///   - season: The season, whose schools may lack their tables.
  ///   - sources: The colleges' tables that each school stands in.
  ///   - usedExemptions: The rows of 特例 that released a finding of any school.
  ///   - today: The day of the run.
  ///   - policy: The year and the options of the run.
  ///   - reading: What reading found.
  /// - Returns: What was found.
  package static func conclude(
    _ season: Season,
    sources: [[EnrolmentSource]],
    usedExemptions: Set<Int>,
    today: CalendarDate,
    policy: RulePolicy,
    reading: [Diagnostic]
  ) -> [Diagnostic] {
    var run = RuleRun(season: season, today: today, policy: policy, reading: reading)
    EnrolmentRules.checkSources(sources, &run)
    ExemptionRules.check(used: usedExemptions, &run)
    return run.sink.diagnostics
  }

  private static func checkRows(_ run: inout RuleRun) {
    RequiredFieldRules.checkSeason(&run)
    SchoolRules.checkSeason(&run)
    TelephoneRule.checkSeason(&run)
  }

  private static func check(_ schools: [Int], _ run: inout RuleRun) {
    var numbers = SeasonNumbers(schools.map { run.season.schools[$0] })
    for index in schools {
      let school = run.season.schools[index]
      let roll = RollIndex(school.graduates)
      SchoolRules.check(school, &run)
      CountRules.check(school, &run)
      RequiredFieldRules.check(school, &run)
      ChoiceRules.check(school, &run)
      IdentityRules.check(school, &run)
      NameCharacterRule.check(school, &run)
      GraduateRules.check(school, &run)
      TelephoneRule.check(school, &run)
      DuplicateRules.check(school, at: index, roll: roll, numbers: &numbers, &run)
      ChangeRules.check(school, roll: roll, &run)
      EnrolmentRules.check(school, roll: roll, &run)
      ScoreRules.check(school, roll: roll, &run)
      MajorRules.check(school, &run)
      CertificateRules.check(school, &run)
    }
  }
}
