internal import GRDB
internal import Glibc

/// A connection to a ledger that was looked at before it was opened for anything.
struct LedgerConnection: Sendable {
  let path: String
  private let file: OpenFile

  /// SQLite's connection and the hold on its file, which outlives it.
  private final class OpenFile: Sendable {
    let queue: DatabaseQueue
    private let hold: LedgerHold

    init(_ queue: DatabaseQueue, _ hold: LedgerHold) {
      self.queue = queue
      self.hold = hold
    }

    deinit { try? queue.close() }
  }

  /// What a connection is for.
  enum Purpose: Sendable {
    case reading
    case writing
  }

  /// Opens a ledger.
  ///
  /// The file is first opened for reading alone and checked, so that a damaged or foreign file is
  /// never written to. Who reads does not wait for the check of every page: each table is held
  /// against its content hash when it is read. Where another process writes, this one waits for `patience` seconds.
  init(
    _ path: String,
    for purpose: Purpose,
    patience: Double = 30
  ) throws(LedgerFailure) {
    self.path = path
    switch try LedgerHeader.finding(path) {
    case .ledger: break
    case .newer: throw LedgerFailure(path: path, cause: .newer)
    case .database, .other: throw LedgerFailure(path: path, cause: .foreign)
    }
    let hold = try LedgerHold(path)
    let companions = Companions(path)
    do {
      try LedgerConnection.check(path, for: purpose, patience: patience)
    } catch {
      companions.removeNew(hold)
      throw LedgerConnection.failure(error, path: path, purpose: .reading)
    }
    do {
      let queue = try LedgerConnection.queue(path, for: purpose, patience: patience)
      file = OpenFile(queue, hold)
    } catch {
      throw LedgerConnection.failure(error, path: path, purpose: purpose)
    }
  }

  /// Another connection to the same ledger, for reading at the same time.
  func another() throws(LedgerFailure) -> LedgerConnection {
    let hold = try LedgerHold(path)
    do {
      let queue = try LedgerConnection.queue(path, for: .reading, patience: 30)
      return LedgerConnection(path: path, file: OpenFile(queue, hold))
    } catch {
      throw LedgerConnection.failure(error, path: path, purpose: .reading)
    }
  }

  private init(path: String, file: OpenFile) {
    self.path = path
    self.file = file
  }

  /// A transaction that sees one state of the ledger.
  func read<Result>(_ work: (Database) throws -> Result) throws(LedgerFailure) -> Result {
    do {
      return try file.queue.read(work)
    } catch {
      throw LedgerConnection.failure(error, path: path, purpose: .reading)
    }
  }

  /// A transaction that holds the right to write from its first step; `work` says what becomes of it.
  func write(
    _ work: (Database) throws -> Database.TransactionCompletion
  ) throws(LedgerFailure) {
    do {
      try file.queue.inDatabase { database in
        // Deferred, a writer that has read an older state would be refused instead of waiting.
        try database.inTransaction(.immediate) { try work(database) }
      }
    } catch {
      throw LedgerConnection.failure(error, path: path, purpose: .writing)
    }
  }

  private static func configuration(
    _ purpose: Purpose,
    readonly: Bool,
    patience: Double
  ) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = readonly
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA cache_size = -16384; PRAGMA trusted_schema = OFF")
      switch purpose {
      case .reading: try database.execute(sql: "PRAGMA query_only = ON")
      // A revision that was reported as kept survives a power cut, too.
      case .writing: try database.execute(sql: "PRAGMA synchronous = FULL")
      }
    }
    return configuration
  }

  private static func check(
    _ path: String,
    for purpose: Purpose,
    patience: Double
  ) throws {
    let queue = try readOnlyQueue(path, patience: patience)
    defer { try? queue.close() }
    if purpose == .writing {
      let words = try queue.inDatabase { try String.fetchOne($0, sql: "PRAGMA quick_check(1)") }
      guard words == "ok" else { throw Damage(words: words ?? "quick_check") }
    }
    // Whoever reads a row relies on its columns and their types.
    let fresh = try DatabaseQueue()
    try LedgerTables.migrator.migrate(fresh)
    guard try queue.inDatabase(layout) == fresh.inDatabase(layout) else {
      throw Damage(words: "表结构不符")
    }
  }

  private static func layout(_ database: Database) throws -> Set<String> {
    Set(
      try String.fetchAll(
        database,
        sql: "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'grdb%'"
      )
    )
  }

  private static func readOnlyQueue(
    _ path: String,
    patience: Double
  ) throws -> DatabaseQueue {
    let configuration = configuration(.reading, readonly: true, patience: patience)
    do {
      let queue = try DatabaseQueue(path: Companions.plain(path), configuration: configuration)
      // SQLite opens files late: only a query tells whether it can.
      _ = try queue.inDatabase { try Int.fetchOne($0, sql: "PRAGMA schema_version") }
      return queue
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN {
      guard !Companions.isWritable(path) else { throw error }
      // A read-only folder cannot hold the files of a WAL reader; without them the file alone must
      // be the whole ledger.
      guard !Companions(path).holdsChanges else { throw Unmerged() }
      return try DatabaseQueue(path: Companions.immutable(path), configuration: configuration)
    }
  }

  private static func queue(
    _ path: String,
    for purpose: Purpose,
    patience: Double
  ) throws -> DatabaseQueue {
    // A reader that may also write removes the -wal and -shm files with its connection.
    if purpose == .reading, !Companions.isWritable(path) {
      return try readOnlyQueue(path, patience: patience)
    }
    let queue = try DatabaseQueue(
      path: Companions.plain(path),
      configuration: configuration(purpose, readonly: false, patience: patience)
    )
    if purpose == .writing { try LedgerTables.migrator.migrate(queue) }
    return queue
  }

  /// The bytes of the ledger are not whole.
  struct Damage: Error { var words: String }
  /// A ledger on a read-only disk with changes beside it.
  struct Unmerged: Error {}

  private static func failure(
    _ error: any Error,
    path: String,
    purpose: Purpose
  ) -> LedgerFailure {
    let cause: LedgerFailure.Cause
    switch error {
    case let failure as LedgerFailure: return failure
    case let damage as Damage: cause = .damaged(damage.words)
    case is Unmerged: cause = .unmerged
    case is DamagedText: cause = .damaged("内容与校验值不符")
    case let error as DatabaseError:
      let words = error.message ?? error.resultCode.description
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: cause = .busy
      case .SQLITE_CORRUPT, .SQLITE_NOTADB: cause = .damaged(words)
      case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
        cause = purpose == .writing ? .unwritable(words) : .unreadable(words)
      // A table or column that is missing: the file says that it is a ledger and is none.
      case .SQLITE_ERROR: cause = .damaged(words)
      default: cause = .transfer(words)
      }
    default: cause = .transfer("\(error)")
    }
    return LedgerFailure(path: path, cause: cause)
  }
}
