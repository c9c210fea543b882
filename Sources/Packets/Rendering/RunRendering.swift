import Records

/// What is rendered on its own, by its place in the season.
enum RunUnit: Sendable {
  case school(Int)
  case bureau(Int)

  var isSchool: Bool {
    switch self {
    case .school: true
    case .bureau: false
    }
  }
}

/// Renders the units of a run, some at a time: schools first, then the receipts of bureaus.
struct RunRendering: Sendable {
  let context: RunContext
  /// What earlier runs made; nil where nothing may be kept.
  let renewal: Renewal?
  let units: [RunUnit]

  /// What became of the units, in their order.
  func outcomes(
    progress: @Sendable (PacketRun.Progress) -> Void
  ) async throws -> [UnitOutcome] {
    var outcomes = [UnitOutcome?](repeating: nil, count: units.count)
    var done = 0
    func finish(_ index: Int, _ outcome: UnitOutcome) {
      outcomes[index] = outcome
      done += 1
      progress(PacketRun.Progress(done: done, total: units.count, outcome: outcome))
    }
    func run(_ places: [Int], in context: RunContext, values: ReceiptRun.Values) async throws {
      try await withThrowingTaskGroup(of: (Int, UnitOutcome).self) { group in
        var rest = places[...]
        func start() {
          while let index = rest.popFirst() {
            if let kept = RunRendering.kept(units[index], values, in: context, renewal) {
              finish(index, kept)
              continue
            }
            group.addTask { @concurrent in
              (index, try RunRendering.run(units[index], values, in: context, renewal))
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
      let (context, values) = try completed(
        context,
        for: bureaus.map { units[$0] },
        after: zip(units, outcomes).map { ($0, $1) }
      )
      try await run(bureaus, in: context, values: values)
    }
    return outcomes.compactMap(\.self)
  }

  /// The context with what was found in schools that were read one by one, and the computed values of
  /// these; schools that the receipts need and the run does not render are read for them.
  private func completed(
    _ context: RunContext,
    for bureaus: [RunUnit],
    after outcomes: [(unit: RunUnit, outcome: UnitOutcome?)]
  ) throws -> (RunContext, ReceiptRun.Values) {
    guard let source = context.schools else { return (context, [:]) }
    var context = context
    var values: ReceiptRun.Values = [:]
    for case (.school(let index), let outcome?) in outcomes {
      // What became of files is not a fault of rows, and stands in no other run's findings.
      context.withholding.add(outcome.findings.filter { !FolderClashes.reports($0) })
      values[index] = outcome.summary?.values
    }
    let cities = bureaus.reduce(into: Set<ByteKey>()) { cities, unit in
      guard case .bureau(let index) = unit else { return }
      cities.insert(ByteKey(context.season.bureaus[index][BureauField.city]))
    }
    for index in context.season.schools.indices where values[index] == nil {
      guard ReceiptRun.mayShow(context.season.schools[index], cities: cities) else { continue }
      let reading = try source.read(index)
      context.withholding.add(reading.findings)
      values[index] = reading.summary.values
    }
    return (context, values)
  }

  private static func run(
    _ unit: RunUnit,
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
    _ unit: RunUnit,
    _ values: ReceiptRun.Values,
    in context: RunContext,
    _ renewal: Renewal?
  ) -> UnitOutcome? {
    guard let renewal, let mark = try? mark(of: unit, values, in: context) else { return nil }
    return renewal.kept(mark)
  }

  private static func mark(
    of unit: RunUnit,
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
}
