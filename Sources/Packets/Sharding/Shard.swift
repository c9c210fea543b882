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
  /// Schools are cut into runs of equal length. A receipt goes with the first of its schools: to be
  /// made from a ledger it needs what was found in all of them, and most are in that slice.
  func places(in plan: [RunUnit], of season: Season) -> [Int] {
    let schools = plan.indices.filter { plan[$0].isSchool }
    var slices: [Int: Int] = [:]
    var firstOfCity: [ByteKey: Int] = [:]
    for (rank, place) in schools.enumerated() {
      let slice = rank * count / schools.count + 1
      slices[place] = slice
      guard case .school(let index) = plan[place] else { continue }
      let record = season.schools[index].record
      guard record[SchoolField.type].hasSameBytes(as: "市县学校") else { continue }
      let city = ByteKey(record[SchoolField.city])
      if firstOfCity[city] == nil { firstOfCity[city] = slice }
    }
    for place in plan.indices {
      guard case .bureau(let index) = plan[place] else { continue }
      slices[place] = firstOfCity[ByteKey(season.bureaus[index][BureauField.city])] ?? 1
    }
    return plan.indices.filter { slices[$0] == slice }
  }
}

extension Shard: CustomStringConvertible {
  package var description: String { "\(slice)/\(count)" }
}
