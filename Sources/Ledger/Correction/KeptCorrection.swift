package import Diagnostics
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
  /// The person's identity number as it is now; empty for 学校.
  package var holder: String
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
  /// The cell of the new value in its table 更正.
  package var place: Place
  /// The revision that it made.
  var revision: Int

  /// All corrections in the order in which they were made.
  static func all(_ database: Database) throws -> [KeptCorrection] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT school.name, version.kind, version.person, coalesce(course, item), new,
          correction.reason, author, time, now.person, path, sheet, columns, correction.row,
          correction.revision
        FROM correction
        JOIN revision ON revision.number = correction.revision
        JOIN version ON version.entity = correction.entity
          AND version.firstRevision = correction.revision
        JOIN school ON school.id = version.school
        JOIN source ON source.id = correction.source
        JOIN file ON file.id = source.file
        LEFT JOIN version AS now ON now.entity = correction.entity AND now.lastRevision IS NULL
        ORDER BY correction.id
        """
    ).map { row in
      let name: String = row[1]
      guard let table = TableKind.allCases.first(where: { $0.name == name }) else {
        throw DamagedText()
      }
      let source = TableSource(
        file: row[9],
        sheet: row[10],
        columns: try SourceColumns(text: row[11]).columns(RecordSchema.builtIn[.correction])
      )
      let number: String = row[2] ?? ""
      return KeptCorrection(
        school: row[0] ?? "",
        table: table,
        idNumber: number,
        holder: row[8] ?? number,
        item: row[3],
        value: row[4],
        reason: row[5],
        author: row[6],
        time: row[7],
        place: source.place(slot: CorrectionField.new.rawValue, row: row[12]),
        revision: row[13]
      )
    }
  }
}
