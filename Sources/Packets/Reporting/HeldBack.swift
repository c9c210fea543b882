package import Diagnostics
import Records

/// Status changes of a kind outside the notice's nine, which annex 3 does not print: the list 未列入本表.
package struct HeldBack: Sendable {
  /// The school's full name.
  package var school: String
  /// 异动类型 as the export has it.
  package var kind: String
  /// Its rows, in the order of the export.
  package var rows: [Row]

  /// A row that is not printed.
  package struct Row: Sendable {
    /// The cell of 异动类型.
    package var place: Place
    /// Whose change it is, as messages name people.
    package var person: String
  }

  /// The rows of a school that are held back, by kind.
  static func all(of school: School, in season: Season, showsPeople: Bool) -> [HeldBack] {
    ChangeSelection.split(school.changes).heldBack.map { group in
      HeldBack(
        school: school.name,
        kind: group.kind.isEmpty ? "（未填）" : group.kind,
        rows: group.rows.map { row(school.changes[$0], in: season, showsPeople: showsPeople) }
      )
    }
  }

  private static func row(_ change: Record, in season: Season, showsPeople: Bool) -> Row {
    let source = Int(change.origin.source)
    let place =
      season.sources.indices.contains(source)
      ? season.sources[source].place(
        slot: ChangeField.kind.rawValue,
        row: Int(change.origin.row)
      ) : .none
    let person = Subject.Individual(
      name: change[ChangeField.name],
      idNumber: change[ChangeField.idNumber]
    )
    return Row(place: place, person: person.label(isMasked: !showsPeople))
  }
}
