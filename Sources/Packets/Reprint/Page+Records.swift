import DocumentModel
import Records

extension Page {
  /// The records of a table whose values stand on the page, each once, in reading order.
  func records(of table: TableKind) -> [Int] {
    var records: [Int] = []
    var highest = -1
    var last: UInt32?
    for run in body.runs where run.value.table == table.rawValue {
      guard run.value.record != last else { continue }
      last = run.value.record
      let record = Int(run.value.record)
      // Most lists show their records in order; the others have few on a page.
      if record > highest || !records.contains(record) { records.append(record) }
      highest = max(highest, record)
    }
    return records
  }
}
