internal import Glibc

/// What tells cheaply whether a file is still the one that was written: its size, its times and its
/// place on the disk.
///
/// Who changes a file in place and sets the clock back is not found out; `yanyin verify` is for that.
struct FileStamp: Hashable, Sendable {
  var size: Int
  var modified: Int
  var changed: Int
  var inode: Int
  var device: Int

  /// The stamp of a file; nil where no file lies.
  init?(_ path: String) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    size = Int(status.st_size)
    modified = Int(status.st_mtim.tv_sec) * 1_000_000_000 + Int(status.st_mtim.tv_nsec)
    changed = Int(status.st_ctim.tv_sec) * 1_000_000_000 + Int(status.st_ctim.tv_nsec)
    inode = Int(truncatingIfNeeded: status.st_ino)
    device = Int(truncatingIfNeeded: status.st_dev)
  }

  init(size: Int, modified: Int, changed: Int, inode: Int, device: Int) {
    self.size = size
    self.modified = modified
    self.changed = changed
    self.inode = inode
    self.device = device
  }

  /// The stamp of the running program; nil where the system does not say.
  static var program: FileStamp? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = unsafe readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard count > 0 else { return nil }
    return FileStamp(
      String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    )
  }
}
