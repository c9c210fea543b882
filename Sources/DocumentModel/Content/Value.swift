/// Which record and field a shown value came from; opaque here, given its meaning by the room that
/// fills templates.
///
/// Archive, tagging, certificate and reprint find values by it.
@frozen public struct ValueID: Hashable, Sendable {
  /// The table, as a number of the record schema; 255 for values that are computed.
  public var table: UInt8
  /// The field, as a number of the table's schema; for scores 1000 plus the course's index.
  public var field: UInt16
  /// The record's index in its table of the school, from 0.
  public var record: UInt32

  /// The origin of a value.
  @inlinable public init(table: UInt8, field: UInt16, record: UInt32) {
    self.table = table
    self.field = field
    self.record = record
  }

  /// Text that comes from the template and not from a record.
  @inlinable public static var none: ValueID {
    ValueID(table: .max, field: .max, record: .max)
  }
}

/// A value of a record with what is shown of it.
public struct Value: Hashable, Sendable {
  /// The text as it is shown, after filters.
  public var text: String
  /// The canonical value of the record where it differs from `text`; nil where they are the same.
  public var raw: String?
  /// Where it came from.
  public var id: ValueID

  /// A filled value.
  @inlinable public init(text: String, raw: String? = nil, id: ValueID = .none) {
    self.text = text
    self.raw = raw
    self.id = id
  }

  /// The canonical value of the record.
  @inlinable public var canonical: String { raw ?? text }
}
