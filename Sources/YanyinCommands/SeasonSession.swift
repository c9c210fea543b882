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
  let season: Season
  /// What ledgers know of corrections.
  let corrections: [Correction]
  /// What reading, the rules and the fonts found.
  let findings: DiagnosticSink
  let policy: PacketPolicy
  let fonts: FontSet
  /// The copies of `--copies`.
  let copies: [String: Int]
  /// Hides identity numbers unless the user asked for them.
  let mask: @Sendable (String) -> String
  /// The day that counts as today.
  let today: CalendarDate
  private let isUnmasked: Bool
  /// Where values stand that ledgers have corrected.
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
    mask = options.unmasked ? { @Sendable in $0 } : { @Sendable in Masking.identity($0) }
    isUnmasked = options.unmasked
    let schoolTypes = try SeasonSession.copies(run.copies, in: library)

    let (fonts, remarks) = try ProgramFonts.load(overrides: options.fonts, log)
    self.fonts = fonts
    let inputs = try SeasonInputs(
      options.inputs,
      schema: library.schema,
      showsPeople: options.unmasked
    )
    let season = inputs.season
    corrections = inputs.corrections
    cells = inputs.cells
    var sink = inputs.findings
    let onlyReceipts = !forms.isEmpty && forms.allSatisfy { $0 == "receipt" }
    var rules = RulePolicy(library.packet, copies: schoolTypes)
    rules.onlyReceipts = onlyReceipts
    rules.showsPeople = options.unmasked
    sink.merge(
      RuleBook.check(season, today: today, policy: rules, reading: inputs.findings.diagnostics)
    )
    sink.merge(remarks)
    if season.schools.isEmpty, season.bureaus.isEmpty, !sink.hasErrors {
      let message = "输入中没有“学校”表的数据行，无法生成材料。请补上“学校”表。"
      sink.report(Diagnostic(.error, "P105", message, at: .none))
    }
    if sink.diagnostics.contains(where: \.isInputFailure) {
      log.findings(sink.diagnostics.map { $0.presented(maskingIdentities: !options.unmasked) })
      throw ExitStatus.input.exitCode
    }
    self.season = season
    findings = SeasonSession.resolved(sink, season)
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
  func runReport(outcomes: [UnitOutcome], also others: [Diagnostic] = []) -> RunReport {
    RunReport(
      season: season,
      findings: shown(findings.diagnostics + outcomes.flatMap(\.findings) + others),
      outcomes: outcomes,
      showsPeople: isUnmasked
    )
  }

  /// Writes the file of `--report`, if one is asked for.
  func write(_ report: RunReport, to file: ReportFile?) throws {
    try file?.write(report)
  }
}
