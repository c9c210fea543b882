internal import Diagnostics

/// Courses of majors without a list in 课程: a name that few people have and that is nearly the name of
/// another course is probably a slip.
///
/// 语文一 and 语文二 are two courses, which somebody has both; a slip stands instead of the right name.
struct SpellingCheck {
  private struct Course {
    var people: Set<Int> = []
    var entry: ScoreBook.Entry
    var graduate: Int
  }

  private struct Major {
    var name: String
    var courses: [Int: Course] = [:]
  }

  private let count: Int
  private var majors: [Major] = []
  private var indices: [TextKey: Int] = [:]

  init(courses count: Int) {
    self.count = count
  }

  /// Counts the scores of a person.
  mutating func add(_ sheet: ScoreBook.Sheet, of graduate: Int, major: String) {
    let index = indices[TextKey(major)].orInsert(majors.count)
    if index == majors.count { majors.append(Major(name: major)) }
    for entry in sheet.entries where !(entry.score.isEmpty && entry.makeup.isEmpty) {
      majors[index].courses[
        entry.course,
        default: Course(entry: entry, graduate: graduate)
      ].people.insert(graduate)
    }
  }

  /// Reports each name that is probably another one's slip.
  func report(_ school: School, _ run: inout RuleRun) {
    for major in majors {
      for (index, course) in major.courses.sorted(by: { $0.key < $1.key }) {
        let name = school.scores.courseNames[index]
        let others = major.courses.filter { other in
          other.key != index && other.value.people.count > course.people.count
            && other.value.people.isDisjoint(with: course.people)
        }
        let names = others.keys.sorted().map { school.scores.courseNames[$0] }
          .filter { SpellingCheck.isSlip(name, of: $0) }
        guard let meant = NearestName.nearest(to: name, among: names) else { continue }
        run.report(
          .courseDoubtful,
          "课程“\(name)”（\(course.people.count)人）是否“\(meant)”？登记表会把它们当作两门课。请核对课程名称。",
          score: course.entry,
          of: course.graduate,
          in: school
        )
      }
    }
  }

  /// Whether two names differ in one character that is no number.
  private static func isSlip(_ name: String, of other: String) -> Bool {
    let numerals = Set("0123456789０１２３４５６７８９一二三四五六七八九十上中下ⅠⅡⅢⅣⅤIVXABCDEabcde".unicodeScalars)
    func letters(_ text: String) -> [Unicode.Scalar] {
      text.unicodeScalars.filter { !numerals.contains($0) }
    }
    func marks(_ text: String) -> [Unicode.Scalar] {
      text.unicodeScalars.filter { numerals.contains($0) }
    }
    let (left, right) = (letters(name), letters(other))
    return marks(name) == marks(other) && min(left.count, right.count) >= 3
      && abs(left.count - right.count) <= 1
  }
}
