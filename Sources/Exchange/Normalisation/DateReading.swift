/// Days and months as inputs write them.
enum DateReading {
  /// Reads a day; the canonical form is `2021-09-01`.
  static func day(_ text: String, from1904: Bool) -> ValueReading {
    let folded = Cleaning.folded(text)
    let parts = parse(folded)
    switch parts {
    case .numbers(let numbers, let widths) where numbers.count == 3 && widths[0] == 4:
      if let day = CalendarDay(year: numbers[0], month: numbers[1], day: numbers[2]) {
        return reading(day.text, of: text)
      }
      return .faulty(.unreadableDate, "日期“\(text)”不存在。请用 YYYY-MM-DD。")
    case .numbers(let numbers, let widths) where numbers.count == 1 && widths[0] == 8:
      let number = numbers[0]
      if let day = CalendarDay(
        year: number / 10_000,
        month: number / 100 % 100,
        day: number % 100
      ) {
        return reading(day.text, of: text)
      }
      return .faulty(.unreadableDate, "日期“\(text)”不存在。请用 YYYY-MM-DD。")
    case .numbers(let numbers, let widths) where numbers.count == 1 && widths[0] == 5:
      if let day = serial(numbers[0], from1904: from1904) { return .recognised(day.text) }
    case .numbers(let numbers, _) where numbers.count == 3:
      return .faulty(.ambiguousDate, "日期“\(text)”有歧义，请用 YYYY-MM-DD。")
    case .numbers, .none: break
    }
    return .faulty(.unreadableDate, "“\(text)”不是日期。请用 YYYY-MM-DD。")
  }

  /// Reads a month; the canonical form is `202009`.
  static func month(_ text: String, isNumber: Bool, from1904: Bool) -> ValueReading {
    let folded = Cleaning.folded(text)
    if case .numbers(let numbers, let widths) = parse(folded) {
      // A numeric cell shows October as 2020.1.
      if isNumber, numbers.count == 2, widths[1] == 1, numbers[1] == 1 {
        return .faulty(
          .ambiguousDate,
          "“\(text)”是数值，分不清1月和10月。请将该列设为“文本”，写成 202001 或 202010。"
        )
      }
      let found: CalendarDay? =
        switch (numbers.count, widths[0]) {
        case (1, 6): CalendarDay(year: numbers[0] / 100, month: numbers[0] % 100, day: 1)
        case (1, 8):
          CalendarDay(year: numbers[0] / 10_000, month: numbers[0] / 100 % 100, day: 1)
        case (1, 5): serial(numbers[0], from1904: from1904)
        case (2, 4): CalendarDay(year: numbers[0], month: numbers[1], day: 1)
        case (3, 4): CalendarDay(year: numbers[0], month: numbers[1], day: numbers[2])
        default: nil
        }
      if let found { return reading(found.monthText, of: text) }
    }
    return .faulty(.unreadableMonth, "“\(text)”不是年月。请写成 202009 或 2020年9月。")
  }

  private enum Parts {
    case none
    case numbers([Int], widths: [Int])
  }

  /// Day numbers of the years 1954 to 2064: others are hardly meant as days.
  private static func serial(_ number: Int, from1904: Bool) -> CalendarDay? {
    (20_000...60_000).contains(number) ? CalendarDay(serial: number, from1904: from1904) : nil
  }

  private static func reading(_ result: String, of text: String) -> ValueReading {
    result.hasSameBytes(as: text) ? .same : .recognised(result)
  }

  /// The numbers of a date and how many digits each has; a time of day behind it is left out.
  private static func parse(_ folded: String) -> Parts {
    var numbers: [Int] = []
    var widths: [Int] = []
    var isOpen = false
    for scalar in folded.unicodeScalars {
      switch scalar {
      case "0"..."9":
        if !isOpen {
          numbers.append(0)
          widths.append(0)
        }
        isOpen = true
        numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(scalar.value) - 0x30
        widths[widths.count - 1] += 1
        guard widths[widths.count - 1] <= 8 else {
          return midnight(folded)
        }
      case "-", "/", ".", "年", "月", "—", "–":
        guard isOpen else { return .none }
        isOpen = false
      case "日", "号":
        guard isOpen, numbers.count == 3 else { return .none }
        isOpen = false
      default: return midnight(folded)
      }
      guard numbers.count <= 3 else { return .none }
    }
    return numbers.isEmpty ? .none : .numbers(numbers, widths: widths)
  }

  /// `2021-09-0100:00:00` and `2021-09-01T00:00:00`, blanks already gone.
  private static func midnight(_ folded: String) -> Parts {
    for ending in [
      "T00:00:00.000", "T00:00:00", "00:00:00.0", "00:00:00", "00:00", "0:00:00", "0:00",
    ]
    where folded.hasSuffix(ending) {
      let rest = String(folded.dropLast(ending.unicodeScalars.count))
      return rest.utf8.contains(UInt8(ascii: ":")) ? .none : parse(rest)
    }
    return .none
  }
}
