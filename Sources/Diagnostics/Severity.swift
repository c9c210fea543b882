/// How bad a finding is.
package enum Severity: UInt8, Comparable, CaseIterable, Sendable {
  /// Information: a normalisation, a heading row that was found lower, a sheet that was skipped.
  case note = 0
  /// Printed, but listed for the clerk to look at.
  case warning = 1
  /// Withholds exactly the documents that would show the faulty value.
  case error = 2

  package static func < (left: Severity, right: Severity) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The word that clerks read: 错误, 警告 or 提示.
  package var label: String {
    switch self {
    case .note: "提示"
    case .warning: "警告"
    case .error: "错误"
    }
  }

  /// The word that scripts read in JSON.
  package var keyword: String {
    switch self {
    case .note: "note"
    case .warning: "warning"
    case .error: "error"
    }
  }
}
