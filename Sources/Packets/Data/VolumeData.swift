import DocumentModel
import Forms
import Records

extension SeasonEntities {
  /// The root `volume` of a 登记表.
  static func volume(_ volume: Volume, of school: School) -> Entity {
    let columns = ScoreColumns(school: school, volume: volume)
    let graduates = school.graduates
    let members = volume.graduates
    let counts = RosterCounts(members.lazy.map { graduates[$0] })
    func shared(_ field: GraduateField) -> String {
      mostCommon(members.lazy.map { graduates[$0][field] })
    }
    let major = school.majors.first { $0[MajorField.name].hasSameBytes(as: volume.major) }
    func known(_ field: MajorField, else other: GraduateField) -> String {
      let value = major?[field] ?? ""
      return value.isEmpty ? shared(other) : value
    }
    let derived = ContiguousArray(VolumeValue.self) { value in
      switch value {
      case .name: volume.name
      case .major: volume.major
      case .majorCode: known(.code, else: .majorCode)
      case .className: classNames(of: volume, in: school)
      case .entryMonth: known(.entryMonth, else: .entryMonth)
      case .graduationMonth: shared(.graduationMonth)
      case .years: known(.years, else: .years)
      case .count: String(counts.roster)
      case .maleCount: String(counts.men)
      case .femaleCount: String(counts.women)
      }
    }
    let students = Lazy(count: members.count) { position in
      let index = members[position]
      return entity(
        .graduate,
        graduates[index],
        index: index,
        lists: [columns.scores(of: graduates[index][GraduateField.idNumber])]
      )
    }
    return Entity(
      derived: derived,
      collections: [students, Lazy(columns.courses.map { course($0, school) })]
    )
  }

  /// As many characters of class names stand in the head at a size that reads well.
  private static let classLimit = 16

  /// 班级 of the head: the class of the 册, two short ones, or 「…等4个班」.
  private static func classNames(of volume: Volume, in school: School) -> String {
    var known: Set<ByteKey> = []
    var names: [String] = []
    for index in volume.graduates {
      let name = school.graduates[index][GraduateField.className]
      if name.isEmpty || names.last?.hasSameBytes(as: name) == true { continue }
      if known.insert(ByteKey(name)).inserted { names.append(name) }
    }
    let all = names.joined(separator: "、")
    guard let first = names.first, names.count > 2 || all.unicodeScalars.count > classLimit else {
      return all
    }
    return names.count > 1 ? "\(first)等\(names.count)个班" : all

  }

  private static func course(_ course: ScoreColumns.Course, _ school: School) -> Entity {
    var values: ContiguousArray<String>
    if let record = course.record {
      values = school.courses[record].values
    } else {
      values = ContiguousArray(repeating: "", count: CourseField.allCases.count)
      values[CourseField.name.rawValue] = course.name
    }
    values[CourseField.shortName.rawValue] = course.shortName
    return Entity(
      table: TableKind.course.rawValue,
      record: UInt32(clamping: course.record ?? Int.max),
      stored: values
    )
  }
}
