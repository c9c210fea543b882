/// Which rows of the registry's export go into annex 3: those of the nine kinds.
///
/// Nothing vanishes: what is held back is listed by kind in the report.
package struct ChangeSelection: Hashable, Sendable {
  /// Indices of the rows that are printed, in input order.
  package var printed: [Int]
  /// The rows that are held back, by the text of 异动类型 in order of first appearance.
  package var heldBack: [HeldBack]

  /// The rows of one kind that are held back.
  package struct HeldBack: Hashable, Sendable {
    /// The text of 异动类型.
    package var kind: String
    /// Whether the registry has such a kind; a false one is an unknown word.
    package var isKnown: Bool
    /// Indices of its rows.
    package var rows: [Int]
  }

  /// Splits the changes of a school.
  package static func split(_ changes: [Record]) -> ChangeSelection {
    var selection = ChangeSelection(printed: [], heldBack: [])
    var groups: [TextKey: Int] = [:]
    for (index, change) in changes.enumerated() {
      let text = change[ChangeField.kind]
      let isKnown: Bool
      switch ChangeKindReading(text) {
      case .listed:
        selection.printed.append(index)
        continue
      case .unlisted: isKnown = true
      case .unknown: isKnown = false
      }
      if let group = groups[TextKey(text)] {
        selection.heldBack[group].rows.append(index)
      } else {
        groups[TextKey(text)] = selection.heldBack.count
        selection.heldBack.append(HeldBack(kind: text, isKnown: isKnown, rows: [index]))
      }
    }
    return selection
  }
}
