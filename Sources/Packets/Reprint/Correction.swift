package import Records

/// A value that was corrected, as a ledger knows it: what a 更正单 says besides the two values.
package struct Correction: Sendable {
  /// The school's full name.
  package var school: String
  /// The table.
  package var table: TableKind
  /// The person's identity number, before or after the correction; empty for 学校.
  package var idNumber: String
  /// The field's heading, or the course.
  package var item: String
  /// The new value.
  package var value: String
  /// Why.
  package var reason: String
  /// Who.
  package var author: String
  /// When: `2023-07-04`.
  package var date: String

  /// A correction.
  package init(
    school: String,
    table: TableKind,
    idNumber: String,
    item: String,
    value: String,
    reason: String,
    author: String,
    date: String
  ) {
    self.school = school
    self.table = table
    self.idNumber = idNumber
    self.item = item
    self.value = value
    self.reason = reason
    self.author = author
    self.date = date
  }
}

extension ValueChange {
  /// The last correction that made the value what it is; `corrections` in the order in which they
  /// were made.
  func correction(in corrections: [Correction]) -> Correction? {
    let own = corrections.filter { correction in
      guard correction.item.hasSameBytes(as: plainItem) || correction.item.hasSameBytes(as: item)
      else { return false }
      guard correction.table == table || correction.table == .score && table == .graduate else {
        return false
      }
      return table == .school || correction.idNumber.hasSameBytes(as: idNumber)
        || correction.idNumber.hasSameBytes(as: earlierIDNumber)
    }
    return own.last { $0.value.hasSameBytes(as: after) } ?? own.last
  }

  /// The course of 「英语成绩」; the item itself for fields.
  private var plainItem: String {
    item.hasSuffix(PrintedTable.scoreEnding)
      ? String(item.dropLast(PrintedTable.scoreEnding.count)) : item
  }
}

extension PrintedTable {
  /// What follows a course's name in the heading of its scores.
  static let scoreEnding = "成绩"
}
