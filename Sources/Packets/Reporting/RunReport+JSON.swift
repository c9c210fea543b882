internal import Diagnostics

extension RunReport {
  /// The report as JSON: `summary`, `schools`, `findings`, `heldBack`, `withheld`.
  package var json: String {
    let counts = JSONText.object([
      ("rows", String(rowCount)), ("errors", String(count(.error))),
      ("warnings", String(count(.warning))), ("notes", String(count(.note))),
      ("released", String(releases.count)), ("heldBack", String(heldBackCount)),
      ("files", String(outcomes.reduce(0) { $0 + $1.documents.count + $1.packets.count })),
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
      "withheld":[\(withheld.joined(separator: ",\n"))]}

      """
  }
}
