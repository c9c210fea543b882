/// A row of 更正 as it was read: whose value, which, and what takes its place.
package struct CorrectionRow: Sendable {
  /// The table that holds the value.
  package var table: TableKind
  /// The school's full name; empty where the row names none.
  package var school: String
  /// The person's identity number; empty for 学校.
  package var idNumber: String
  /// The field or course.
  package var item: Item
  /// The value that the ledger must have.
  package var old: Value
  /// The value that takes its place; canonical.
  package var new: String
  /// Why.
  package var reason: String
  /// Where it was read.
  package var origin: RowOrigin

  /// What is corrected.
  package enum Item: Hashable, Sendable {
    /// The field of this slot of the table.
    case field(Int)
    /// A score, by the words of the clerk: the course, and what tells several scores of it apart.
    case score(String)
  }

  /// A value as the clerk wrote it and as it is kept.
  package struct Value: Hashable, Sendable {
    /// As it was written.
    package var written: String
    /// In its canonical form.
    package var canonical: String

    /// A value.
    package init(written: String, canonical: String) {
      self.written = written
      self.canonical = canonical
    }
  }

  /// A row.
  package init(
    table: TableKind,
    school: String,
    idNumber: String,
    item: Item,
    old: Value,
    new: String,
    reason: String,
    origin: RowOrigin
  ) {
    self.table = table
    self.school = school
    self.idNumber = idNumber
    self.item = item
    self.old = old
    self.new = new
    self.reason = reason
    self.origin = origin
  }
}
