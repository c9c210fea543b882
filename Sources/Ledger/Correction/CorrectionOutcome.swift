package import Diagnostics

/// What became of a set of corrections.
package enum CorrectionOutcome: Sendable {
  /// Something keeps them from being applied; the ledger was left as it is.
  case refused([Diagnostic])
  /// The revision that was made.
  case applied(revision: Int, [TableDifference])
}
