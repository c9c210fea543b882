internal import ArgumentParser
internal import Glibc
internal import Records

/// The clock: the only place where the program asks what day it is.
enum CivilClock {
  /// Today by the office's clock (UTC+8), whatever the machine's time zone.
  static var today: CalendarDate? {
    guard let parts = unsafe parts else { return nil }
    return unsafe CalendarDate(
      year: Int(parts.tm_year) + 1900,
      month: Int(parts.tm_mon) + 1,
      day: Int(parts.tm_mday)
    )
  }

  /// The minute by the office's clock: `2023-07-03 09:15`.
  static var minute: String? {
    guard let parts = unsafe parts, let today else { return nil }
    func twoDigits(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return unsafe "\(today.text) \(twoDigits(parts.tm_hour)):\(twoDigits(parts.tm_min))"
  }

  /// The day of a run: the one of `--today`, else today.
  static func day(_ given: String?) throws -> CalendarDate {
    guard let given else {
      guard let today else { throw ExitStatus.software }
      return today
    }
    guard let day = CalendarDate(given) else {
      throw ValidationError("--today wants a day as 2023-07-03.")
    }
    return day
  }

  /// The time of a revision: the day of `--today`, else the minute by the office's clock.
  static func revisionTime(_ given: String?) throws -> String {
    if given != nil { return try day(given).text }
    guard let minute else { throw ExitStatus.software }
    return minute
  }

  private static var parts: tm? {
    var now = time_t()
    unsafe Glibc.time(&now)
    now += 8 * 3600
    var parts = unsafe tm()
    guard unsafe gmtime_r(&now, &parts) != nil else { return nil }
    return unsafe parts
  }
}
