internal import Diagnostics
internal import FoundationEssentials

/// What reading found in a record or a table, kept with it: a number that Excel has destroyed stays
/// an error as long as its value stays, although the value alone no longer shows it.
struct ListedFinding: Codable, Hashable, Sendable {
  var code: String
  var severity: String
  var message: String
  var place: ListedPlace
  /// The record; nil for a finding about the table as a whole.
  var entity: Int64?
  /// Whether it concerns the school as a whole.
  var isAboutSchool: Bool
  /// The fields' names.
  var fields: [String]
  var person: String?
  /// Name and number of the person, in this order.
  var individual: [String]?
  var notes: [Note]

  /// A second place of a finding.
  struct Note: Codable, Hashable, Sendable {
    var place: ListedPlace
    var message: String
  }

  /// A finding about a record, or, without an entity, about its table.
  init(_ diagnostic: Diagnostic, entity: Int64?) {
    code = diagnostic.code
    severity = diagnostic.severity.keyword
    message = diagnostic.message
    place = ListedPlace(diagnostic.place)
    self.entity = entity
    isAboutSchool = diagnostic.subject?.extent == .school
    fields = []
    if case .record(_, _, let fields)? = diagnostic.subject?.extent { self.fields = fields }
    person = diagnostic.subject?.person
    individual = diagnostic.subject?.individual.map { [$0.name, $0.idNumber] }
    notes = diagnostic.notes.map { Note(place: ListedPlace($0.place), message: $0.message) }
  }

  /// The finding as reading reported it.
  ///
  /// - Parameters:
  ///   - school: the school's name; nil for tables of the season.
  ///   - table: the table's title.
  ///   - index: the record's index in the table.
  /// - Returns: the finding with its subject.
  func diagnostic(school: String?, table: String, index: Int?) -> Diagnostic {
    let extent: Subject.Extent =
      if isAboutSchool {
        .school
      } else if let index {
        .record(table: table, record: index, fields: fields)
      } else {
        .table(table)
      }
    var subject = Subject(school: school, extent: extent, person: person)
    if let individual, individual.count == 2 {
      subject.individual = Subject.Individual(name: individual[0], idNumber: individual[1])
    }
    return Diagnostic(
      Severity.allCases.first { $0.keyword == severity } ?? .error,
      code,
      message,
      at: place.place,
      about: subject,
      notes: notes.map { Diagnostic.Note(place: $0.place.place, message: $0.message) }
    )
  }

  /// The text that a ledger keeps of findings; the same findings have the same bytes.
  static func text(of findings: [ListedFinding]) throws -> String {
    guard !findings.isEmpty else { return "[]" }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(findings), as: UTF8.self)
  }

  /// The findings of a text.
  static func findings(of text: String) throws(DamagedText) -> [ListedFinding] {
    if text == "[]" { return [] }
    do {
      return try JSONDecoder().decode([ListedFinding].self, from: Data(text.utf8))
    } catch {
      throw DamagedText()
    }
  }
}

/// A place in a file as a ledger keeps it.
struct ListedPlace: Codable, Hashable, Sendable {
  var file: String?
  var sheet: String?
  var line: Int?
  var row: Int?
  var column: Int?
  var heading: String?
  var offset: Int?

  init(_ place: Place) {
    file = place.file
    switch place {
    case .none, .file: break
    case .text(_, let line, let column): (self.line, self.column) = (line, column)
    case .byte(_, let line, let offset): (self.line, self.offset) = (line, offset)
    case .row(_, let sheet, let row): (self.sheet, self.row) = (sheet, row)
    case .cell(_, let sheet, let row, let column, let heading):
      (self.sheet, self.row, self.column, self.heading) = (sheet, row, column, heading)
    }
  }

  var place: Place {
    guard let file else { return .none }
    if let row {
      guard let column, let heading else { return .row(file: file, sheet: sheet, row: row) }
      return .cell(file: file, sheet: sheet, row: row, column: column, heading: heading)
    }
    guard let line else { return .file(file) }
    if let offset { return .byte(file: file, line: line, offset: offset) }
    return .text(file: file, line: line, column: column ?? 1)
  }
}
