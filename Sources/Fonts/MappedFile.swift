internal import Glibc

/// A whole file mapped into memory for reading.
///
/// It is unmapped when the last user lets go.
@safe final class MappedFile: @unchecked Sendable {
  // Unchecked: the mapping is private, read-only and never changes after `init`.
  let base: UnsafeRawPointer
  let count: Int
  /// Which state of which file was mapped: device, inode, size and the times of its last changes.
  let identity: String

  /// Maps the file at a path.
  ///
  /// Throws where it cannot be read or is empty.
  init(path: String, name: String) throws(FontError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw FontError(file: name, reason: errno == ENOENT ? "没有这个文件" : "打不开（没有权限或磁盘出错）")
    }
    defer { close(descriptor) }
    var information = stat()
    guard unsafe fstat(descriptor, &information) == 0,
      information.st_mode & S_IFMT == S_IFREG
    else { throw FontError(file: name, reason: "不是普通文件") }
    let count = Int(information.st_size)
    // A font needs a header and a table directory; no font reaches 1 GB.
    guard count > 12, count < 1 << 30 else { throw FontError(file: name, reason: "不是字体文件") }
    guard let base = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0),
      unsafe base != MAP_FAILED
    else { throw FontError(file: name, reason: "读不进内存") }
    unsafe self.base = UnsafeRawPointer(base)
    self.count = count
    identity = MappedFile.identity(information)
  }

  private static func identity(_ file: stat) -> String {
    let times = [file.st_mtim, file.st_ctim].map { "\($0.tv_sec).\($0.tv_nsec)" }
    return ([String(file.st_dev), String(file.st_ino), String(file.st_size)] + times)
      .joined(separator: ":")
  }

  /// Hands out the file piece by piece and lets each go from memory again, so that reading all of a
  /// large font does not count as memory in use.
  func forEachPiece(_ body: (UnsafeRawBufferPointer) -> Void) {
    let piece = 1 << 20
    for offset in stride(from: 0, to: count, by: piece) {
      let length = min(piece, count - offset)
      unsafe body(UnsafeRawBufferPointer(start: base + offset, count: length))
      // Private and never written: the next reader finds the same bytes.
      _ = unsafe madvise(UnsafeMutableRawPointer(mutating: base + offset), length, MADV_DONTNEED)
    }
  }

  deinit {
    unsafe munmap(UnsafeMutableRawPointer(mutating: base), count)
  }

  /// Part of the file, cut at its end.
  func bytes(at offset: Int, count wanted: Int) -> TableBytes {
    let start = max(0, min(offset, count))
    return unsafe TableBytes(base: base + start, count: max(0, min(wanted, count - start)))
  }
}
