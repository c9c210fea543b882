/// A school with its tables, each in input order.
package struct School: Sendable {
  /// The row of 学校.
  package var record: Record
  /// 毕业生.
  package var graduates: [Record] = []
  /// 专业情况.
  package var majors: [Record] = []
  /// 课程.
  package var courses: [Record] = []
  /// 成绩.
  package var scores = ScoreBook()
  /// 异动: every row that the export holds; which are printed is decided by a rule.
  package var changes: [Record] = []
  /// 对口招收, of all colleges.
  package var enrolments: [Record] = []

  /// A school without tables.
  package init(record: Record) {
    self.record = record
  }

  /// The full legal name.
  package var name: String { record[SchoolField.name] }
}

extension School {
  /// The records of a table of the school; 成绩 are in `scores`.
  package subscript(table: TableKind) -> [Record] {
    switch table {
    case .school: [record]
    case .graduate: graduates
    case .major: majors
    case .course: courses
    case .change: changes
    case .enrolment: enrolments
    case .bureau, .score, .exemption, .correction: []
    }
  }
}

/// A season as it was read: bureaus and schools in input order.
package struct Season: Sendable {
  /// 主管单位.
  package var bureaus: [Record] = []
  /// The schools.
  package var schools: [School] = []
  /// 特例: released findings.
  package var exemptions: [Record] = []
  /// The tables that records were read from, by `RowOrigin.source`.
  package var sources: [TableSource] = []
  /// The fields of every table.
  package var schema: RecordSchema

  /// A season without data.
  package init(schema: RecordSchema) {
    self.schema = schema
  }
}
