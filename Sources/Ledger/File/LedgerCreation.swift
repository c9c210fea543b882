internal import GRDB
internal import Glibc

/// Makes an empty ledger.
enum LedgerCreation {
  /// Makes an empty ledger at a path where nothing lies.
  ///
  /// It is made under another name and linked to its own when it is whole, so that a ledger always
  /// has its header, and of two processes one makes it.
  static func create(_ path: String) throws(LedgerFailure) {
    let temporary = "\(path).\(getpid()).new"
    defer {
      for ending in ["", "-journal", "-wal", "-shm"] { unsafe unlink(temporary + ending) }
    }
    // SQLite gives -wal and -shm the permissions of the file.
    let file = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      throw LedgerFailure(path: path, cause: .unwritable(LedgerHeader.words(errno)))
    }
    close(file)
    do {
      try fill(temporary)
    } catch {
      throw LedgerFailure(path: path, cause: .unwritable("\(error)"))
    }
    try move(temporary, to: path)
  }

  private static func fill(_ path: String) throws {
    let queue = try DatabaseQueue(path: Companions.plain(path))
    // A listing of a school's table is some ten thousand bytes; fewer pages are read faster.
    try queue.inDatabase { try $0.execute(sql: "PRAGMA page_size = 16384") }
    try LedgerTables.migrator.migrate(queue)
    try queue.inDatabase { database in
      guard try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL") == "wal" else {
        throw DatabaseError(message: "no WAL")
      }
    }
    try queue.close()
  }

  private static func move(_ temporary: String, to path: String) throws(LedgerFailure) {
    if unsafe link(temporary, path) == 0 { return }
    // Another process was faster: its ledger is as good.
    if errno == EEXIST { return }
    // Memory sticks know no links.
    guard errno == EPERM || errno == ENOTSUP || errno == EMLINK,
      unsafe access(path, F_OK) != 0, unsafe rename(temporary, path) == 0
    else { throw LedgerFailure(path: path, cause: .unwritable(LedgerHeader.words(errno))) }
  }
}
