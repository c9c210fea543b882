internal import Diagnostics
internal import GRDB
internal import Records

/// Finds the records that rows of 更正 mean.
struct CorrectionTargets {
  private let database: Database

  /// A record that a row may mean.
  struct Target: Hashable {
    var address: TableAddress
    var entity: Int64
    var school: String
  }

  /// What a row means.
  enum Answer {
    /// The records that fit; one of them is meant.
    case found([Target])
    /// No record fits: why, and what to do.
    case missing(String)
  }

  init(_ database: Database) {
    self.database = database
  }

  /// The records that a row may mean.
  func targets(of row: CorrectionRow) throws -> Answer {
    row.table == .school ? try school(of: row) : try records(of: row)
  }

  private func school(of row: CorrectionRow) throws -> Answer {
    let all = try Row.fetchAll(
      database,
      sql: """
        SELECT entity, name FROM version JOIN school ON school.id = version.school
        WHERE kind = 'school' AND lastRevision IS NULL
        """
    ).map {
      Target(
        address: TableAddress(school: 0, kind: .school),
        entity: $0[0],
        school: $0[1] ?? ""
      )
    }
    if row.school.isEmpty {
      if all.count == 1 { return .found(all) }
      return .missing("台账中有\(all.count)所学校，请填写“学校名称”。")
    }
    let fitting = all.filter { TextKey($0.school) == TextKey(row.school) }
    return fitting.isEmpty ? .missing("台账中没有“\(row.school)”。请核对学校名称。") : .found(fitting)
  }

  private func records(of row: CorrectionRow) throws -> Answer {
    let all = try Row.fetchAll(
      try database.cachedStatement(
        sql: """
          SELECT entity, school, name FROM version JOIN school ON school.id = version.school
          WHERE person = ? AND kind = ? AND lastRevision IS NULL ORDER BY version.id
          """
      ),
      arguments: [row.idNumber, row.table.name]
    ).map {
      Target(
        address: TableAddress(school: $0[1], kind: row.table),
        entity: $0[0],
        school: $0[2] ?? ""
      )
    }
    guard !all.isEmpty else {
      return .missing("台账的“\(row.table.title)”表中没有这个号码。请核对身份证号码（填更正前的号码）。")
    }
    if row.school.isEmpty { return .found(all) }
    let fitting = all.filter { TextKey($0.school) == TextKey(row.school) }
    if fitting.isEmpty {
      let names = Set(all.map(\.school)).sorted().joined(separator: "、")
      return .missing("这个号码不在“\(row.school)”的“\(row.table.title)”表中，而在：\(names)。请核对学校名称。")
    }
    return .found(fitting)
  }
}
