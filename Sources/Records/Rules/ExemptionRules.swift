internal import Diagnostics

/// Rows of 特例 that release nothing, so that nobody relies on them.
///
/// Comes after all other rules, when it is known which rows were used.
enum ExemptionRules {
  static func check(used: Set<Int>, _ run: inout RuleRun) {
    let exemptions = run.season.exemptions
    for (index, exemption) in exemptions.enumerated() {
      let code = exemption[ExemptionField.code]
      if code.isEmpty || used.contains(index) { continue }
      let rule: Rule
      let message: String
      switch Rule.allCases.first(where: { $0.rawValue.hasSameBytes(as: code) }) {
      case nil:
        rule = .exemptionUnknownCode
        message = "没有代码为\(ShownValue.quoted(code))的规则，这条特例不起作用。"
      case let named? where !named.isReleasable:
        rule = .exemptionNotAllowed
        message = "\(named.rawValue)不能用特例放行，请更正数据。可放行的有\(releasable)。"
      default:
        rule = .exemptionUnused
        message = "这条特例没有用到：该生没有可放行的\(code)，或特例的栏目未填全，或与前一行重复。"
      }
      run.report(
        rule,
        message,
        at: exemption,
        index,
        in: nil,
        fields: [ExemptionField.code]
      )
    }
  }

  private static let releasable = Rule.allCases.filter(\.isReleasable).map(\.rawValue)
    .joined(separator: "、")
}
