/// The rows of 特例 by person and code, and which of them released a finding.
struct ReleaseBook {
  private struct Key: Hashable {
    var number: TextKey
    var code: TextKey
  }

  private let exemptions: [Record]
  private var indices: [Key: Int] = [:]
  private(set) var used: Set<Int> = []

  init(_ exemptions: [Record]) {
    self.exemptions = exemptions
    for (index, exemption) in exemptions.enumerated() where ReleaseBook.isComplete(exemption) {
      let key = Key(
        number: TextKey(exemption[ExemptionField.idNumber]),
        code: TextKey(exemption[ExemptionField.code])
      )
      if indices[key] == nil { indices[key] = index }
    }
  }

  /// The row that releases a rule's findings about a person; it then counts as used.
  mutating func use(number: String, rule: Rule) -> Record? {
    guard !indices.isEmpty,
      let index = indices[Key(number: TextKey(number), code: TextKey(rule.rawValue))]
    else { return nil }
    used.insert(index)
    return exemptions[index]
  }

  /// A release without evidence or approver releases nothing.
  private static func isComplete(_ exemption: Record) -> Bool {
    ExemptionField.allCases.allSatisfy { !exemption[$0].isEmpty }
  }
}
