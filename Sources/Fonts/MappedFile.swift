internal import Glibc

/// A whole file mapped into memory for reading.
///
/// It is unmapped when the last user lets go.
@safe final class MappedFile: @unchecked Sendable {
  // Unchecked: the mapping is private, read-only and never changes after `init`.
  let base: UnsafeRawPointer
  let count: Int

  /// Maps the file at a path.
  ///
  /// Throws where it cannot be read or is empty.
  init(path: String, name: String) throws(FontError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
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
