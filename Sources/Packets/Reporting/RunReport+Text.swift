internal import Diagnostics

extension RunReport {
  /// The report as plain text.
  package var text: String {
    var lines = findings.map(\.text)
    lines += heldBack.map { "未列入本表：\($0.school) \($0.kind) \($0.count) 条（不在通知所列9类之内）" }
    lines += withheldLines
    lines.append(summary)
    return lines.joined(separator: "\n") + "\n"
  }

  /// The report as JSON: `summary`, `findings`, `heldBack`, `withheld`.
  package var json: String {
    let counts = JSONText.object([
      ("rows", String(rowCount)), ("errors", String(count(.error))),
      ("warnings", String(count(.warning))), ("notes", String(count(.note))),
      ("files", String(outcomes.reduce(0) { $0 + $1.documents.count + $1.packets.count })),
      ("pages", String(outcomes.reduce(0) { $0 + $1.pageCount })),
    ])
    let held = heldBack.map {
      JSONText.object([
        ("school", JSONText.quoted($0.school)), ("kind", JSONText.quoted($0.kind)),
        ("count", String($0.count)),
      ])
    }
    let withheld = withheldLines.map(JSONText.quoted)
    return """
      {"summary":\(counts),
      "findings":[\(findings.map(\.json).joined(separator: ",\n"))],
      "heldBack":[\(held.joined(separator: ",\n"))],
      "withheld":[\(withheld.joined(separator: ",\n"))]}

      """
  }
}
