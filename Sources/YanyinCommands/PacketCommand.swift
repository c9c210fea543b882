package import ArgumentParser
internal import Diagnostics
internal import Packets
internal import Records

/// `yanyin packet`: every form, in the copies that the notice asks for.
package struct PacketCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "packet",
    abstract: "Print packets: every form, the right copies; PDF, and HTML, XML, XLSX on request."
  )

  @OptionGroup var season: SeasonOptions

  @Option(help: "The folder of outputs.", completion: .directory)
  var out: String

  @Option(help: "Only schools of this city. Repeatable.")
  var city: [String] = []

  @Option(help: "Only this school. Repeatable.")
  var school: [String] = []

  @Option(
    help: "Only this form: checklist, registration, review, changes, intake, receipt. Repeatable."
  )
  var form: [String] = []

  @Option(help: "Only slice I of N of the plan, as 2/8; merge-manifest joins the slices.")
  var shard: Shard?

  @Option(help: "Formats of single forms: pdf, html, xml, xlsx (the receipt).")
  var formats: FormatList = FormatList(formats: [.pdf])

  @Option(help: "How many schools are rendered at a time (default: cores).")
  var jobs: JobCount?

  @Flag(help: "Print in spite of errors, every page marked 草稿.")
  var draft = false

  @Option(help: "The order of copies: document or holder.")
  var order: RunOptions.Order = .document

  @Flag(help: "Pad each copy for printing on both sides.")
  var duplex = false

  @Flag(help: "Also one print file per paper size for all schools, a banner sheet before each.")
  var merge = false

  @Flag(help: "One copy per class for checking by the students.")
  var proof = false

  @Option(help: "What the registration form is split by: major or class.")
  var volumes: VolumeUnit = .major

  @Option(help: "Another template of a form, as registration=a4. Repeatable.")
  var variant: [VariantRule] = []

  @Flag(help: "Show no progress.")
  var noProgress = false

  @Option(help: "Progress and findings as text or json.")
  var logFormat: LogFormat = .text

  package init() {}

  package func validate() throws {
    if out.isEmpty { throw ValidationError("--out wants a folder.") }
    if merge, shard != nil {
      throw ValidationError("--merge wants all schools, of which --shard makes a slice.")
    }
    if merge, proof || !form.isEmpty {
      throw ValidationError("--merge wants packets, which --proof and --form do not make.")
    }
  }

  package func run() async throws {
    let log = RunLog(format: logFormat, isQuiet: noProgress)
    try await Failures.translated(log) {
      try season.checkReport(outputs: [out])
      let session = try SeasonSession(season, variants: variant, forms: form, log: log)
      let run = PacketRun(
        records: session.foundRecords,
        policy: session.policy,
        fonts: session.fonts,
        options: options(session),
        folder: out,
        corrections: session.corrections,
        cache: ProgramFolders.cache(),
        showsPeople: session.isUnmasked
      )
      if let unknown = run.unknownFilters.first {
        throw ValidationError("\(unknown): no input names it; take the name as 学校 has it.")
      }
      if run.isEmpty, !session.findings.hasErrors {
        throw ValidationError("Nothing is asked for: no school, city and form fit together.")
      }
      if !run.generalErrors.isEmpty, !draft {
        log.findings(session.shown(session.findings.diagnostics))
        try session.write(session.runReport(outcomes: []), to: season.report)
        throw ExitStatus.data.exitCode
      }
      let lock = try FolderLock(out)
      defer { withExtendedLifetime(lock) {} }
      let clock = ContinuousClock()
      let start = clock.now
      let (rendering, reprint) = try await Interruption.stoppable {
        log.begin()
        var rendering = try await run.render { log.progress($0) }
        let reprint = try run.finish(&rendering)
        return (rendering, reprint)
      }
      let outcomes = rendering.outcomes
      let printing = RunPrinting(
        isDuplex: duplex,
        seconds: (clock.now - start) / .seconds(1),
        merged: rendering.merged
      )
      log.finish()
      let isWhole = school.isEmpty && city.isEmpty && shard == nil
      let others = try session.conclude(outcomes, isWhole: isWhole) + reprint.findings
      let findings = session.allFindings(outcomes, also: others).filter(run.concerns)
      log.findings(session.shown(findings))
      let report = session.runReport(outcomes: outcomes, findings: findings, printing: printing)
      try session.write(report, to: season.report)
      Terminal.print(report.closing)
      for packet in outcomes.flatMap(\.packets) { Terminal.print("\(out)/\(packet.path)") }
      for file in rendering.merged { Terminal.print("\(out)/\(file.path)") }
      if let text = reprint.text { Terminal.print(text) }
      for file in reprint.files { Terminal.print("\(out)/\(file)") }
      try exit(after: outcomes, findings: findings)
    }
  }

  private func options(_ session: SeasonSession) -> RunOptions {
    var options = RunOptions()
    options.formats = formats.formats
    options.order = order
    options.volumes = volumes
    options.isDraft = draft
    options.isDuplex = duplex
    options.isProof = proof
    options.isMerged = merge
    options.cities = city
    options.schools = school
    options.forms = form
    options.shard = shard
    options.copies = session.copies
    options.jobs = jobs?.count ?? Cores.count
    options.today = session.today.text
    return options
  }

  /// An error whose value no form shows withholds nothing, and still the data is not as it should be.
  private func exit(after outcomes: [UnitOutcome], findings: [Diagnostic]) throws {
    try ExitStatus.expectSuccess(of: outcomes)
    let made = outcomes.reduce(0) { $0 + $1.documentCount }
    let hasErrors = findings.contains { $0.severity == .error }
    if made == 0, hasErrors { throw ExitStatus.data.exitCode }
    if hasErrors && !draft || outcomes.contains(where: { !$0.withheld.isEmpty }) {
      throw ExitStatus.withheld.exitCode
    }
  }
}
