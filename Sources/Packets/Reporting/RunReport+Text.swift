internal import Diagnostics

extension RunReport {
  /// The report as plain text: the summary, for a run that makes files what it made, the counts of
  /// each school, then errors, warnings, 未列入本表,
  /// 特例放行 and notes, each by school and file.
  package var text: String {
    var lines = ["校验结果", summary]
    lines += withheldLines
    lines += printingSections
    lines += ["", "各校合计"]
    lines += tallies.map { tally in
      "  \(tally.school)：错误 \(tally.errors)、警告 \(tally.warnings)、提示 \(tally.notes)、"
        + "特例放行 \(tally.released)、未列入本表 \(tally.heldBack)"
    }
    if tallies.isEmpty { lines.append("  无") }
    for section in faults { lines += RunReport.lines(of: section) }
    lines += heldBackLines
    for section in [releases, remarks] { lines += RunReport.lines(of: section) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What became of each school, the print plan, the cities; nothing for runs that make no files.
  private var printingSections: [String] {
    guard let printing else { return [] }
    let results = results
    var lines = ["", "各校情况（用时 \(RunReport.duration(printing.seconds))）"]
    lines += results.map { result in
      let tally = result.tally
      return "  \(result.school)（\(result.city ?? "学校表中没有")）：\(result.state)；"
        + "\(result.pages) 页、\(result.copies) 份，用纸 \(result.sheets.text)；"
        + "错误 \(tally.errors)、警告 \(tally.warnings)、提示 \(tally.notes)；"
        + "用时 \(RunReport.duration(result.seconds))"
    }
    if results.isEmpty { lines.append("  无") }
    lines += ["", "打印计划（\(printing.sides)，\(sheets.text)）"]
    lines += printPlan.map { "  \($0.path)：\($0.paper) \($0.sheets) 张" }
    if printPlan.isEmpty { lines.append("  无") }
    lines += ["", "各市合计"]
    lines += RunReport.totals(results).map { total in
      "  \(total.city)：学校 \(total.schools) 所、完成 \(total.complete) 所；\(total.pages) 页、"
        + "\(total.copies) 份，用纸 \(total.sheets.text)"
    }
    if results.isEmpty { lines.append("  无") }
    return lines
  }

  private static func lines(of section: ReportSection) -> [String] {
    var lines = ["", "\(section.title)（\(section.count)）"]
    if section.count == 0 { return lines + ["  无"] }
    lines.append("  \(section.explanation)")
    for school in section.schools {
      lines.append("  \(school.title)（\(school.count)）")
      for file in school.files {
        lines.append("    \(file.title)（\(file.findings.count)）")
        for finding in file.findings {
          lines += finding.text.split(separator: "\n").map { "      \($0)" }
        }
      }
    }
    return lines
  }

  private var heldBackLines: [String] {
    var lines = ["", "未列入本表（\(heldBackCount)）"]
    if heldBack.isEmpty { return lines + ["  无"] }
    lines.append("  \(RunReport.heldBackExplanation)")
    for group in heldBack {
      lines.append("  \(group.school)：\(group.kind) \(group.rows.count) 条")
      lines += group.rows.map { "    \($0.place.description) \($0.person)" }
    }
    return lines
  }

  static let heldBackExplanation = "异动类型不在通知所列9类之内，异动情况汇总表不打印这些行。"
}
