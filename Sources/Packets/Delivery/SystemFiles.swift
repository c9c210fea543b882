internal import CSystem
internal import Glibc

/// The few calls of the operating system that outputs need.
enum SystemFiles {
  /// The system's words for an error number.
  static func reason(_ code: Int32) -> String {
    switch code {
    case ENOENT: return "路径中有一段不存在"
    case ENOTDIR: return "路径中有一段是文件，不是文件夹"
    case EACCES, EPERM: return "没有权限"
    case EROFS: return "磁盘是只读的"
    case ENOSPC, EDQUOT: return "磁盘已满"
    case EISDIR, ENOTEMPTY: return "同名的文件夹占着这个位置"
    case EFBIG: return "文件超过了允许的大小"
    case ENAMETOOLONG: return "名称太长"
    case EIO: return "磁盘出错"
    default:
      guard let text = unsafe strerror(code) else { return "系统错误 \(code)" }
      return unsafe String(cString: text)
    }
  }

  /// Makes a folder and those above it; folders that exist are left as they are.
  static func makeFolders(_ path: String) throws {
    var partial = path.hasPrefix("/") ? "" : "."
    for component in path.split(separator: "/") {
      partial += "/\(component)"
      if unsafe mkdir(partial, 0o700) != 0, errno != EEXIST {
        throw OutputFailure(step: .create, path: partial, code: errno)
      }
    }
  }

  /// Makes folders of a path below a folder, which itself is not made: where it is gone, so it stays.
  static func makeFolders(_ path: String, in folder: String) throws {
    var partial = folder
    for component in path.split(separator: "/") {
      partial += "/\(component)"
      if unsafe mkdir(partial, 0o700) != 0, errno != EEXIST {
        throw OutputFailure(step: .create, path: partial, code: errno)
      }
    }
  }

  /// Writes a file in an open folder, readable by its owner only; `path` is how failures call it.
  static func write(_ bytes: [UInt8], named name: String, in folder: Int32, path: String) throws {
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW
    let file = unsafe openat(folder, name, flags, 0o600)
    guard file >= 0 else { throw OutputFailure(step: .create, path: path, code: errno) }
    do {
      try write(bytes, to: file, path: path)
    } catch {
      close(file)
      throw error
    }
    guard close(file) == 0 else { throw OutputFailure(step: .transfer, path: path, code: errno) }
  }

  /// Writes a file under a temporary name, readable by its owner only, and moves it into place, so
  /// that the name always holds a whole file, old or new.
  ///
  /// What is there and is no file (`/dev/stdout`, a pipe) is written to and stays what it is.
  static func replace(_ path: String, with bytes: [UInt8]) throws {
    if isDevice(path) { return try send(bytes, to: path) }
    let temporary = "\(path).\(getpid()).tmp"
    let file = unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw OutputFailure(step: .create, path: path, code: errno) }
    do {
      try write(bytes, to: file, path: path)
      guard close(file) == 0 else { throw OutputFailure(step: .transfer, path: path, code: errno) }
    } catch {
      close(file)
      unsafe unlink(temporary)
      throw error
    }
    guard unsafe rename(temporary, path) == 0 else {
      let code = errno
      unsafe unlink(temporary)
      throw OutputFailure(step: .transfer, path: path, code: code)
    }
  }

  private static func isDevice(_ path: String) -> Bool {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return false }
    return status.st_mode & S_IFMT != S_IFREG && status.st_mode & S_IFMT != S_IFDIR
  }

  private static func send(_ bytes: [UInt8], to path: String) throws {
    let file = unsafe open(path, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { throw OutputFailure(step: .create, path: path, code: errno) }
    defer { close(file) }
    try write(bytes, to: file, path: path)
  }

  private static func write(_ bytes: [UInt8], to file: Int32, path: String) throws {
    var offset = 0
    while offset < bytes.count {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(file, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
      }
      if written > 0 {
        offset += written
      } else if errno != EINTR {
        throw OutputFailure(step: .transfer, path: path, code: errno)
      }
    }
  }

  /// Makes sure that everything written below a folder is on the disk.
  static func flush(_ folder: String) throws {
    let directory = unsafe open(folder, O_RDONLY | O_CLOEXEC)
    guard directory >= 0 else { throw OutputFailure(step: .transfer, path: folder, code: errno) }
    defer { close(directory) }
    guard syncfs(directory) == 0 else {
      throw OutputFailure(step: .transfer, path: folder, code: errno)
    }
  }

  /// Removes a file; one that is not there is removed already.
  ///
  /// - Returns: Whether there was one.
  @discardableResult
  static func remove(_ path: String) throws -> Bool {
    if unsafe unlink(path) == 0 { return true }
    guard errno != ENOENT, errno != ENOTDIR else { return false }
    throw OutputFailure(step: .transfer, path: path, code: errno)
  }

  /// Whether something lies at a path.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }

  /// The bytes that `make` writes to a temporary file of its own, which is removed.
  ///
  /// `prefix` is the beginning of the file's path.
  static func bytes(madeAt prefix: String, by make: (String) throws -> Void) throws -> [UInt8] {
    var template = Array("\(prefix).XXXXXX".utf8CString)
    let file = unsafe mkstemp(&template)
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard file >= 0 else { throw OutputFailure(step: .create, path: prefix, code: errno) }
    close(file)
    defer { unsafe unlink(path) }
    try make(path)
    return try contents(of: path) ?? []
  }

  /// The bytes of a file; nil where there is none.
  static func contents(of path: String) throws -> [UInt8]? {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw OutputFailure(step: .transfer, path: path, code: errno)
    }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe read(file, $0.baseAddress, $0.count)
      }
      if count == 0 { return bytes }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw OutputFailure(step: .transfer, path: path, code: errno)
      }
      bytes.append(contentsOf: buffer[..<count])
    }
  }
}
