internal import Records

/// A record on its way into a table.
struct IncomingRecord {
  var key: TextKey
  var text: String
  /// The person's number, by which the ledger finds records.
  var person: String?
  /// The school that the row belongs to; 0 for the season's own.
  var school: Int64
  var origins: [CellOrigin]
}

/// Where the records of a table come from when new ones take the place of old ones.
///
/// Records of one key are paired: first those that say the same, then the rest in order.
struct TableMerge {
  /// A member of the new table.
  enum Step: Hashable {
    /// An old record that the import does not concern.
    case kept(old: Int)
    /// An old record that the import has, too.
    case matched(old: Int, new: Int)
    /// A record that comes.
    case added(new: Int)
  }

  /// The members of the new table, in order.
  private(set) var steps: [Step] = []
  /// The old records that go.
  private(set) var removed: [Int] = []
  /// Whether records that stay have another order.
  private(set) var isReordered = false

  /// - Parameters:
  ///   - old: the records of the ledger with their keys.
  ///   - new: the records of the import.
  ///   - isReplaced: whether the import speaks for an old record; where it does not, the record
  ///     stays in its place.
  init(
    old: [(key: TextKey, text: String)],
    new: [IncomingRecord],
    isReplaced: (Int) -> Bool = { _ in true }
  ) {
    let replaced = old.indices.map(isReplaced)
    let partners = TableMerge.partners(old: old, new: new, replaced: replaced)
    let stay = Set(partners.compactMap(\.self))
    removed = old.indices.filter { replaced[$0] && !stay.contains($0) }
    let incoming = new.indices.map { index -> Step in
      partners[index].map { .matched(old: $0, new: index) } ?? .added(new: index)
    }
    // New records take the places of those that they speak for; what is left over comes last.
    var next = 0
    for index in old.indices {
      if !replaced[index] {
        steps.append(.kept(old: index))
      } else if next < incoming.count {
        steps.append(incoming[next])
        next += 1
      }
    }
    steps += incoming[next...]
    let order = partners.compactMap(\.self)
    isReordered = zip(order, order.dropFirst()).contains { $0 > $1 }
  }

  private static func partners(
    old: [(key: TextKey, text: String)],
    new: [IncomingRecord],
    replaced: [Bool]
  ) -> [Int?] {
    var waiting: [TextKey: [Int]] = [:]
    waiting.reserveCapacity(old.count)
    for index in old.indices where replaced[index] {
      waiting[old[index].key, default: []].append(index)
    }
    var partners = [Int?](repeating: nil, count: new.count)
    func take(_ index: Int, where isRight: (Int) -> Bool) {
      guard let place = waiting[new[index].key]?.firstIndex(where: isRight) else { return }
      partners[index] = waiting[new[index].key]?.remove(at: place)
    }
    for index in new.indices {
      take(index) { old[$0].text.utf8.elementsEqual(new[index].text.utf8) }
    }
    for index in new.indices where partners[index] == nil { take(index) { _ in true } }
    return partners
  }
}
