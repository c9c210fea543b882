internal import Glibc
internal import Records

/// The clock: the only place where the program asks what day it is.
enum CivilClock {
  /// Today by the office's clock (UTC+8), whatever the machine's time zone.
  static var today: CalendarDate? {
    var now = time_t()
    unsafe time(&now)
    now += 8 * 3600
    var parts = unsafe tm()
    guard unsafe gmtime_r(&now, &parts) != nil else { return nil }
    return unsafe CalendarDate(
      year: Int(parts.tm_year) + 1900,
      month: Int(parts.tm_mon) + 1,
      day: Int(parts.tm_mday)
    )
  }
}
