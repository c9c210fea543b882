internal import Records

/// Finds the school of a row.
struct SchoolFinder {
  /// The schools by the bytes of their names.
  private var index: [TextKey: Int] = [:]
  /// The school that the last row named: most rows name the same.
  private var lastNamed: (name: String, school: Int) = ("", 0)
  /// By table the slot of the school's name.
  private let slots: [Int?]
  /// Which school a file or folder belongs to.
  private var neighbours = SchoolNeighbours()
  /// The school whose roster has a person, by the bytes of the identity number.
  private var rosters: [TextKey: Int] = [:]
  private var known = KnownSchools()

  init(schema: RecordSchema) {
    slots = TableKind.allCases.map { schema.slot("school", in: $0) }
  }

  /// The school of a name.
  func school(named name: String) -> Int? {
    index[TextKey(name)]
  }

  /// Notes the name of a school.
  mutating func add(_ name: String, _ school: Int) {
    index[TextKey(name)] = school
  }

  /// Notes whose rolls are known from elsewhere.
  mutating func expect(_ schools: KnownSchools) {
    known = schools
  }

  /// Notes which file or folder holds one school.
  mutating func findNeighbours(in season: Season) {
    neighbours = SchoolNeighbours(season)
  }

  /// Notes the roster of a school.
  mutating func add(roster: [Record], of school: Int) {
    for graduate in roster {
      rosters[TextKey(graduate[GraduateField.idNumber])] = school
    }
  }

  /// The name that a row has for its school; empty where it has none.
  func name(in record: Record, of table: ParsedTable) -> String {
    let name = slots[Int(table.kind.rawValue)].map { record.values[$0] } ?? ""
    if name.isEmpty, case .records(let school?) = table.origin { return school }
    return name
  }

  /// The school of a row: the one it names, the one of its XML file, the only one there is or that
  /// its file or folder holds, or, for 成绩, the one whose roster has the person.
  mutating func school(of record: Record, in table: ParsedTable, season: Season) -> Int? {
    if let school = table.school { return self.school(named: school) }
    let name = name(in: record, of: table)
    if name.isEmpty {
      if season.schools.count == 1 { return 0 }
      if table.kind == .score, let school = school(ofPerson: record[ScoreField.idNumber]) {
        return school
      }
      return neighbours.school(of: season.sources[table.source].file)
    }
    if name.hasSameBytes(as: lastNamed.name) { return lastNamed.school }
    guard let school = school(named: name) else { return nil }
    lastNamed = (name, school)
    return school
  }

  /// The school whose roster has a person.
  func school(ofPerson idNumber: String) -> Int? {
    guard !idNumber.isEmpty else { return nil }
    if let school = rosters[TextKey(idNumber)] { return school }
    return known.schoolOfPerson(idNumber).flatMap { school(named: $0) }
  }
}
