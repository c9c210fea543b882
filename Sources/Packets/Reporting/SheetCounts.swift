internal import Diagnostics

/// Sheets of paper by its size.
package struct SheetCounts: Sendable {
  private var counts: [String: Int] = [:]

  /// No sheets.
  init() {}

  /// The sheets that print files take.
  init(_ packets: [Manifest.Packet], isDuplex: Bool) {
    for packet in packets { add(packet.sheets(isDuplex: isDuplex), of: packet.paper) }
  }

  /// The sizes in the order of their names, each with its sheets.
  package var papers: [(paper: String, sheets: Int)] {
    counts.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { (paper: $0.key, sheets: $0.value) }
  }

  /// Adds sheets of a size.
  mutating func add(_ sheets: Int, of paper: String) { counts[paper, default: 0] += sheets }

  /// Adds the sheets of others.
  mutating func add(_ others: SheetCounts) {
    for (paper, sheets) in others.counts { add(sheets, of: paper) }
  }

  /// 「A3 6 张、A4 8 张」; 「无」 for none.
  var text: String {
    counts.isEmpty
      ? "无" : papers.map { "\($0.paper) \($0.sheets) 张" }.joined(separator: "、")
  }

  /// `{"A3":6,"A4":8}`.
  var json: String { JSONText.object(papers.map { ($0.paper, String($0.sheets)) }) }
}
