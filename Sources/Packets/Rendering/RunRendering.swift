import Records

/// What is rendered on its own, by its place in the season.
enum RunUnit: Sendable {
  case school(Int)
  /// A bureau's receipt.
  case bureau(Int)
  /// What a bureau gets about all its schools.
  case city(Int)

  var isSchool: Bool {
    switch self {
    case .school: true
    case .bureau, .city: false
    }
  }
}

/// Renders the units of a run, some at a time: schools first, then what bureaus get about them.
struct RunRendering: Sendable {
  let context: RunContext
  /// What earlier runs made; nil where nothing may be kept.
  let renewal: Renewal?
  let units: [RunUnit]

  /// What became of the units, in their order.
  func outcomes(
    progress: @Sendable (PacketRun.Progress) -> Void
  ) async throws -> [UnitOutcome] {
    if units.count > 1 { ProcessMemory.divide(among: context.options.jobs) }
    var outcomes = [UnitOutcome?](repeating: nil, count: units.count)
    var done = 0
    func finish(_ index: Int, _ outcome: UnitOutcome) {
      outcomes[index] = outcome
      done += 1
      progress(PacketRun.Progress(done: done, total: units.count, outcome: outcome))
    }
    func run(_ places: [Int], in context: RunContext, after schools: CityRun.Schools) async throws {
      try await withThrowingTaskGroup(of: (Int, UnitOutcome).self) { group in
        var rest = places[...]
        func start() {
          while !Task.isCancelled, let index = rest.popFirst() {
            if let kept = RunRendering.kept(units[index], schools, in: context, renewal) {
              finish(index, kept)
              continue
            }
            group.addTask { @concurrent in
              (index, try RunRendering.run(units[index], schools, in: context, renewal))
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
    // A receipt shows what is wrong in the rows of its schools, and what is counted of them; the lists
    // of a bureau show what was made.
    let schools = units.indices.filter { units[$0].isSchool }
    try await run(schools, in: context, after: CityRun.Schools())
    let bureaus = units.indices.filter { !units[$0].isSchool }
    if !bureaus.isEmpty {
      let (context, schools) = try completed(
        context,
        for: bureaus.map { units[$0] },
        after: zip(units, outcomes).map { ($0, $1) }
      )
      try await run(bureaus, in: context, after: schools)
    }
    return outcomes.compactMap(\.self)
  }

  /// The context with what was found in schools that were read one by one, what became of the schools,
  /// and the computed values of those that were read; schools that the receipts need and the run does
  /// not render are read for them.
  private func completed(
    _ context: RunContext,
    for bureaus: [RunUnit],
    after outcomes: [(unit: RunUnit, outcome: UnitOutcome?)]
  ) throws -> (RunContext, CityRun.Schools) {
    var schools = CityRun.Schools()
    for case (.school(let index), let outcome?) in outcomes { schools.outcomes[index] = outcome }
    guard let source = context.schools else { return (context, schools) }
    var context = context
    for (index, outcome) in schools.outcomes.sorted(by: { $0.key < $1.key }) {
      // What became of files is not a fault of rows, and stands in no other run's findings.
      context.withholding.add(outcome.findings.filter { !FolderClashes.reports($0) })
      schools.values[index] = outcome.summary?.values
      if outcome.failure != nil, outcome.summary == nil { context.unread.insert(index) }
    }
    let cities = bureaus.reduce(into: Set<ByteKey>()) { cities, unit in
      guard case .bureau(let index) = unit else { return }
      cities.insert(ByteKey(context.season.bureaus[index][BureauField.city]))
    }
    for index in context.season.schools.indices
    where schools.values[index] == nil && !context.unread.contains(index) {
      guard ReceiptRun.mayShow(context.season.schools[index], cities: cities) else { continue }
      do {
        let reading = try source.read(index)
        context.withholding.add(reading.findings)
        schools.values[index] = reading.summary.values
      } catch is UnitFailure {
        context.unread.insert(index)
      }
    }
    return (context, schools)
  }

  private static func run(
    _ unit: RunUnit,
    _ schools: CityRun.Schools,
    in context: RunContext,
    _ renewal: Renewal?
  ) throws -> UnitOutcome {
    let clock = ContinuousClock()
    let start = clock.now
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
      let run = ReceiptRun(context: context, bureauAt: index, values: schools.values)
      outcome = try run.run()
    case .city(let index):
      outcome = try CityRun(context: context, bureauAt: index, schools: schools).run()
    }
    outcome.seconds = (clock.now - start) / .seconds(1)
    if renewal != nil, outcome.failure == nil {
      outcome.mark = try mark(of: unit, schools, in: context)
    }
    return outcome
  }

  private static func kept(
    _ unit: RunUnit,
    _ schools: CityRun.Schools,
    in context: RunContext,
    _ renewal: Renewal?
  ) -> UnitOutcome? {
    // The pages of a file of all schools are in no other file as they are.
    if unit.isSchool, context.options.isMerged { return nil }
    guard let renewal, let mark = try? mark(of: unit, schools, in: context) else { return nil }
    return renewal.kept(mark)
  }

  private static func mark(
    of unit: RunUnit,
    _ schools: CityRun.Schools,
    in context: RunContext
  ) throws -> Renewal.Mark? {
    switch unit {
    case .school(let index): return try Renewal.mark(ofSchool: index, in: context)
    case .bureau(let index):
      let run = ReceiptRun(context: context, bureauAt: index, values: schools.values)
      return try Renewal.mark(of: run, in: context)
    case .city(let index):
      let run = CityRun(context: context, bureauAt: index, schools: schools)
      return try Renewal.mark(of: run, in: context)
    }
  }
}
