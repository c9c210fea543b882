internal import Diagnostics

/// Two graduates of one school with the same name: their certificates are easily exchanged.
enum HomonymRule {
  /// How many of the others are named by their places.
  private static let shown = 9

  static func check(_ school: School, roll: RollIndex, _ run: inout RuleRun) {
    // The same person twice is another finding.
    let repeated = Set(roll.repetitions.map(\.index))
    var first: [TextKey: Int] = [:]
    first.reserveCapacity(school.graduates.count)
    // For each name that occurs again: all of its rows, in order of the first repetition.
    var groups: [[Int]] = []
    var groupOfFirst: [Int: Int] = [:]
    for index in school.graduates.indices {
      let name = school.graduates[index][GraduateField.name]
      if name.isEmpty || !repeated.isEmpty && repeated.contains(index) { continue }
      let known = first[TextKey(name)].orInsert(index)
      if known == index { continue }
      if let group = groupOfFirst[known] {
        groups[group].append(index)
      } else {
        groupOfFirst[known] = groups.count
        groups.append([known, index])
      }
    }
    for group in groups { report(group, school, &run) }
  }

  private static func report(_ people: [Int], _ school: School, _ run: inout RuleRun) {
    let first = school.graduates[people[0]]
    let notes = people.dropFirst().prefix(shown).map { index in
      Diagnostic.Note(
        place: run.place(of: school.graduates[index], GraduateField.name),
        message: "同名。"
      )
    }
    run.report(
      .homonym,
      "同名\(people.count)人，核对证书照片。",
      at: first,
      people[0],
      in: school,
      fields: [GraduateField.name],
      notes: notes
    )
  }
}
