import Records

/// The courses of a 册 and every student's scores in their order.
struct ScoreColumns: Sendable {
  /// The columns, from 课程 where the major has rows there, else in the order of the 成绩 headings.
  var courses: [Course]
  private var book: ScoreBook
  private var columnOfCourse: [Int: Int] = [:]
  /// The people whose missing scores are shown as 「—」: 转入, 复学, 调专业.
  private var excused: Set<ByteKey>

  /// A column.
  struct Course: Sendable {
    /// The course's full name.
    var name: String
    /// The name in the head; the full name where 课程 has no 简称.
    var shortName: String
    /// The row of 课程, if there is one.
    var record: Int?
  }

  init(school: School, volume: Volume) {
    book = school.scores
    courses = []
    for (index, course) in school.courses.enumerated()
    where course[CourseField.major].hasSameBytes(as: volume.major) {
      let short = course[CourseField.shortName]
      let name = course[CourseField.name]
      courses.append(Course(name: name, shortName: short.isEmpty ? name : short, record: index))
    }
    if courses.isEmpty {
      courses = ScoreColumns.taken(by: volume, in: school).map {
        Course(name: $0, shortName: $0, record: nil)
      }
    }
    excused = []
    for change in school.changes {
      guard case .listed(let kind, _) = ChangeKindReading(change[ChangeField.kind]),
        kind.explainsScores
      else { continue }
      excused.insert(ByteKey(change[ChangeField.idNumber]))
    }
    for (column, course) in courses.enumerated() {
      if let index = book.index(ofCourse: course.name) { columnOfCourse[index] = column }
    }
  }

  /// The courses in which anybody of the 册 has a score, in the order of the 成绩 headings.
  private static func taken(by volume: Volume, in school: School) -> [String] {
    var isTaken = [Bool](repeating: false, count: school.scores.courseNames.count)
    for index in volume.graduates {
      let idNumber = school.graduates[index][GraduateField.idNumber]
      for entry in school.scores.sheet(of: idNumber)?.entries ?? [] where !entry.score.isEmpty {
        isTaken[entry.course] = true
      }
    }
    return zip(school.scores.courseNames, isTaken).filter(\.1).map(\.0)
  }

  /// The texts of a student's scores: 「75补」 for one passed in a second examination, 「—」 for a
  /// course that a student who came later did not take.
  func scores(of idNumber: String) -> ContiguousArray<String> {
    guard !courses.isEmpty else { return [] }
    var texts = ContiguousArray(repeating: "", count: courses.count)
    let entries = book.sheet(of: idNumber)?.entries ?? []
    var positions = [Int](repeating: -1, count: courses.count)
    for (position, entry) in entries.enumerated() {
      guard let column = columnOfCourse[entry.course] else { continue }
      let text = entry.shownText
      if text.isEmpty { continue }
      let known = positions[column]
      if known >= 0, !entry.isShown(over: entries[known]) { continue }
      positions[column] = position
      texts[column] = text
    }
    if !excused.isEmpty, excused.contains(ByteKey(idNumber)) {
      for column in texts.indices where texts[column].isEmpty { texts[column] = "—" }
    }
    return texts
  }
}
