package import ArgumentParser
internal import Diagnostics
internal import Exchange
internal import Forms
internal import Ledger
internal import Records

/// `yanyin correct`: applies a table 更正 to a ledger, all of it or nothing.
package struct CorrectCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: "Apply corrections (table 更正) to a ledger, all or nothing.",
    discussion: """
      The old value must be the ledger's; the new one must break no rule, and the fonts must have its \
      characters. Status changes are not corrected here: correct them in the system, export, and \
      import with --accept. Ends with 65 where a row cannot be applied.
      """
  )

  @Argument(help: "The ledger.", completion: .file())
  var ledger: String

  @Argument(help: "Files with tables 更正.", completion: .file())
  var corrections: [String]

  @Option(help: ArgumentHelp("Who corrects.", valueName: "name"))
  var by: String

  @Option(help: "Why, for the history; each row has its own reason besides.")
  var reason: String = ""

  @Option(help: "Copies of materials (2) and (3) for a school type, as 高校中职部=2. Repeatable.")
  var copies: [CopyRule] = []

  @Option(help: "A folder with the office's own fonts.", completion: .directory)
  var fonts: String?

  @OptionGroup var options: LedgerOptions

  package init() {}

  package func run() throws {
    try Failures.translated {
      guard !corrections.isEmpty else { throw ValidationError("Name a file with a table 更正.") }
      guard by.contains(where: { !$0.isWhitespace }) else {
        throw ValidationError("--by wants the name of the person who corrects.")
      }
      try options.refuseLedgers(corrections)
      let library = try options.library()
      let today = try CivilClock.day(options.today)
      let given = Dictionary(copies.map { ($0.type, $0.count) }) { _, last in last }
      var policy = RulePolicy(library.packet, copies: try SeasonSession.copies(given, in: library))
      policy.showsPeople = options.unmasked
      // Before anything is read: a ledger that cannot be used is the clerk's first question.
      let ledger = try SeasonLedger(writing: ledger)
      let set = try read(library.schema)
      try refuseUndrawable(set)
      let outcome = try ledger.apply(set, schema: library.schema) { season, reading in
        RuleBook.check(season, today: today, policy: policy, reading: reading).diagnostics
      }
      try conclude(outcome, count: set.rows.count)
    }
  }

  private func read(_ schema: RecordSchema) throws -> CorrectionSet {
    var files = SourceFiles()
    let reading = try CorrectionLoader.load(
      paths: corrections,
      schema: schema,
      showsPeople: options.unmasked
    ) {
      files.note($0, $1)
    }
    options.show(reading.findings.diagnostics)
    if reading.findings.diagnostics.contains(where: \.isInputFailure) {
      throw ExitStatus.input.exitCode
    }
    if reading.findings.hasErrors || reading.rows.isEmpty {
      throw refusal(reading.findings.errorCount)
    }
    return CorrectionSet(
      rows: reading.rows,
      sources: reading.sources,
      files: try files.all,
      note: try options.note(by: by, reason: reason),
      showsPeople: options.unmasked
    )
  }

  private func refuseUndrawable(_ set: CorrectionSet) throws {
    let (fontSet, _) = try ProgramFonts.load(overrides: fonts, RunLog())
    let findings = UndrawableValues.findings(in: set, fonts: fontSet)
    guard !findings.isEmpty else { return }
    options.show(findings)
    throw refusal(findings.count)
  }

  private func conclude(_ outcome: CorrectionOutcome, count: Int) throws {
    switch outcome {
    case .refused(let findings):
      options.show(findings)
      throw refusal(findings.count)
    case .applied(let revision, let differences):
      let text = DifferenceText(isUnmasked: options.unmasked)
      for line in text.lines(differences) { Terminal.print(line) }
      Terminal.print("已更正 \(count) 项，记为第\(revision)版。")
      Terminal.print("下一步：yanyin packet \(ledger) --out 上次的输出文件夹，按补打清单换页。")
    }
  }

  /// Half of the corrections would be worse than none: nobody would know which half.
  private func refusal(_ count: Int) -> any Error {
    Terminal.report(
      count == 0 ? "没有更正：文件中没有可以采用的行。" : "没有更正：有 \(count) 处错误，各行都没有采用。请改正后重新运行。"
    )
    return ExitStatus.data.exitCode
  }
}
