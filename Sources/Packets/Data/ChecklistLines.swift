import Records

/// The six lines of the checklist, computed from the documents that were really made.
struct ChecklistLines {
  let context: RunContext
  let school: School
  let rendered: [RenderedDocument]
  let withheld: [Manifest.Withheld]

  /// The lines in the notice's order.
  var lines: [MaterialLine] {
    context.policy.materials.map(line)
  }

  private func line(_ material: PacketPolicy.Material) -> MaterialLine {
    var line = MaterialLine(
      number: material.number,
      title: material.title,
      required: "原件",
      copies: "1 套",
      pages: "—",
      sheets: "—",
      seals: "—"
    )
    guard let form = material.form else {
      if material.number == 4 {
        line.copies = "\(SeasonEntities.certificates(of: school).count) 本"
      }
      return line
    }
    let required = context.policy.copies(of: form, for: school)
    line.required = required.map { "\($0) 份" } ?? "未规定"
    line.seals = context.policy.seals(of: form, for: school).joined(separator: "\n")
    if context.policy.form(form)?.isSystemPrint == true {
      line.copies = "＿＿份"
      line.pages = "系统打印"
      line.sheets = "＿＿张"
      return line
    }
    fill(&line, with: rendered.filter { $0.plan.form == form }, form: form)
    return line
  }

  private func fill(_ line: inout MaterialLine, with documents: [RenderedDocument], form: String) {
    let missing = withheld.count { $0.form == form }
    guard let first = documents.first else {
      line.copies = missing > 0 ? "未生成" : "无"
      if missing == 0 { line.seals = "—" }
      return
    }
    let isDuplex = context.options.isDuplex
    let pages = documents.reduce(0) { $0 + $1.pages.count }
    let sheets = documents.reduce(0) { $0 + $1.sheets(isDuplex: isDuplex) }
    let all = documents.reduce(0) { $0 + $1.sheets(isDuplex: isDuplex) * $1.plan.copies }
    let unit = form == "intake" ? "校" : "册"
    line.copies = "\(first.plan.copies) 份"
    line.pages =
      documents.count > 1 ? "\(documents.count) \(unit)\n\(pages)/\(sheets)" : "\(pages)/\(sheets)"
    line.sheets = first.paper == "A4" ? "\(all) 张" : "\(all) 张\n（\(first.paper)）"
    if missing > 0 { line.copies += "\n缺 \(missing) \(unit)" }
    if form == "intake" { line.seals = collegeSeals(documents) }
  }

  /// 「高职院校公章」 where all originals are there, else 「送＿＿学院盖章」, with the name of the one college
  /// that has not sealed.
  ///
  /// A line of the column holds five characters: lines end where the phrase does.
  private func collegeSeals(_ documents: [RenderedDocument]) -> String {
    let unsealed = CollegeIntake.all(of: school).filter { !$0.hasOriginal }
    guard let first = unsealed.first else { return "高职院校\n公章\n（已盖）" }
    return unsealed.count == 1
      ? "送\(first.college)\n盖章" : "送＿＿学院\n盖章\n（\(unsealed.count) 校）"
  }
}
