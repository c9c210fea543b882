/// What is on paper of the schools of several shards, put together.
///
/// Each school's entry comes from the folder of its shard. Sheets to be printed again are found
/// against the paper that the shard's folder knew: where the folder of outputs knows of other paper,
/// the shards are refused.
struct JoinedPaper {
  private let store: PrintStore
  private var index: PrintIndex
  /// The states to take over, and from where.
  private var states: [(store: PrintStore, name: String)] = []
  /// Whether reprint files in the folder say what was to be replaced before these documents came.
  private var isReprintOld = false

  /// Puts together what the folders know; nothing is written yet.
  ///
  /// - Throws: `ShardRefusal`, `PrintStateFailure`, `OutputFailure`.
  init(_ set: ShardSet, into out: String, home: Int?) throws {
    store = PrintStore(root: out)
    index = try store.index()
    let stores = set.folders.map { PrintStore(root: $0.root) }
    let indexes = try stores.map { try $0.index() }
    let known = index
    var refused: [String] = []
    for unit in set.units where unit.folder != home {
      guard let school = unit.lines.school, let entry = indexes[unit.folder][school] else {
        continue
      }
      if let printed = index[school]?.printed, printed != entry.printed { refused.append(school) }
      index.put(entry)
      states += [entry.printed, entry.current, entry.pages].compactMap(\.self).map {
        (stores[unit.folder], $0)
      }
    }
    guard refused.isEmpty else { throw ShardRefusal.paper(refused) }
    isReprintOld = index != known
    if index.marked == nil {
      index.marked = indexes.compactMap(\.marked).max { left, right in
        left.utf8.lexicographicallyPrecedes(right.utf8)
      }
    }
    // Rows of a school without a row in 学校 have no city, and are no school of the plan.
    if !set.run.isFiltered {
      try arrange(set.units.filter { $0.lines.city != nil }.compactMap(\.lines.school))
    }
  }

  /// Brings the schools into the order of the plan.
  private mutating func arrange(_ names: [String]) throws {
    let places = Dictionary(names.enumerated().map { (ByteKey($1), $0) }) { first, _ in first }
    let gone = index.schools.filter { $0.printed != nil && places[ByteKey($0.school)] == nil }
    guard gone.isEmpty else { throw ShardRefusal.gone(gone.map(\.school)) }
    index.schools = index.schools.filter { places[ByteKey($0.school)] != nil }
      .sorted { places[ByteKey($0.school), default: 0] < places[ByteKey($1.school), default: 0] }
  }

  /// Takes over the states, which nothing names yet, and forgets what the manifest does not hold.
  mutating func settle(_ manifest: Manifest, _ journal: inout Journal) throws {
    if !states.isEmpty { try store.prepare() }
    for (source, name) in states { _ = try store.keep(try source.bytes(name)) }
    if isReprintOld {
      journal.removed += index.files
      index.files = []
    }
    index.drop(notHeldBy: manifest)
    index.schools.removeAll { $0.printed == nil && $0.current == nil }
  }

  /// The index as a file; nil where nothing of it changes.
  ///
  /// Drafts and proof lists leave no trace.
  func changed() throws -> [UInt8]? {
    index.schools.isEmpty && index.marked == nil ? nil : try store.changed(index)
  }

  /// Removes states that nothing names any more.
  func sweep() throws { try store.sweep(index) }

  /// How many schools differ from what is on paper, without files in the folder that say how.
  var differingCount: Int {
    guard index.files.isEmpty else { return 0 }
    return index.schools.count { $0.printed != nil && $0.printed != $0.current }
  }
}

extension PrintIndex {
  /// Takes the place of what is known of a school.
  fileprivate mutating func put(_ entry: Entry) {
    if let place = schools.firstIndex(where: { $0.school.hasSameBytes(as: entry.school) }) {
      schools[place] = entry
    } else {
      schools.append(entry)
    }
  }
}
