/// How a student leaves (毕(结)业).
package enum Conclusion: UInt8, CaseIterable, Sendable {
  /// 毕业: a certificate is sealed.
  case graduated
  /// 结业: may have a certificate of its own.
  case completed
  /// 未毕业: no certificate.
  case notGraduated

  /// The name as it stands in tables.
  package var title: String {
    switch self {
    case .graduated: "毕业"
    case .completed: "结业"
    case .notGraduated: "未毕业"
    }
  }

  /// The canonical value of a field; nil for every other text.
  package init?(_ text: String) {
    guard
      let conclusion = Conclusion.allCases.first(where: { $0.title.hasSameBytes(as: text) })
    else { return nil }
    self = conclusion
  }
}
