internal import Fingerprints

/// The comparison of a folder of outputs with its manifest.
package struct Verification: Sendable {
  /// How many files the manifest names.
  package let fileCount: Int
  /// One line in Chinese for every file that is missing, differs or is outdated, for every path that
  /// leads out of the folder, and for a run that did not end and what it changed.
  package let differences: [String]
  /// The files of the folder that the manifest does not name, without what the program keeps for
  /// reprints: somebody put them there, or a run was killed.
  package let unlisted: [String]

  /// Compares every file of a manifest by its SHA-256; nil where there is no manifest and no run ever
  /// began to replace files.
  ///
  /// - Throws: `OutputFailure` where a file cannot be read.
  package init?(of folder: String) throws {
    // The journal first: if a run ends in between, its manifest is read.
    let unfinished = try UnfinishedRun(folder)
    let manifest = try SystemFiles.contents(of: "\(folder)/\(ManifestClosing.name)")
      .flatMap { Manifest(json: $0) }
    guard manifest != nil || unfinished != nil else { return nil }
    let files = manifest?.files ?? []
    var differences = unfinished.map { [$0.text] } ?? []
    for (path, expected) in files {
      guard Manifest.isInside(path) else {
        differences.append("路径不可用：\(path)（指到文件夹外面，没有读取；manifest.json 被改过，请重新生成全部材料）")
        continue
      }
      guard let contents = try SystemFiles.contents(of: "\(folder)/\(path)") else {
        let isRemoved = unfinished?.removed.contains(ByteKey(path)) == true
        differences.append(isRemoved ? "已删去：\(path)（没有结束的那次运行删去的）" : "缺少：\(path)")
        continue
      }
      let found = try Digest.sha256(contents)
      if found == expected { continue }
      let isNew = unfinished?.files[ByteKey(path)] == found
      differences.append(
        isNew ? "已换成新的：\(path)（没有结束的那次运行换的，文件完整）" : "已改动：\(path)"
      )
    }
    differences += (manifest?.outdatedPaths ?? []).map {
      "已过期：\($0)（后来重新生成时数据已变，这份没有更新，不能再用；请不加 --school、--city、--form 重新生成）"
    }
    fileCount = files.count
    self.differences = differences
    var named = Set(files.map { ByteKey($0.path) })
    if let unfinished { named.formUnion(unfinished.files.keys) }
    unlisted = SystemFiles.files(below: folder) { path in
      path == ".yanyin" || path == ManifestClosing.name || ReprintFiles.isReprint(path)
    }.filter { !named.contains(ByteKey($0)) }
  }
}

/// A run that began to replace files and did not end, or has not yet.
private struct UnfinishedRun {
  /// The files that it replaces, with their new SHA-256.
  var files: [ByteKey: String] = [:]
  /// The files that it removes.
  var removed: Set<ByteKey> = []
  /// What is said of it.
  var text: String

  /// The run that a folder's journal tells of; nil where there is none.
  init?(_ folder: String) throws {
    switch try Journal.find(in: folder) {
    case .none: return nil
    case .damaged:
      text =
        "运行没有结束：有一次 yanyin packet 中途停止（或正在进行），而记录 .yanyin/journal "
        + "已损坏，不知道换到哪一份。现在不要打印；请不加 --school、--city、--form 重新运行 yanyin packet。"
    case .unfinished(let journal):
      files = Dictionary(
        (journal.files + journal.records).map { (ByteKey($0.path), $0.sha256) }
      ) { _, last in last }
      removed = Set(journal.removed.map(ByteKey.init))
      let waiting = try journal.files.count { file in
        SystemFiles.exists(try Staging.waitingPath(of: file.path, in: folder))
      }
      let count = journal.files.count
      text =
        "运行没有结束：有一次 yanyin packet 中途停止（或正在进行），要换 \(count) 个文件，"
        + "已换 \(count - waiting) 个，每个都完整。现在不要打印；请重新运行 yanyin packet，它先换完余下的。"
    }
  }
}
