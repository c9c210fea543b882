package import ArgumentParser
internal import Diagnostics
internal import Exchange
internal import Forms
internal import Ledger
internal import Records

/// `yanyin import`: takes files into the ledger of a season.
package struct ImportCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take files into the ledger of a season; differences wait for --accept.",
    discussion: """
      Replaces the tables of the schools that the files hold and nothing else. The first import is \
      accepted at once; a later one that differs from the ledger is shown, changes nothing and ends \
      with 1 until it is run with --accept. Errors that lose rows keep the files out (65).
      """
  )

  @Argument(
    help: "Workbooks, CSV, JSON or XML files, or folders of them.",
    completion: .file()
  )
  var inputs: [String]

  @Option(help: "The ledger; a new one is made where nothing lies.", completion: .file())
  var ledger: String

  @Flag(help: "Take the differences into the ledger.")
  var accept = false

  @Flag(help: "The files are the whole season: schools and tables they do not hold are removed.")
  var whole = false

  @Option(
    help: ArgumentHelp("Who imports (default: the user's login name).", valueName: "name")
  )
  var by: String?

  @Option(help: "Why, for the history.")
  var reason: String = ""

  @OptionGroup var options: LedgerOptions

  package init() {}

  package func run() throws {
    try Failures.translated {
      guard !inputs.isEmpty else { throw ValidationError("Name at least one input.") }
      try options.refuseLedgers(inputs)
      let schema = try options.library().schema
      let existing =
        SeasonLedger.exists(ledger) ? try SeasonLedger(reading: ledger) : nil
      let reading = try read(into: existing, schema: schema)
      let input = SeasonImport(
        season: reading.season,
        findings: reading.findings,
        files: reading.files,
        note: try options.note(by: by, reason: reason),
        isWhole: whole
      )
      try refuse(input)
      if existing == nil { try SeasonLedger.create(ledger) }
      try conclude(SeasonLedger(writing: ledger).add(input, accepting: accept))
    }
  }

  private func read(
    into ledger: SeasonLedger?,
    schema: RecordSchema
  ) throws -> (season: Season, findings: [Diagnostic], files: [SourceFile]) {
    var files = SourceFiles()
    let known = KnownSchools(names: try ledger?.schoolNames() ?? []) { number in
      try? ledger?.school(ofPerson: number)
    }
    let (season, sink) = try InputLoader.load(
      paths: inputs,
      schema: schema,
      known: known,
      showsPeople: options.unmasked
    ) {
      files.note($0, $1)
    }
    options.show(sink.diagnostics)
    if sink.diagnostics.contains(where: \.isInputFailure) { throw ExitStatus.input.exitCode }
    return (season, sink.diagnostics, try files.all)
  }

  /// Rows that were not read would be missing from the ledger, where nobody would look for them.
  private func refuse(_ input: SeasonImport) throws {
    let losses = input.losses
    guard !losses.isEmpty else { return }
    Terminal.report(
      "没有导入：有 \(losses.count) 处错误使整行或整表没有读进来（\(codes(losses))），导入会漏掉数据。请更正文件后重新导入。"
    )
    throw ExitStatus.data.exitCode
  }

  private func codes(_ findings: [Diagnostic]) -> String {
    Set(findings.map(\.code)).sorted().joined(separator: "、")
  }

  private func conclude(_ outcome: ImportOutcome) throws {
    let text = DifferenceText(isUnmasked: options.unmasked)
    switch outcome {
    case .unchanged:
      Terminal.print("文件与台账的内容相同，没有变化。")
    case .accepted(let revision, let differences):
      for line in text.lines(differences) { Terminal.print(line) }
      Terminal.print("已导入为第\(revision)版：\(DifferenceText.counts(differences.counts))。")
      Terminal.print("下一步：yanyin check \(ledger)，然后 yanyin packet \(ledger) --out 输出文件夹。")
    case .refused(let differences):
      for line in text.lines(differences) { Terminal.print(line) }
      Terminal.print(
        "与台账不同：\(DifferenceText.counts(differences.counts))。台账没有改动；核对后加 --accept 重新运行才会导入。"
      )
      throw ExitStatus.withheld.exitCode
    }
  }
}
