internal import Records

/// The full names of courses that lists of scores name by their 简称.
struct CourseNames {
  /// By school and the bytes of the short name.
  private var names: [Int: [[UInt8]: String]] = [:]

  /// Notes the rows of 课程 of a school; a short name that is a course of its own, or that two courses
  /// share, is left alone.
  mutating func add(_ courses: [Record], of school: Int) {
    var full: [[UInt8]: String?] = [:]
    for course in courses {
      let name = course[CourseField.name]
      let short = Array(course[CourseField.shortName].utf8)
      guard !short.isEmpty, !short.elementsEqual(name.utf8) else { continue }
      if let known = full[short] {
        if known?.hasSameBytes(as: name) != true { full[short] = .some(nil) }
      } else {
        full[short] = name
      }
    }
    for course in courses { full[Array(course[CourseField.name].utf8)] = nil }
    names[school] = full.compactMapValues { $0 }
  }

  /// The full name of a course; nil where the name is no short one.
  func full(_ name: String, school: Int) -> String? {
    guard let known = names[school], !known.isEmpty else { return nil }
    return known[Array(name.utf8)]
  }
}
