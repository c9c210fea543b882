internal import Glibc

/// What tells whether two paths lead to one folder.
struct FolderIdentity: Equatable {
  private let device: Int
  private let inode: Int

  /// Nil where there is no folder.
  init?(_ path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
    device = Int(truncatingIfNeeded: status.st_dev)
    inode = Int(truncatingIfNeeded: status.st_ino)
  }
}
