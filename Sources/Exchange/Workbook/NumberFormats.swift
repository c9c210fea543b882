/// How the cells of a workbook show their numbers.
struct NumberFormats {
  /// What a format shows.
  enum Style: Hashable {
    /// The number as it is.
    case general
    /// A day or a month.
    case date
    /// At least so many whole digits and exactly so many decimals: `000123`, `85.0`.
    case fixed(whole: Int, decimals: Int)
    /// Hundredths with so many decimals.
    case percent(decimals: Int)
  }

  /// By the index that cells name.
  var styles: [Style] = []

  /// The style of a cell.
  func style(_ index: Int) -> Style {
    styles.indices.contains(index) ? styles[index] : .general
  }

  /// The style of a built-in format (ECMA-376 part 1, 18.8.30), Chinese date formats included.
  static func builtIn(_ id: Int) -> Style {
    switch id {
    case 1: .fixed(whole: 1, decimals: 0)
    case 2: .fixed(whole: 1, decimals: 2)
    case 9: .percent(decimals: 0)
    case 10: .percent(decimals: 2)
    case 14...17, 22, 27...31, 36, 50...54, 57, 58: .date
    default: .general
    }
  }

  /// The style of a format code.
  static func style(ofCode code: String) -> Style {
    var bare: [UInt8] = []
    var isQuoted = false
    var isBracket = false
    var isEscaped = false
    for byte in code.utf8 {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if isQuoted {
        continue
      } else if byte == UInt8(ascii: "[") {
        isBracket = true
      } else if byte == UInt8(ascii: "]") {
        isBracket = false
      } else if isBracket {
        continue
      } else if byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "*")
      {
        isEscaped = true
      } else if byte == UInt8(ascii: ";") {
        break
      } else {
        bare.append(byte | (0x41...0x5A ~= byte ? 0x20 : 0))
      }
    }
    if bare.starts(with: Array("general".utf8)) { return .general }
    if bare.contains(UInt8(ascii: "y")) || bare.contains(UInt8(ascii: "d")) { return .date }
    // A month alone; beside hours, seconds or digits the letter means minutes or something else.
    if bare.contains(UInt8(ascii: "m")), !bare.contains(where: { "hs0#".utf8.contains($0) }) {
      return .date
    }
    let isPercent = bare.last == UInt8(ascii: "%")
    if isPercent { bare.removeLast() }
    let parts = bare.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 2, bare.allSatisfy({ $0 == 0x30 || $0 == 0x2E }), !parts[0].isEmpty else {
      return .general
    }
    let decimals = parts.count == 2 ? parts[1].count : 0
    return isPercent
      ? .percent(decimals: decimals) : .fixed(whole: parts[0].count, decimals: decimals)
  }
}
