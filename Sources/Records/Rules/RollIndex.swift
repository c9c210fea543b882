/// The graduates of a school by identity number: the first of each number.
struct RollIndex {
  /// A graduate whose number an earlier one has.
  struct Repetition {
    var index: Int
    var first: Int
  }

  /// The graduates whose number stood before, in order.
  private(set) var repetitions: [Repetition] = []
  private var indices: [TextKey: Int]

  init(_ graduates: [Record]) {
    indices = [:]
    indices.reserveCapacity(graduates.count)
    for index in graduates.indices {
      let number = graduates[index][GraduateField.idNumber]
      if number.isEmpty { continue }
      let first = indices[TextKey(number)].orInsert(index)
      if first != index { repetitions.append(Repetition(index: index, first: first)) }
    }
  }

  /// The first graduate with a number.
  subscript(number: String) -> Int? { indices[TextKey(number)] }
}

/// The numbers of schools by the school whose roll has them first.
struct SeasonNumbers {
  /// A graduate of the season.
  struct Position {
    var school: Int32
    var record: Int32
  }

  private var positions: [TextKey: Position] = [:]
  /// One school alone has nothing to compare.
  let isNeeded: Bool

  /// Numbers of some schools, none of them seen yet.
  init(_ schools: [School]) {
    isNeeded = schools.count > 1
    guard isNeeded else { return }
    positions.reserveCapacity(schools.reduce(0) { $0 + $1.graduates.count })
  }

  /// Where the number was seen first; the given position, if this is the first time.
  mutating func first(_ number: String, at position: Position) -> Position {
    positions[TextKey(number)].orInsert(position)
  }
}

extension Optional {
  /// What is there, or else the given value, which is then kept; one look-up in a dictionary.
  mutating func orInsert(_ value: Wrapped) -> Wrapped {
    if let known = self { return known }
    self = value
    return value
  }
}
