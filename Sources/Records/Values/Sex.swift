/// Sex as GB/T 2261.1 has it for the two values that rolls hold.
package enum Sex: UInt8, CaseIterable, Sendable {
  /// 男.
  case male
  /// 女.
  case female

  /// 男 or 女, as it stands in tables and on sheets.
  package var title: String {
    switch self {
    case .male: "男"
    case .female: "女"
    }
  }

  /// The canonical value of a field; nil for every other text.
  package init?(_ text: String) {
    if text.hasSameBytes(as: "男") {
      self = .male
    } else if text.hasSameBytes(as: "女") {
      self = .female
    } else {
      return nil
    }
  }
}
