/// Why XML could not be written.
package enum MarkupWriterError: Error, Hashable, CustomStringConvertible {
  /// A text holds a code point that XML 1.0 has no way to carry (section 2.2 of the
  /// recommendation): control characters and U+FFFE, U+FFFF.
  case illegalCharacter(scalar: UInt32, place: String)
  /// A name is not a name of ASCII letters, digits, `-`, `_` and `.` that starts with a letter.
  case illegalName(String)
  /// The library refused: no memory, or elements that are not closed in order.
  case refused(String)

  /// What happened, for engineers; it never shows the text itself.
  package var description: String {
    switch self {
    case .illegalCharacter(let scalar, let place):
      "U+\(String(scalar, radix: 16, uppercase: true)) in <\(place)> cannot be written as XML 1.0"
    case .illegalName(let name): "\(name) is no name of an XML element or attribute"
    case .refused(let step): "libxml2 refused to \(step)"
    }
  }
}
