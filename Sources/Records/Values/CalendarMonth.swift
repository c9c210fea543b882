/// A month of a year: 入学年月, 毕业年月, and the editions of area codes.
package struct CalendarMonth: Hashable, Comparable, Sendable {
  /// From 1 to 9999.
  package let year: Int
  /// From 1 to 12.
  package let month: Int

  /// A month; nil where there is none.
  package init?(year: Int, month: Int) {
    guard 1...9999 ~= year, 1...12 ~= month else { return nil }
    self.year = year
    self.month = month
  }

  /// A month in its canonical form `202009`; nil for every other text.
  package init?(_ text: String) {
    let bytes = text.utf8.span
    guard bytes.count == 6, let year = bytes.number(in: 0..<4),
      let month = bytes.number(in: 4..<6)
    else { return nil }
    self.init(year: year, month: month)
  }

  init(of date: CalendarDate) {
    year = date.year
    month = date.month
  }

  /// The canonical form `202009`.
  package var text: String {
    String(
      decoding: CalendarMonth.digits(year, width: 4) + CalendarMonth.digits(month, width: 2),
      as: UTF8.self
    )
  }

  /// The month's last day, on which its graduates' age is counted.
  package var lastDay: CalendarDate? {
    CalendarDate(
      year: year,
      month: month,
      day: CalendarMonth.length(year: year, month: month)
    )
  }

  /// Months since the beginning of the calendar, for distances.
  package var ordinal: Int { year * 12 + month - 1 }

  package static func < (left: CalendarMonth, right: CalendarMonth) -> Bool {
    left.ordinal < right.ordinal
  }

  static func length(year: Int, month: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  static func digits(_ value: Int, width: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0x30, count: width)
    var rest = value
    for index in stride(from: width - 1, through: 0, by: -1) {
      bytes[index] = 0x30 + UInt8(rest % 10)
      rest /= 10
    }
    return bytes
  }
}

extension Span<UInt8> {
  /// The value of ASCII digits in a range; nil where a byte is no digit.
  func number(in range: Range<Int>) -> Int? {
    var value = 0
    for index in range {
      let digit = self[index] &- 0x30
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }
}
