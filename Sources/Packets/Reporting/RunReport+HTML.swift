internal import Diagnostics
internal import HTMLOutput

extension RunReport {
  /// The report as one self-contained page for printing: no script, nothing from the network.
  package var html: String {
    var body = "<h1>校验结果</h1>\n<p>\(HTMLText.escaped(summary))</p>\n"
    for line in withheldLines { body += "<p>\(HTMLText.escaped(line))</p>\n" }
    body += printingMarkup
    body += tallyTable
    for section in faults { body += RunReport.markup(of: section) }
    body += heldBackMarkup
    for section in [releases, remarks] { body += RunReport.markup(of: section) }
    return """
      <!DOCTYPE html>
      <html lang="zh-CN">
      <head>
      <meta charset="utf-8">
      <title>校验结果</title>
      <style>
      body{font-family:SimSun,"Songti SC","Noto Serif CJK SC",serif;margin:2em;color:#000}
      table{border-collapse:collapse;width:100%;margin-bottom:1em}
      caption{text-align:left;padding:.3em 0}
      th,td{border:1px solid #000;padding:.2em .5em;text-align:left;vertical-align:top}
      td.count{text-align:right}
      thead{display:table-header-group}
      h2,h3,caption{break-after:avoid}
      tr{break-inside:avoid}
      @page{size:A4;margin:15mm}
      @media print{body{margin:0}}
      </style>
      </head>
      <body>
      \(body)</body>
      </html>

      """
  }

  /// What became of each school, the print plan, the cities; nothing for runs that make no files.
  private var printingMarkup: String {
    guard let printing else { return "" }
    let results = results
    let schools = results.map { result in
      RunReport.row(
        [result.school, result.city ?? "学校表中没有", result.state],
        [
          String(result.pages), String(result.copies), result.sheets.text,
          String(result.tally.errors), String(result.tally.warnings),
          String(result.tally.notes), RunReport.duration(result.seconds),
        ]
      )
    }
    let plan = printPlan.map { RunReport.row([$0.path], [$0.paper, "\($0.sheets) 张"]) }
    let cities = RunReport.totals(results).map { total in
      RunReport.row(
        [total.city],
        [
          String(total.schools), String(total.complete), String(total.pages),
          String(total.copies), total.sheets.text,
        ]
      )
    }
    return RunReport.section(
      "各校情况（用时 \(RunReport.duration(printing.seconds))）",
      "各校做成了什么",
      ["学校", "所属", "情况", "页", "份", "用纸", "错误", "警告", "提示", "用时"],
      schools
    )
      + RunReport.section(
        "打印计划（\(printing.sides)，\(sheets.text)）",
        "打印的文件和用纸",
        ["文件", "纸", "张数"],
        plan
      )
      + RunReport.section(
        "各市合计",
        "各市的学校、份数和用纸",
        ["市", "学校", "完成", "页", "份", "用纸"],
        cities
      )
  }

  private static func section(
    _ title: String,
    _ caption: String,
    _ heads: [String],
    _ rows: [String]
  ) -> String {
    "<section>\n<h2>\(HTMLText.escaped(title))</h2>\n"
      + (rows.isEmpty ? "<p>无。</p>\n" : table(caption, heads, rows)) + "</section>\n"
  }

  /// A row whose first cell is its head; texts, then numbers.
  private static func row(_ texts: [String], _ numbers: [String]) -> String {
    var cells = "<th scope=\"row\">\(HTMLText.escaped(texts[0]))</th>"
    for text in texts.dropFirst() { cells += "<td>\(HTMLText.escaped(text))</td>" }
    for number in numbers { cells += "<td class=\"count\">\(HTMLText.escaped(number))</td>" }
    return "<tr>\(cells)</tr>\n"
  }

  private var tallyTable: String {
    guard !tallies.isEmpty else { return "" }
    let rows = tallies.map { tally in
      let counts = [tally.errors, tally.warnings, tally.heldBack, tally.released, tally.notes]
      return "<tr><th scope=\"row\">\(HTMLText.escaped(tally.school))</th>"
        + counts.map { "<td class=\"count\">\($0)</td>" }.joined() + "</tr>\n"
    }
    return "<section>\n<h2>各校合计</h2>\n"
      + RunReport.table("各校结果的条数", ["学校", "错误", "警告", "未列入本表", "特例放行", "提示"], rows)
      + "</section>\n"
  }

  private static func markup(of section: ReportSection) -> String {
    var text = "<section>\n<h2>\(section.title)（\(section.count)）</h2>\n"
    guard section.count > 0 else { return text + "<p>无。</p>\n</section>\n" }
    text += "<p>\(HTMLText.escaped(section.explanation))</p>\n"
    for school in section.schools {
      text += "<h3>\(HTMLText.escaped(school.title))（\(school.count)）</h3>\n"
      for file in school.files {
        let caption = "\(file.title)（\(file.findings.count)）"
        text += table(caption, ["位置", "学生", "内容", "代码"], file.findings.map(row))
      }
    }
    return text + "</section>\n"
  }

  private static func row(_ finding: Diagnostic) -> String {
    var content = HTMLText.escaped(finding.message)
    for note in finding.notes {
      content += "<br>\(HTMLText.escaped("\(note.place.description) \(note.message)"))"
    }
    return "<tr><td>\(HTMLText.escaped(finding.place.positionInFile))</td>"
      + "<td>\(HTMLText.escaped(finding.subject?.person ?? ""))</td>"
      + "<td>\(content)</td><td>\(HTMLText.escaped(finding.code))</td></tr>\n"
  }

  private var heldBackMarkup: String {
    var text = "<section>\n<h2>未列入本表（\(heldBackCount)）</h2>\n"
    guard !heldBack.isEmpty else { return text + "<p>无。</p>\n</section>\n" }
    text += "<p>\(HTMLText.escaped(RunReport.heldBackExplanation))</p>\n"
    for group in heldBack {
      let rows = group.rows.map { row in
        "<tr><td>\(HTMLText.escaped(row.place.description))</td>"
          + "<td>\(HTMLText.escaped(row.person))</td></tr>\n"
      }
      text += RunReport.table(
        "\(group.school)：\(group.kind) \(group.rows.count) 条",
        ["位置", "学生"],
        rows
      )
    }
    return text + "</section>\n"
  }

  private static func table(_ caption: String, _ heads: [String], _ rows: [String]) -> String {
    let cells = heads.map { "<th scope=\"col\">\($0)</th>" }.joined()
    return
      "<table>\n<caption>\(HTMLText.escaped(caption))</caption>\n<thead><tr>\(cells)</tr></thead>\n"
      + "<tbody>\n\(rows.joined())</tbody>\n</table>\n"
  }
}
