internal import Diagnostics

/// Scores against the courses of the major: courses that are not listed, and scores that are missing.
enum CourseRules {
  /// Scores of a course that the list of the major does not have, in a class: what a 册 holds at
  /// least.
  private struct Outside {
    var plan: Int
    var course: Int
    var entry: ScoreBook.Entry
    var graduate: Int
    var count = 0
    /// Whether all of them are people who came from another major or school.
    var isExcused = true
  }

  private struct OutsideKey: Hashable {
    var plan: Int
    var course: Int
    var className: TextKey
  }

  static func check(_ school: School, roll: RollIndex, _ run: inout RuleRun) {
    var (plans, indices) = CoursePlan.all(of: school)
    let excused = excused(school)
    var outside: [Outside] = []
    var positions: [OutsideKey: Int] = [:]
    // The courses of each graduate who has scores; what is missing is told when all are counted.
    var scored = [[Bool]?](repeating: nil, count: school.graduates.count)
    var unplanned = SpellingCheck(courses: school.scores.courseNames.count)
    for sheet in school.scores.sheets {
      guard let graduate = roll[sheet.idNumber] else { continue }
      let record = school.graduates[graduate]
      guard let plan = indices[TextKey(record[GraduateField.major])] else {
        unplanned.add(sheet, of: graduate, major: record[GraduateField.major])
        scored[graduate] = []
        continue
      }
      var places = [Bool](repeating: false, count: plans[plan].courses.count)
      for entry in sheet.entries where !(entry.score.isEmpty && entry.makeup.isEmpty) {
        if let place = plans[plan].place(ofCourse: entry.course) {
          if !places[place] { plans[plan].courses[place].scored += 1 }
          places[place] = true
          continue
        }
        let key = OutsideKey(
          plan: plan,
          course: entry.course,
          className: TextKey(record[GraduateField.className])
        )
        let position = positions[key].orInsert(outside.count)
        if position == outside.count {
          outside.append(
            Outside(plan: plan, course: entry.course, entry: entry, graduate: graduate)
          )
        }
        outside[position].count += 1
        if !excused.contains(TextKey(sheet.idNumber)) { outside[position].isExcused = false }
      }
      scored[graduate] = places
    }
    for group in outside { report(group, plans[group.plan], school, &run) }
    unplanned.report(school, &run)
    // Of a number that stands twice in the roll only the first row has scores.
    for repetition in roll.repetitions { scored[repetition.index] = [] }
    reportMissing(plans, indices, scored, excused, school, &run)
  }

  /// The people whose courses may be others: 转入, 复学, 调专业.
  private static func excused(_ school: School) -> Set<TextKey> {
    var excused: Set<TextKey> = []
    for change in school.changes {
      guard case .listed(let kind, _) = ChangeKindReading(change[ChangeField.kind]),
        kind.explainsScores
      else { continue }
      excused.insert(TextKey(change[ChangeField.idNumber]))
    }
    return excused
  }

  private static func report(
    _ group: Outside,
    _ plan: CoursePlan,
    _ school: School,
    _ run: inout RuleRun
  ) {
    let name = school.scores.courseNames[group.course]
    if group.isExcused {
      run.report(
        .courseDoubtful,
        "“\(name)”不在专业\(ShownValue.quoted(plan.major))的“课程”表中（\(group.count)人，均为转入、复学或调专业），"
          + "成绩不会打印，请核对。",
        score: group.entry,
        of: group.graduate,
        in: school
      )
      return
    }
    let nearest = NearestName.nearest(to: name, among: plan.courses.map(\.name))
    run.report(
      .courseNotListed,
      "“\(name)”不在专业\(ShownValue.quoted(plan.major))的“课程”表中（\(group.count)人有成绩）。"
        + (nearest.map { "是否“\($0)”？" } ?? "") + "请更正课程名称，或在“课程”表中补上这门课。",
      score: group.entry,
      of: group.graduate,
      in: school
    )
  }

  private static func reportMissing(
    _ plans: [CoursePlan],
    _ indices: [TextKey: Int],
    _ scored: [[Bool]?],
    _ excused: Set<TextKey>,
    _ school: School,
    _ run: inout RuleRun
  ) {
    for plan in plans where plan.courses.contains(where: { $0.scored > 0 }) {
      for course in plan.courses where course.scored == 0 {
        run.report(
          .scoreMissing,
          "专业\(ShownValue.quoted(plan.major))没有人有“\(course.name)”的成绩，登记表该栏将留空。请核对课程名称或补上成绩。",
          at: school.courses[course.row],
          course.row,
          in: school,
          fields: [CourseField.name]
        )
      }
    }
    for (index, graduate) in school.graduates.enumerated()
    where graduate[GraduateField.conclusion].hasSameBytes(as: Conclusion.graduated.title) {
      let number = graduate[GraduateField.idNumber]
      if number.isEmpty || excused.contains(TextKey(number)) { continue }
      guard let places = scored[index] else {
        report(graduate, index, "没有成绩", school, &run)
        continue
      }
      guard places.contains(false), let plan = indices[TextKey(graduate[GraduateField.major])]
      else {
        continue
      }
      let missing = zip(plans[plan].courses, places).filter { !$1 && $0.scored > 0 }.map(\.0.name)
      if missing.isEmpty { continue }
      let list = missing.prefix(5).map { "“\($0)”" }.joined()
      report(
        graduate,
        index,
        "\(list)\(missing.count > 5 ? "等\(missing.count)门" : "")没有成绩",
        school,
        &run
      )
    }
  }

  private static func report(
    _ graduate: Record,
    _ index: Int,
    _ what: String,
    _ school: School,
    _ run: inout RuleRun
  ) {
    run.report(
      .scoreMissing,
      "毕（结）业是“毕业”，但\(what)，登记表将留空。请补上成绩（未开设的填“—”）。",
      at: graduate,
      index,
      in: school,
      fields: [GraduateField.name]
    )
  }
}
