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

  /// The person of a row; nil in tables without people.
  func individual(_ kind: TableKind, _ schema: RecordSchema) -> Subject.Individual? {
    guard let number = schema.slot("idNumber", in: kind) else { return nil }
    let name = schema.slot("name", in: kind).map { values[$0] } ?? ""
    return Subject.Individual(name: name, idNumber: values[number])
  }
}
