internal import Glibc

extension SystemFiles {
  /// The names in a folder, hidden ones only where they are asked for, by their bytes; none where there
  /// is no folder.
  static func names(in folder: String, withHidden: Bool = false) -> [String] {
    guard let directory = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      let isOther = name.hasPrefix(".") && (!withHidden || name == "." || name == "..")
      if !isOther { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The files below a folder, hidden ones too, by their paths in it.
  ///
  /// Links are not followed. What stands at a path for which `skips` is true is left out.
  static func files(below folder: String, skips: (String) -> Bool) -> [String] {
    var files: [String] = []
    var open = [""]
    while let base = open.popLast() {
      for name in names(in: "\(folder)/\(base)", withHidden: true) where !skips(base + name) {
        var status = stat()
        let path = "\(folder)/\(base)\(name)"
        let isFolder =
          unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
        if isFolder { open.append("\(base)\(name)/") } else { files.append(base + name) }
      }
    }
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Makes sure that a file can be put at a path below a folder: no file lies where its folders have to
  /// be, and no folder where it is to be.
  static func expectPlace(for path: String, in folder: String) throws {
    let names = path.split(separator: "/")
    var partial = folder
    for (index, name) in names.enumerated() {
      partial += "/\(name)"
      var status = stat()
      guard unsafe stat(partial, &status) == 0 else { return }
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      guard isFolder != (index == names.count - 1) else {
        throw OutputFailure(step: .create, path: partial, code: isFolder ? EISDIR : ENOTDIR)
      }
    }
  }

  /// Moves a file into place; one that is not there stays where it is.
  ///
  /// - Returns: Whether there was one.
  static func move(_ source: String, to target: String) throws -> Bool {
    if unsafe rename(source, target) == 0 { return true }
    let code = errno
    if code == ENOENT, !exists(source) { return false }
    throw OutputFailure(step: .transfer, path: target, code: code)
  }
}
