/// Findings as a screen shows them: every error and warning, and of notes only so many of a code and a
/// school that they drown nothing.
///
/// The homonyms of a school of 10,000 are 1,900 notes; the whole list stands in the report.
package enum ScreenFindings {
  /// How many notes of one code and one school (or file, where no school is known) are shown.
  package static let limit = 20

  private struct Group: Hashable {
    var code: String
    var holder: String
  }

  /// The texts, in the order of the findings; after them a line for each group that is cut short.
  package static func texts(_ findings: [Diagnostic]) -> [String] {
    var texts: [String] = []
    var counts: [Group: Int] = [:]
    var order: [Group] = []
    for finding in findings {
      guard finding.severity == .note else {
        texts.append(finding.text)
        continue
      }
      let group = Group(
        code: finding.code,
        holder: finding.subject?.school ?? finding.place.file ?? ""
      )
      let count = counts[group, default: 0] + 1
      counts[group] = count
      if count == limit + 1 { order.append(group) }
      // What 特例 has released is an error that somebody answers for: it is never left out.
      if count <= limit || finding.isReleased { texts.append(finding.text) }
    }
    for group in order {
      let rest = (counts[group] ?? 0) - limit
      let holder = group.holder.isEmpty ? "" : "\(group.holder)："
      texts.append("\(holder)提示: 另有 \(rest) 条同类提示未列出，全部见 --report 的报告。 [\(group.code)]")
    }
    return texts
  }
}
