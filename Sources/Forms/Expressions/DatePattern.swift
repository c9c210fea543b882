/// A pattern of the `date` filter: `yyyy年M月d日`.
struct DatePattern: Sendable {
  private var parts: [Part] = []

  private enum Part {
    case year(digits: Int)
    case month(digits: Int)
    case day(digits: Int)
    case words(String)
  }

  /// A pattern of `y`, `M` and `d`.
  ///
  /// - Returns: nil where another Latin letter or an unknown count of one is met.
  init?(_ pattern: String) {
    var bytes = Array(pattern.utf8)[...]
    var words: [UInt8] = []
    while let byte = bytes.first {
      let isLetter = (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      guard isLetter else {
        words.append(byte)
        bytes.removeFirst()
        continue
      }
      let count = bytes.prefix { $0 == byte }.count
      bytes.removeFirst(count)
      if !words.isEmpty { parts.append(.words(String(decoding: words, as: UTF8.self))) }
      words = []
      switch (byte, count) {
      case (0x79, 4), (0x79, 2): parts.append(.year(digits: count))
      case (0x4D, 1...2): parts.append(.month(digits: count))
      case (0x64, 1...2): parts.append(.day(digits: count))
      default: return nil
      }
    }
    if !words.isEmpty { parts.append(.words(String(decoding: words, as: UTF8.self))) }
    guard !parts.isEmpty else { return nil }
  }

  /// A canonical day (`2021-09-01`) or month (`202009`, `2020-09`) in this pattern.
  ///
  /// - Returns: nil for other texts, and for a month where the pattern has a day.
  func format(_ text: String) -> String? {
    guard let date = DatePattern.read(text.utf8.span) else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(48)
    for part in parts {
      switch part {
      case .year(let digits):
        if digits == 2 {
          DatePattern.put(date.year % 100, digits: 2, to: &result)
        } else {
          DatePattern.put(date.year, digits: 1, to: &result)
        }
      case .month(let digits): DatePattern.put(date.month, digits: digits, to: &result)
      case .day(let digits):
        guard let day = date.day else { return nil }
        DatePattern.put(day, digits: digits, to: &result)
      case .words(let words): result.append(contentsOf: words.utf8)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Writes a number of at most four digits, zeros before it up to a count of digits.
  private static func put(_ number: Int, digits: Int, to bytes: inout [UInt8]) {
    var place = 1000
    var left = 4
    while place > 0 {
      if number >= place || left <= digits {
        bytes.append(UInt8(0x30 + number / place % 10))
      }
      place /= 10
      left -= 1
    }
  }

  private static func read(_ bytes: Span<UInt8>) -> (year: Int, month: Int, day: Int?)? {
    let isDay = bytes.count == 10 && bytes[4] == 0x2D && bytes[7] == 0x2D
    let isMonth = bytes.count == 7 && bytes[4] == 0x2D
    guard isDay || isMonth || bytes.count == 6, let year = number(bytes, 0..<4),
      let month = number(bytes, bytes.count == 6 ? 4..<6 : 5..<7), (1...12).contains(month)
    else { return nil }
    guard isDay else { return (year, month, nil) }
    guard let day = number(bytes, 8..<10), (1...31).contains(day) else { return nil }
    return (year, month, day)
  }

  private static func number(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var result = 0
    for index in range {
      guard (0x30...0x39).contains(bytes[index]) else { return nil }
      result = result * 10 + Int(bytes[index] - 0x30)
    }
    return result
  }
}
