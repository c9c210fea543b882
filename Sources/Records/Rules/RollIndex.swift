/// The graduates of a school by identity number: the first of each number.
struct RollIndex {
  private var indices: [TextKey: Int]

  init(_ graduates: [Record]) {
    indices = [:]
    indices.reserveCapacity(graduates.count)
    for (index, graduate) in graduates.enumerated() {
      let number = graduate[GraduateField.idNumber]
      if number.isEmpty { continue }
      let key = TextKey(number)
      if indices[key] == nil { indices[key] = index }
    }
  }

  /// The first graduate with a number.
  subscript(number: String) -> Int? { indices[TextKey(number)] }
}

/// The numbers of a season by the school whose roll has them first.
struct SeasonNumbers {
  /// A graduate of the season.
  struct Position {
    var school: Int32
    var record: Int32
  }

  private var positions: [TextKey: Position] = [:]

  init(_ season: Season) {
    // A season of one school has nothing to compare.
    guard season.schools.count > 1 else { return }
    positions.reserveCapacity(season.schools.reduce(0) { $0 + $1.graduates.count })
  }

  /// Where the number was seen first; the given position, if this is the first time.
  mutating func first(_ number: String, at position: Position) -> Position {
    let key = TextKey(number)
    if let known = positions[key] { return known }
    positions[key] = position
    return position
  }
}
