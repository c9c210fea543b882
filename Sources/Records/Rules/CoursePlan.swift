/// The courses that 课程 lists for a major, as indices into a school's `ScoreBook`.
struct CoursePlan {
  /// A row of 课程.
  struct Course {
    /// Index into the school's courses.
    var row: Int
    /// 课程名称.
    var name: String
    /// Index into the book; nil where nobody has a score.
    var index: Int?
    /// How many people of the major have a score.
    var scored = 0
  }

  /// 专业名称.
  let major: String
  /// The courses, in the order of 课程.
  var courses: [Course] = []
  /// For each course of the book its place in `courses`; -1 for those of other majors.
  private var places: [Int]

  /// The plans of a school by major; a major without rows in 课程 has none.
  static func all(of school: School) -> (plans: [CoursePlan], indices: [TextKey: Int]) {
    var plans: [CoursePlan] = []
    var indices: [TextKey: Int] = [:]
    for (row, course) in school.courses.enumerated() where !course[CourseField.name].isEmpty {
      let major = course[CourseField.major]
      let plan = indices[TextKey(major)].orInsert(plans.count)
      if plan == plans.count {
        plans.append(CoursePlan(major: major, courses: school.scores.courseNames.count))
      }
      plans[plan].add(course[CourseField.name], row: row, book: school.scores)
    }
    return (plans, indices)
  }

  private init(major: String, courses count: Int) {
    self.major = major
    places = Array(repeating: -1, count: count)
  }

  private mutating func add(_ name: String, row: Int, book: ScoreBook) {
    let index = book.index(ofCourse: name)
    if let index { places[index] = courses.count }
    courses.append(Course(row: row, name: name, index: index))
  }

  /// The place in `courses` of a course of the book; nil where the plan does not list it.
  func place(ofCourse index: Int) -> Int? {
    places[index] < 0 ? nil : places[index]
  }
}
