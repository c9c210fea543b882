/// A citizen identity number of 18 characters (GB 11643-1999).
///
/// Six digits of the area, eight of the birth date, three of a serial whose last one is odd for men,
/// and a check character (ISO 7064, MOD 11-2).
package struct IdentityNumber: Hashable, Sendable {
  /// The area code of the first registration (GB/T 2260), six digits.
  package let area: Int
  /// The birth date.
  package let birthDate: CalendarDate
  /// The sex that position 17 says.
  package let sex: Sex

  /// The area code with its six digits, leading zeros included.
  package var areaText: String {
    String(decoding: CalendarMonth.digits(area, width: 6), as: UTF8.self)
  }

  /// Why a text is no valid number; the order of the cases is the order of the checks.
  package enum Fault: Error, Hashable, Sendable {
    /// A spreadsheet's `4.50E+17`: the number is lost.
    case scientific
    /// Neither 18 characters nor the 15 digits of the old form.
    case length(Int)
    /// The 15 digits of numbers given out before 1999-10-01.
    case oldForm
    /// A letter that looks like a digit (`O`, `l`, `I`), at a position from 1.
    case letter(position: Int, letter: Unicode.Scalar, meant: Unicode.Scalar)
    /// Another character that is no digit, at a position from 1.
    case character(position: Int, character: Unicode.Scalar)
    /// `999` and 15 digits: a temporary number of the student registry.
    case temporary
    /// The birth date does not exist; as written, with dashes.
    case impossibleDate(String)
    /// The birth date lies after the day of the run.
    case futureDate(CalendarDate)
    /// The check character is wrong; everything else can be read.
    case checkDigit(expected: Unicode.Scalar, found: Unicode.Scalar, number: IdentityNumber)
  }

  /// Reads a canonical text (half-width, without spaces, `X` in upper case).
  ///
  /// - Parameters:
  ///   - text: the text of a field.
  ///   - today: the day of the run, the latest birth date that is accepted.
  /// - Throws: the first fault; a wrong check digit is never mended, only the right one is named.
  package init(_ text: String, today: CalendarDate) throws(Fault) {
    let bytes = text.utf8.span
    guard bytes.count == 18, let sums = IdentityNumber.sums(bytes) else {
      throw IdentityNumber.faultOfForm(text)
    }
    if bytes[0] == 0x39, bytes[1] == 0x39, bytes[2] == 0x39, bytes[17] != 0x58 {
      throw .temporary
    }
    guard
      sums.birthDay / 10_000 >= 1900,
      let birthDate = CalendarDate(
        year: sums.birthDay / 10_000,
        month: sums.birthDay / 100 % 100,
        day: sums.birthDay % 100
      )
    else {
      throw .impossibleDate(IdentityNumber.dashed(sums.birthDay))
    }
    guard birthDate <= today else { throw .futureDate(birthDate) }
    area = sums.area
    self.birthDate = birthDate
    sex = bytes[16] & 1 == 1 ? .male : .female
    guard bytes[17] == sums.check else {
      throw .checkDigit(
        expected: Unicode.Scalar(sums.check),
        found: Unicode.Scalar(bytes[17]),
        number: self
      )
    }
  }

  /// The area, the date and the expected check character; nil where a position holds no digit.
  private static func sums(
    _ bytes: Span<UInt8>
  ) -> (area: Int, birthDay: Int, check: UInt8)? {
    var area = 0
    var birthDay = 0
    // The weights are powers of two modulo 11, so Horner's scheme needs no table.
    var weighted = 0
    for index in 0..<17 {
      let digit = bytes[index] &- 0x30
      guard digit < 10 else { return nil }
      if index < 6 {
        area = area * 10 + Int(digit)
      } else if index < 14 {
        birthDay = birthDay * 10 + Int(digit)
      }
      weighted = (weighted + Int(digit)) * 2
    }
    let last = bytes[17]
    guard last &- 0x30 < 10 || last == 0x58 else { return nil }
    // Remainders 0, 1, 2 … 10 stand for 1, 0, X, 9 … 2.
    let remainder = weighted % 11
    let check: UInt8 =
      switch remainder {
      case 0: 0x31
      case 1: 0x30
      case 2: 0x58
      default: UInt8(0x30 + 12 - remainder)
      }
    return (area, birthDay, check)
  }

  private static func dashed(_ birthDay: Int) -> String {
    let digits = String(
      decoding: CalendarMonth.digits(birthDay, width: 8),
      as: UTF8.self
    )
    return "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))"
  }

  private static func faultOfForm(_ text: String) -> Fault {
    let scalars = Array(text.unicodeScalars)
    if isScientific(scalars) { return .scientific }
    guard scalars.count == 18 else {
      let isOld = scalars.count == 15 && scalars.allSatisfy { isDigit($0) }
      return isOld ? .oldForm : .length(scalars.count)
    }
    for (index, scalar) in scalars.enumerated() where !isDigit(scalar) {
      if index == 17, scalar == "X" { continue }
      switch scalar {
      case "O", "o": return .letter(position: index + 1, letter: scalar, meant: "0")
      case "l", "I", "i": return .letter(position: index + 1, letter: scalar, meant: "1")
      default: return .character(position: index + 1, character: scalar)
      }
    }
    return .length(scalars.count)
  }

  /// `4.50E+17`, `4.5e17`: digits, at most one point, an exponent.
  private static func isScientific(_ scalars: [Unicode.Scalar]) -> Bool {
    guard let exponent = scalars.firstIndex(where: { $0 == "E" || $0 == "e" }), exponent > 0 else {
      return false
    }
    let mantissa = scalars[..<exponent]
    var power = scalars[(exponent + 1)...]
    if power.first == "+" { power = power.dropFirst() }
    return mantissa.count { $0 == "." } <= 1 && isDigit(mantissa[0])
      && mantissa.allSatisfy { isDigit($0) || $0 == "." }
      && (1...3).contains(power.count) && power.allSatisfy { isDigit($0) }
      // Eighteen characters with an E inside are a mistyped number, not an exponent.
      && scalars.count != 18
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { "0"..."9" ~= scalar }
}
