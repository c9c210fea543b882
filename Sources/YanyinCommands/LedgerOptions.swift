internal import ArgumentParser
internal import Diagnostics
internal import Forms
internal import Ledger

/// The options that the commands on a ledger share.
struct LedgerOptions: ParsableArguments {
  @Option(help: "The season's year; the newest folder of templates is taken without it.")
  var year: Int?

  @Option(help: "The folder of templates.", completion: .directory)
  var templates: String?

  @Option(help: "The day that counts as today (YYYY-MM-DD).")
  var today: String?

  @Flag(help: "Show identity numbers in full.")
  var unmasked = false

  /// Writes findings to standard error.
  func show(_ findings: [Diagnostic]) {
    for finding in findings {
      Terminal.report(finding.presented(maskingIdentities: !unmasked).text)
    }
  }

  /// Refuses ledgers as files to read: the files that they were made from are imported.
  func refuseLedgers(_ paths: [String]) throws {
    guard let path = paths.first(where: SeasonInputs.isLedger) else { return }
    Terminal.report("\(path)：是台账，不能当作数据文件读入。请改用原来的文件；校验、打印可以直接用台账（yanyin check、yanyin packet）。")
    throw ExitStatus.input.exitCode
  }

  /// Who makes a revision, when and why.
  func note(by author: String?, reason: String) throws -> RevisionNote {
    RevisionNote(
      time: try CivilClock.revisionTime(today),
      author: author ?? Desk.user,
      reason: reason,
      program: "yanyin \(YanyinCommand.configuration.version)"
    )
  }

  /// The season's templates, which declare extra fields.
  func library() throws -> TemplateLibrary {
    try TemplateFolder.library(templates, year: year)
  }
}
