/// What of a record must stand only once in a season, as hashes: two schools that have one of them in
/// common must be looked at together, all others can be checked one by one.
///
/// A hash that two different numbers share makes two schools be looked at together for nothing.
package enum SharedKeys {
  /// The keys of a record; none for records of tables that concern one school alone.
  package static func keys(of values: ContiguousArray<String>, in table: TableKind) -> [UInt64] {
    switch table {
    case .graduate:
      [
        key("graduate", values[GraduateField.idNumber.rawValue]),
        key("certificate", values[GraduateField.certificate.rawValue]),
      ].compactMap(\.self)
    case .enrolment:
      [key("enrolment", values[EnrolmentField.idNumber.rawValue])].compactMap(\.self)
    case .bureau, .school, .major, .course, .score, .change, .exemption, .correction: []
    }
  }

  /// The keys under which a person may stand in a school's tables.
  package static func keys(ofPerson number: String) -> [UInt64] {
    [key("graduate", number), key("enrolment", number)].compactMap(\.self)
  }

  /// FNV-1a of what a text is and of its bytes; nil for an empty text.
  private static func key(_ kind: String, _ text: String) -> UInt64? {
    if text.isEmpty { return nil }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in kind.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }

  /// The places in the list of the schools that have a key in common with a school, itself included,
  /// directly or through others; in their order.
  package static func groups(_ schools: [[UInt64]]) -> [[Int]] {
    var all: [(key: UInt64, school: Int32)] = []
    all.reserveCapacity(schools.reduce(0) { $0 + $1.count })
    for (school, keys) in schools.enumerated() {
      for key in keys { all.append((key, Int32(school))) }
    }
    all.sort { ($0.key, $0.school) < ($1.key, $1.school) }
    var leaders = Array(schools.indices)
    func leader(_ school: Int) -> Int {
      var school = school
      while leaders[school] != school {
        leaders[school] = leaders[leaders[school]]
        school = leaders[school]
      }
      return school
    }
    for index in all.indices.dropFirst()
    where all[index].key == all[index - 1].key && all[index].school != all[index - 1].school {
      let one = leader(Int(all[index - 1].school))
      let other = leader(Int(all[index].school))
      leaders[max(one, other)] = min(one, other)
    }
    var members = [[Int]](repeating: [], count: schools.count)
    for school in schools.indices { members[leader(school)].append(school) }
    return schools.indices.map { members[leader($0)] }
  }
}
