import DocumentModel
import Forms
import Records

/// Makes the entities that templates read from the records of a season.
struct SeasonEntities: Sendable {
  /// The root `season`, from `packet.xml`.
  let season: Entity

  /// The entity of a record, its values shared.
  static func entity(
    _ table: TableKind,
    _ record: Record,
    index: Int,
    derived: ContiguousArray<String> = [],
    lists: ContiguousArray<ContiguousArray<String>> = []
  ) -> Entity {
    Entity(
      table: table.rawValue,
      record: UInt32(clamping: index),
      stored: record.values,
      derived: derived,
      lists: lists
    )
  }

  /// The root `school`, with counts of its roster.
  static func school(_ school: School, index: Int) -> Entity {
    entity(.school, school.record, index: index, derived: values(of: school))
  }

  /// The computed values of a school.
  static func values(of school: School) -> ContiguousArray<String> {
    let counts = RosterCounts(school.graduates)
    let record = school.record
    return ContiguousArray(SchoolValue.self) { value in
      switch value {
      case .typeLabel: typeLabel(record)
      case .rosterCount: String(counts.roster)
      case .graduateCount: String(counts.graduates)
      case .completionCount: String(counts.completions)
      case .unfinishedCount: String(counts.unfinished)
      case .maleCount: String(counts.maleGraduates)
      case .femaleCount: String(counts.femaleGraduates)
      case .receiptTotal: receiptTotal(school, counts: counts)
      case .graduationMonth:
        mostCommon(school.graduates.lazy.map { $0[GraduateField.graduationMonth] })
      }
    }
  }

  /// 「市县学校（市属）」; other types stand alone.
  private static func typeLabel(_ record: Record) -> String {
    let type = record[SchoolField.type]
    guard type.hasSameBytes(as: "市县学校") else { return type }
    let affiliation = record[SchoolField.affiliation]
    return "\(type)（\(affiliation.isEmpty ? "市属" : affiliation)）"
  }

  /// The number of graduates that the receipt reports: the one given in 学校, else the roster's.
  ///
  /// In June, when the receipt is sent, there is no final roster yet (notice, last paragraph of 二).
  static func receiptTotal(_ school: School, counts: RosterCounts) -> String {
    let given = school.record[SchoolField.graduateTotal]
    if !given.isEmpty { return given }
    return school.graduates.isEmpty ? "" : String(counts.graduates)
  }
}
