/// A built-in field of a table: the raw value is its slot in a record.
package protocol RecordField: RawRepresentable, CaseIterable, Sendable where RawValue == Int {
  /// The table it belongs to.
  static var table: TableKind { get }
  /// Its names and kind.
  var definition: FieldDefinition { get }
}
