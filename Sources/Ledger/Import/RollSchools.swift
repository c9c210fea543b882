internal import GRDB
internal import Records

/// The schools in whose rolls people stand: that of the files first, else that of the ledger.
struct RollSchools {
  private let database: Database
  private let season: Season
  private let ids: [Int64]
  private var known: [TextKey: Int64] = [:]

  init(_ database: Database, season: Season, ids: [Int64]) {
    self.database = database
    self.season = season
    self.ids = ids
  }

  /// Looks through the rolls of the files for people; rolls are long, lists of releases are short.
  mutating func watch(_ numbers: [String]) {
    let wanted = Set(numbers.map { TextKey($0) })
    guard !wanted.isEmpty else { return }
    for (school, id) in zip(season.schools, ids) {
      for graduate in school.graduates {
        let key = TextKey(graduate[GraduateField.idNumber])
        if wanted.contains(key), known[key] == nil { known[key] = id }
      }
    }
  }

  /// The school of a person; 0 where no roll has the person.
  func school(of number: String) throws -> Int64 {
    if let school = known[TextKey(number)] { return school }
    return try Int64.fetchOne(
      try database.cachedStatement(
        sql: """
          SELECT school FROM version WHERE person = ? AND kind = 'graduate' AND lastRevision IS NULL
          ORDER BY id
          """
      ),
      arguments: [number]
    ) ?? 0
  }
}
