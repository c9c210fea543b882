internal import Packets
internal import Synchronization

/// How far a run is, as the bar of a terminal shows it: units, pages, pages a second, what is left.
final class ProgressMeter: Sendable {
  private struct State {
    var start: ContinuousClock.Instant?
    var shown: ContinuousClock.Instant?
    var pages = 0
  }

  private let state = Mutex(State())

  /// Takes the time: rendering begins.
  func begin() {
    state.withLock { $0.start = .now }
  }

  /// The bar's line after a step, at most so many columns wide; nil for a step that comes too soon
  /// after the last one to be seen.
  func line(_ progress: PacketRun.Progress, name: String, columns: Int) -> String? {
    let now = ContinuousClock.now
    return state.withLock { state in
      let start = state.start ?? now
      state.start = start
      // What an earlier run made takes no time and would make a boast of the rate.
      if !progress.outcome.isKept { state.pages += progress.outcome.pageCount }
      if let shown = state.shown, now - shown < .milliseconds(50), progress.done < progress.total {
        return nil
      }
      state.shown = now
      let seconds = (now - start) / .seconds(1)
      return ProgressMeter.line(progress, name, pages: state.pages, seconds, columns)
    }
  }

  private static func line(
    _ progress: PacketRun.Progress,
    _ name: String,
    pages: Int,
    _ seconds: Double,
    _ columns: Int
  ) -> String {
    let (done, total) = (progress.done, max(1, progress.total))
    let width = 20
    let filled = width * done / total
    var line =
      String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
      + " \(done)/\(total) \(pages)页"
    if seconds > 0 {
      let left = Int((seconds / Double(max(1, done)) * Double(total - done)).rounded(.up))
      let rest = "\(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60)"
      line += " \(Int(Double(pages) / seconds))页/秒 剩余\(rest)"
    }
    // A line that is longer than the terminal is wide would not be overwritten by the next.
    var free = columns - 2 - self.columns(of: line)
    var shown = ""
    for character in name {
      free -= self.columns(of: String(character))
      if free < 0 { break }
      shown.append(character)
    }
    return shown.isEmpty ? line : "\(line) \(shown)"
  }

  /// Chinese characters are two columns wide, what the bar is made of is one.
  private static func columns(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
  }
}
