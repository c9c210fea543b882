/// Which of two 学年学期 is the later one, as far as their texts tell.
///
/// Nobody prescribes how a term is written (2021-1, 2021-2022学年第二学期, 2021秋, 三下): two terms are
/// compared by their numbers, if they have equally many.
enum TermOrder {
  /// Whether the first of two terms comes before the second; nil where their texts do not say.
  static func isEarlier(_ left: String, than right: String) -> Bool? {
    if left.hasSameBytes(as: right) { return nil }
    guard let left = numbers(left), let right = numbers(right), left.count == right.count,
      left != right
    else { return nil }
    return left.lexicographicallyPrecedes(right)
  }

  /// The numbers of a term in their order; nil where it has none.
  private static func numbers(_ text: String) -> [Int]? {
    var numbers: [Int] = []
    var digits = 0
    for scalar in text.unicodeScalars {
      if let digit = digit(scalar) {
        // More digits than a year and a term have are no term.
        guard digits < 9 else { return nil }
        if digits == 0 { numbers.append(0) }
        numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + digit
        digits += 1
        continue
      }
      digits = 0
      // A school year (2020-2021) begins in autumn, a calendar year in spring.
      let isSchoolYear = numbers.count > 1
      switch scalar {
      case "上": numbers.append(1)
      case "下": numbers.append(2)
      case "春": numbers.append(isSchoolYear ? 2 : 1)
      case "秋": numbers.append(isSchoolYear ? 1 : 2)
      default:
        if let index = chinese.firstIndex(of: scalar) { numbers.append(index + 1) }
      }
    }
    return numbers.isEmpty ? nil : numbers
  }

  private static let chinese = Array("一二三四五六七八九十".unicodeScalars)

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value - 0x30)
    case 0xFF10...0xFF19: Int(scalar.value - 0xFF10)
    default: nil
    }
  }
}
