internal import Diagnostics
internal import Glibc

/// A folder with fonts: what lies in it and which roles it fills.
struct FontFolder {
  let path: String
  let roles: RoleMap

  /// Lists a folder; nil where it cannot be read.
  init?(path: String, sink: inout DiagnosticSink) {
    guard let names = FontFolder.names(in: path) else { return nil }
    self.path = path
    if names.contains("fonts.txt") {
      let file = path + "/fonts.txt"
      guard let text = FontFolder.text(of: file) else { return nil }
      roles = RoleMap(text: text, file: file, sink: &sink)
    } else {
      roles = RoleMap(fileNames: names)
    }
  }

  private static func names(in path: String) -> [String]? {
    guard let folder = unsafe opendir(path) else { return nil }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      names.append(name)
    }
    return names
  }

  private static func text(of path: String) -> String? {
    guard let file = unsafe fopen(path, "rb") else { return nil }
    defer { unsafe fclose(file) }
    // A role map has a dozen lines.
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }
}
