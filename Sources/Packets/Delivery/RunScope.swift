/// What a filtered run was to make anew: of which schools and bureaus, and which forms of them.
struct RunScope: Sendable {
  private var holders: Set<ByteKey>
  private var forms: [String]

  /// The scope of a run; nil for one that makes all there is.
  ///
  /// Proof lists lie beside the packet and make nothing of it anew.
  init?(_ options: RunOptions, units: [UnitOutcome]) {
    guard options.isFiltered else { return nil }
    holders =
      options.isProof ? [] : Set(units.map { RunScope.key(school: $0.school, city: $0.city) })
    forms = options.forms
  }

  /// The scope of shards whose plan was a part of what the inputs give.
  init(_ run: ShardRecord.Run, units: [ShardRecord.Unit]) {
    holders = run.isProof ? [] : Set(units.map { RunScope.key(school: $0.school, city: $0.city) })
    forms = run.forms
  }

  /// Whether the run was to make a form of a school, or of a bureau where the school is nil.
  func covers(school: String?, city: String?, form: String) -> Bool {
    covers(school: school, city: city)
      && (forms.isEmpty || forms.contains { $0.hasSameBytes(as: form) })
  }

  /// Whether the run was to make anything of a school.
  func covers(school: String?, city: String?) -> Bool {
    holders.contains(RunScope.key(school: school, city: city))
  }

  /// Whether the run makes print files.
  var makesPackets: Bool { forms.isEmpty }

  private static func key(school: String?, city: String?) -> ByteKey {
    ByteKey("\(city ?? "")\u{1F}\(school ?? "")")
  }
}
