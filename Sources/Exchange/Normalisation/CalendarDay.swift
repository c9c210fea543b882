/// A day of the Gregorian calendar.
struct CalendarDay: Hashable {
  var year: Int
  var month: Int
  var day: Int

  /// A day that exists.
  init?(year: Int, month: Int, day: Int) {
    guard (1900...2199).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard day <= lengths[month - 1] else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// The day of a spreadsheet's day number.
  ///
  /// Numbers count from 1900 (with the 29 February 1900 that never was, number 60) or from 1904.
  init?(serial: Int, from1904: Bool) {
    guard (from1904 ? 0 : 1)...200_000 ~= serial, from1904 || serial != 60 else { return nil }
    // Days from 1 March of year 0, the count of H. Hinnant's civil calendar.
    let epoch = from1904 ? 695_361 : serial < 60 ? 693_900 : 693_899
    let days = epoch + serial
    let era = days / 146_097
    let ofEra = days % 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * ofYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
      month: month,
      day: ofYear - (153 * shifted + 2) / 5 + 1
    )
  }

  /// `2021-09-01`.
  var text: String { "\(year)-\(CalendarDay.two(month))-\(CalendarDay.two(day))" }

  /// `202109`.
  var monthText: String { "\(year)\(CalendarDay.two(month))" }

  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
