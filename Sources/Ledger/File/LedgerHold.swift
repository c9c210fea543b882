internal import Glibc
internal import Synchronization

/// That this process has a file open as a ledger, for as long as the value lives.
///
/// Who closes a descriptor of a file loses every POSIX lock of the process on it, those of SQLite among them
/// (fcntl(2)). Other processes then take the ledger for closed and remove the -wal file that is
/// still written to. So a file that is held is opened by SQLite alone, which knows of this.
final class LedgerHold: Sendable {
  /// What tells a file from others, whatever its path.
  private struct File: Hashable {
    var device: dev_t
    var inode: ino_t

    init?(_ path: String) {
      var status = stat()
      guard unsafe stat(path, &status) == 0 else { return nil }
      (device, inode) = (status.st_dev, status.st_ino)
    }
  }

  private static let counts = Mutex<[File: Int]>([:])

  private let file: File

  /// Holds a file; what looks at it through a descriptor of its own is over by then.
  init(_ path: String) throws(LedgerFailure) {
    guard let file = File(path) else { throw LedgerFailure(path: path, cause: .missing) }
    self.file = file
    LedgerHold.counts.withLock { $0[file, default: 0] += 1 }
  }

  deinit {
    LedgerHold.counts.withLock { counts in
      let left = (counts[file] ?? 1) - 1
      counts[file] = left > 0 ? left : nil
    }
  }

  /// Runs what opens and closes a file, unless the file is held.
  static func unlessHeld<Result: Sendable>(
    _ path: String,
    _ work: () throws(LedgerFailure) -> Result
  ) throws(LedgerFailure) -> Result? {
    try counts.withLock { counts throws(LedgerFailure) -> Result? in
      if let file = File(path), counts[file] != nil { return nil }
      return try work()
    }
  }

  /// Runs what opens and closes the file, where this is the only hold on it and SQLite has closed it.
  func ifAlone(_ work: () -> Void) {
    LedgerHold.counts.withLock { counts in
      if counts[file] == 1 { work() }
    }
  }
}
