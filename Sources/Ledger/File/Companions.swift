internal import Glibc

/// The files that SQLite keeps beside a ledger while it is open: -wal and -shm.
struct Companions {
  private let path: String
  private let hadLog: Bool
  private let hadIndex: Bool

  init(_ path: String) {
    self.path = path
    hadLog = Companions.size("\(path)-wal") != nil
    hadIndex = Companions.size("\(path)-shm") != nil
  }

  /// Whether changes wait beside the file that belong into it.
  var holdsChanges: Bool { (Companions.size("\(path)-wal") ?? 0) > 0 }

  /// Removes the files that appeared since and hold nothing, unless another process uses them.
  func removeNew(_ hold: LedgerHold) {
    guard !hadLog, !hadIndex else { return }
    hold.ifAlone {
      let file = unsafe open(path, O_RDWR | O_CLOEXEC)
      guard file >= 0 else { return }
      // Whoever has the ledger open locks these bytes, and closing gives them back.
      defer { close(file) }
      guard Companions.lockAll(file), !holdsChanges else { return }
      unsafe unlink("\(path)-wal")
      unsafe unlink("\(path)-shm")
    }
  }

  /// Takes the lock under which SQLite itself removes the files: all bytes from `PENDING_BYTE` on that its
  /// connections lock.
  private static func lockAll(_ file: Int32) -> Bool {
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = 0x4000_0000
    lock.l_len = 2 + 510
    return unsafe fcntl(file, F_SETLK, &lock) == 0
  }

  /// Whether the ledger and the files beside it can be written.
  static func isWritable(_ path: String) -> Bool {
    unsafe access(path, W_OK) == 0 && access(folder(of: path), W_OK) == 0
  }

  /// The address under which SQLite reads a file that nobody can change.
  static func immutable(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var address = Array("file:".utf8)
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "%"), UInt8(ascii: "?"), UInt8(ascii: "#"), 0x80...:
        address += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: address.append(byte)
      }
    }
    return String(decoding: address, as: UTF8.self) + "?immutable=1"
  }

  /// A path that SQLite does not take for an address.
  static func plain(_ path: String) -> String {
    path.utf8.starts(with: "file:".utf8) ? "./\(path)" : path
  }

  /// The folder that a file lies in.
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func size(_ path: String) -> Int? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return Int(status.st_size)
  }
}
