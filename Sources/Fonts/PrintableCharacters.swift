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
    case 0x20...0x7E: true
    case 0..<0xA0, 0xAD: false
    case 0xA0..<0x300: true
    case 0x300...0x36F, 0x483...0x489, 0x591...0x5BD, 0x610...0x61A, 0x64B...0x65F: false
    case 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F: false
    case 0x1AB0...0x1AFF, 0x1DC0...0x1DFF: false
    case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x20D0...0x20FF: false
    case 0x302A...0x302F, 0x3099, 0x309A, 0x3164: false
    case 0xD800...0xF8FF: false
    case 0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFF: false
    case 0xE0000...: false
    default: true
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
