/// Grades and lengths of schooling as inputs write them.
enum SchoolingReading {
  /// Reads a grade; the canonical form is `2020级`.
  static func grade(_ text: String) -> ValueReading {
    let folded = arabic(Cleaning.folded(text))
    if folded.hasSuffix("届") {
      return .faulty(.unreadableGrade, "年级“\(text)”是毕业届别。年级应填入学年级，如“2020级”。")
    }
    var digits = Array(folded.utf8)
    let mark = Array("级".utf8)
    let hasMark = digits.count > 3 && Array(digits.suffix(3)) == mark
    if hasMark { digits.removeLast(3) }
    let isNumber = !digits.isEmpty && digits.allSatisfy { (0x30...0x39).contains($0) }
    if isNumber, digits.count == 4, digits.starts(with: [0x32, 0x30]) {
      return reading(String(decoding: digits, as: UTF8.self) + "级", of: text)
    }
    if isNumber, hasMark, digits.count == 2 {
      return .recognised("20" + String(decoding: digits, as: UTF8.self) + "级")
    }
    return .faulty(.unreadableGrade, "无法识别年级“\(text)”。年级应填入学年级，如“2020级”。")
  }

  /// Reads a length of schooling; the canonical form is `3年`.
  static func years(_ text: String) -> ValueReading {
    var folded = arabic(Cleaning.folded(text))
    for ending in ["制", "年", ".0"] where folded.hasSuffix(ending) {
      folded = String(folded.unicodeScalars.dropLast(ending.unicodeScalars.count))
    }
    let digits = Array(folded.utf8)
    guard digits.count == 1, (0x31...0x36).contains(digits[0]) else {
      return .faulty(.unreadableYears, "无法识别学制“\(text)”。请写成“3年”。")
    }
    return reading(String(decoding: digits, as: UTF8.self) + "年", of: text)
  }

  private static func reading(_ result: String, of text: String) -> ValueReading {
    result.hasSameBytes(as: text) ? .same : .recognised(result)
  }

  /// Chinese digits, one by one, as Arabic digits.
  private static func arabic(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "〇", "零", "○": result.append("0")
      case "一": result.append("1")
      case "二", "两": result.append("2")
      case "三": result.append("3")
      case "四": result.append("4")
      case "五": result.append("5")
      case "六": result.append("6")
      case "七": result.append("7")
      case "八": result.append("8")
      case "九": result.append("9")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
