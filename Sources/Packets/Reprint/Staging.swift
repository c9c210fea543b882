internal import Fingerprints

/// Files that wait under other names until the reprint files are written, so that no document is
/// replaced before it is known which of its pages lie on paper otherwise.
struct Staging: Sendable {
  /// Where files wait; on the disk of the folder of outputs.
  private let folder: String

  /// An empty place to wait in; what a killed run left there is removed.
  init(folder: String) throws {
    self.folder = folder
    try clear()
  }

  /// Writes a file that will stand at a path of the folder of outputs.
  func write(_ bytes: [UInt8], to path: String) throws {
    try SystemFiles.makeFolders(folder)
    try SystemFiles.replace(try Staging.waitingPath(of: path, in: folder), with: bytes)
  }

  /// Moves what waits for paths of a folder of outputs into place.
  static func commit(_ paths: [String], to root: String, from folder: String) throws {
    guard !SystemFiles.names(in: folder).isEmpty else { return }
    for path in paths {
      try SystemFiles.move(try waitingPath(of: path, in: folder), to: "\(root)/\(path)")
    }
  }

  /// Removes what waits.
  func clear() throws {
    for name in SystemFiles.names(in: folder) { try SystemFiles.remove("\(folder)/\(name)") }
  }

  private static func waitingPath(of path: String, in folder: String) throws -> String {
    "\(folder)/\(try Digest.sha256(Array(path.utf8)))"
  }
}
