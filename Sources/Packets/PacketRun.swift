package import Diagnostics
package import Fonts
import Records

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
      showsPeople: showsPeople
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

  private var units: [RunUnit] {
    let options = context.options
    var units: [RunUnit] = []
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
    fileprivate var index: PrintIndex?
  }

  /// Renders all units, `jobs` at a time.
  package func render(progress: @Sendable (Progress) -> Void) async throws -> Rendering {
    let (context, renewal, index) = try recording()
    do {
      return Rendering(
        outcomes: try await RunRendering(context: context, renewal: renewal, units: units)
          .outcomes(progress: progress) + strangers,
        renewal: renewal,
        index: index
      )
    } catch {
      try? context.delivery?.staging?.clear()
      throw error
    }
  }

  /// The context of rendering: where something is on paper already, files wait.
  private func recording() throws -> (RunContext, Renewal?, PrintIndex?) {
    guard let delivery = context.delivery else { return (context, nil, nil) }
    var context = context
    let store = PrintStore(root: delivery.root)
    let index = try store.index(for: context.season, isWhole: !context.options.isFiltered)
    if !context.options.isDraft, !context.options.isProof {
      context.recorder = PrintRecorder(store: store, index: index)
    }
    if index.schools.contains(where: { $0.printed != nil }) {
      context.delivery?.staging = try Staging(folder: store.staging)
    }
    return (context, try Renewal(context, index: index), index)
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

  /// Ends the run: writes the sheets to be printed again, moves the documents into place and writes
  /// the manifest.
  package func finish(_ rendering: Rendering) throws -> ReprintSummary {
    guard let root = context.delivery?.root else { return ReprintSummary() }
    let outcomes = rendering.outcomes
    try SystemFiles.makeFolders(root)
    let store = PrintStore(root: root)
    // The folder is locked: what it knew before rendering is what it knows now.
    var closing = ReprintClosing(
      store: store,
      context: context,
      corrections: corrections,
      index: rendering.index ?? PrintIndex()
    )
    var summary = try closing.writeFiles(outcomes)
    let paths = outcomes.filter { !$0.isKept }.flatMap(\.paths)
    // What the documents are replaced by, and what says which pages that concerns, is on the disk
    // before the first of them goes.
    if !summary.files.isEmpty { try SystemFiles.flush(root) }
    try Staging.commit(paths, to: root, from: store.staging)
    let (manifest, findings) = try writeManifest(of: rendering, root: root)
    try closing.save(manifest)
    try rendering.renewal?.save(outcomes, isWhole: !context.options.isFiltered)
    summary.findings += findings
    return summary
  }

  /// Writes the manifest of the run; a filtered run keeps the lines of what it did not make.
  ///
  /// Earlier files that are outdated now or were removed are findings.
  private func writeManifest(
    of rendering: Rendering,
    root: String
  ) throws -> (Manifest, [Diagnostic]) {
    let outcomes = rendering.outcomes
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
    var leftovers: [String] = []
    if let scope = RunScope(context.options, units: outcomes) {
      if let earlier = bytes.flatMap({ Manifest(json: $0) }) {
        manifest = earlier.merged(with: manifest, scope: scope)
      }
    } else if let earlier = rendering.renewal?.manifestPaths
      ?? bytes.flatMap({ Manifest(json: $0) })?.paths
    {
      leftovers = manifest.leftovers(of: earlier)
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
