internal import GRDB
package import Records

/// A correction that a ledger keeps.
package struct KeptCorrection: Hashable, Sendable {
  /// The school's full name.
  package var school: String
  /// The table.
  package var table: TableKind
  /// The person's identity number after the correction; empty for 学校.
  package var idNumber: String
  /// The field's heading, or the course.
  package var item: String
  /// The new value.
  package var value: String
  /// Why.
  package var reason: String
  /// Who.
  package var author: String
  /// When: `2023-07-04 09:15`.
  package var time: String

  /// All corrections in the order in which they were made.
  static func all(_ database: Database) throws -> [KeptCorrection] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT school.name, version.kind, version.person, coalesce(course, item), new,
          correction.reason, author, time
        FROM correction
        JOIN revision ON revision.number = correction.revision
        JOIN version ON version.entity = correction.entity
          AND version.firstRevision = correction.revision
        JOIN school ON school.id = version.school
        ORDER BY correction.id
        """
    ).map { row in
      let name: String = row[1]
      guard let table = TableKind.allCases.first(where: { $0.name == name }) else {
        throw DamagedText()
      }
      return KeptCorrection(
        school: row[0] ?? "",
        table: table,
        idNumber: row[2] ?? "",
        item: row[3],
        value: row[4],
        reason: row[5],
        author: row[6],
        time: row[7]
      )
    }
  }
}
