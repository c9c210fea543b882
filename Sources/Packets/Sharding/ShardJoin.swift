package import Diagnostics
internal import Fingerprints

/// Joins shards into the folder that one run would have made.
package struct ShardJoin: Sendable {
  /// How many slices there were.
  package private(set) var sliceCount = 0
  /// How many files the manifest names now.
  package private(set) var fileCount = 0
  /// What is not there because of data errors.
  package private(set) var withheld: [Manifest.Withheld] = []
  /// How many schools differ from what is on paper, without files in the folder that say how.
  package private(set) var differingCount = 0
  /// Files of earlier runs that were removed or are outdated.
  package private(set) var findings: [Diagnostic] = []

  /// Joins shards.
  ///
  /// Files are copied, unless they lie in the folder already; the manifest comes last. What an earlier
  /// run made there and the plan no longer gives is removed, as a run of all removes it. What the
  /// shards' folders know of paper is taken over.
  ///
  /// - Parameters:
  ///   - folders: Folders of outputs; `out` may be one of them.
  ///   - out: Where the joined run goes.
  /// - Throws: `ShardRefusal` before anything is changed, `FolderLock.InUse`, `PrintStateFailure`,
  ///   `OutputFailure`.
  package init(_ folders: [String], into out: String) throws {
    var places: [FolderIdentity] = []
    for folder in folders {
      guard let place = FolderIdentity(folder) else { throw ShardRefusal.noManifest(folder) }
      guard !places.contains(place) else { throw ShardRefusal.repeated(folder) }
      places.append(place)
    }
    var locks = try folders.map { try FolderLock($0) }
    defer { withExtendedLifetime(locks) {} }
    let set = try ShardSet(folders)
    try set.requireFiles()
    let home = FolderIdentity(out).flatMap { places.firstIndex(of: $0) }
    if home == nil { locks.append(try FolderLock(out)) }
    try join(set, into: out, home: home)
  }

  /// `home` is the place of `out` among the folders; nil where it is none of them.
  private mutating func join(_ set: ShardSet, into out: String, home: Int?) throws {
    _ = try Journal.resume(in: out)
    let path = "\(out)/\(ManifestClosing.name)"
    let earlier = try SystemFiles.contents(of: path).flatMap { Manifest(json: $0) }
    var manifest = set.manifest
    var leftovers: [String] = []
    if let earlier {
      let others = manifest.leftovers(of: earlier.paths)
      if !set.run.isFiltered {
        leftovers = others
      } else if !others.isEmpty {
        manifest = earlier.merged(
          with: manifest,
          scope: RunScope(set.run, units: set.units.map(\.lines))
        )
      }
    }
    var paper = try JoinedPaper(set, into: out, home: home)
    let staging = try Staging(root: out)
    var journal = Journal()
    for unit in set.units where unit.folder != home {
      let source = set.folders[unit.folder].root
      for (path, sha256) in unit.lines.files {
        guard try ShardJoin.copy(path, from: source, to: staging) else { continue }
        journal.files.append(Journal.File(path: path, sha256: sha256))
      }
    }
    journal.removed = leftovers
    try paper.settle(manifest, &journal)
    let records = [
      (PrintStore.indexName, try paper.changed()),
      (ManifestClosing.name, Array(manifest.json.utf8)),
    ]
    for case (let path, let bytes?) in records {
      try staging.write(bytes, to: path)
      journal.records.append(Journal.File(path: path, sha256: try Digest.sha256(bytes)))
    }
    try journal.carryOut(staging)
    try staging.discard()
    try paper.sweep()
    if home == nil {
      RunState(joining: set, in: out)?.write(out)
      try ShardRecords(root: out).clear()
    }
    sliceCount = set.folders.reduce(0) { $0 + $1.records.count }
    fileCount = manifest.paths.count
    withheld = manifest.withheld
    differingCount = paper.differingCount
    findings = EarlierFiles.findings(
      outdated: manifest.outdatedPaths,
      removed: leftovers,
      root: out
    )
  }

  /// Lets a file wait to be put into place; false where it lies there already.
  private static func copy(
    _ path: String,
    from source: String,
    to staging: Staging
  ) throws -> Bool {
    guard let bytes = try SystemFiles.contents(of: "\(source)/\(path)") else {
      throw ShardRefusal.changed(["\(source)/\(path)"])
    }
    if try SystemFiles.contents(of: "\(staging.root)/\(path)") == bytes { return false }
    try staging.write(bytes, to: path)
    return true
  }
}
