/// The 成绩 of a school: for each person by identity number the scores in the order of the input.
package struct ScoreBook: Sendable {
  /// The courses that scores name, in order of first appearance (the order of the 成绩 headings).
  package private(set) var courseNames: [String] = []
  /// The scores of each person.
  package private(set) var sheets: [Sheet] = []
  private var courseIndex: [TextKey: Int] = [:]
  private var sheetIndex: [TextKey: Int] = [:]

  /// The scores of one person.
  package struct Sheet: Sendable {
    /// The identity number, canonical.
    package var idNumber: String
    /// The name as the table has it; empty where it has none.
    package var name: String
    /// The scores, in input order.
    package var entries: [Entry]
  }

  /// One score.
  package struct Entry: Hashable, Sendable {
    /// Index into `courseNames`.
    package var course: Int
    /// 学年学期; empty where the input has none.
    package var term: String
    /// The score as the input has it.
    package var score: String
    /// 补考成绩; empty where there was none.
    package var makeup: String
    /// Where it was read.
    package var origin: RowOrigin
    /// The column (from 1) of the score in its table.
    package var column: Int32

    /// A score.
    package init(
      course: Int,
      term: String = "",
      score: String,
      makeup: String = "",
      origin: RowOrigin = .none,
      column: Int32 = 0
    ) {
      self.course = course
      self.term = term
      self.score = score
      self.makeup = makeup
      self.origin = origin
      self.column = column
    }
  }

  /// A book without scores.
  package init() {}

  /// The index of a course, which is added when the book does not know it yet.
  package mutating func course(_ name: String) -> Int {
    let key = TextKey(name)
    if let index = courseIndex[key] { return index }
    courseNames.append(name)
    courseIndex[key] = courseNames.count - 1
    return courseNames.count - 1
  }

  /// Adds a score of a person.
  package mutating func add(_ entry: Entry, idNumber: String, name: String) {
    let key = TextKey(idNumber)
    if let index = sheetIndex[key] {
      sheets[index].entries.append(entry)
    } else {
      sheetIndex[key] = sheets.count
      sheets.append(Sheet(idNumber: idNumber, name: name, entries: [entry]))
    }
  }

  /// The scores of a person by identity number.
  package func sheet(of idNumber: String) -> Sheet? {
    sheetIndex[TextKey(idNumber)].map { sheets[$0] }
  }

  /// The index in `sheets` of a person by identity number.
  package func index(ofPerson idNumber: String) -> Int? {
    sheetIndex[TextKey(idNumber)]
  }

  /// The index of a course by its name.
  package func index(ofCourse name: String) -> Int? {
    courseIndex[TextKey(name)]
  }
}
