/// Which characters may be drawn with a glyph at all, whatever a font says.
///
/// What is left out is missing in every glyph table, so that layout reports it: characters that
/// show nothing or act on their neighbours (controls, zero-width characters, direction marks,
/// variation selectors, combining marks, which no form can place without shaping), private
/// characters, whose picture depends on the machine that made the data, and the replacement
/// character, which says that the data was already lost.
enum PrintableCharacters {
  static func contains(_ scalar: UInt32) -> Bool {
    switch scalar {
    // Han and ASCII need no look-up; fonts have little else.
    case 0x3400...0x9FFF, 0x2_0000...0x3_FFFF, 0x20...0x7E: return true
    // OBJECT REPLACEMENT and REPLACEMENT CHARACTER.
    case 0xFFFC, 0xFFFD: return false
    default: break
    }
    guard let properties = Unicode.Scalar(scalar)?.properties else { return false }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .lineSeparator, .paragraphSeparator,
      .nonspacingMark, .enclosingMark, .spacingMark:
      return false
    default:
      return !properties.isDefaultIgnorableCodePoint
    }
  }

  /// Spaces, the only characters whose glyph may be empty.
  static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// Compatibility forms, which get the alias where they share a glyph with another character.
  static func isCompatibilityForm(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E80...0x2FDF, 0x3300...0x33FF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF,
      0x2F800...0x2FA1F:
      true
    default: false
    }
  }
}
