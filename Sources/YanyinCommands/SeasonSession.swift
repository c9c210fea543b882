internal import ArgumentParser
internal import Diagnostics
internal import Exchange
internal import Fonts
internal import Forms
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
  private let forms: [String]
  private let isUnmasked: Bool

  init(_ options: SeasonOptions, variants: [VariantRule], forms: [String] = []) throws {
    guard !options.inputs.isEmpty else { throw ValidationError("Name at least one input.") }
    today = try CivilClock.day(options.today)
    let library = try TemplateFolder.library(options.templates, year: options.year)
    var run = RunOptions()
    run.copies = Dictionary(options.copies.map { ($0.type, $0.count) }) { _, last in last }
    run.variants = Dictionary(variants.map { ($0.form, $0.name) }) { _, last in last }
    try SeasonSession.require(variants, in: library)
    policy = PacketPolicy(library, options: run)
    copies = run.copies
    mask = options.unmasked ? { @Sendable in $0 } : { @Sendable in Masking.identity($0) }
    isUnmasked = options.unmasked
    self.forms = library.packet.forms.map(\.id).filter {
      !Vocabulary.attendantForms.contains($0)
    }

    let inputs = try SeasonInputs(options.inputs, schema: library.schema)
    let season = inputs.season
    corrections = inputs.corrections
    var sink = inputs.findings
    let onlyReceipts = !forms.isEmpty && forms.allSatisfy { $0 == "receipt" }
    var rules = RulePolicy(library.packet, copies: try SeasonSession.copies(run.copies))
    rules.onlyReceipts = onlyReceipts
    rules.showsPeople = options.unmasked
    sink.merge(
      RuleBook.check(season, today: today, policy: rules, reading: inputs.findings.diagnostics)
    )
    let fontFolder = (ProgramFolders.home() ?? ".") + "/fonts"
    fonts = try FontSet(directory: fontFolder, overrides: options.fonts, sink: &sink)
    if sink.diagnostics.contains(where: \.isInputFailure) {
      for finding in sink.diagnostics {
        Terminal.report(finding.presented(maskingIdentities: !options.unmasked).text)
      }
      throw ExitStatus.input.exitCode
    }
    self.season = season
    findings = SeasonSession.resolved(sink, season)
  }

  /// The findings with the records that their cells became, where an error needs it.
  private static func resolved(_ sink: DiagnosticSink, _ season: Season) -> DiagnosticSink {
    let needsSubject = sink.diagnostics.contains { $0.severity == .error && $0.subject == nil }
    guard needsSubject else { return sink }
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

  static func copies(_ given: [String: Int]) throws -> [SchoolType: Int] {
    var copies: [SchoolType: Int] = [:]
    for (name, count) in given {
      guard let type = SchoolType(name) else {
        throw ValidationError("--copies \(name)=\(count): there is no school type \(name).")
      }
      copies[type] = count
    }
    return copies
  }

  /// Refuses forms that `packet.xml` does not have.
  func requireKnown(forms asked: [String]) throws {
    for form in asked where !forms.contains(form) {
      throw ValidationError("--form \(form): packet.xml has \(forms.joined(separator: ", ")).")
    }
  }

  /// Findings as the screen and the reports show them.
  func shown(_ findings: [Diagnostic]) -> [Diagnostic] {
    findings.map { $0.presented(maskingIdentities: !isUnmasked) }
  }

  /// The report on what was read, found and made.
  func runReport(outcomes: [UnitOutcome]) -> RunReport {
    RunReport(
      season: season,
      findings: shown(findings.diagnostics + outcomes.flatMap(\.findings)),
      outcomes: outcomes,
      showsPeople: isUnmasked
    )
  }

  /// Writes the file of `--report`, if one is asked for.
  func report(outcomes: [UnitOutcome], to path: String?) throws {
    if let path { try ReportFile.write(runReport(outcomes: outcomes), to: path) }
  }

  /// The summary in one line, after the lines that name what was withheld.
  func summary(outcomes: [UnitOutcome]) -> String {
    let report = runReport(outcomes: outcomes)
    return (report.withheldLines + [report.summary]).joined(separator: "\n")
  }
}
