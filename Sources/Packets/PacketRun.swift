package import Diagnostics
internal import Fingerprints
package import Fonts
import Records

/// A run: every unit of the plan rendered, written and put into the manifest.
package struct PacketRun: Sendable {
  private let context: RunContext
  private let corrections: [Correction]
  private let findings: [Diagnostic]
  private let folder: String?
  /// The schools of other shards.
  private var othersSchools: Set<ByteKey> = []

  /// A step of progress.
  package struct Progress: Sendable {
    /// Units done, this one included.
    package var done: Int
    /// All units.
    package var total: Int
    /// What became of the unit.
    package var outcome: UnitOutcome
  }

  /// A run on a season.
  ///
  /// - Parameters:
  ///   - records: The records, and what was found in them; errors withhold documents.
  ///   - policy: Templates, copies and order.
  ///   - fonts: The faces of the run.
  ///   - options: What is asked for.
  ///   - folder: Where files go; nil for a run that only checks.
  ///   - corrections: What a ledger knows of corrections, in the order in which they were made; a
  ///     更正单 names who made them and why.
  ///   - cache: Where the user keeps what can be computed again; nil where nothing may be kept.
  ///   - showsPeople: Whether findings name people in full.
  package init(
    records: RunRecords,
    policy: PacketPolicy,
    fonts: FontSet,
    options: RunOptions,
    folder: String?,
    corrections: [Correction] = [],
    cache: String?,
    showsPeople: Bool
  ) {
    let season = records.season
    self.corrections = corrections
    findings = records.findings
    self.folder = folder
    context = RunContext(
      season: season,
      schools: records.schools,
      policy: policy,
      options: options,
      fonts: fonts,
      digests: folder == nil ? nil : FontDigests(fonts, cache: cache),
      collation: Collations(),
      withholding: Withholding(records.findings),
      clashes: FolderClashes(season),
      delivery: nil,
      showsPeople: showsPeople
    )
    guard options.shard != nil else { return }
    let mine = Set(places)
    for (place, unit) in plan.enumerated() where !mine.contains(place) {
      guard case .school(let index) = unit else { continue }
      othersSchools.insert(ByteKey(season.schools[index].name))
    }
  }

  /// The errors that concern no single school: with them nothing is made but drafts.
  package var generalErrors: [Diagnostic] { context.withholding.general }

  /// The schools and cities that are asked for and that no input names: a slip of the hand that
  /// would otherwise look like a run without anything to do.
  package var unknownFilters: [String] {
    let season = context.season
    let options = context.options
    let named = season.schools.map(\.name) + context.withholding.strangers(to: season).map(\.school)
    let cities =
      season.schools.map { RunContext.city(of: $0) } + season.bureaus.map { $0[BureauField.city] }
    let schools = Set(named.map(ByteKey.init))
    let places = Set(cities.map(ByteKey.init))
    return options.schools.filter { !schools.contains(ByteKey($0)) }.map { "--school \($0)" }
      + options.cities.filter { !places.contains(ByteKey($0)) }.map { "--city \($0)" }
  }

  /// Whether the filters leave nothing that could be made: each fits something, together they do not.
  package var isEmpty: Bool {
    let options = context.options
    return plan.isEmpty || options.isProof && !options.includes(form: "registration")
  }

  /// Everything that the inputs and the filters give, whatever slice of it the run is to make.
  private var plan: [RunUnit] {
    let options = context.options
    var units: [RunUnit] = []
    if options.includes(form: "receipt"), options.schools.isEmpty, !options.isProof {
      let bureaus = context.season.bureaus.indices.filter {
        options.includes(school: "", city: context.season.bureaus[$0][BureauField.city])
      }
      units += bureaus.map { .bureau($0) }
      // Lists of what was made are for runs that make packets.
      if options.forms.isEmpty, folder != nil, CityRun.hasForms(context.policy) {
        units += bureaus.map { .city($0) }
      }
    }
    units += context.season.schools.indices.filter {
      let school = context.season.schools[$0]
      return options.includes(school: school.name, city: RunContext.city(of: school))
    }.map { .school($0) }
    return units
  }

  /// The places of the plan that the run makes.
  private var places: [Int] {
    let plan = plan
    return context.options.shard?.places(in: plan, of: context.season) ?? Array(plan.indices)
  }

  /// Whether a finding is for this run to tell: a shard leaves those about schools of other shards to
  /// these.
  package func concerns(_ finding: Diagnostic) -> Bool {
    guard context.options.shard != nil, let school = finding.subject?.school else { return true }
    return !othersSchools.contains(ByteKey(school))
  }

  /// What a run made, before it has its manifest.
  package struct Rendering: Sendable {
    /// What became of the units, in the order of the plan.
    package fileprivate(set) var outcomes: [UnitOutcome] = []
    /// The print files of all schools.
    package fileprivate(set) var merged: [Manifest.Merged] = []
    fileprivate var place: Place?
    /// For each outcome its place in the plan.
    fileprivate var places: [Int] = []
    /// Units of the whole plan.
    fileprivate var unitCount = 0
  }

  /// The folder of outputs as the run found it.
  fileprivate struct Place: Sendable {
    var staging: Staging
    var index: PrintIndex
    var renewal: Renewal?
    /// How many files an earlier run had left to be replaced; nil where it had ended.
    var resumed: Int?
  }

  /// Renders all units, `jobs` at a time; their files wait for `finish`.
  ///
  /// - Throws: `CancellationError` soon after the task was cancelled; the folder is as it was.
  package func render(progress: @Sendable (Progress) -> Void) async throws -> Rendering {
    guard let folder else { return try await render(context, nil, progress) }
    let resumed = try Journal.resume(in: folder)
    let staging = try Staging(root: folder)
    do {
      let (context, index) = try writing(to: staging)
      let renewal = try Renewal(context, index: index)
      let place = Place(staging: staging, index: index, renewal: renewal, resumed: resumed)
      return try await render(context, place, progress)
    } catch {
      abandon(staging)
      throw error
    }
  }

  /// Leaves the folder of outputs as the run found it.
  private func abandon(_ staging: Staging) {
    let store = PrintStore(root: staging.root)
    // What a journal speaks of is for the next run to put into place.
    guard staging.isInPlace, case .some(.none) = try? Journal.find(in: staging.root) else { return }
    try? staging.discard()
    if let index = try? store.index() { try? store.sweep(index) }
  }

  private func render(
    _ context: RunContext,
    _ place: Place?,
    _ progress: @Sendable (Progress) -> Void
  ) async throws -> Rendering {
    let (plan, places, strangers) = (plan, places, strangers)
    // They have no place among the schools: the last slice names them.
    let named = context.options.shard.map { $0.slice == $0.count } ?? true ? strangers : []
    let run = RunRendering(
      context: context,
      renewal: place?.renewal,
      units: places.map { plan[$0] }
    )
    return Rendering(
      outcomes: try await run.outcomes(progress: progress) + named,
      place: place,
      places: places + named.indices.map { plan.count + $0 },
      unitCount: plan.count + strangers.count
    )
  }

  /// The context of a run that writes, and what its folder knows of paper.
  private func writing(to staging: Staging) throws -> (RunContext, PrintIndex) {
    var context = context
    context.delivery = Delivery(
      staging: staging,
      season: context.season,
      fonts: context.fonts,
      year: context.policy.year,
      formats: context.options.formats,
      isDuplex: context.options.isDuplex
    )
    let store = PrintStore(root: staging.root)
    let index = try store.index(for: context.season, isWhole: !context.options.isFiltered)
    if !context.options.isDraft, !context.options.isProof {
      try store.prepare()
      context.recorder = PrintRecorder(store: store, index: index)
    }
    return (context, index)
  }

  /// Schools whose rows were read but that have no row in 学校: nothing of them can be made.
  private var strangers: [UnitOutcome] {
    guard context.options.cities.isEmpty else { return [] }
    return context.withholding.strangers(to: context.season).compactMap { stranger in
      guard context.options.includes(school: stranger.school, city: "") else { return nil }
      var outcome = UnitOutcome()
      outcome.school = stranger.school
      outcome.withhold(nil, errors: stranger.errors)
      return outcome
    }
  }

  /// Ends the run: makes the sheets to be printed again and puts everything into place, the manifest
  /// last.
  ///
  /// - Throws: `CancellationError` where the task was cancelled before the first file is replaced.
  package func finish(_ rendering: inout Rendering) throws -> ReprintSummary {
    guard let place = rendering.place else { return ReprintSummary() }
    do {
      return try finish(&rendering, in: place)
    } catch {
      abandon(place.staging)
      throw error
    }
  }

  private func finish(_ rendering: inout Rendering, in place: Place) throws -> ReprintSummary {
    let (outcomes, staging) = (rendering.outcomes, place.staging)
    let store = PrintStore(root: staging.root)
    var journal = Journal()
    for outcome in outcomes where !outcome.isKept { journal.files += outcome.files }
    // The folder is locked: what it knew before rendering is what it knows now.
    var closing = ReprintClosing(
      store: store,
      context: context,
      corrections: corrections,
      index: place.index
    )
    var summary = try closing.writeFiles(outcomes, to: staging, &journal)
    if context.options.isMerged {
      let files = MergedFiles(context: context)
      rendering.merged = try files.write(outcomes, to: staging, &summary.findings)
      journal.files += rendering.merged.map { Journal.File(path: $0.path, sha256: $0.sha256) }
    }
    let closed = try ManifestClosing(
      context,
      outcomes,
      merged: rendering.merged,
      in: staging.root,
      place.renewal
    )
    // A sheet that was withheld since must not lie there to be printed.
    journal.removed += closed.leftovers
    closing.settle(closed.manifest)
    let records = [
      (PrintStore.indexName, try store.changed(closing.index)),
      (ManifestClosing.name, closed.changed),
    ]
    for case (let path, let bytes?) in records {
      try staging.write(bytes, to: path)
      journal.records.append(Journal.File(path: path, sha256: try Digest.sha256(bytes)))
    }
    try Task.checkCancellation()
    if !journal.isEmpty { try journal.carryOut(staging) }
    try staging.discard()
    try store.sweep(closing.index)
    place.renewal?.save(
      outcomes,
      isWhole: !context.options.isFiltered,
      hasOthers: !rendering.merged.isEmpty
    )
    try saveShard(of: rendering, root: staging.root)
    if let count = place.resumed {
      summary.findings.append(EarlierFiles.resumed(count, staging.root))
    }
    summary.findings += closed.findings
    return summary
  }

  /// Notes what a shard made, to be joined with the others.
  ///
  /// A run of all puts an end to shards.
  private func saveShard(of rendering: Rendering, root: String) throws {
    let options = context.options
    let records = ShardRecords(root: root)
    guard let shard = options.shard else {
      if !options.isFiltered { try records.clear() }
      return
    }
    let units = zip(rendering.places, rendering.outcomes).map { place, outcome in
      ShardRecord.Unit(outcome, place: place)
    }
    guard
      let run = try ShardRecord.Run(context, findings: findings, unitCount: rendering.unitCount)
    else { return }
    try records.keep(ShardRecord(shard: shard, run: run, units: units))
  }
}

extension UnitOutcome {
  /// The files, documents first.
  fileprivate var files: [Journal.File] {
    documents.map { Journal.File(path: $0.path, sha256: $0.sha256) }
      + packets.map { Journal.File(path: $0.path, sha256: $0.sha256) }
  }
}
