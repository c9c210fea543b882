import Records

/// A value that a document shows otherwise than the one on paper.
struct ValueChange: Sendable {
  /// The table that holds the value.
  var table: TableKind
  /// The form that shows it; empty for values of the school, which many forms show.
  var form: String
  /// What tells the record from others of its table, as it is now; as it was for records that are
  /// gone.
  var key: String
  /// What told the record apart in the state on paper.
  var earlierKey: String
  /// The person; empty for records that are no person's.
  var name: String
  var idNumber: String
  /// The number on paper where it is another one.
  var earlierIDNumber: String
  /// 毕业证书编号 as it is now, and as it was.
  var certificates: [String]
  /// The field's heading, 「英语成绩」, or what became of the whole record.
  var item: String
  var before: String
  var after: String
}

/// What two states of a school show otherwise, record by record.
struct ValueComparison {
  private let old: PrintedSchool
  private let new: PrintedSchool
  /// The differences, in the order of the new state; what is gone comes last.
  private(set) var changes: [ValueChange] = []
  private var seen: Set<ByteKey> = []

  /// The item of a record that came or went as a whole.
  static let wholeRecord = "整条记录"
  /// The item of a student who stands in another 册.
  static let volume = "所在册"

  private struct Row {
    var table: PrintedTable
    var record: PrintedRecord
    var document: DocumentKey

    /// What names a record that is no person's: the major, or major and course.
    var label: String {
      guard record.idNumber.isEmpty, record.name.isEmpty else { return "" }
      return record.key.split(separator: "\u{1F}").joined(separator: " ")
    }
  }

  init(from old: PrintedSchool, to new: PrintedSchool) {
    self.old = old
    self.new = new
    for kind in TableKind.allCases { compare(kind) }
  }

  private static func rows(of kind: TableKind, in school: PrintedSchool) -> [(ByteKey, Row)] {
    school.tables.filter { $0.kind == kind }.flatMap { table in
      var here: [ByteKey: Int] = [:]
      return table.rows.map { record in
        // Rows with one key are told apart by their place; the same record in several documents is
        // one row with several tables.
        let place = here[ByteKey(record.key), default: 0]
        here[ByteKey(record.key)] = place + 1
        let key = place == 0 ? record.key : "\(record.key)\u{1F}\(place)"
        return (
          ByteKey(key),
          Row(
            table: table,
            record: record,
            document: school.documents[table.document].key
          )
        )
      }
    }
  }

  private mutating func compare(_ kind: TableKind) {
    let before = ValueComparison.rows(of: kind, in: old)
    let after = ValueComparison.rows(of: kind, in: new)
    let known = Dictionary(grouping: before, by: \.0).mapValues { $0.map(\.1) }
    let kept = Set(after.map(\.0))
    let added = after.filter { known[$0.0] == nil }.map(\.1)
    var removed = before.filter { !kept.contains($0.0) }.map(\.1)
    for (key, row) in after {
      if let candidates = known[key] {
        // A record that several documents show is compared with the table of the same document.
        compare(candidates.first { $0.document == row.document } ?? candidates[0], row)
      } else if let twin = ValueComparison.takeTwin(of: row, from: &removed, among: added) {
        compare(twin, row)
      } else if old.documents.contains(where: { $0.key == row.document }) {
        add(nil, row, item: ValueComparison.wholeRecord, "（无）", "增加")
      }
    }
    for row in removed where isStillMade(row.document) {
      add(row, nil, item: ValueComparison.wholeRecord, "（有）", "删去")
    }
  }

  private func isStillMade(_ document: DocumentKey) -> Bool {
    new.documents.contains { $0.key == document }
  }

  /// The row that an added one was before its key was corrected: the only one that shares the
  /// certificate, or else the name, or the number.
  private static func takeTwin(of row: Row, from removed: inout [Row], among added: [Row]) -> Row? {
    let sameness: [(PrintedRecord) -> String] = [\.certificate, \.name, \.idNumber]
    for property in sameness {
      let value = property(row.record)
      guard !value.isEmpty else { continue }
      let candidates = removed.indices.filter {
        property(removed[$0].record).hasSameBytes(as: value)
      }
      let rivals = added.count { property($0.record).hasSameBytes(as: value) }
      if candidates.count == 1, rivals == 1 { return removed.remove(at: candidates[0]) }
    }
    return nil
  }

  private mutating func compare(_ before: Row, _ after: Row) {
    if before.document != after.document, after.table.kind == .graduate {
      add(
        before,
        after,
        item: ValueComparison.volume,
        before.document.volume,
        after.document.volume
      )
    }
    for (place, heading) in after.table.headings.enumerated() {
      guard let old = before.table.headings.firstIndex(where: heading.hasSameBytes) else {
        continue
      }
      let (was, now) = (before.record.values[old], after.record.values[place])
      if !was.hasSameBytes(as: now) { add(before, after, item: heading, was, now) }
    }
  }

  private mutating func add(
    _ before: Row?,
    _ after: Row?,
    item: String,
    _ was: String,
    _ now: String
  ) {
    guard let row = after ?? before else { return }
    let kind = row.table.kind
    let mark = [String(kind.rawValue), row.record.key, item].joined(separator: "\u{1F}")
    // A value that several documents show is one correction.
    guard seen.insert(ByteKey(mark)).inserted else { return }
    let certificates = [after, before].compactMap { $0?.record.certificate }.filter { !$0.isEmpty }
    changes.append(
      ValueChange(
        table: kind,
        form: kind == .school ? "" : row.document.form,
        key: row.record.key,
        earlierKey: before?.record.key ?? row.record.key,
        name: row.record.name,
        idNumber: row.record.idNumber,
        earlierIDNumber: before?.record.idNumber ?? row.record.idNumber,
        certificates: certificates.count == 2 && certificates[0].hasSameBytes(as: certificates[1])
          ? [certificates[0]] : certificates,
        item: ([row.label] + [item]).filter { !$0.isEmpty }.joined(separator: " "),
        before: was,
        after: now
      )
    )
  }
}
