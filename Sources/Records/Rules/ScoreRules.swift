internal import Diagnostics

/// Scores by themselves and against how somebody leaves: marks, markers, failed courses.
enum ScoreRules {
  static func check(_ school: School, roll: RollIndex, _ run: inout RuleRun) {
    let book = school.scores
    guard !school.graduates.isEmpty, !book.sheets.isEmpty else { return }
    var seen = [Int](repeating: -1, count: book.courseNames.count)
    for (index, sheet) in book.sheets.enumerated() {
      guard let graduate = roll[sheet.idNumber] else { continue }
      var hasRepetition = false
      var hasFailure = false
      for (position, entry) in sheet.entries.enumerated() {
        if seen[entry.course] == index { hasRepetition = true }
        seen[entry.course] = index
        for text in [entry.score, entry.makeup] where !text.isEmpty {
          let reading = ScoreReading(text)
          check(reading, text, sheet.entries[position], graduate, school, &run)
          if reading.isPass(fullMark: run.policy.fullMark) == false { hasFailure = true }
        }
      }
      if hasRepetition { SeveralScoresRule.check(sheet, of: graduate, school, &run) }
      if hasFailure { checkFailures(sheet, graduate, school, &run) }
    }
    CourseRules.check(school, roll: roll, &run)
  }

  private static func check(
    _ reading: ScoreReading,
    _ text: String,
    _ entry: ScoreBook.Entry,
    _ graduate: Int,
    _ school: School,
    _ run: inout RuleRun
  ) {
    let course = school.scores.courseNames[entry.course]
    switch reading {
    case .mark(let tenths) where tenths < 0 || tenths > run.policy.fullMark * 10:
      run.report(
        .scoreOutOfRange,
        "“\(course)”的成绩\(text)超出0–\(run.policy.fullMark)。请核对后更正。",
        score: entry,
        of: graduate,
        in: school
      )
    case .unreadable:
      run.report(
        .scoreUnreadable,
        "“\(course)”的成绩\(ShownValue.quoted(text))不是分数（最多一位小数）、五级制等级，也不是补考、免修、缓考、缺考、—，请核对。",
        score: entry,
        of: graduate,
        in: school
      )
    case .mark, .level, .marker: break
    }
  }

  /// Courses that somebody who graduates has neither passed nor made up for.
  private static func checkFailures(
    _ sheet: ScoreBook.Sheet,
    _ graduate: Int,
    _ school: School,
    _ run: inout RuleRun
  ) {
    guard
      school.graduates[graduate][GraduateField.conclusion]
        .hasSameBytes(as: Conclusion.graduated.title)
    else { return }
    let fullMark = run.policy.fullMark
    func isPass(_ text: String) -> Bool? {
      text.isEmpty ? nil : ScoreReading(text).isPass(fullMark: fullMark)
    }
    let passed = Set(
      sheet.entries.filter { isPass($0.score) == true || isPass($0.makeup) == true }.map(\.course)
    )
    let failed = sheet.entries.indices.filter { position in
      let entry = sheet.entries[position]
      guard passed.contains(entry.course) else {
        return isPass(entry.score) == false || isPass(entry.makeup) == false
      }
      // Passed in another term; but what the form shows is a failed course.
      return isPass(entry.makeup.isEmpty ? entry.score : entry.makeup) == false
        && sheet.shown(course: entry.course) == position
    }.map { sheet.entries[$0] }
    guard let first = failed.first else { return }
    var names: [String] = []
    for entry in failed {
      let name = school.scores.courseNames[entry.course]
      if !names.contains(where: { $0.hasSameBytes(as: name) }) { names.append(name) }
    }
    let list = names.prefix(5).map { "“\($0)”" }.joined()
    run.report(
      .scoreFailed,
      "\(list)\(names.count > 5 ? "等\(names.count)门" : "")不及格且没有合格的补考成绩，毕（结）业却是“毕业”。"
        + "请核对成绩、补考成绩或毕（结）业结论。",
      score: first,
      of: graduate,
      in: school
    )
  }
}

extension RuleRun {
  /// Reports a finding about a score of a graduate, at the cell of the score.
  ///
  /// What shows the score is the 册 of the graduate, whatever the rest of the finding's table shows.
  mutating func report(
    _ rule: Rule,
    _ message: String,
    score entry: ScoreBook.Entry,
    of graduate: Int,
    in school: School,
    notes: [Diagnostic.Note] = []
  ) {
    report(
      rule,
      message,
      at: place(of: entry, in: school),
      about: Subject(
        school: school.name,
        extent: .record(table: TableKind.graduate.title, record: graduate, fields: ["scores"]),
        person: PersonFields(.graduate).map { label(of: school.graduates[graduate], $0) }
      ),
      notes: notes
    )
  }

  /// The cell of a score.
  func place(of entry: ScoreBook.Entry, in school: School) -> Place {
    season.place(of: entry, in: school)
  }
}
