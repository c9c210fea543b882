import Fingerprints

/// The shards of one run, each once, as they lie in one folder or several.
struct ShardSet {
  /// What the shards have in common.
  let run: ShardRecord.Run
  /// The units in the order of the plan.
  private(set) var units: [Unit] = []
  /// The folders, in the order in which they were named.
  let folders: [Folder]

  /// A folder of outputs that holds shards.
  struct Folder {
    var root: String
    var manifest: Manifest
    var records: [ShardRecord]
  }

  /// A unit of the plan and where its files lie.
  struct Unit {
    /// The place of its folder among the folders.
    var folder: Int
    var lines: ShardRecord.Unit
  }

  /// Reads folders and refuses those that do not make up one run.
  ///
  /// - Throws: `ShardRefusal`, `OutputFailure`.
  init(_ roots: [String]) throws {
    folders = try roots.map { root in
      let bytes = try SystemFiles.contents(of: "\(root)/manifest.json")
      guard let manifest = bytes.flatMap({ Manifest(json: $0) }), manifest.format == 1 else {
        throw ShardRefusal.noManifest(root)
      }
      let records: [ShardRecord]
      do {
        records = try ShardRecords(root: root).all()
      } catch let damage as ShardRecords.Damaged {
        throw ShardRefusal.damaged(damage.path)
      }
      guard !records.isEmpty else { throw ShardRefusal.noShard(root) }
      return Folder(root: root, manifest: manifest, records: records)
    }
    let all = folders.flatMap { folder in folder.records.map { (folder.root, $0) } }
    guard let first = all.first?.1 else { throw ShardRefusal.incomplete }
    run = first.run
    try ShardSet.requireEverySlice(all, of: first.shard.count)
    try requireOneRun(all)
    for (index, folder) in folders.enumerated() {
      try ShardSet.requireLines(of: folder)
      units += folder.records.flatMap(\.units).map { Unit(folder: index, lines: $0) }
    }
    units.sort { $0.lines.place < $1.lines.place }
    guard units.map(\.lines.place) == Array(0..<run.unitCount) else {
      throw ShardRefusal.incomplete
    }
    try requireOwnPaths()
  }

  private static func requireEverySlice(_ all: [(String, ShardRecord)], of count: Int) throws {
    guard all.allSatisfy({ $0.1.shard.count == count }) else {
      throw ShardRefusal.counts(all.map { "\($0.1.shard)（\($0.0)）" })
    }
    var holders = [[String]](repeating: [], count: count)
    for (root, record) in all { holders[record.shard.slice - 1].append(root) }
    let missing = holders.indices.filter { holders[$0].isEmpty }
    guard missing.isEmpty else {
      throw ShardRefusal.missing(missing.compactMap { Shard("\($0 + 1)/\(count)") })
    }
    for (index, roots) in holders.enumerated() where roots.count > 1 {
      guard let shard = Shard("\(index + 1)/\(count)") else { continue }
      throw ShardRefusal.twice(shard, roots)
    }
  }

  private func requireOneRun(_ all: [(String, ShardRecord)]) throws {
    func require(
      _ what: String,
      _ remedy: String,
      _ value: (ShardRecord.Run) -> String
    ) throws {
      guard all.contains(where: { value($0.1.run) != value(run) }) else { return }
      // A digest says nothing to people.
      let list = all.map { root, record in
        let value = value(record.run)
        let words = value.utf8.count < 40 ? " 是 \(value)" : ""
        return "\(record.shard)\(words)（\(root)）"
      }
      throw ShardRefusal.differs(what: what, remedy: remedy, list)
    }
    try require("年份", "请用同一年份的数据重新生成。") { "\($0.year)" }
    try require("版式修订号", "请用同一版本的程序重新生成各片。") { "\($0.revision)" }
    try require("日期", "请给各片同一个 --today，重新生成日期不同的片。") { $0.today }
    try require("选项、模板、字体或程序库", "请用同样的命令在同样的机器上重新生成各片。") { $0.options }
    try require("数据", "请用同一份数据重新生成各片。") { $0.data }
    guard all.allSatisfy({ $0.1.run == run }) else { throw ShardRefusal.incomplete }
  }

  /// Every line of the shards stands in the manifest as the shard wrote it.
  private static func requireLines(of folder: Folder) throws {
    let documents = Dictionary(folder.manifest.documents.map { (ByteKey($0.path), $0) }) { $1 }
    let packets = Dictionary(folder.manifest.packets.map { (ByteKey($0.path), $0) }) { $1 }
    for record in folder.records {
      let isSame = record.units.allSatisfy { unit in
        unit.documents.allSatisfy { documents[ByteKey($0.path)] == $0 }
          && unit.packets.allSatisfy { packets[ByteKey($0.path)] == $0 }
      }
      guard isSame else { throw ShardRefusal.stale(folder.root, record.shard) }
    }
  }

  /// Every path stays inside its folder, away from the program's own files, and is named once.
  private func requireOwnPaths() throws {
    var holders: [ByteKey: Int] = [:]
    for unit in units {
      let paths = unit.lines.paths
      let unusable = paths.filter { !ShardSet.isDocumentPath($0) }
      guard unusable.isEmpty else {
        throw ShardRefusal.unusable(folders[unit.folder].root, unusable)
      }
      for path in paths { holders[FolderClashes.key(path), default: 0] += 1 }
    }
    let clashes = units.flatMap(\.lines.paths).filter {
      holders[FolderClashes.key($0), default: 0] > 1
    }
    guard clashes.isEmpty else { throw ShardRefusal.clash(clashes) }
  }

  /// Documents lie below the folder of a city; hidden files are the program's own.
  private static func isDocumentPath(_ path: String) -> Bool {
    let names = path.utf8.split(separator: UInt8(ascii: "/"))
    return Manifest.isInside(path) && names.count > 1
      && names.allSatisfy { $0.first != UInt8(ascii: ".") }
  }

  /// Every file is the one that its shard made.
  ///
  /// - Throws: `ShardRefusal`, `OutputFailure`.
  func requireFiles() throws {
    var changed: [String] = []
    for unit in units {
      for (path, sha256) in unit.lines.files {
        let file = "\(folders[unit.folder].root)/\(path)"
        let bytes = try SystemFiles.contents(of: file)
        if try bytes.map({ try Digest.sha256($0) }) != sha256 { changed.append(file) }
      }
    }
    guard changed.isEmpty else { throw ShardRefusal.changed(changed) }
  }

  /// The manifest of a run that was not cut into slices.
  var manifest: Manifest {
    var manifest = Manifest(year: run.year, revision: run.revision)
    for unit in units {
      manifest.documents += unit.lines.documents
      manifest.packets += unit.lines.packets
      manifest.withheld += unit.lines.withheld
    }
    return manifest
  }
}

extension ShardRecord.Unit {
  /// The files, documents first.
  var paths: [String] { files.map(\.path) }

  /// The files with their SHA-256, documents first.
  var files: [(path: String, sha256: String)] {
    documents.map { ($0.path, $0.sha256) } + packets.map { ($0.path, $0.sha256) }
  }
}
