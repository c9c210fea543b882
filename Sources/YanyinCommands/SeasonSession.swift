internal import ArgumentParser
internal import Diagnostics
internal import Exchange
internal import Fonts
internal import Forms
internal import Ledger
internal import Packets
internal import Records

/// What `packet` and `check` begin with: templates compiled, inputs read, rules applied, fonts
/// loaded.
struct SeasonSession {
  /// The records, and what reading and the rules found before the first school is rendered.
  let records: RunRecords
  /// What ledgers know of corrections.
  let corrections: [Correction]
  /// What the records, the rules and the fonts brought before anything is rendered.
  let findings: DiagnosticSink
  let policy: PacketPolicy
  let fonts: FontSet
  /// The copies of `--copies`.
  let copies: [String: Int]
  /// The day that counts as today.
  let today: CalendarDate
  let isUnmasked: Bool
  /// Where values stand that ledgers among files have corrected.
  private let cells: CorrectedCells

  init(
    _ options: SeasonOptions,
    variants: [VariantRule] = [],
    forms: [String] = [],
    log: RunLog
  ) throws {
    guard !options.inputs.isEmpty else { throw ValidationError("Name at least one input.") }
    today = try CivilClock.day(options.today)
    let library = try TemplateFolder.library(options.templates, year: options.year, log)
    var run = RunOptions()
    run.copies = Dictionary(options.copies.map { ($0.type, $0.count) }) { _, last in last }
    run.variants = Dictionary(variants.map { ($0.form, $0.name) }) { _, last in last }
    try SeasonSession.require(variants, in: library)
    try SeasonSession.require(forms, in: library)
    policy = PacketPolicy(library, options: run)
    copies = run.copies
    isUnmasked = options.unmasked
    let schoolTypes = try SeasonSession.copies(run.copies, in: library)

    let (fonts, remarks) = try ProgramFonts.load(overrides: options.fonts, log)
    self.fonts = fonts
    let onlyReceipts = !forms.isEmpty && forms.allSatisfy { $0 == "receipt" }
    var rules = RulePolicy(library.packet, copies: schoolTypes)
    rules.onlyReceipts = onlyReceipts
    rules.showsPeople = options.unmasked
    let judge = LedgerRecords.Judge(today: today, policy: rules)
    (records, corrections, cells) = try SeasonSession.read(options.inputs, library.schema, judge)
    var sink = DiagnosticSink()
    for finding in records.findings { sink.report(finding) }
    sink.merge(remarks)
    if records.season.schools.isEmpty, records.season.bureaus.isEmpty, !sink.hasErrors {
      let message = "输入中没有“学校”表的数据行，无法生成材料。请补上“学校”表。"
      sink.report(Diagnostic(.error, "P105", message, at: .none))
    }
    if sink.diagnostics.contains(where: \.isInputFailure) {
      log.findings(sink.diagnostics.map { $0.presented(maskingIdentities: !options.unmasked) })
      throw ExitStatus.input.exitCode
    }
    findings = SeasonSession.resolved(sink, records.season)
  }

  /// The records with everything that was found so far, resolved.
  var foundRecords: RunRecords {
    var records = records
    records.findings = findings.diagnostics
    return records
  }

  /// One ledger is read school by school; files, and ledgers among files, are put together first.
  private static func read(
    _ inputs: [String],
    _ schema: RecordSchema,
    _ judge: LedgerRecords.Judge
  ) throws -> (RunRecords, [Correction], CorrectedCells) {
    if inputs.count == 1, SeasonInputs.isLedger(inputs[0]) {
      let ledger = try SeasonLedger(reading: inputs[0])
      let kept = try ledger.corrections()
      let source = try LedgerRecords(ledger, schema: schema, judge: judge, corrections: kept)
      let none = CorrectedCells([], in: Season(schema: schema))
      return (try source.records(), kept.map(SeasonInputs.correction), none)
    }
    let read = try SeasonInputs(inputs, schema: schema, showsPeople: judge.policy.showsPeople)
    let found = RuleBook.check(
      read.season,
      today: judge.today,
      policy: judge.policy,
      reading: read.findings.diagnostics
    )
    let records = RunRecords(
      read.season,
      findings: read.findings.diagnostics + found.diagnostics
    )
    return (records, read.corrections, read.cells)
  }

