internal import Diagnostics
internal import Records

extension Season {
  /// Where a field of a record stands in its file.
  func place(of record: Record, slot: Int) -> Place {
    let source = Int(record.origin.source)
    guard sources.indices.contains(source) else { return .none }
    return sources[source].place(slot: slot, row: Int(record.origin.row))
  }
}

extension Record {
  /// Whether the values of two records have the same bytes.
  func hasSameValues(as other: Record) -> Bool {
    values.count == other.values.count
      && zip(values, other.values).allSatisfy { $0.hasSameBytes(as: $1) }
  }

  /// The person of a row for messages: `韦* 450000********0028`.
  func person(_ kind: TableKind, _ schema: RecordSchema) -> String? {
    guard let number = schema.slot("idNumber", in: kind) else { return nil }
    let name = schema.slot("name", in: kind).map { values[$0] } ?? ""
    let family = name.unicodeScalars.first.map { "\(String($0))* " } ?? ""
    return family + Masking.identity(values[number])
  }
}
