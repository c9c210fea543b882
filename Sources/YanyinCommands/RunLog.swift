internal import Diagnostics
internal import Packets

/// Progress, findings and failures on standard error: a bar on a terminal, plain lines otherwise, or
/// a JSON object a line.
///
/// Objects about the run itself have the key `event`; the others are findings.
struct RunLog: Sendable {
  var format: LogFormat = .text
  var isQuiet = false
  private let meter = ProgressMeter()

  init(format: LogFormat = .text, isQuiet: Bool = false) {
    self.format = format
    self.isQuiet = isQuiet
  }

  /// Whether progress is a bar that is drawn again and again.
  private var hasBar: Bool { !isQuiet && format == .text && Terminal.hasProgressBar }

  /// Rendering begins.
  func begin() { meter.begin() }

  /// Shows that a unit is done.
  func progress(_ progress: PacketRun.Progress) {
    guard !isQuiet else { return }
    let outcome = progress.outcome
    let name = RunLog.name(of: outcome)
    if format == .json {
      Terminal.report(RunLog.json(progress))
    } else if hasBar {
      if let line = meter.line(progress, name: name, columns: Terminal.columns) {
        Terminal.redraw(line)
      }
    } else {
      let state = outcome.withheld.isEmpty ? "完成" : "完成，未生成 \(outcome.withheld.count) 项"
      Terminal.report("[\(progress.done)/\(progress.total)] \(name)：\(state)")
    }
  }

  /// The school, or the bureau's city with what was to be made of it.
  private static func name(of outcome: UnitOutcome) -> String {
    if let school = outcome.school { return school }
    var titles: [String] = []
    for form in outcome.documents.map(\.form) + outcome.withheld.compactMap(\.form) {
      let title = FormTitles.title(form)
      if !titles.contains(title) { titles.append(title) }
    }
    return [outcome.city, titles.joined(separator: "、")].compactMap(\.self).joined(separator: " ")
  }

  private static func json(_ progress: PacketRun.Progress) -> String {
    let outcome = progress.outcome
    var members = [
      ("event", JSONText.quoted("progress")), ("done", String(progress.done)),
      ("total", String(progress.total)),
    ]
    if let city = outcome.city { members.append(("city", JSONText.quoted(city))) }
    if let school = outcome.school { members.append(("school", JSONText.quoted(school))) }
    members += [
      ("documents", String(outcome.documentCount)), ("pages", String(outcome.pageCount)),
      ("withheld", String(outcome.withheld.count)),
    ]
    return JSONText.object(members)
  }

  /// Ends the bar's line.
  func finish() {
    if hasBar { Terminal.redraw("") }
  }

  /// Writes findings, a line each.
  func findings(_ diagnostics: [Diagnostic]) {
    // At once: a call of the system for each line is what a thousand findings take longest for.
    let lines = format.lines(diagnostics)
    if !lines.isEmpty { Terminal.report(lines.joined(separator: "\n")) }
  }

  /// Says why the run ends.
  func failure(_ message: String, _ status: ExitStatus) {
    finish()
    guard format == .json else {
      Terminal.report(status.isStop ? message : "错误: \(message)")
      return
    }
    Terminal.report(
      JSONText.object([
        ("event", JSONText.quoted("failure")), ("status", String(status.rawValue)),
        ("message", JSONText.quoted(message)),
      ])
    )
  }
}
