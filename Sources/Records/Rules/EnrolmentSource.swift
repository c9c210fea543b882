package import Diagnostics

/// A college's table in a file, as far as a school stands in it.
package struct EnrolmentSource: Hashable, Sendable {
  /// The table, as the season counts them.
  package var source: Int32
  /// 高职院校名称.
  package var college: String
  /// The cell of 来源中职学校名称 in the school's first row.
  package var place: Place

  /// A table that a school stands in.
  package init(source: Int32, college: String, place: Place) {
    self.source = source
    self.college = college
    self.place = place
  }

  /// The tables that a school stands in, in the order of its rows.
  static func all(of school: School, in run: RuleRun) -> [EnrolmentSource] {
    struct Table: Hashable {
      var source: Int32
      var college: TextKey
    }
    var seen: Set<Table> = []
    return school.enrolments.compactMap { enrolment in
      let college = enrolment[EnrolmentField.college]
      let source = enrolment.origin.source
      guard seen.insert(Table(source: source, college: TextKey(college))).inserted else {
        return nil
      }
      return EnrolmentSource(
        source: source,
        college: college,
        place: run.place(of: enrolment, EnrolmentField.school)
      )
    }
  }
}
