import Foundation
import GRDB
import Records
import Testing

@testable import Ledger

@Suite("The file of a ledger")
struct FileTests {
  private func filled(_ temporary: TemporaryLedger) throws {
    let ledger = try temporary.create()
    var sample = SampleSeason()
    for index in 0..<300 { sample.addGraduate("45000020050315\(1000 + index)", "韦\(index)") }
    _ = try ledger.add(sample.input(), accepting: false)
  }

  @Test("a ledger is one file in WAL mode that its owner alone can read, its companions too")
  func permissions() throws {
    let temporary = try TemporaryLedger()
    try filled(temporary)
    #expect(try temporary.files() == ["季.yanyin"])
    let ledger = try SeasonLedger(writing: temporary.path)
    let other = try DatabaseQueue(path: temporary.path)
    let names = try other.inDatabase { database in
      #expect(try String.fetchOne(database, sql: "PRAGMA journal_mode") == "wal")
      #expect(try Int.fetchOne(database, sql: "SELECT count(*) FROM version") == 301)
      return try temporary.files()
    }
    #expect(names == ["季.yanyin", "季.yanyin-shm", "季.yanyin-wal"])
    for name in names {
      let path = "\(temporary.folder)/\(name)"
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600, "\(name)")
    }
    _ = try ledger.lastRevision()
  }

  @Test("a reader leaves nothing beside the ledger and its bytes as they are")
  func reading() throws {
    let temporary = try TemporaryLedger()
    try filled(temporary)
    let bytes = try temporary.bytes()
    do {
      let ledger = try SeasonLedger(reading: temporary.path)
      #expect(try ledger.season(schema: .builtIn).season.schools[0].graduates.count == 300)
    }
    #expect(try temporary.files() == ["季.yanyin"])
    #expect(try temporary.bytes() == bytes)
  }

  @Test("a file on a disk that nobody can write to is read, unless changes wait beside it")
  func immutable() throws {
    let temporary = try TemporaryLedger()
    try filled(temporary)
    let address = Companions.immutable(temporary.path)
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: address, configuration: configuration)
    #expect(
      try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM revision") } == 1
    )
    #expect(!Companions(temporary.path).holdsChanges)
  }

  private func cause(_ path: String) -> LedgerFailure.Cause? {
    do {
      _ = try SeasonLedger(reading: path)
      return nil
    } catch {
      #expect(error.description.hasPrefix(path))
      return error.cause
    }
  }

  @Test("what is no ledger is told and left as it is")
  func foreign() throws {
    let temporary = try TemporaryLedger()
    #expect(cause(temporary.path) == .missing)
    for text in ["", "姓名,性别\n", "SQLite format 3\0"] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: temporary.path))
      #expect(cause(temporary.path) == .foreign)
      #expect(try temporary.bytes() == Data(text.utf8))
    }
    try FileManager.default.removeItem(atPath: temporary.path)
    let queue = try DatabaseQueue(path: temporary.path)
    try queue.inDatabase { try $0.execute(sql: "CREATE TABLE revision (number INTEGER)") }
    try queue.close()
    let bytes = try temporary.bytes()
    #expect(cause(temporary.path) == .foreign)
    #expect(throws: LedgerFailure(path: temporary.path, cause: .foreign)) {
      try SeasonLedger(writing: temporary.path)
    }
    #expect(try temporary.bytes() == bytes)
    #expect(try temporary.files() == ["季.yanyin"])
  }

  @Test("a database that calls itself a ledger and has other tables is damaged")
  func otherTables() throws {
    let temporary = try TemporaryLedger()
    let queue = try DatabaseQueue(path: temporary.path)
    try queue.inDatabase { database in
      try database.execute(sql: "CREATE TABLE revision (number INTEGER)")
      try database.execute(sql: "PRAGMA application_id = \(LedgerHeader.applicationID)")
    }
    try queue.close()
    guard case .damaged = cause(temporary.path) else {
      Issue.record("\(String(describing: cause(temporary.path)))")
      return
    }
    #expect(try temporary.files() == ["季.yanyin"])
  }

  @Test("a ledger of a later program is told")
  func newer() throws {
    let temporary = try TemporaryLedger()
    try filled(temporary)
    var bytes = try temporary.bytes()
    bytes[63] = UInt8(LedgerHeader.formatVersion + 1)
    try bytes.write(to: URL(fileURLWithPath: temporary.path))
    #expect(cause(temporary.path) == .newer)
  }

  @Test("a ledger with a broken page or a missing end is damaged, and stays as it is")
  func damaged() throws {
    let temporary = try TemporaryLedger()
    try filled(temporary)
    let sound = try SeasonLedger(reading: temporary.path).season(schema: .builtIn).season.lines
    let whole = try temporary.bytes()
    let page = 16384
    var damages: [Data] = []
    for number in 1..<whole.count / page {
      var bytes = whole
      bytes.replaceSubrange(
        number * page..<number * page + 200,
        with: Data(repeating: 0xA5, count: 200)
      )
      damages.append(bytes)
    }
    damages.append(whole.prefix(page * 3 + 100))
    for (number, bytes) in damages.enumerated() {
      try bytes.write(to: URL(fileURLWithPath: temporary.path))
      do {
        _ = try SeasonLedger(writing: temporary.path)
        Issue.record("page \(number + 1) is not found to be broken")
      } catch {
        guard case .damaged = error.cause else {
          Issue.record("\(error)")
          continue
        }
      }
      // A reader meets what it reads: it fails or has every value right.
      if let season = try? SeasonLedger(reading: temporary.path).season(schema: .builtIn) {
        #expect(season.season.lines == sound)
      }
      #expect(try temporary.bytes() == bytes)
      #expect(try temporary.files() == ["季.yanyin"])
    }
  }

  @Test("a value that was changed behind the program's back is damage")
  func tampered() throws {
    let temporary = try TemporaryLedger()
    try filled(temporary)
    let queue = try DatabaseQueue(path: temporary.path)
    try queue.inDatabase { database in
      try database.execute(
        sql: "UPDATE version SET fields = replace(fields, '韦7\"', '韦八\"') WHERE kind = 'graduate'"
      )
      #expect(database.changesCount > 0)
    }
    try queue.close()
    let ledger = try SeasonLedger(reading: temporary.path)
    do {
      _ = try ledger.season(schema: .builtIn)
      Issue.record("not found")
    } catch {
      guard case .damaged = error.cause else {
        Issue.record("\(error)")
        return
      }
    }
  }

  @Test("a writer that finds another one at work is told")
  func busy() throws {
    let temporary = try TemporaryLedger()
    let ledger = try temporary.create()
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: temporary.path, configuration: configuration)
    try other.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
    #expect(throws: LedgerFailure(path: temporary.path, cause: .busy)) {
      try ledger.add(SampleSeason().input(), accepting: false)
    }
    try other.inDatabase { try $0.execute(sql: "COMMIT") }
    #expect(try ledger.add(SampleSeason().input(), accepting: false).accepted != nil)
  }

  /// Whether this process has a lock on a file that other processes see.
  private func isLocked(_ path: String) throws -> Bool {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    let inode = try #require(attributes[.systemFileNumber] as? NSNumber)
    let process = " \(ProcessInfo.processInfo.processIdentifier) "
    return try String(contentsOfFile: "/proc/locks", encoding: .utf8).split(separator: "\n")
      .contains { $0.contains(process) && $0.contains(":\(inode) ") }
  }

  @Test("looking at a ledger that is open does not lose the lock by which others know that it is")
  func lock() throws {
    let temporary = try TemporaryLedger()
    try filled(temporary)
    #expect(try !isLocked(temporary.path))
    do {
      let ledger = try SeasonLedger(reading: temporary.path)
      #expect(try isLocked(temporary.path))
      #expect(SeasonLedger.isDatabase(temporary.path))
      #expect(try SeasonLedger(writing: temporary.path).lastRevision() == 1)
      #expect(try isLocked(temporary.path))
      #expect(try ledger.lastRevision() == 1)
    }
    #expect(try !isLocked(temporary.path))
    #expect(try temporary.files() == ["季.yanyin"])
  }

  @Test("the files beside a ledger stay where another process has it open")
  func companionsInUse() throws {
    let temporary = try TemporaryLedger()
    try filled(temporary)
    let companions = Companions(temporary.path)
    let names = ["-wal", "-shm"].map { temporary.path + $0 }
    for name in names { try Data().write(to: URL(fileURLWithPath: name)) }
    // The lock of a connection in WAL mode, until its input ends.
    let other = Process()
    other.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    other.arguments = [
      "python3", "-c",
      """
      import fcntl, sys
      file = open(sys.argv[1], "rb")
      fcntl.lockf(file, fcntl.LOCK_SH, 510, 0x40000002)
      print("locked", flush=True)
      sys.stdin.read()
      """, temporary.path,
    ]
    let (input, output) = (Pipe(), Pipe())
    other.standardInput = input
    other.standardOutput = output
    try other.run()
    #expect(!output.fileHandleForReading.availableData.isEmpty)
    companions.removeNew(try LedgerHold(temporary.path))
    #expect(try temporary.files().count == 3)
    try input.fileHandleForWriting.close()
    other.waitUntilExit()
    // This process has it open elsewhere, too.
    let hold = try LedgerHold(temporary.path)
    let second = try LedgerHold(temporary.path)
    withExtendedLifetime(second) { companions.removeNew(hold) }
    #expect(try temporary.files().count == 3)
  }

  @Test("files beside a ledger that nobody uses go")
  func companionsLeft() throws {
    let temporary = try TemporaryLedger()
    try filled(temporary)
    let companions = Companions(temporary.path)
    for name in ["-wal", "-shm"] {
      try Data().write(to: URL(fileURLWithPath: temporary.path + name))
    }
    companions.removeNew(try LedgerHold(temporary.path))
    #expect(try temporary.files() == ["季.yanyin"])
  }

  @Test("a ledger that another process has made meanwhile is taken as it is")
  func created() throws {
    let temporary = try TemporaryLedger()
    try filled(temporary)
    try SeasonLedger.create(temporary.path)
    #expect(try SeasonLedger(reading: temporary.path).lastRevision() == 1)
    #expect(try temporary.files() == ["季.yanyin"])
  }

  @Test("a ledger cannot be made where no file can be")
  func unwritable() throws {
    #expect(throws: LedgerFailure.self) { try SeasonLedger.create("/proc/季.yanyin") }
  }
}
