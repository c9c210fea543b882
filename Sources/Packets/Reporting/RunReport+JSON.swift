internal import Diagnostics

extension RunReport {
  /// The report as JSON: `summary`, `schools`, `findings`, `heldBack`, `withheld`; of a run that makes
  /// files also `printing`, `results`, `plan`, `cities`.
  package var json: String {
    let counts = JSONText.object([
      ("rows", String(rowCount)), ("errors", String(count(.error))),
      ("warnings", String(count(.warning))), ("notes", String(count(.note))),
      ("released", String(releases.count)), ("heldBack", String(heldBackCount)),
      ("files", String(fileCount)),
      ("pages", String(outcomes.reduce(0) { $0 + $1.pageCount })),
    ])
    let schools = tallies.map { tally in
      JSONText.object([
        ("school", JSONText.quoted(tally.school)), ("errors", String(tally.errors)),
        ("warnings", String(tally.warnings)), ("notes", String(tally.notes)),
        ("released", String(tally.released)), ("heldBack", String(tally.heldBack)),
      ])
    }
    let held = heldBack.map { group in
      let rows = group.rows.map { row in
        JSONText.object(row.place.jsonMembers + [("person", JSONText.quoted(row.person))])
      }
      return JSONText.object([
        ("school", JSONText.quoted(group.school)), ("kind", JSONText.quoted(group.kind)),
        ("count", String(group.rows.count)), ("rows", "[\(rows.joined(separator: ","))]"),
      ])
    }
    let withheld = withheldLines.map(JSONText.quoted)
    return """
      {"summary":\(counts),
      "schools":[\(schools.joined(separator: ",\n"))],
      "findings":[\(findings.map(\.json).joined(separator: ",\n"))],
      "heldBack":[\(held.joined(separator: ",\n"))],
      "withheld":[\(withheld.joined(separator: ",\n"))]\(printingMembers)}

      """
  }

  /// The members about what was made, a comma before them.
  private var printingMembers: String {
    guard let printing else { return "" }
    let results = results
    let totals = RunReport.totals(results).map { total in
      JSONText.object([
        ("city", JSONText.quoted(total.city)), ("schools", String(total.schools)),
        ("complete", String(total.complete)), ("pages", String(total.pages)),
        ("copies", String(total.copies)), ("sheets", total.sheets.json),
      ])
    }
    let plan = printPlan.map { line in
      JSONText.object([
        ("path", JSONText.quoted(line.path)), ("paper", JSONText.quoted(line.paper)),
        ("sheets", String(line.sheets)),
      ])
    }
    let head = JSONText.object([
      ("duplex", printing.isDuplex ? "true" : "false"),
      ("seconds", RunReport.decimal(printing.seconds)), ("sheets", sheets.json),
    ])
    return """
      ,
      "printing":\(head),
      "results":[\(results.map(RunReport.object).joined(separator: ",\n"))],
      "plan":[\(plan.joined(separator: ",\n"))],
      "cities":[\(totals.joined(separator: ",\n"))]
      """
  }

  private static func object(_ result: SchoolResult) -> String {
    let withheld = result.withheld.map(JSONText.quoted).joined(separator: ",")
    let city = result.city.map { [("city", JSONText.quoted($0))] } ?? []
    return JSONText.object(
      [("school", JSONText.quoted(result.school))] + city + [
        ("status", result.withheld.isEmpty ? "\"complete\"" : "\"withheld\""),
        ("kept", result.isKept ? "true" : "false"), ("withheld", "[\(withheld)]"),
        ("pages", String(result.pages)), ("copies", String(result.copies)),
        ("sheets", result.sheets.json), ("errors", String(result.tally.errors)),
        ("warnings", String(result.tally.warnings)), ("notes", String(result.tally.notes)),
        ("seconds", decimal(result.seconds)),
      ]
    )
  }
}
