/// Amounts in the capital characters of bills (票据法 and the central bank's rules for filling in
/// bills and settlement vouchers): 壹仟贰佰元整.
enum UpperMoney {
  private static let digits = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]
  private static let units = ["", "拾", "佰", "仟"]
  private static let groups = ["", "万", "亿"]

  /// The words of a whole amount or one with at most two decimals.
  ///
  /// - Returns: nil for other texts and above 12 digits.
  static func words(_ text: String) -> String? {
    let parts = text.utf8.split(separator: 0x2E, omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let yuan = number(parts[0]), parts[0].count <= 12 else {
      return nil
    }
    var (dimes, cents) = (0, 0)
    if parts.count == 2 {
      guard (1...2).contains(parts[1].count), let decimals = number(parts[1]) else { return nil }
      let hundredths = parts[1].count == 1 ? decimals * 10 : decimals
      (dimes, cents) = (hundredths / 10, hundredths % 10)
    }
    if yuan == 0, dimes == 0, cents == 0 { return "零元整" }
    var result = yuan == 0 ? "" : "\(whole(yuan))元"
    if dimes > 0 {
      result += "\(digits[dimes])角"
    } else if cents > 0, yuan > 0 {
      result += "零"
    }
    return result + (cents > 0 ? "\(digits[cents])分" : "整")
  }

  private static func number(_ bytes: Substring.UTF8View) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 12 else { return nil }
    var result = 0
    for byte in bytes {
      guard (0x30...0x39).contains(byte) else { return nil }
      result = result * 10 + Int(byte - 0x30)
    }
    return result
  }

  /// Groups of four digits; a gap of any length between two digits is one 零.
  private static func whole(_ number: Int) -> String {
    var result = ""
    var needsZero = false
    for group in stride(from: 2, through: 0, by: -1) {
      let value = (0..<group).reduce(number) { rest, _ in rest / 10_000 } % 10_000
      guard value > 0 else {
        if !result.isEmpty { needsZero = true }
        continue
      }
      for place in stride(from: 3, through: 0, by: -1) {
        let digit = (0..<place).reduce(value) { rest, _ in rest / 10 } % 10
        if digit == 0 {
          if !result.isEmpty { needsZero = true }
          continue
        }
        if needsZero { result += digits[0] }
        needsZero = false
        result += digits[digit] + units[place]
      }
      result += groups[group]
      needsZero = false
    }
    return result
  }
}
