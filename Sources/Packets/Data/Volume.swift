import Records

/// A 册: the students of a major (or of a class of it) who stand in one 登记表, the unit of
/// withholding and of reprints.
struct Volume: Sendable {
  /// The name in file names and in the outline: 护理, or 护理-2020级1班.
  var name: String
  /// 专业名称.
  var major: String
  /// 班级; empty where the 册 holds all classes of a major.
  var className: String
  /// Indexes into the school's graduates, in input order.
  var graduates: [Int]
}

/// What a 登记表 is split by.
package enum VolumeUnit: String, CaseIterable, Sendable {
  /// One 册 a 专业.
  case major
  /// One 册 a 班级 of a 专业.
  case `class`
  /// One for the whole school; asked for by `packet.xml` only.
  case school
}

extension Volume {
  /// The 册 of a school: majors in the order of 专业情况, then in the order of the roster.
  static func all(of school: School, by unit: VolumeUnit) -> [Volume] {
    if unit == .school {
      guard !school.graduates.isEmpty else { return [] }
      return [
        Volume(
          name: school.name,
          major: "",
          className: "",
          graduates: Array(school.graduates.indices)
        )
      ]
    }
    var order: [ByteKey] = []
    var members: [ByteKey: [Int]] = [:]
    for major in school.majors {
      let key = ByteKey(major[MajorField.name])
      if members.updateValue([], forKey: key) == nil { order.append(key) }
    }
    for (index, graduate) in school.graduates.enumerated() {
      let key = ByteKey(graduate[GraduateField.major])
      if members[key] == nil { order.append(key) }
      members[key, default: []].append(index)
    }
    return order.flatMap { key -> [Volume] in
      let graduates = members[key] ?? []
      guard !graduates.isEmpty else { return [] }
      switch unit {
      case .major, .school:
        return [Volume(name: key.text, major: key.text, className: "", graduates: graduates)]
      case .class:
        return classes(of: school, major: key.text, graduates: graduates)
      }
    }
  }

  private static func classes(of school: School, major: String, graduates: [Int]) -> [Volume] {
    var volumes: [Volume] = []
    var known: [ByteKey: Int] = [:]
    for index in graduates {
      let className = school.graduates[index][GraduateField.className]
      if let volume = known[ByteKey(className)] {
        volumes[volume].graduates.append(index)
      } else {
        known[ByteKey(className)] = volumes.count
        let name = className.isEmpty ? major : "\(major)-\(className)"
        volumes.append(
          Volume(name: name, major: major, className: className, graduates: [index])
        )
      }
    }
    return volumes
  }
}
