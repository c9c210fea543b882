package import Diagnostics
package import Fonts
package import Records

/// A run: every unit of the plan rendered, written and put into the manifest.
package struct PacketRun: Sendable {
  private let context: RunContext
  private let corrections: [Correction]

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
  ///   - season: The records.
  ///   - findings: What reading and the rules found; errors withhold documents.
  ///   - policy: Templates, copies and order.
  ///   - fonts: The faces of the run.
  ///   - options: What is asked for.
  ///   - folder: Where files go; nil for a run that only checks.
  ///   - corrections: What a ledger knows of corrections, in the order in which they were made; a
  ///     更正单 names who made them and why.
  ///   - cache: Where the user keeps what can be computed again; nil where nothing may be kept.
  ///   - mask: Hides identity numbers in findings.
  package init(
    season: Season,
    findings: [Diagnostic],
    policy: PacketPolicy,
    fonts: FontSet,
    options: RunOptions,
    folder: String?,
    corrections: [Correction] = [],
    cache: String?,
    mask: @escaping @Sendable (String) -> String
  ) {
    self.corrections = corrections
    context = RunContext(
      season: season,
      policy: policy,
      options: options,
      fonts: fonts,
      digests: folder == nil ? nil : FontDigests(fonts, cache: cache),
      collation: Collations(),
      withholding: Withholding(findings),
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

  /// What is rendered on its own.
  private enum Unit: Sendable {
    case school(Int)
    case bureau(Int)
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

  /// Renders all units, `jobs` at a time, and gives their outcomes in the order of the plan.
  package func render(progress: @Sendable (Progress) -> Void) async throws -> [UnitOutcome] {
    let context = try recording
    do {
      return try await render(in: context, progress: progress)
    } catch {
      try? context.delivery?.staging?.clear()
      throw error
    }
  }

  /// The context of rendering: where something is on paper already, files wait.
  private var recording: RunContext {
    get throws {
      guard let delivery = context.delivery else { return context }
      var context = context
      let store = PrintStore(root: delivery.root)
      let index = try store.index(for: context.season, isWhole: !context.options.isFiltered)
      if !context.options.isDraft, !context.options.isProof {
        context.recorder = PrintRecorder(store: store, index: index)
      }
      if index.schools.contains(where: { $0.printed != nil }) {
        context.delivery?.staging = try Staging(folder: store.staging)
      }
      return context
    }
  }

  private func render(
    in context: RunContext,
    progress: @Sendable (Progress) -> Void
  ) async throws -> [UnitOutcome] {
    let units = units
    var outcomes = [UnitOutcome?](repeating: nil, count: units.count)
    try await withThrowingTaskGroup(of: (Int, UnitOutcome).self) { group in
      var next = 0
      func start() {
        guard next < units.count else { return }
        let index = next
        next += 1
        group.addTask { @concurrent [context] in
          (index, try PacketRun.run(units[index], in: context))
        }
      }
      for _ in 0..<max(1, context.options.jobs) { start() }
      var done = 0
      while let (index, outcome) = try await group.next() {
        outcomes[index] = outcome
        done += 1
        progress(Progress(done: done, total: units.count, outcome: outcome))
        start()
      }
    }
    return outcomes.compactMap(\.self) + strangers
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

  private static func run(_ unit: Unit, in context: RunContext) throws -> UnitOutcome {
    switch unit {
    case .school(let index):
      var run = try SchoolRun(context, schoolAt: index)
      return try run.run()
    case .bureau(let index):
      return try ReceiptRun(
        context: context,
        bureau: context.season.bureaus[index],
        index: index
      ).run()
    }
  }

  /// Ends the run: writes the sheets to be printed again, moves the documents into place and writes
  /// the manifest.
  package func finish(_ outcomes: [UnitOutcome]) throws -> ReprintSummary {
    guard let root = context.delivery?.root else { return ReprintSummary() }
    try SystemFiles.makeFolders(root)
    let store = PrintStore(root: root)
    var closing = try ReprintClosing(store: store, context: context, corrections: corrections)
    var summary = try closing.writeFiles(outcomes)
    let paths = outcomes.flatMap { $0.documents.map(\.path) + $0.packets.map(\.path) }
    // What the documents are replaced by, and what says which pages that concerns, is on the disk
    // before the first of them goes.
    if !summary.files.isEmpty { try SystemFiles.flush(root) }
    try Staging.commit(paths, to: root, from: store.staging)
    let (manifest, findings) = try writeManifest(of: outcomes, root: root)
    try closing.save(manifest)
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
    let earlier = try SystemFiles.contents(of: path).flatMap { Manifest(json: $0) }
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
