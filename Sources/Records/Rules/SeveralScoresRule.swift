internal import Diagnostics

/// Several scores of one person in one course: a form has room for one, and the others must not
/// vanish unsaid.
enum SeveralScoresRule {
  /// Looks at a person who has some course more than once.
  static func check(
    _ sheet: ScoreBook.Sheet,
    of graduate: Int,
    _ school: School,
    _ run: inout RuleRun
  ) {
    var courses: [Int: [ScoreBook.Entry]] = [:]
    for entry in sheet.entries where !entry.shownText.isEmpty {
      courses[entry.course, default: []].append(entry)
    }
    var others: [(shown: ScoreBook.Entry, hidden: [ScoreBook.Entry])] = []
    for (course, entries) in courses.sorted(by: { $0.key < $1.key }) where entries.count > 1 {
      guard let shown = sheet.shown(course: course).map({ sheet.entries[$0] }) else { continue }
      checkTerms(entries, shown, graduate, school, &run)
      let hidden = entries.filter {
        !$0.term.hasSameBytes(as: shown.term) && !$0.shownText.hasSameBytes(as: shown.shownText)
      }
      for entry in hidden where isWeighty(entry, run) {
        report(entry, behind: shown, of: graduate, school, &run)
      }
      let plain = hidden.filter { !isWeighty($0, run) }
      if !plain.isEmpty { others.append((shown, plain)) }
    }
    if !others.isEmpty { report(others, of: graduate, school, &run) }
  }

  /// One course of one term twice.
  private static func checkTerms(
    _ entries: [ScoreBook.Entry],
    _ shown: ScoreBook.Entry,
    _ graduate: Int,
    _ school: School,
    _ run: inout RuleRun
  ) {
    for (position, entry) in entries.enumerated() {
      let other = entries[..<position].last { earlier in
        earlier.term.hasSameBytes(as: entry.term)
          && !(earlier.score.hasSameBytes(as: entry.score)
            && earlier.makeup.hasSameBytes(as: entry.makeup))
      }
      guard let other else { continue }
      let course = school.scores.courseNames[entry.course]
      run.report(
        .scoreRepeated,
        "“\(course)”同一学期有几个不同的成绩：\(words(other))、\(words(entry))，登记表印\(words(shown))。请只保留一个。",
        score: entry,
        of: graduate,
        in: school,
        notes: [.init(place: run.place(of: other, in: school), message: "另一个成绩在这里")]
      )
    }
  }

  /// Whether a score says more than a mark that a later term has overtaken: a second examination, or
  /// a term that was failed.
  private static func isWeighty(_ entry: ScoreBook.Entry, _ run: RuleRun) -> Bool {
    !entry.makeup.isEmpty || entry.score.hasSuffix("补")
      || ScoreReading(entry.score).isPass(fullMark: run.policy.fullMark) == false
  }

  private static func report(
    _ entry: ScoreBook.Entry,
    behind shown: ScoreBook.Entry,
    of graduate: Int,
    _ school: School,
    _ run: inout RuleRun
  ) {
    let course = school.scores.courseNames[entry.course]
    run.report(
      .scoreHidden,
      "“\(course)”有一个学期不及格或是补考的：\(words(entry))，登记表只印最后一个学期的\(words(shown))。"
        + "请核对；要印前者，请删去后面学期的这一行。",
      score: entry,
      of: graduate,
      in: school,
      notes: [.init(place: run.place(of: shown, in: school), message: "印出的成绩在这里")]
    )
  }

  private static func report(
    _ courses: [(shown: ScoreBook.Entry, hidden: [ScoreBook.Entry])],
    of graduate: Int,
    _ school: School,
    _ run: inout RuleRun
  ) {
    guard let first = courses.first?.shown else { return }
    let list = courses.map { shown, hidden in
      let course = school.scores.courseNames[shown.course]
      let rest = hidden.map { "\(words($0))（\(row(of: $0, beside: first, run))）" }
      return
        "“\(course)”印\(words(shown))（\(row(of: shown, beside: first, run))），不印\(rest.joined(separator: "、"))"
    }
    run.report(
      .severalTerms,
      "有几个学期的成绩，登记表只印最后一个学期的：\(list.joined(separator: "；"))。",
      score: first,
      of: graduate,
      in: school
    )
  }

  /// A score with its term: `65补〔2021-1〕`.
  private static func words(_ entry: ScoreBook.Entry) -> String {
    entry.term.isEmpty ? entry.shownText : "\(entry.shownText)〔\(entry.term)〕"
  }

  /// The row of a score; with its file and sheet where they are not those of the finding.
  private static func row(
    of entry: ScoreBook.Entry,
    beside first: ScoreBook.Entry,
    _ run: RuleRun
  ) -> String {
    let row = "第\(entry.origin.row)行"
    let source = Int(entry.origin.source)
    guard entry.origin.source != first.origin.source, run.season.sources.indices.contains(source)
    else { return row }
    let table = run.season.sources[source]
    return table.file + (table.sheet.map { "（\($0)）" } ?? "") + row
  }
}
