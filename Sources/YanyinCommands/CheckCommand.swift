package import ArgumentParser
internal import Diagnostics
internal import Packets
internal import Records

/// `yanyin check`: reads and validates; what would be withheld is known before anything is printed.
package struct CheckCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Read and validate, print findings; writes only what --annotate or --report names."
  )

  @OptionGroup var season: SeasonOptions

  @Option(
    help: "Write a copy of every workbook and CSV with a last column 校验结果 to this folder.",
    completion: .directory
  )
  var annotate: String?

  @Option(help: "Findings as text or json.")
  var format: LogFormat = .text

  package init() {}

  package func run() async throws {
    let log = RunLog(format: format)
    try await Failures.translated(log) {
      if let annotate, AnnotatedInputs.isInside(annotate, of: season.inputs) {
        throw ValidationError("--annotate \(annotate): name a folder outside the inputs.")
      }
      try season.checkReport()
      let session = try SeasonSession(season, log: log)
      var options = RunOptions()
      options.copies = session.copies
      options.jobs = Cores.count
      let run = PacketRun(
        records: session.foundRecords,
        policy: session.policy,
        fonts: session.fonts,
        options: options,
        folder: nil,
        cache: nil,
        showsPeople: session.isUnmasked
      )
      // Laying everything out finds the characters that no face has and the texts that do not fit.
      let outcomes = run.generalErrors.isEmpty ? try await run.render { _ in }.outcomes : []
      let others = outcomes.isEmpty ? [] : try session.conclude(outcomes)
      let findings = session.allFindings(outcomes, also: others)
      for line in format.lines(session.shown(findings)) { Terminal.print(line) }
      let report = session.runReport(outcomes: outcomes, also: others)
      try session.write(report, to: season.report)
      if let annotate {
        var copies = AnnotatedInputs(
          folder: annotate,
          findings: findings,
          schema: session.records.season.schema
        )
        let files = season.inputs.filter { !SeasonInputs.isLedger($0) }
        if files.count < season.inputs.count {
          Terminal.report("台账没有可以标注的表；要标注，请同时写出原来的文件。")
        }
        for path in try copies.write(files) { Terminal.report(path) }
      }
      if format == .text { Terminal.print(report.closing) }
      try ExitStatus.expectSuccess(of: outcomes)
      if findings.contains(where: { $0.severity == .error }) {
        throw ExitStatus.withheld.exitCode
      }
    }
  }
}
