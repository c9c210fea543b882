internal import Diagnostics
internal import Records

/// Counts rows that two tables hold alike and that are kept once.
struct MergedRows {
  private var counts: [Pair: Int] = [:]

  private struct Pair: Hashable {
    var first: Int
    var second: Int
  }

  /// Counts a row of the source `second` that `first` had before.
  mutating func count(_ first: Int, _ second: Int) {
    counts[Pair(first: first, second: second), default: 0] += 1
  }

  /// Reports each pair of tables once, at the later one.
  func report(in season: Season, sink: inout DiagnosticSink) {
    let pairs = counts.sorted { ($0.key.first, $0.key.second) < ($1.key.first, $1.key.second) }
    for (pair, count) in pairs {
      let first = season.sources[pair.first]
      let second = season.sources[pair.second]
      let name = first.sheet.map { "\(first.file)（\($0)）" } ?? first.file
      sink.report(
        Diagnostic(
          .mergedRows,
          "有\(count)行与“\(name)”中的行完全相同，已合并。",
          at: .row(file: second.file, sheet: second.sheet, row: 1)
        )
      )
    }
  }
}
