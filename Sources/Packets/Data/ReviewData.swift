import DocumentModel
import Forms
import Records

/// A row of the 审核表: a 专业 with its counts, all of them taken from the roster.
struct ReviewRow: Sendable {
  var code: String
  var major: String
  var years: String
  var entryMonth: String
  /// 班数, from 专业情况 or counted from the classes of the roster.
  var classCount: String
  /// 录取数, from 专业情况; empty where nobody gave it.
  var admitted: String
  var counts: RosterCounts
  var certificates: CertificateRange

  /// The rows of a school, one a 专业, in the order of the 册.
  static func all(of school: School) -> [ReviewRow] {
    Volume.all(of: school, by: .major).map { volume in
      let members = volume.graduates.map { school.graduates[$0] }
      let record = school.majors.first { $0[MajorField.name].hasSameBytes(as: volume.major) }
      func known(_ field: MajorField, else other: GraduateField) -> String {
        let value = record?[field] ?? ""
        return value.isEmpty ? mostCommon(members.lazy.map { $0[other] }) : value
      }
      let classes = Set(members.lazy.map { ByteKey($0[GraduateField.className]) })
      let givenClasses = record?[MajorField.classCount] ?? ""
      let certificates = members.filter { $0[GraduateField.conclusion] == "毕业" }
        .map { $0[GraduateField.certificate] }
      return ReviewRow(
        code: known(.code, else: .majorCode),
        major: volume.major,
        years: known(.years, else: .years),
        entryMonth: known(.entryMonth, else: .entryMonth),
        classCount: givenClasses.isEmpty ? String(classes.count) : givenClasses,
        admitted: record?[MajorField.admitted] ?? "",
        counts: RosterCounts(members),
        certificates: CertificateRange(certificates)
      )
    }
  }
}

extension SeasonEntities {
  /// The root `review` of a 审核表.
  static func review(of school: School) -> Entity {
    let rows = ReviewRow.all(of: school)
    let counts = RosterCounts(school.graduates)
    let gaps = rows.map(\.certificates.missingCount).reduce(0, +)
    func total(_ value: (ReviewRow) -> String) -> String {
      let numbers = rows.map { Int(value($0)) }
      guard !numbers.contains(nil) else { return "" }
      return String(numbers.compactMap(\.self).reduce(0, +))
    }
    let derived = ContiguousArray(ReviewValue.self) { value in
      switch value {
      case .graduationMonth:
        mostCommon(school.graduates.lazy.map { $0[GraduateField.graduationMonth] })
      case .classTotal: total(\.classCount)
      case .admittedTotal: total(\.admitted)
      case .graduateTotal: String(counts.graduates)
      case .maleTotal: String(counts.maleGraduates)
      case .femaleTotal: String(counts.femaleGraduates)
      case .completionTotal: String(counts.completions)
      case .remark: gaps == 0 ? "" : "缺号\(gaps)个"
      }
    }
    return Entity(derived: derived, collections: [Lazy(rows.map(entity))])
  }

  private static func entity(_ row: ReviewRow) -> Entity {
    Entity(
      derived: ContiguousArray(ReviewRowValue.self) { value in
        switch value {
        case .code: row.code
        case .major: row.major
        case .years: row.years
        case .entryMonth: row.entryMonth
        case .classCount: row.classCount
        case .admitted: row.admitted
        case .graduateCount: String(row.counts.graduates)
        case .maleCount: String(row.counts.maleGraduates)
        case .femaleCount: String(row.counts.femaleGraduates)
        case .completionCount: String(row.counts.completions)
        case .certificateFirst: row.certificates.first
        case .certificateLast: row.certificates.last
        case .remark: row.certificates.remark
        }
      }
    )
  }
}
