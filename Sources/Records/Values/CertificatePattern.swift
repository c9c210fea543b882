/// How certificate numbers are made up, as `packet.xml` says: `{Y:4}{单位:2}{流水:5}`.
///
/// A part in braces is a name and a number of digits; `Y` is the year of graduation. Everything else
/// stands for itself.
package struct CertificatePattern: Hashable, Sendable {
  /// The pattern as it was written.
  package let text: String
  private let parts: [Part]

  private enum Part: Hashable {
    case literal([UInt8])
    case year(width: Int)
    case digits(width: Int)

    var width: Int {
      switch self {
      case .literal(let bytes): bytes.count
      case .year(let width), .digits(let width): width
      }
    }
  }

  /// Why a number does not follow the pattern.
  enum Fault: Hashable {
    /// Another number of characters than the pattern has.
    case length
    /// Another year.
    case year
    /// Another character than the pattern has at a position from 1.
    case character(Int)
  }

  /// A pattern; nil where the text is none.
  package init?(_ text: String) {
    var parts: [Part] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.first {
      guard byte == UInt8(ascii: "{") else {
        let end = rest.firstIndex(of: UInt8(ascii: "{")) ?? rest.endIndex
        guard !rest[..<end].contains(UInt8(ascii: "}")) else { return nil }
        parts.append(.literal(Array(rest[..<end])))
        rest = rest[end...]
        continue
      }
      guard let end = rest.firstIndex(of: UInt8(ascii: "}")),
        let part = CertificatePattern.part(rest[(rest.startIndex + 1)..<end])
      else { return nil }
      parts.append(part)
      rest = rest[(end + 1)...]
    }
    guard !parts.isEmpty else { return nil }
    self.text = text
    self.parts = parts
  }

  /// `Y:4`, `流水:5`: a name, a colon and a width from 1 to 18.
  private static func part(_ bytes: ArraySlice<UInt8>) -> Part? {
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > bytes.startIndex,
      let width = Int(String(decoding: bytes[(colon + 1)...], as: UTF8.self)), 1...18 ~= width
    else { return nil }
    let isYear = bytes[..<colon].elementsEqual("Y".utf8)
    if isYear { return 1...4 ~= width ? .year(width: width) : nil }
    return .digits(width: width)
  }

  /// How long the numbers are, in characters.
  var length: Int {
    parts.reduce(0) { sum, part in
      guard case .literal(let bytes) = part else { return sum + part.width }
      return sum + String(decoding: bytes, as: UTF8.self).unicodeScalars.count
    }
  }

  /// A number as it would look: `20230000001`.
  func example(year: Int) -> String {
    var text = ""
    for (index, part) in parts.enumerated() {
      switch part {
      case .literal(let bytes): text += String(decoding: bytes, as: UTF8.self)
      case .year(let width): text += CertificatePattern.digits(of: year, width: width)
      case .digits(let width):
        let isSerial = !parts[(index + 1)...].contains {
          if case .digits = $0 { true } else { false }
        }
        text += CertificatePattern.digits(of: isSerial ? 1 : 0, width: width)
      }
    }
    return text
  }

  /// Why a number does not follow the pattern; nil where it does.
  func fault(in number: String, year: Int) -> Fault? {
    let bytes = number.utf8.span
    guard bytes.count == parts.reduce(0, { $0 + $1.width }) else { return .length }
    var position = 0
    for part in parts {
      let end = position + part.width
      switch part {
      case .literal(let literal):
        for index in position..<end where bytes[index] != literal[index - position] {
          return .character(index + 1)
        }
      case .year(let width):
        guard let found = bytes.number(in: position..<end) else { return .character(position + 1) }
        if found != year % CertificatePattern.power(width) { return .year }
      case .digits:
        for index in position..<end where bytes[index] &- 0x30 > 9 { return .character(index + 1) }
      }
      position = end
    }
    return nil
  }

  private static func power(_ width: Int) -> Int {
    (0..<width).reduce(1) { power, _ in power * 10 }
  }

  private static func digits(of value: Int, width: Int) -> String {
    String(decoding: CalendarMonth.digits(value, width: width), as: UTF8.self)
  }
}
