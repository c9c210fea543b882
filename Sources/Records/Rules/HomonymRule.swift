internal import Diagnostics

/// Two graduates of one school with the same name: their certificates are easily exchanged.
enum HomonymRule {
  static func check(_ school: School, _ run: inout RuleRun) {
    var first: [TextKey: Int] = [:]
    first.reserveCapacity(school.graduates.count)
    // For each name that occurs again: all of its rows, in order of the first repetition.
    var groups: [[Int]] = []
    var groupOfFirst: [Int: Int] = [:]
    for (index, graduate) in school.graduates.enumerated() {
      let name = graduate[GraduateField.name]
      if name.isEmpty { continue }
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

  private static func report(_ group: [Int], _ school: School, _ run: inout RuleRun) {
    var numbers = Set<TextKey>()
    let people = group.filter { index in
      numbers.insert(TextKey(school.graduates[index][GraduateField.idNumber])).inserted
    }
    guard people.count > 1 else { return }
    let notes = people.dropFirst().map { index in
      Diagnostic.Note(
        place: run.place(of: school.graduates[index], GraduateField.name),
        message: "同名。"
      )
    }
    run.report(
      .homonym,
      "同名\(people.count)人，核对证书照片。",
      at: school.graduates[people[0]],
      people[0],
      in: school,
      fields: [GraduateField.name],
      notes: notes
    )
  }
}
