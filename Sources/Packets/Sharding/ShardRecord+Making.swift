import Diagnostics

extension ShardRecord.Run {
  /// What a run has in common with those of the other slices; nil for a run that only checks.
  init?(_ context: RunContext, findings: [Diagnostic], unitCount: Int) throws {
    guard let digests = context.digests else { return nil }
    let options = context.options
    self.init(
      year: context.policy.year,
      revision: renderingRevision,
      today: options.today,
      options: try RunBasis.shared(
        policy: context.policy,
        options: options,
        fonts: context.fonts,
        digests: digests
      ),
      data: try context.schools?.content() ?? SeasonDigest.of(context.season, findings),
      unitCount: unitCount,
      isFiltered: options.isSelective,
      forms: options.forms,
      isProof: options.isProof
    )
  }
}

extension ShardRecord.Unit {
  /// What became of a unit of the plan.
  init(_ outcome: UnitOutcome, place: Int) {
    self.init(
      place: place,
      school: outcome.school,
      city: outcome.city,
      made: outcome.mark?.name,
      documents: outcome.documents,
      packets: outcome.packets,
      withheld: outcome.withheld
    )
  }
}
