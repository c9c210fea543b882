internal import Diagnostics
internal import Packets

/// Progress and findings on standard error: a bar on a terminal, plain lines otherwise.
struct RunLog: Sendable {
  let format: LogFormat
  let isQuiet: Bool

  /// Shows that a unit is done.
  func progress(_ progress: PacketRun.Progress) {
    guard !isQuiet, format == .text else { return }
    let outcome = progress.outcome
    let name = outcome.school ?? outcome.city.map { "\($0) 回执" } ?? ""
    if Terminal.hasProgressBar {
      let width = 24
      let filled = width * progress.done / max(1, progress.total)
      let bar =
        String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
      Terminal.redraw("\(bar) \(progress.done)/\(progress.total) \(name)")
    } else {
      let state = outcome.withheld.isEmpty ? "完成" : "完成，未生成 \(outcome.withheld.count) 项"
      Terminal.report("[\(progress.done)/\(progress.total)] \(name)：\(state)")
    }
  }

  /// Ends the bar's line.
  func finish() {
    if !isQuiet, format == .text, Terminal.hasProgressBar { Terminal.redraw("") }
  }

  /// Writes findings, a line each.
  func findings(_ diagnostics: [Diagnostic]) {
    // At once: a call of the system for each line is what a thousand findings take longest for.
    let lines = format.lines(diagnostics)
    if !lines.isEmpty { Terminal.report(lines.joined(separator: "\n")) }
  }
}
