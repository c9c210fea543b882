/// What is known of the area code that begins an identity number (GB/T 2260).
///
/// Police went on issuing numbers with codes that had been abolished, so nothing here is more than a
/// hint to look at the card.
package enum AreaCodes {
  /// What a code is on the day of a birth.
  package enum Standing: Hashable, Sendable {
    /// In force at the time, or of another province, or of Hong Kong, Macau or Taiwan.
    case known
    /// A code of Guangxi that was abolished more than a year before the birth; its last name.
    case abolished(name: String)
    /// In no edition.
    case unknown
  }

  /// Looks a code up.
  ///
  /// A code of Guangxi counts as known for people born no later than a year after its last edition.
  /// Codes of other provinces are told by their first two digits.
  package static func standing(of code: Int, born birth: CalendarDate) -> Standing {
    let province = code / 10_000
    guard province == 45 else {
      switch code {
      case 810_000, 820_000, 830_000: return .known
      default: return otherProvinces.contains(province) ? .known : .unknown
      }
    }
    let lastEdition = table.lastEditions[code - 450_000]
    guard lastEdition != 0 else { return .unknown }
    if lastEdition >= table.current || birth.calendarMonth.ordinal <= lastEdition + 12 {
      return .known
    }
    return .abolished(name: table.names[code] ?? "")
  }

  /// The name of a code of Guangxi in its last edition; nil for codes of no edition.
  package static func name(of code: Int) -> String? {
    table.names[code]
  }

  /// The names of the fourteen cities, in the order of their codes.
  package static let cities: [String] = (1...14).compactMap { name(of: 450_000 + $0 * 100) }

  private static let otherProvinces: Set<Int> = [
    11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 46,
    50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71,
  ]

  private struct Table: Sendable {
    /// The month of the last edition by code less 450000; 0 for codes of no edition.
    var lastEditions = [Int](repeating: 0, count: 10_000)
    var names: [Int: String] = [:]
    /// The last edition that was read whole: what it lists is in force.
    var current = 0
  }

  private static let table: Table = {
    var table = Table()
    for line in GuangxiAreaTable.text.utf8.split(separator: 0x0A) {
      let parts = line.split(separator: 0x20).map { String(Substring($0)) }
      guard parts.count == 4, let code = Int(parts[0]), 450_000..<460_000 ~= code,
        let last = CalendarMonth(parts[2])
      else { continue }
      let index = code - 450_000
      if last.ordinal >= table.lastEditions[index] {
        table.lastEditions[index] = last.ordinal
        table.names[code] = parts[3]
      }
    }
    table.current = table.lastEditions[0]
    return table
  }()
}
