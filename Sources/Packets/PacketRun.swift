package import Diagnostics
package import Fonts
import Records

/// A run: every unit of the plan rendered, written and put into the manifest.
package struct PacketRun: Sendable {
  private let context: RunContext
  private let corrections: [Correction]
  private let showsPeople: Bool

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
  ///   - mask: Hides identity numbers in findings.
  ///   - showsPeople: Whether findings name people in full.
  package init(
    records: RunRecords,
    policy: PacketPolicy,
    fonts: FontSet,
    options: RunOptions,
    folder: String?,
    corrections: [Correction] = [],
    cache: String?,
    mask: @escaping @Sendable (String) -> String,
    showsPeople: Bool
  ) {
    let season = records.season
    self.corrections = corrections
    self.showsPeople = showsPeople
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
      delivery: folder.map {
        Delivery(
          root: $0,
          season: season,
          fonts: fonts,
          year: policy.year,
          formats: options.formats,
          isDuplex: options.isDuplex
        )
      },
      mask: mask
    )
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

  /// What is rendered on its own, by its place in the season.
  private enum Unit: Sendable {
    case school(Int)
    case bureau(Int)

    var isSchool: Bool {
      switch self {
      case .school: true
      case .bureau: false
      }
    }
  }

  private var units: [Unit] {
    let options = context.options
    var units: [Unit] = []
    if options.includes(form: "receipt"), options.schools.isEmpty, !options.isProof {
      units += context.season.bureaus.indices.filter {
        options.includes(school: "", city: context.season.bureaus[$0][BureauField.city])
      }.map { .bureau($0) }
    }
    units += context.season.schools.indices.filter {
      let school = context.season.schools[$0]
      return options.includes(school: school.name, city: RunContext.city(of: school))
    }.map { .school($0) }
    return units
  }

  /// What a run made, before it has its manifest.
  package struct Rendering: Sendable {
    /// What became of the units, in the order of the plan.
    package fileprivate(set) var outcomes: [UnitOutcome] = []
    fileprivate var renewal: Renewal?
  }

  /// Renders all units, `jobs` at a time.
  package func render(progress: @Sendable (Progress) -> Void) async throws -> Rendering {
    let (context, renewal) = try recording()
    do {
      return Rendering(
        outcomes: try await render(in: context, renewal: renewal, progress: progress),
        renewal: renewal
      )
    } catch {
      try? context.delivery?.staging?.clear()
      throw error
    }
  }

  /// The context of rendering: where something is on paper already, files wait.
  private func recording() throws -> (RunContext, Renewal?) {
    guard let delivery = context.delivery else { return (context, nil) }
    var context = context
    let store = PrintStore(root: delivery.root)
    let index = try store.index(for: context.season, isWhole: !context.options.isFiltered)
    if !context.options.isDraft, !context.options.isProof {
      context.recorder = PrintRecorder(store: store, index: index)
    }
    if index.schools.contains(where: { $0.printed != nil }) {
      context.delivery?.staging = try Staging(folder: store.staging)
    }
    return (context, try Renewal(context, index: index, showsPeople: showsPeople))
  }

  private func render(
    in context: RunContext,
    renewal: Renewal?,
    progress: @Sendable (Progress) -> Void
  ) async throws -> [UnitOutcome] {
    let units = units
    var outcomes = [UnitOutcome?](repeating: nil, count: units.count)
    var done = 0
    func finish(_ index: Int, _ outcome: UnitOutcome) {
      outcomes[index] = outcome
      done += 1
      progress(Progress(done: done, total: units.count, outcome: outcome))
    }
    func run(_ places: [Int], in context: RunContext, values: ReceiptRun.Values) async throws {
      try await withThrowingTaskGroup(of: (Int, UnitOutcome).self) { group in
        var rest = places[...]
        func start() {
          while let index = rest.popFirst() {
            if let kept = PacketRun.kept(units[index], values, in: context, renewal) {
              finish(index, kept)
              continue
            }
            group.addTask { @concurrent in
              (index, try PacketRun.run(units[index], values, in: context, renewal))
            }
            return
          }
        }
        for _ in 0..<max(1, context.options.jobs) { start() }
        while let (index, outcome) = try await group.next() {
          finish(index, outcome)
          start()
        }
      }
    }
    // A receipt shows what is wrong in the rows of its schools, and what is counted of them.
    try await run(units.indices.filter { units[$0].isSchool }, in: context, values: [:])
    let bureaus = units.indices.filter { !units[$0].isSchool }
    if !bureaus.isEmpty {
      let (context, values) = try completed(context, after: zip(units, outcomes).map { ($0, $1) })
      try await run(bureaus, in: context, values: values)
    }
    return outcomes.compactMap(\.self) + strangers
  }

  /// The context with what was found in schools that were read one by one, and the computed values of
  /// these.
  private func completed(
    _ context: RunContext,
    after outcomes: [(unit: Unit, outcome: UnitOutcome?)]
  ) throws -> (RunContext, ReceiptRun.Values) {
    guard let source = context.schools else { return (context, [:]) }
    var context = context
    var values: ReceiptRun.Values = [:]
    for case (.school(let index), let outcome?) in outcomes {
      context.withholding.add(outcome.findings)
      values[index] = outcome.summary?.values
    }
    for index in context.season.schools.indices where values[index] == nil {
      guard ReceiptRun.mayShow(context.season.schools[index]) else { continue }
      let reading = try source.read(index)
      context.withholding.add(reading.findings)
      values[index] = reading.summary.values
    }
    context.season.sources = try source.sources()
    context.delivery?.season = context.season
    return (context, values)
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

  private static func run(
    _ unit: Unit,
    _ values: ReceiptRun.Values,
    in context: RunContext,
    _ renewal: Renewal?
  ) throws -> UnitOutcome {
    var outcome: UnitOutcome
    switch unit {
    case .school(let index):
      var run = try SchoolRun(context, schoolAt: index)
      outcome = try run.run()
    case .bureau(let index):
      outcome = try ReceiptRun(context: context, bureauAt: index, values: values).run()
    }
    if renewal != nil { outcome.mark = try mark(of: unit, values, in: context) }
    return outcome
  }

  private static func kept(
    _ unit: Unit,
    _ values: ReceiptRun.Values,
    in context: RunContext,
    _ renewal: Renewal?
  ) -> UnitOutcome? {
    guard let renewal, let mark = try? mark(of: unit, values, in: context) else { return nil }
    return renewal.kept(mark)
  }

  private static func mark(
    of unit: Unit,
    _ values: ReceiptRun.Values,
    in context: RunContext
  ) throws -> Renewal.Mark? {
    switch unit {
    case .school(let index): return try Renewal.mark(ofSchool: index, in: context)
    case .bureau(let index):
      let run = ReceiptRun(context: context, bureauAt: index, values: values)
      return try Renewal.mark(of: run, at: index, in: context)
    }
  }

  /// Ends the run: writes the sheets to be printed again, moves the documents into place and writes
  /// the manifest.
  package func finish(_ rendering: Rendering) throws -> ReprintSummary {
    guard let root = context.delivery?.root else { return ReprintSummary() }
    let outcomes = rendering.outcomes
    try SystemFiles.makeFolders(root)
    let store = PrintStore(root: root)
    var closing = try ReprintClosing(store: store, context: context, corrections: corrections)
    var summary = try closing.writeFiles(outcomes)
    let paths = outcomes.filter { !$0.isKept }.flatMap(\.paths)
    // What the documents are replaced by, and what says which pages that concerns, is on the disk
    // before the first of them goes.
    if !summary.files.isEmpty { try SystemFiles.flush(root) }
    try Staging.commit(paths, to: root, from: store.staging)
    let (manifest, findings) = try writeManifest(of: outcomes, root: root)
    try closing.save(manifest)
    try rendering.renewal?.save(outcomes, isWhole: !context.options.isFiltered)
    summary.findings += findings
    return summary
  }

  /// Writes the manifest of the run; a filtered run keeps the lines of what it did not make.
  ///
  /// Earlier files that are outdated now or were removed are findings.
  private func writeManifest(
    of outcomes: [UnitOutcome],
    root: String
  ) throws -> (Manifest, [Diagnostic]) {
    var manifest = Manifest(year: context.policy.year, revision: renderingRevision)
    for outcome in outcomes {
      manifest.documents += outcome.documents
      manifest.packets += outcome.packets
      manifest.withheld += outcome.withheld
    }
    let path = "\(root)/manifest.json"
    let bytes = try SystemFiles.contents(of: path)
    // Nothing was made anew, nothing goes.
    if outcomes.allSatisfy(\.isKept), bytes == Array(manifest.json.utf8) { return (manifest, []) }
    let earlier = bytes.flatMap { Manifest(json: $0) }
    var leftovers: [String] = []
    if let earlier, let scope = RunScope(context.options, units: outcomes) {
      manifest = earlier.merged(with: manifest, scope: scope)
    } else if let earlier {
      leftovers = earlier.files(notIn: manifest)
    }
    try SystemFiles.flush(root)
    try SystemFiles.replace(path, with: Array(manifest.json.utf8))
    // A sheet that was withheld since must not lie there to be printed.
    for file in leftovers { try SystemFiles.remove("\(root)/\(file)") }
    let findings = EarlierFiles.findings(
      outdated: manifest.outdatedPaths,
      removed: leftovers,
      root: root
    )
    return (manifest, findings)
  }
}
