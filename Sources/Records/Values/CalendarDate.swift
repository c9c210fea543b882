/// A day of the Gregorian calendar that exists, without a time zone.
///
/// The year runs from 1 to 9999. The clock never enters here: the day of a run is given.
package struct CalendarDate: Hashable, Comparable, Sendable {
  /// From 1 to 9999.
  package let year: Int
  /// From 1 to 12.
  package let month: Int
  /// From 1.
  package let day: Int

  /// A day; nil where the calendar has none.
  package init?(year: Int, month: Int, day: Int) {
    guard 1...9999 ~= year, 1...12 ~= month, day >= 1,
      day <= CalendarMonth.length(year: year, month: month)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// A day in its canonical form `2021-09-01`; nil for every other text.
  package init?(_ text: String) {
    let bytes = text.utf8.span
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
      let year = bytes.number(in: 0..<4), let month = bytes.number(in: 5..<7),
      let day = bytes.number(in: 8..<10)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The canonical form `2021-09-01`.
  package var text: String {
    var bytes = CalendarMonth.digits(year, width: 4)
    bytes.append(0x2D)
    bytes += CalendarMonth.digits(month, width: 2)
    bytes.append(0x2D)
    bytes += CalendarMonth.digits(day, width: 2)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Full years of life on another day; negative before birth.
  ///
  /// Somebody born on 29 February turns a year older on 1 March of a common year.
  package func age(on other: CalendarDate) -> Int {
    let hadBirthday = (other.month, other.day) >= (month, day)
    return other.year - year - (hadBirthday ? 0 : 1)
  }

  /// The month that holds the day.
  package var calendarMonth: CalendarMonth { CalendarMonth(of: self) }

  package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}
