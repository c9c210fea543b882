internal import Diagnostics

/// 对口招收 against the roll, and against itself: who goes on to a college comes from a school's roll
/// and studies in one college.
enum EnrolmentRules {
  static func check(_ school: School, roll: RollIndex, _ run: inout RuleRun) {
    // Without a roll (a receipt in June) there is nothing to compare with.
    guard !school.graduates.isEmpty else { return }
    for (index, enrolment) in school.enrolments.enumerated() {
      let number = enrolment[EnrolmentField.idNumber]
      if number.isEmpty || roll[number] != nil { continue }
      run.report(
        .enrolmentNotInRoll,
        "该生不在本校毕业生名册中，请核对身份证号码和来源学校。",
        at: enrolment,
        index,
        in: school,
        fields: [EnrolmentField.idNumber]
      )
    }
  }

  private struct Position {
    var school: Int
    var index: Int
  }

  /// A person who stands in two rows, in one school or in two.
  static func checkRepetitions(_ run: inout RuleRun) {
    var first: [TextKey: Position] = [:]
    let schools = run.season.schools
    for (schoolIndex, school) in schools.enumerated() {
      for (index, enrolment) in school.enrolments.enumerated() {
        let number = enrolment[EnrolmentField.idNumber]
        if number.isEmpty { continue }
        let here = Position(school: schoolIndex, index: index)
        guard let known = first[TextKey(number)] else {
          first[TextKey(number)] = here
          continue
        }
        let other = schools[known.school].enrolments[known.index]
        report(enrolment, here, against: other, in: schools, &run)
        let isSameTable =
          known.school == schoolIndex
          && other[EnrolmentField.college].hasSameBytes(as: enrolment[EnrolmentField.college])
        // Of two colleges nobody knows which one is right.
        if !isSameTable { report(other, known, against: enrolment, in: schools, &run) }
      }
    }
  }

  private static func report(
    _ enrolment: Record,
    _ position: Position,
    against other: Record,
    in schools: [School],
    _ run: inout RuleRun
  ) {
    let college = other[EnrolmentField.college]
    let place = run.place(of: other, EnrolmentField.idNumber)
    let isSameCollege = college.hasSameBytes(as: enrolment[EnrolmentField.college])
    run.report(
      .enrolmentTwice,
      isSameCollege
        ? "该生在“\(college)”的信息表中重复。请删去重复的一行。"
        : "该生也在“\(college)”的信息表中，一名学生只能在一所高职院校就读。请核实后删去另一行。",
      at: enrolment,
      position.index,
      in: schools[position.school],
      fields: [EnrolmentField.idNumber],
      notes: [Diagnostic.Note(place: place, message: "同一身份证号码的另一行。")]
    )
  }

  /// 「一校一表」: a college's table of several source schools becomes a sheet for each of them.
  static func checkSources(_ schools: [[EnrolmentSource]], _ run: inout RuleRun) {
    struct Table: Hashable {
      var source: Int32
      var college: TextKey
    }
    var counts: [Table: Int] = [:]
    var order: [(table: Table, first: EnrolmentSource)] = []
    for sources in schools {
      for source in sources {
        let table = Table(source: source.source, college: TextKey(source.college))
        if counts[table] == nil { order.append((table, source)) }
        counts[table, default: 0] += 1
      }
    }
    for (table, first) in order {
      guard let count = counts[table], count > 1 else { continue }
      run.report(
        .severalSourceSchools,
        "“\(first.college)”的信息表中有\(count)所来源学校，按“一校一表”生成\(count)份。",
        at: first.place,
        about: Subject(school: nil, extent: .table(TableKind.enrolment.title))
      )
    }
  }
}
