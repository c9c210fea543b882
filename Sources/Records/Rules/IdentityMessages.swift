/// What clerks read about a faulty identity number: what is wrong and what to do.
enum IdentityMessages {
  private static let remedy = "请对照身份证原件后在学籍系统中更正并重新导出。"

  static func text(of fault: IdentityNumber.Fault) -> String {
    switch fault {
    case .scientific:
      "科学计数法，原号码已丢失，无法恢复。请将该列设为“文本”后重新导出。"
    case .length(let length) where length < 18:
      "只有\(length)位，应为18位。\(remedy)"
    case .length(let length):
      "有\(length)位，应为18位。\(remedy)"
    case .oldForm:
      "15位旧号码，毕业证书须使用18位公民身份号码；程序不自动升位。"
    case .letter(let position, let letter, let meant):
      "第\(position)位是字母“\(letter)”，疑为数字\(meant)，请核对，程序不代改。"
    case .character(let position, let character):
      "第\(position)位是“\(visible(character))”，不是数字。\(remedy)"
    case .temporary:
      "学籍系统临时号，不能用于毕业证书验印。请在学籍系统中换成身份证号码后重新导出。"
    case .impossibleDate(let date) where date < "1900":
      "出生日期\(date)不可能。\(remedy)"
    case .impossibleDate(let date):
      "出生日期\(date)不存在。\(remedy)"
    case .futureDate(let date):
      "出生日期\(date.text)晚于今天。\(remedy)"
    case .checkDigit(let expected, let found, _):
      "校验位不正确：按前17位应为“\(expected)”，实为“\(found)”。\(remedy)"
    }
  }

  /// A character as messages may show it: control and format characters by their number.
  static func visible(_ scalar: Unicode.Scalar) -> String {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator, .spaceSeparator:
      hexadecimal(scalar)
    default:
      String(Character(scalar))
    }
  }

  /// `U+30EDD`.
  static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
