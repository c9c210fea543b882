import DocumentModel
import Forms
import Records

/// A table of 附件4: the students of one school whom one college took in (「一校一表」).
struct CollegeIntake: Sendable {
  /// 高等职业院校.
  var college: String
  /// Indexes into the school's enrolments, in input order.
  var enrolments: [Int]
  /// Whether the college's sealed original goes in instead of a printed sheet.
  var hasOriginal: Bool

  /// The colleges of a school in input order.
  static func all(of school: School) -> [CollegeIntake] {
    var intakes: [CollegeIntake] = []
    var known: [ByteKey: Int] = [:]
    for (index, enrolment) in school.enrolments.enumerated() {
      let college = enrolment[EnrolmentField.college]
      let isReceived = enrolment[EnrolmentField.originalReceived] == "是"
      if let position = known[ByteKey(college)] {
        intakes[position].enrolments.append(index)
        intakes[position].hasOriginal = intakes[position].hasOriginal && isReceived
      } else {
        known[ByteKey(college)] = intakes.count
        intakes.append(
          CollegeIntake(college: college, enrolments: [index], hasOriginal: isReceived)
        )
      }
    }
    return intakes
  }
}

extension SeasonEntities {
  /// The root `college` of a 附件4.
  static func college(_ intake: CollegeIntake, of school: School) -> Entity {
    let records = school.enrolments
    let members = intake.enrolments
    let derived = ContiguousArray(CollegeValue.self) { value in
      switch value {
      case .name: intake.college
      case .fillDate: mostCommon(members.lazy.map { records[$0][EnrolmentField.fillDate] })
      case .count: String(members.count)
      }
    }
    let rows = Lazy(count: members.count) { position in
      entity(.enrolment, records[members[position]], index: members[position])
    }
    return Entity(derived: derived, collections: [rows])
  }
}
