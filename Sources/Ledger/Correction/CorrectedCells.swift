package import Diagnostics
package import Records

/// The cells whose values corrections have replaced: what stands in the file is no longer what is
/// printed, and a finding there is about a row of 更正.
package struct CorrectedCells: Sendable {
  private var cells: [Place: [Cell]] = [:]

  private struct Cell: Sendable {
    /// The field's name; `score` for 成绩.
    var field: String
    /// The new value, in its table 更正.
    var origin: Place
  }

  /// The cells of a season that corrections concern, as far as their values still stand.
  package init(_ corrections: [KeptCorrection], in season: Season) {
    for correction in corrections {
      for school in season.schools
      where TextKey(school.name) == TextKey(correction.school) {
        if correction.table == .score { addScores(correction, school, season) }
        add(correction, school, season)
      }
    }
  }

  private mutating func add(_ correction: KeptCorrection, _ school: School, _ season: Season) {
    let fields = season.schema[correction.table]
    guard let slot = fields.firstIndex(where: { TextKey($0.heading) == TextKey(correction.item) })
    else { return }
    let number = season.schema.slot("idNumber", in: correction.table)
    for record in school[correction.table]
    where TextKey(record.values[slot]) == TextKey(correction.value) {
      if let number, TextKey(record.values[number]) != TextKey(correction.holder) { continue }
      let source = Int(record.origin.source)
      guard season.sources.indices.contains(source) else { continue }
      let place = season.sources[source].place(slot: slot, row: Int(record.origin.row))
      note(Cell(field: fields[slot].name, origin: correction.place), at: place)
    }
  }

  private mutating func addScores(
    _ correction: KeptCorrection,
    _ school: School,
    _ season: Season
  ) {
    guard let sheet = school.scores.sheet(of: correction.holder),
      let course = school.scores.index(ofCourse: correction.item)
    else { return }
    for entry in sheet.entries where entry.course == course {
      let value = TextKey(correction.value)
      guard TextKey(entry.score) == value || TextKey(entry.makeup) == value else { continue }
      let cell = Cell(field: ScoreField.score.definition.name, origin: correction.place)
      note(cell, at: season.place(of: entry, in: school))
    }
  }

  /// Of several corrections of a value the last counts.
  private mutating func note(_ cell: Cell, at place: Place) {
    cells[place, default: []].removeAll { TextKey($0.field) == TextKey(cell.field) }
    cells[place, default: []].append(cell)
  }

  /// Where the corrected value of a finding stands: that of its own place, else that of a remark.
  func origin(of finding: Diagnostic) -> Place? {
    origins(of: finding).first
  }

  private func origins(of finding: Diagnostic) -> [Place] {
    guard !cells.isEmpty else { return [] }
    var fields: [String] = []
    if case .record(_, _, let names)? = finding.subject?.extent { fields = names }
    return ([finding.place] + finding.notes.map(\.place)).flatMap { place in
      (cells[place] ?? []).filter { cell in
        // A row without the column says nothing of which of its values is meant.
        if case .row = place { fields.contains(cell.field) } else { true }
      }.map(\.origin)
    }.filter { $0 != finding.place }
  }

  /// The finding with the rows of 更正 in which its values stand.
  package func noted(_ finding: Diagnostic) -> Diagnostic {
    var result = finding
    for origin in origins(of: finding) where !result.notes.contains(where: { $0.place == origin }) {
      result.notes.append(Diagnostic.Note(place: origin, message: "值已由“更正”表的这一行更正，请在这里核对。"))
    }
    return result
  }
}
