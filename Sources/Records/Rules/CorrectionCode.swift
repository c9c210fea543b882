package import Diagnostics

/// The codes of what keeps a set of corrections from being applied; all are errors.
package enum CorrectionCode: String, CaseIterable, Sendable {
  /// A table whose values are not corrected one by one.
  case table = "C001"
  /// 项目 is no heading of the table.
  case unknownItem = "C002"
  /// An item that says whose a row is.
  case fixedItem = "C003"
  /// A cell of the row that must be filled is empty.
  case emptyCell = "C004"
  /// 原值 and 新值 are the same.
  case noChange = "C005"
  /// 新值 cannot be read.
  case unreadableValue = "C006"
  /// The file holds another table than 更正.
  case otherTable = "C007"
  /// The ledger has no such person, school or course.
  case notFound = "C010"
  /// Several records or scores may be meant.
  case ambiguous = "C011"
  /// The ledger has another value than 原值.
  case oldValueDiffers = "C012"
  /// With 新值 the data would break a rule that it does not break now, or no font can draw it.
  case breaksRule = "C013"
  /// Two rows correct the same item.
  case repeated = "C014"

  /// A finding with this code.
  package func finding(
    _ message: String,
    at place: Place,
    notes: [Diagnostic.Note] = []
  ) -> Diagnostic {
    Diagnostic(.error, rawValue, message, at: place, notes: notes)
  }
}
