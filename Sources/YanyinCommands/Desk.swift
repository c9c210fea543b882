internal import Glibc

/// Who sits at the desk.
enum Desk {
  /// The name under which the user is logged in: who made a revision where nobody says.
  static var user: String {
    if let entry = unsafe getpwuid(getuid()), let name = unsafe entry.pointee.pw_name {
      return unsafe String(cString: name)
    }
    return "uid \(getuid())"
  }
}
