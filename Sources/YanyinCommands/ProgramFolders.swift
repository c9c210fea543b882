internal import Glibc
internal import Packets

/// Where the program's own templates and fonts are.
struct ProgramFolders {
  /// The folder that holds `Templates` and `fonts`: what YANYIN_HOME names, else the current folder
  /// or the nearest one above the program that has them.
  static func home() -> String? {
    if let named = unsafe getenv("YANYIN_HOME") { return unsafe String(cString: named) }
    if isHome(".") { return "." }
    var folder = executable()
    while let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) {
      folder = String(folder[..<slash])
      if isHome(folder) { return folder }
      if isHome("\(folder)/share/yanyin") { return "\(folder)/share/yanyin" }
    }
    return nil
  }

  /// Where the user keeps what can be computed again; nil where the user has no home.
  static func cache() -> String? {
    for (variable, suffix) in [("XDG_CACHE_HOME", "/yanyin"), ("HOME", "/.cache/yanyin")] {
      guard let value = unsafe getenv(variable) else { continue }
      let folder = unsafe String(cString: value)
      if folder.hasPrefix("/") { return folder + suffix }
    }
    return nil
  }

  /// The folder of a season's templates: the given one if it holds a `packet.xml`, else the year's
  /// folder below it, or the newest.
  static func templates(_ given: String?, year: Int?) -> String? {
    guard let base = given ?? home().map({ "\($0)/Templates" }) else { return nil }
    if year == nil, exists("\(base)/packet.xml") { return base }
    if let year {
      if exists("\(base)/\(year)/packet.xml") { return "\(base)/\(year)" }
      return base.hasSuffix("/\(year)") && exists("\(base)/packet.xml") ? base : nil
    }
    let years = entries(of: base).compactMap(Int.init).sorted(by: >)
    return years.first { exists("\(base)/\($0)/packet.xml") }.map { "\(base)/\($0)" }
  }

  private static func isHome(_ folder: String) -> Bool {
    exists("\(folder)/Templates") && exists("\(folder)/fonts/FormSong-Regular.ttf")
  }

  private static func exists(_ path: String) -> Bool {
    unsafe access(path, R_OK) == 0
  }

  private static func executable() -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = unsafe readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard count > 0 else { return "" }
    return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func entries(of folder: String) -> [String] {
    guard let directory = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      names.append(name)
    }
    return names
  }
}
