internal import Fingerprints

/// The comparison of a folder of outputs with its manifest.
package struct Verification: Sendable {
  /// How many files the manifest names.
  package let fileCount: Int
  /// One line in Chinese for every file that is missing, differs or is outdated, and for every path
  /// that leads out of the folder.
  package let differences: [String]
  /// The files of the folder that the manifest does not name, without what the program keeps for
  /// reprints: somebody put them there, or a run was killed.
  package let unlisted: [String]

  /// Compares every file of a manifest by its SHA-256; nil where there is no manifest.
  ///
  /// - Throws: `OutputFailure` where a file cannot be read.
  package init?(of folder: String) throws {
    guard let bytes = try SystemFiles.contents(of: "\(folder)/manifest.json"),
      let manifest = Manifest(json: bytes)
    else { return nil }
    let files = manifest.files
    var differences: [String] = []
    for (path, expected) in files {
      guard Manifest.isInside(path) else {
        differences.append("路径不可用：\(path)（指到文件夹外面，没有读取；manifest.json 被改过，请重新生成全部材料）")
        continue
      }
      guard let contents = try SystemFiles.contents(of: "\(folder)/\(path)") else {
        differences.append("缺少：\(path)")
        continue
      }
      if try Digest.sha256(contents) != expected { differences.append("已改动：\(path)") }
    }
    differences += manifest.outdatedPaths.map {
      "已过期：\($0)（后来重新生成时数据已变，这份没有更新，不能再用；请不加 --school、--city、--form 重新生成）"
    }
    fileCount = files.count
    self.differences = differences
    let named = Set(files.map { ByteKey($0.path) })
    unlisted = SystemFiles.files(below: folder) { path in
      path == ".yanyin" || path == "manifest.json" || ReprintFiles.isReprint(path)
    }.filter { !named.contains(ByteKey($0)) }
  }
}
