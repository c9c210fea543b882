internal import Records

/// The full names of courses that lists of scores name by their 简称.
struct CourseNames {
  /// By school and the bytes of the short name.
  private var names: [Int: [TextKey: String]] = [:]

  /// Notes the rows of 课程 of a school; a short name that is a course of its own, or that two courses
  /// share, is left alone.
  mutating func add(_ courses: [Record], of school: Int) {
    var full: [TextKey: String?] = [:]
    for course in courses {
      let name = course[CourseField.name]
      let short = TextKey(course[CourseField.shortName])
      guard !course[CourseField.shortName].isEmpty, short != TextKey(name) else { continue }
      if let known = full[short] {
        if known?.hasSameBytes(as: name) != true { full[short] = .some(nil) }
      } else {
        full[short] = name
      }
    }
    for course in courses { full[TextKey(course[CourseField.name])] = nil }
    names[school] = full.compactMapValues { $0 }
  }

  /// The full name of a course; nil where the name is no short one.
  func full(_ name: String, school: Int) -> String? {
    guard let known = names[school], !known.isEmpty else { return nil }
    return known[TextKey(name)]
  }
}
