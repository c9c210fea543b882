/// A row of a table: canonical texts by slot, and where it was read.
///
/// Values are texts in their canonical form (a day as `2021-09-01`, a month as `202009`); names are
/// kept exactly as they were read.
package struct Record: Sendable {
  /// The values by slot; empty where the input has none.
  ///
  /// Extra fields follow the built-in ones.
  package var values: ContiguousArray<String>
  /// Where the row was read.
  package var origin: RowOrigin

  /// A record.
  package init(values: ContiguousArray<String>, origin: RowOrigin) {
    self.values = values
    self.origin = origin
  }

  /// The value of a built-in field; empty where the input has none.
  @inlinable package subscript(field: some RecordField) -> String {
    get { values[field.rawValue] }
    set { values[field.rawValue] = newValue }
  }
}

/// Where a record was read: which sheet of which file, which row.
@frozen package struct RowOrigin: Hashable, Sendable {
  /// Index into the season's `sources`; -1 for records that no file holds.
  package var source: Int32
  /// The row as the clerk counts them, from 1.
  package var row: Int32

  /// A row of a source.
  @inlinable package init(source: Int32, row: Int32) {
    self.source = source
    self.row = row
  }

  /// No file holds the record.
  @inlinable package static var none: RowOrigin { RowOrigin(source: -1, row: 0) }
}
