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
    RequiredFieldRules.checkSeason(&run)
    SchoolRules.checkSeason(&run)
    TelephoneRule.checkSeason(&run)
    var numbers = SeasonNumbers(season)
    for (index, school) in season.schools.enumerated() {
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
    EnrolmentRules.checkSeason(&run)
    CertificateRules.checkSeason(&run)
    ExemptionRules.check(&run)
    return run.sink
  }
}
