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
    guard let date = DatePattern.read(text) else { return nil }
    var result = ""
    for part in parts {
      switch part {
      case .year(let digits): result += digits == 2 ? padded(date.year % 100, 2) : "\(date.year)"
      case .month(let digits): result += padded(date.month, digits)
      case .day(let digits):
        guard let day = date.day else { return nil }
        result += padded(day, digits)
      case .words(let words): result += words
      }
    }
    return result
  }

  private func padded(_ number: Int, _ digits: Int) -> String {
    digits == 2 && number < 10 ? "0\(number)" : "\(number)"
  }

  private static func read(_ text: String) -> (year: Int, month: Int, day: Int?)? {
    let bytes = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int? {
      var result = 0
      for byte in bytes[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        result = result * 10 + Int(byte - 0x30)
      }
      return result
    }
    let isDay = bytes.count == 10 && bytes[4] == 0x2D && bytes[7] == 0x2D
    let isMonth = bytes.count == 7 && bytes[4] == 0x2D
    guard isDay || isMonth || bytes.count == 6, let year = number(0..<4),
      let month = bytes.count == 6 ? number(4..<6) : number(5..<7), (1...12).contains(month)
    else { return nil }
    guard isDay else { return (year, month, nil) }
    guard let day = number(8..<10), (1...31).contains(day) else { return nil }
    return (year, month, day)
  }
}
