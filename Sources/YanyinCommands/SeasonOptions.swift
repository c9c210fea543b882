internal import ArgumentParser
internal import Packets

/// The options that `packet` and `check` share: where things are and how findings are shown.
struct SeasonOptions: ParsableArguments {
  @Argument(
    help: "Workbooks, CSV, JSON or XML files, folders of them, and ledgers (.yanyin).",
    completion: .file()
  )
  var inputs: [String]

  @Option(help: "Copies of materials (2) and (3) for a school type, as 高校中职部=2. Repeatable.")
  var copies: [CopyRule] = []

  @Option(help: "The season's year; the newest folder of templates is taken without it.")
  var year: Int?

  @Option(help: "The folder of templates.", completion: .directory)
  var templates: String?

  @Option(help: "A folder with the office's own fonts.", completion: .directory)
  var fonts: String?

  @Option(help: "The day that counts as today (YYYY-MM-DD).")
  var today: String?

  @Option(help: "Write a report to this file (.txt, .json or .html).", completion: .file())
  var report: ReportFile?

  @Flag(help: "Show identity numbers in full on the screen and in reports.")
  var unmasked = false

  /// Refuses a report that would take the place of an input or lie among outputs.
  func checkReport(outputs: [String] = []) throws {
    guard let other = report?.conflict(with: inputs, outputs: outputs) else { return }
    throw ValidationError(
      "--report \(report?.path ?? ""): name a file outside of \(other)."
    )
  }
}

/// 「高校中职部=2」.
struct CopyRule: ExpressibleByArgument, Sendable {
  /// 学校类型.
  var type: String
  /// How many copies.
  var count: Int

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, let count = Int(parts[1]), (1...20).contains(count) else { return nil }
    type = String(parts[0])
    self.count = count
  }
}
