internal import Diagnostics
import Records

/// Decides which documents may not be printed: exactly those that would show a faulty value.
struct Withholding: Sendable {
  /// Errors that concern no single school: nothing can be trusted.
  private(set) var general: [Diagnostic] = []
  private var bySchool: [ByteKey: [Diagnostic]] = [:]
  private var shared: [Diagnostic] = []

  init(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics where diagnostic.severity == .error {
      switch (diagnostic.subject?.school, diagnostic.subject?.extent) {
      case (let school?, _): bySchool[ByteKey(school), default: []].append(diagnostic)
      case (nil, .table?), (nil, .record?): shared.append(diagnostic)
      case (nil, _): general.append(diagnostic)
      }
    }
  }

  /// How many errors withhold a school as a whole.
  func errors(ofSchool name: String) -> Int {
    (bySchool[ByteKey(name)] ?? []).count { $0.subject?.extent == .school }
  }

  /// How many errors a document would show.
  ///
  /// A receipt shows several schools.
  func errors(of document: PlannedDocument, schools names: [String]) -> Int {
    let own = names.flatMap { bySchool[ByteKey($0)] ?? [] }
    return (own + shared).count { touches($0, document) }
  }

  private func touches(_ diagnostic: Diagnostic, _ document: PlannedDocument) -> Bool {
    switch diagnostic.subject?.extent {
    case nil, .school: false
    case .table(let title): uses(document, table: title)
    case .document(let form, let volume):
      form == document.form
        && (volume == nil || volume?.utf8.elementsEqual((document.volume ?? "").utf8) == true)
    case .record(let title, let record, let fields):
      shows(document, table: title, record: record, fields: fields)
    }
  }

  private func uses(_ document: PlannedDocument, table title: String) -> Bool {
    if title == TableKind.score.title { return document.form == "registration" }
    if title == TableKind.graduate.title, document.form == "review" { return true }
    return document.records.keys.contains { $0.title == title }
  }

  private func shows(
    _ document: PlannedDocument,
    table title: String,
    record: Int,
    fields: [String]
  ) -> Bool {
    guard let table = TableKind.allCases.first(where: { $0.title == title }) else { return false }
    if table == .score { return document.form == "registration" }
    guard document.records[table]?.contains(record) == true else { return false }
    return fields.isEmpty || fields.contains { document.template.displays($0, of: table) }
  }
}
