internal import Glibc

/// The machine's processors.
enum Cores {
  /// How many this process may use.
  static var count: Int {
    max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  }
}
