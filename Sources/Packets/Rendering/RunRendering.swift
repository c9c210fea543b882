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
          while !Task.isCancelled, let index = rest.popFirst() {
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
        try Task.checkCancellation()
      }
    }
    // A receipt shows what is wrong in the rows of its schools, and what is counted of them.
    try await run(units.indices.filter { units[$0].isSchool }, in: context, values: [:])
    let bureaus = units.indices.filter { !units[$0].isSchool }
    if !bureaus.isEmpty {
      let (context, values) = try completed(context, after: zip(units, outcomes).map { ($0, $1) })
      try await run(bureaus, in: context, values: values)
    }
    return outcomes.compactMap(\.self)
  }

  /// The context with what was found in schools that were read one by one, and the computed values of
  /// these.
  private func completed(
    _ context: RunContext,
    after outcomes: [(unit: RunUnit, outcome: UnitOutcome?)]
  ) throws -> (RunContext, ReceiptRun.Values) {
    guard let source = context.schools else { return (context, [:]) }
    var context = context
    var values: ReceiptRun.Values = [:]
    for case (.school(let index), let outcome?) in outcomes {
      context.withholding.add(outcome.findings)
      values[index] = outcome.summary?.values
      if outcome.failure != nil, outcome.summary == nil { context.unread.insert(index) }
    }
    for index in context.season.schools.indices
    where values[index] == nil && !context.unread.contains(index) {
      guard ReceiptRun.mayShow(context.season.schools[index]) else { continue }
      do {
        let reading = try source.read(index)
        context.withholding.add(reading.findings)
        values[index] = reading.summary.values
      } catch is UnitFailure {
        context.unread.insert(index)
      }
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
      do {
        var run = try SchoolRun(context, schoolAt: index)
        outcome = try run.run()
      } catch let failure as UnitFailure {
        let school = context.season.schools[index]
        outcome = UnitOutcome()
        outcome.school = school.name
        outcome.city = RunContext.place(of: school).city
        outcome.fail(failure)
      }
    case .bureau(let index):
      outcome = try ReceiptRun(context: context, bureauAt: index, values: values).run()
    }
    if renewal != nil, outcome.failure == nil {
      outcome.mark = try mark(of: unit, values, in: context)
    }
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
