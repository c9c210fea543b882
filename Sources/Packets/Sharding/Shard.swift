import Records

/// A slice of a plan that is rendered by itself, on a machine of its own for instance.
package struct Shard: Codable, Hashable, Sendable {
  /// Which slice, from 1.
  package let slice: Int
  /// How many slices the plan is cut into.
  package let count: Int

  /// The most slices that a plan is cut into.
  package static let limit = 10_000

  /// Reads 「2/8」; nil for a slice that does not exist.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let slice = Int(parts[0]), let count = Int(parts[1]),
      (1...Shard.limit).contains(count), (1...count).contains(slice)
    else { return nil }
    self.slice = slice
    self.count = count
  }

  /// The places of the plan that belong to the slice; they depend on the plan alone.
  ///
  /// The schools of a bureau stay together, with its receipt and lists: these show what became of all
  /// of them. Such groups and the other schools are cut, in the order of the plan, where slices come
  /// nearest to equal numbers of units.
  func places(in plan: [RunUnit], of season: Season) -> [Int] {
    let groups = Shard.groups(of: plan, season)
    let total = groups.reduce(0) { $0 + $1.count }
    var places: [Int] = []
    var before = 0
    for group in groups {
      let middle = 2 * before + group.count
      if middle * count / (2 * max(1, total)) + 1 == slice { places += group }
      before += group.count
    }
    return places.sorted()
  }

  private static func groups(of plan: [RunUnit], _ season: Season) -> [[Int]] {
    let bureaus = Set(
      plan.compactMap { unit -> ByteKey? in
        switch unit {
        case .school: nil
        case .bureau(let index), .city(let index):
          ByteKey(season.bureaus[index][BureauField.city])
        }
      }
    )
    var groups: [[Int]] = []
    var known: [ByteKey: Int] = [:]
    func put(_ place: Int, _ city: ByteKey) {
      if let group = known[city] { return groups[group].append(place) }
      known[city] = groups.count
      groups.append([place])
    }
    for place in plan.indices {
      switch plan[place] {
      case .bureau(let index), .city(let index):
        put(place, ByteKey(season.bureaus[index][BureauField.city]))
      case .school(let index):
        let school = season.schools[index]
        let city = ByteKey(school.record[SchoolField.city])
        if !ReceiptRun.mayShow(school, cities: bureaus) {
          groups.append([place])
        } else if bureaus.contains(city) {
          put(place, city)
        } else if season.bureaus.count == 1, let only = bureaus.first {
          // Its city is wrong: it may be the bureau's.
          put(place, only)
        } else {
          groups.append([place])
        }
      }
    }
    return groups
  }
}

extension Shard: CustomStringConvertible {
  package var description: String { "\(slice)/\(count)" }
}
