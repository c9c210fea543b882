package import Diagnostics
package import Records

/// Columns that `packet.xml` gained after a ledger was made: its rows have no such column, whatever
/// their files have.
///
/// Files without a required column are stopped as they are read; a ledger is not read from files
/// again, so that the same gap must be found here.
package enum LaterColumns {
  /// The findings on a school that was read from a ledger, whose path the remedy names: one for each
  /// table and extra field.
  package static func findings(
    on school: School,
    in season: Season,
    ledger: String
  ) -> [Diagnostic] {
    tables.flatMap { kind, builtIn, records in
      let fields = season.schema[kind]
      return (builtIn..<max(builtIn, fields.count)).compactMap { slot in
        finding(fields[slot], slot, kind, records(school), school, in: season, ledger: ledger)
      }
    }
  }

  private typealias Records = @Sendable (School) -> [Record]

  private static let tables: [(kind: TableKind, builtIn: Int, records: Records)] = [
    (.school, SchoolField.allCases.count, { [$0.record] }),
    (.graduate, GraduateField.allCases.count, { $0.graduates }),
    (.major, MajorField.allCases.count, { $0.majors }),
    (.course, CourseField.allCases.count, { $0.courses }),
    (.change, ChangeField.allCases.count, { $0.changes }),
    (.enrolment, EnrolmentField.allCases.count, { $0.enrolments }),
  ]

  private static func finding(
    _ field: FieldDefinition,
    _ slot: Int,
    _ kind: TableKind,
    _ records: [Record],
    _ school: School,
    in season: Season,
    ledger: String
  ) -> Diagnostic? {
    // A value may also come from a correction, whatever the files have.
    let record = records.first { record in
      let source = Int(record.origin.source)
      guard record.values[slot].isEmpty, season.sources.indices.contains(source) else {
        return false
      }
      let columns = season.sources[source].columns
      return slot >= columns.count || columns[slot] == nil
    }
    guard let record else { return nil }
    let source = season.sources[Int(record.origin.source)]
    return Diagnostic(
      field.isRequired ? .error : .warning,
      ReadingCode.laterColumn.rawValue,
      "台账导入时还没有“\(field.heading)”这一栏，“\(kind.title)”表的这一项都是空的。"
        + "请用原来的文件再导入一次：yanyin import 文件 --ledger \(ledger) --accept。",
      at: .row(file: source.file, sheet: source.sheet, row: Int(record.origin.row)),
      about: Subject(
        school: school.name,
        extent: kind == .school ? .school : .table(kind.title)
      )
    )
  }
}
