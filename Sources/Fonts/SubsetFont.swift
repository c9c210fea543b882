/// What a PDF embeds of a face for a set of CIDs.
///
/// Compressed streams are zlib streams.
package final class SubsetFont: Sendable {
  /// The face's index in the font set.
  package let face: Int
  /// `ABCDEF+FormSong-Regular`: the tag is a hash of face and CIDs.
  package let baseName: String
  /// What the font descriptor says.
  package let description: FaceDescription
  /// The subset as a TrueType file, compressed.
  package let fontFile: [UInt8]
  /// Its length before compression (`/Length1`).
  package let fontFileLength: Int
  /// The `CIDToGIDMap` stream, compressed.
  package let glyphMap: [UInt8]
  /// The `ToUnicode` CMap, compressed.
  package let toUnicode: [UInt8]
  /// The text of the `/W` array; the default width is 1000.
  package let widths: [UInt8]

  init(
    face: Int,
    baseName: String,
    description: FaceDescription,
    fontFile: [UInt8],
    fontFileLength: Int,
    glyphMap: [UInt8],
    toUnicode: [UInt8],
    widths: [UInt8]
  ) {
    self.face = face
    self.baseName = baseName
    self.description = description
    self.fontFile = fontFile
    self.fontFileLength = fontFileLength
    self.glyphMap = glyphMap
    self.toUnicode = toUnicode
    self.widths = widths
  }

  /// About how much memory it holds.
  var weight: Int { fontFile.count + glyphMap.count + toUnicode.count + widths.count + 512 }
}
