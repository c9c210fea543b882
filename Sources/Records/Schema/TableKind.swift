/// The tables that a season's inputs are made of.
package enum TableKind: UInt8, CaseIterable, Sendable {
  /// 学校.
  case school
  /// 主管单位.
  case bureau
  /// 毕业生.
  case graduate
  /// 专业情况.
  case major
  /// 课程.
  case course
  /// 成绩.
  case score
  /// 异动.
  case change
  /// 对口招收.
  case enrolment
  /// 特例.
  case exemption
  /// 更正: values to be corrected in a ledger; no table of a season.
  case correction

  /// The tables that a season is made of.
  package static var seasonTables: [TableKind] { allCases.filter { $0 != .correction } }

  /// The name on the sheet and in JSON: 毕业生.
  package var title: String {
    switch self {
    case .school: "学校"
    case .bureau: "主管单位"
    case .graduate: "毕业生"
    case .major: "专业情况"
    case .course: "课程"
    case .score: "成绩"
    case .change: "异动"
    case .enrolment: "对口招收"
    case .exemption: "特例"
    case .correction: "更正"
    }
  }

  /// Whether a season is complete without it; where its absence matters a rule says so.
  package var isOptional: Bool {
    switch self {
    case .bureau, .major, .course, .enrolment, .exemption, .correction: true
    case .school, .graduate, .score, .change: false
    }
  }

  /// The name in templates and the element name in XML: `graduate`.
  package var name: String {
    switch self {
    case .school: "school"
    case .bureau: "bureau"
    case .graduate: "graduate"
    case .major: "major"
    case .course: "course"
    case .score: "score"
    case .change: "change"
    case .enrolment: "enrolment"
    case .exemption: "exemption"
    case .correction: "correction"
    }
  }
}
