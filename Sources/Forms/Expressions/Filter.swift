internal import Diagnostics
internal import Records

/// A compiled filter.
///
/// A value that a filter does not understand is left as it is: nothing that a record holds may
/// vanish from paper.
enum Filter: Sendable {
  case date(DatePattern)
  /// Text in place of an empty value.
  case blank(String)
  case prefix(String)
  case suffix(String)
  /// Removes an ending.
  case without(String)
  case mask(FieldKind)
  case upperMoney
  /// Keeps the words on one line.
  case tight

  /// The filters of the language with what stands after their name.
  static let names = [
    "date", "blank", "default", "count", "mask", "upper-money", "prefix", "suffix", "without",
    "tight",
  ]

  func apply(to text: String) -> String {
    switch self {
    case .date(let pattern): return pattern.format(text) ?? text
    case .blank(let words): return text.utf8.isEmpty ? words : text
    case .prefix(let words): return text.utf8.isEmpty ? text : words + text
    case .suffix(let words): return text.utf8.isEmpty ? text : text + words
    case .without(let ending):
      let (bytes, tail) = (Array(text.utf8), Array(ending.utf8))
      guard bytes.count > tail.count, bytes.suffix(tail.count).elementsEqual(tail) else {
        return text
      }
      return String(decoding: bytes.dropLast(tail.count), as: UTF8.self)
    case .mask(let kind): return Filter.masked(text, kind)
    case .upperMoney: return UpperMoney.words(text) ?? text
    case .tight: return Filter.unbroken(text)
    }
  }

  private static func masked(_ text: String, _ kind: FieldKind) -> String {
    switch kind {
    case .phone: return Masking.phone(text)
    case .personName:
      let scalars = Array(text.unicodeScalars)
      guard let first = scalars.first else { return text }
      return String(Character(first)) + String(repeating: "*", count: scalars.count - 1)
    default: return Masking.identity(text)
    }
  }

  /// Spaces become no-break spaces (U+00A0); other characters stay, so that the text comes back
  /// from the PDF as it was.
  private static func unbroken(_ text: String) -> String {
    guard text.utf8.contains(0x20) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { scalars.append(scalar == " " ? "\u{A0}" : scalar) }
    return String(scalars)
  }
}