  /// What is found when all schools had their turn; nothing where only some had.
  func conclude(_ outcomes: [UnitOutcome], isWhole: Bool = true) throws -> [Diagnostic] {
    guard isWhole, let source = records.schools else { return [] }
    // What a school that was not read would have added, nobody knows.
    guard !outcomes.contains(where: { $0.failure != nil && $0.summary == nil }) else { return [] }
    return try source.conclude(outcomes.compactMap(\.summary))
  }

  /// Everything that was found, in order.
  func allFindings(
    _ outcomes: [UnitOutcome],
    also others: [Diagnostic] = []
  ) -> [Diagnostic] {
    findings.diagnostics + outcomes.flatMap(\.findings) + others
  }

  /// The findings with the records that their cells became, where an error needs it.
  private static func resolved(_ sink: DiagnosticSink, _ season: Season) -> DiagnosticSink {
    guard sink.diagnostics.contains(where: SubjectResolver.mayResolve) else { return sink }
    let resolver = SubjectResolver(season)
    var result = DiagnosticSink()
    for finding in sink.diagnostics { result.report(resolver.resolved(finding)) }
    return result
  }

  private static func require(_ variants: [VariantRule], in library: TemplateLibrary) throws {
    for rule in variants where library.template(rule.form, variant: rule.name) == nil {
      let known = library.packet.form(rule.form)?.variants.map(\.name) ?? []
      throw ValidationError(
        "--variant \(rule.form)=\(rule.name): packet.xml has \(known.joined(separator: ", "))."
      )
    }
  }

  /// The copies of `--copies`, for types whose number the notice does not give.
  static func copies(
    _ given: [String: Int],
    in library: TemplateLibrary
  ) throws -> [SchoolType: Int] {
    var copies: [SchoolType: Int] = [:]
    for (name, count) in given {
      guard let type = SchoolType(name) else {
        let known = SchoolType.allCases.map(\.title).joined(separator: ", ")
        throw ValidationError("--copies \(name)=\(count): there is no such school type; \(known).")
      }
      let material = library.packet.materials.first { $0.form == "registration" }
      if let fixed = material?.copies(for: type.title) {
        throw ValidationError(
          "--copies \(name)=\(count): packet.xml gives \(fixed) for this type; change it there."
        )
      }
      copies[type] = count
    }
    return copies
  }

  /// Refuses forms that `packet.xml` does not have.
  private static func require(_ forms: [String], in library: TemplateLibrary) throws {
    let known = library.packet.forms.map(\.id).filter {
      !Vocabulary.attendantForms.contains($0)
    }
    for form in forms where !known.contains(form) {
      throw ValidationError("--form \(form): packet.xml has \(known.joined(separator: ", ")).")
    }
  }

  /// Findings as the screen and the reports show them.
  func shown(_ findings: [Diagnostic]) -> [Diagnostic] {
    findings.map { cells.noted($0).presented(maskingIdentities: !isUnmasked) }
  }

  /// The report on what was read, found and made; `others` are findings that are about no unit.
  func runReport(
    outcomes: [UnitOutcome],
    also others: [Diagnostic] = [],
    printing: RunPrinting? = nil
  ) -> RunReport {
    runReport(
      outcomes: outcomes,
      findings: allFindings(outcomes, also: others),
      printing: printing
    )
  }

  /// The report on what was read and made, with just these findings.
  func runReport(
    outcomes: [UnitOutcome],
    findings: [Diagnostic],
    printing: RunPrinting? = nil
  ) -> RunReport {
    RunReport(
      records: records,
      findings: shown(findings),
      outcomes: outcomes,
      printing: printing,
      showsPeople: isUnmasked
    )
  }

  /// Writes the file of `--report`, if one is asked for.
  func write(_ report: RunReport, to file: ReportFile?) throws {
    try file?.write(report)
  }
}
