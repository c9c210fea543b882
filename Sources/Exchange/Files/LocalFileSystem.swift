internal import Glibc

/// The files of this machine.
package struct LocalFileSystem: InputFileSystem {
  /// The files of this machine.
  package init() {}

  package func kind(of path: String) -> InputKind? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return switch status.st_mode & S_IFMT {
    case S_IFDIR: .folder
    case S_IFREG: .file
    default: .other
    }
  }

  package func names(in folder: String) throws(InputFailure) -> [String] {
    guard let stream = unsafe opendir(folder) else {
      throw InputFailure(path: folder, reason: LocalFileSystem.reason(errno))
    }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { buffer in
        unsafe String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }

  package func bytes(of file: String, limit: Int) throws(InputFailure) -> [UInt8] {
    // What was a file a moment ago may be a pipe now, and opening one waits for its writer.
    let descriptor = unsafe open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw InputFailure(path: file, reason: LocalFileSystem.reason(errno))
    }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw InputFailure(path: file, reason: LocalFileSystem.reason(errno))
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw InputFailure(path: file, reason: LocalFileSystem.reason(EISDIR))
    default: throw InputFailure.notRegular(file)
    }
    guard Int(status.st_size) <= limit else { throw InputFailure.tooLarge(file, limit: limit) }
    // Its size may not be the last word: it is read until it ends.
    var bytes: [UInt8] = []
    var wanted = max(Int(status.st_size), 0) + 1
    while true {
      let start = bytes.count
      var failure: Int32 = 0
      var got = 0
      let piece = unsafe [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
        got = unsafe read(descriptor, buffer.baseAddress, buffer.count)
        failure = got < 0 ? errno : 0
        count = max(got, 0)
      }
      if failure == EINTR { continue }
      guard failure == 0 else {
        throw InputFailure(path: file, reason: LocalFileSystem.reason(failure))
      }
      if got == 0 { return bytes }
      if start == 0 { bytes = piece } else { bytes += piece }
      guard bytes.count <= limit else { throw InputFailure.tooLarge(file, limit: limit) }
      wanted = 1 << 16
    }
  }

  private static func reason(_ code: Int32) -> String {
    switch code {
    case ENOENT: "文件不存在。请检查路径。"
    case EACCES, EPERM: "没有读取权限。"
    case EISDIR: "是文件夹，不是文件。"
    default: "无法读取（系统错误 \(code)）。"
    }
  }
}

extension InputFailure {
  /// No file at all.
  static func notRegular(_ path: String) -> InputFailure {
    InputFailure(path: path, reason: "是管道、套接字或设备，不是普通文件，不能读取。请先存成文件。")
  }

  /// The file is over the limit.
  static func tooLarge(_ path: String, limit: Int) -> InputFailure {
    InputFailure(path: path, reason: "文件超过 \(limit >> 20) MB，不予读取。")
  }
}
