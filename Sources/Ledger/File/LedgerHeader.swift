internal import Glibc

/// What the first hundred bytes of a file say, before SQLite is asked to open it.
///
/// A file that is no ledger is never handed to SQLite, which might otherwise recover a journal
/// that lies beside it.
enum LedgerHeader {
  /// The mark of ledgers in SQLite's header: `YYin`.
  static let applicationID: UInt32 = 0x5959_696E
  /// The newest layout of tables that this program knows.
  static let formatVersion: UInt32 = 1

  /// What a file is.
  enum Finding: Hashable, Sendable {
    /// A ledger of this program.
    case ledger
    /// A ledger of a later program.
    case newer
    /// Another database.
    case database
    /// No database of SQLite.
    case other
  }

  /// Looks at a file; one that this process has open as a ledger was looked at then.
  ///
  /// - Throws: `LedgerFailure` when the file is missing or cannot be opened.
  static func finding(_ path: String) throws(LedgerFailure) -> Finding {
    try LedgerHold.unlessHeld(path) { () throws(LedgerFailure) -> Finding in try look(path) }
      ?? .ledger
  }

  private static func look(_ path: String) throws(LedgerFailure) -> Finding {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { throw LedgerFailure(path: path, cause: .missing) }
      throw LedgerFailure(path: path, cause: .unreadable(LedgerHeader.words(errno)))
    }
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return .other
    }
    var bytes = [UInt8](repeating: 0, count: 100)
    let count = unsafe bytes.withUnsafeMutableBytes {
      unsafe pread(file, $0.baseAddress, $0.count, 0)
    }
    guard count == bytes.count, bytes.starts(with: Array("SQLite format 3\0".utf8)) else {
      return .other
    }
    guard number(bytes[68..<72]) == applicationID else { return .database }
    return number(bytes[60..<64]) <= formatVersion ? .ledger : .newer
  }

  /// The system's words for an error number.
  static func words(_ code: Int32) -> String {
    guard let text = unsafe strerror(code) else { return "errno \(code)" }
    return unsafe String(cString: text)
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.reduce(0) { $0 << 8 | UInt32($1) }
  }
}
