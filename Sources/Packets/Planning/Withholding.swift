internal import Diagnostics
import Records

/// Decides which documents may not be printed: exactly those that would show a faulty value.
struct Withholding: Sendable {
  /// Errors that concern no single school: nothing can be trusted.
  private(set) var general: [Diagnostic] = []
  private var bySchool: [ByteKey: [Diagnostic]] = [:]
  private var shared: [Diagnostic] = []

  init(_ diagnostics: [Diagnostic]) {
    add(diagnostics)
  }

  /// Takes further findings into account.
  mutating func add(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics where diagnostic.severity == .error {
      switch (diagnostic.subject?.school, diagnostic.subject?.extent) {
      case (let school?, _): bySchool[ByteKey(school), default: []].append(diagnostic)
      case (nil, .table?), (nil, .record?): shared.append(diagnostic)
      case (nil, _): general.append(diagnostic)
      }
    }
  }

  /// The errors that may withhold something of a school, as texts that tell them apart.
  func marks(ofSchool name: String) -> [String] {
    (general + shared + (bySchool[ByteKey(name)] ?? [])).map { error in
      "\(error.code) \(error.place.description) \(error.message)"
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

  /// How many errors keep a form from being planned at all: its table, or the rows of it that belong
  /// to the school, could not be read.
  func errors(ofTablesOf form: String, school name: String) -> Int {
    let titles = Withholding.tables(of: form).map(\.title)
    return ((bySchool[ByteKey(name)] ?? []) + shared).count { diagnostic in
      guard case .table(let title)? = diagnostic.subject?.extent else { return false }
      return titles.contains(title)
    }
  }

  /// Schools that findings name and the season does not have, with their errors: their rows stand in
  /// no document.
  func strangers(to season: Season) -> [(school: String, errors: Int)] {
    let known = Set(season.schools.map { ByteKey($0.name) })
    return bySchool.filter { !known.contains($0.key) }
      .map { (school: $0.key.text, errors: $0.value.count) }
      .sorted { $0.school.utf8.lexicographicallyPrecedes($1.school.utf8) }
  }

  /// The tables without which a form has nothing to show.
  private static func tables(of form: String) -> [TableKind] {
    switch form {
    case "registration", "review": [.graduate]
    case "changes": [.change]
    case "intake": [.enrolment]
    default: []
    }
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
    let isShown = document.records[table]?.contains(record) == true
    let isCounted = document.countedRecords[table]?.contains(record) == true
    guard isShown || isCounted else { return false }
    return fields.isEmpty || fields.contains { document.template.displays($0, of: table) }
  }
}
