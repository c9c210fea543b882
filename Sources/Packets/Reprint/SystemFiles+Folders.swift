internal import Glibc

extension SystemFiles {
  /// The names in a folder but for hidden ones, by their bytes; none where there is no folder.
  static func names(in folder: String) -> [String] {
    guard let directory = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Moves a file into place; one that is not there stays where it is.
  static func move(_ source: String, to target: String) throws {
    guard unsafe rename(source, target) != 0, errno != ENOENT else { return }
    throw OutputFailure(step: .transfer, path: target, code: errno)
  }
}
