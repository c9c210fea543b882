internal import Glibc

/// Where a path leads to, links followed: two paths of one file are equal.
struct RealPath: Hashable {
  private let text: String

  private init(text: String) {
    self.text = text
  }

  /// The place of a path; of one that is not there yet, below the nearest folder that is.
  init?(_ path: String) {
    var missing: [Substring] = []
    var rest = path.split(separator: "/")
    var known = RealPath.resolved(path)
    while known == nil, let last = rest.popLast() {
      missing.insert(last, at: 0)
      known = RealPath.resolved((path.hasPrefix("/") ? "/" : "./") + rest.joined(separator: "/"))
    }
    guard let known else { return nil }
    text = ([known] + missing.map(String.init)).joined(separator: "/")
  }

  /// The folder above.
  var parent: RealPath {
    RealPath(text: "/" + text.split(separator: "/").dropLast().joined(separator: "/"))
  }

  /// Whether the place is a folder or lies in it.
  func isInside(_ folder: RealPath) -> Bool {
    self == folder || text.hasPrefix(folder.text == "/" ? "/" : folder.text + "/")
  }

  private static func resolved(_ path: String) -> String? {
    guard let real = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }
}
