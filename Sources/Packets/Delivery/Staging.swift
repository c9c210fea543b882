internal import CSystem
internal import Fingerprints
internal import Glibc

/// `DIR/.yanyin/staged`, where everything that a run makes waits until all of it is there: a run that
/// ends before then has changed nothing.
///
/// The folder is held open, so that files go into it and into no other that somebody put in its place.
final class Staging: Sendable {
  /// The folder of outputs.
  let root: String
  private let handle: Int32

  /// The path of the place to wait in.
  var folder: String { Staging.folder(of: root) }

  private static func folder(of root: String) -> String { "\(root)/.yanyin/staged" }

  /// An empty place to wait in; what a killed run left there is removed.
  ///
  /// The folder of outputs has to be there, and locked.
  init(root: String) throws {
    self.root = root
    let folder = Staging.folder(of: root)
    try SystemFiles.makeFolders(".yanyin/staged", in: root)
    handle = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { throw OutputFailure(step: .create, path: folder, code: errno) }
    try clear()
    for name in SystemFiles.names(in: "\(root)/.yanyin") where name.hasSuffix(".tmp") {
      try SystemFiles.remove("\(root)/.yanyin/\(name)")
    }
  }

  deinit { close(handle) }

  /// Writes a file that will stand at a path of the folder of outputs.
  func write(_ bytes: [UInt8], to path: String) throws {
    let name = try Staging.name(of: path)
    try SystemFiles.write(bytes, named: name, in: handle, path: "\(root)/\(path)")
  }

  /// Where the file for a path of a folder of outputs waits.
  static func waitingPath(of path: String, in root: String) throws -> String {
    "\(folder(of: root))/\(try name(of: path))"
  }

  private static func name(of path: String) throws -> String {
    try Digest.sha256(Array(path.utf8))
  }

  /// Whether the folder of outputs is still the one that the run began with: somebody may have moved it,
  /// and another run may be writing into what lies there now.
  var isInPlace: Bool {
    var (held, found) = (stat(), stat())
    guard unsafe fstat(handle, &held) == 0, unsafe stat(folder, &found) == 0 else { return false }
    return held.st_ino == found.st_ino && held.st_dev == found.st_dev
  }

  /// Makes sure that everything that waits is on the disk, all that the folder of outputs knows too.
  ///
  /// - Throws: `OutputFailure`; also where the folder is gone.
  func flush() throws {
    guard isInPlace else { throw OutputFailure(step: .transfer, path: root, code: ENOENT) }
    guard syncfs(handle) == 0 else {
      throw OutputFailure(step: .transfer, path: root, code: errno)
    }
  }

  /// Removes what waits, and the place.
  func discard() throws {
    try clear()
    unsafe rmdir(folder)
  }

  private func clear() throws {
    for name in SystemFiles.names(in: folder, withHidden: true) {
      try SystemFiles.remove("\(folder)/\(name)")
    }
  }
}
