/// A number of a workbook as decimal digits: no floating point comes near it.
struct DecimalText {
  private var isNegative = false
  /// Digits without leading zeros.
  private var digits: [UInt8] = []
  /// How many of the digits stand before the point; may be negative.
  private var point = 0

  /// The number that a workbook writes: `12345678901`, `0.1`, `4.5000020050315E+17`.
  init?(_ text: String) {
    var isFraction = false
    var exponent = 0
    let bytes = Array(text.utf8)
    var index = 0
    if index < bytes.count, bytes[index] == 0x2D || bytes[index] == 0x2B {
      isNegative = bytes[index] == 0x2D
      index += 1
    }
    var count = 0
    scan: while index < bytes.count {
      switch bytes[index] {
      case 0x30...0x39:
        count += 1
        let digit = bytes[index] - 0x30
        if digit != 0 || !digits.isEmpty {
          digits.append(digit)
          if !isFraction { point += 1 }
        } else if isFraction {
          point -= 1
        }
      case 0x2E where !isFraction: isFraction = true
      case 0x45, 0x65:
        guard let value = Int(String(decoding: bytes[(index + 1)...], as: UTF8.self)),
          abs(value) <= 400
        else { return nil }
        exponent = value
        index = bytes.count
        break scan
      default: return nil
      }
      index += 1
    }
    guard count > 0, count <= 400 else { return nil }
    point += exponent
    round(to: 15)
  }

  /// Keeps the first digits, rounding half up; a spreadsheet knows 15.
  private mutating func round(to count: Int) {
    guard count >= 0 else {
      (digits, point) = ([], 0)
      return
    }
    if digits.count > count {
      let isUp = digits[count] >= 5
      digits.removeLast(digits.count - count)
      if isUp { increment() }
    }
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { (point, isNegative) = (0, false) }
  }

  private mutating func increment() {
    var index = digits.count - 1
    while index >= 0, digits[index] == 9 {
      digits[index] = 0
      index -= 1
    }
    if index >= 0 {
      digits[index] += 1
    } else {
      digits.insert(1, at: 0)
      point += 1
    }
  }

  /// The whole part of the number; nil where it is too large to be a day number.
  var wholePart: Int? {
    guard !isNegative, point <= 9 else { return nil }
    var value = 0
    for index in 0..<max(0, point) {
      value = value * 10 + (index < digits.count ? Int(digits[index]) : 0)
    }
    return value
  }

  /// The text that the user sees.
  func text(_ style: NumberFormats.Style) -> String {
    var copy = self
    switch style {
    case .general, .date: return copy.plain(whole: 1, decimals: nil)
    case .fixed(let whole, let decimals):
      copy.round(to: copy.point + decimals)
      return copy.plain(whole: whole, decimals: decimals)
    case .percent(let decimals):
      if !copy.digits.isEmpty { copy.point += 2 }
      copy.round(to: copy.point + decimals)
      return copy.plain(whole: 1, decimals: decimals) + "%"
    }
  }

  private func plain(whole: Int, decimals: Int?) -> String {
    guard (-40...400).contains(point) else { return isNegative ? "-0" : "0" }
    var result: [UInt8] = isNegative ? [0x2D] : []
    let count = max(0, point)
    for _ in 0..<max(0, whole - count) { result.append(0x30) }
    for index in 0..<count { result.append(0x30 + (index < digits.count ? digits[index] : 0)) }
    let length = decimals ?? max(0, digits.count - point)
    if length > 0 {
      result.append(0x2E)
      for index in point..<(point + length) {
        result.append(0x30 + (digits.indices.contains(index) ? digits[index] : 0))
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
