internal import Fingerprints

/// The comparison of a folder of outputs with its manifest.
package struct Verification: Sendable {
  /// How many files the manifest names.
  package let fileCount: Int
  /// One line in Chinese for every file that is missing, differs or is outdated.
  package let differences: [String]

  /// Compares every file of a manifest by its SHA-256; nil where there is no manifest.
  ///
  /// - Throws: `OutputFailure` where a file cannot be read.
  package init?(of folder: String) throws {
    guard let bytes = try SystemFiles.contents(of: "\(folder)/manifest.json"),
      let manifest = Manifest(json: bytes)
    else { return nil }
    let files =
      manifest.documents.map { ($0.path, $0.sha256) }
      + manifest.packets.map { ($0.path, $0.sha256) }
    var differences: [String] = []
    for (path, expected) in files {
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
  }
}
