internal import GRDB
internal import Records

/// The items that were corrected: an export that still has the old value must not undo a correction
/// unnoticed.
struct CorrectedItems {
  private struct Key: Hashable {
    var entity: Int64
    var item: TextKey
  }

  private var revisions: [Key: (revision: Int, value: TextKey)] = [:]

  init(_ database: Database) throws {
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT entity, item, revision, new FROM correction ORDER BY id"
    )
    while let row = try rows.next() {
      let key = Key(entity: row[0], item: TextKey(row[1]))
      revisions[key] = (row[2], TextKey(row[3]))
    }
  }

  /// The revision that gave an item of a record the value that it has.
  func revision(of entity: Int64, item: String, value: String) -> Int? {
    guard let last = revisions[Key(entity: entity, item: TextKey(item))],
      last.value == TextKey(value)
    else { return nil }
    return last.revision
  }
}
