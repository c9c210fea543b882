/// A face of the font set: its characters, its CIDs and its measures.
///
/// CIDs are the codes of PDF content. A CID below the glyph count is the face's glyph id. Where
/// several characters share one glyph, the preferred one keeps the glyph id and each other gets an
/// alias from the glyph count upward, so that text extraction tells them apart. All of it is a pure
/// function of the font file.
package final class Face: Sendable {
  /// The name of the font file, without its folder.
  package var fileName: String { program.fileName }
  /// Which font of a collection file; 0 elsewhere.
  package var collectionIndex: Int { program.collectionIndex }
  /// The font's PostScript name, of ASCII letters, digits and `-_.` only.
  package let postScriptName: String
  /// How many glyphs the font has: the first alias CID.
  package let glyphCount: Int
  /// What PDF asks to know about the font.
  package let description: FaceDescription
  /// How many characters share a glyph with others and found no free alias CID.
  ///
  /// They count as missing.
  package let unaliasedCount: Int

  let program: FontProgram
  /// The characters that this face can draw, ascending, and the CID of each.
  let characters: [(scalar: UInt32, cid: UInt16)]
  /// By CID: the advance in thousandths of the em.
  let advances: [Int16]
  /// By CID: its character, 0 for none.
  let scalars: [UInt32]
  /// By alias CID less the glyph count: the glyph.
  private let aliasGlyphs: [UInt16]

  /// Loads a face.
  ///
  /// Throws where the file is no TrueType font or is broken.
  init(program: FontProgram) throws(FontError) {
    let measures = try GlyphMeasures(program)
    let glyphCount = measures.glyphCount
    var found: [(scalar: UInt32, cid: UInt16)] = []
    found.reserveCapacity(glyphCount + 1024)
    var owners = [UInt32](repeating: 0, count: glyphCount)
    CharacterMap.forEach(in: program) { scalar, glyph in
      guard glyph > 0, Int(glyph) < glyphCount, PrintableCharacters.contains(scalar),
        !measures.isBlank(glyph) || PrintableCharacters.isSpace(scalar)
      else { return }
      found.append((scalar, glyph))
      let owner = owners[Int(glyph)]
      if owner == 0
        || PrintableCharacters.isCompatibilityForm(owner)
          && !PrintableCharacters.isCompatibilityForm(scalar)
      {
        owners[Int(glyph)] = scalar
      }
    }
    guard !found.isEmpty else {
      throw FontError(file: program.fileName, reason: "没有可用的 Unicode 字符（缺少 cmap 格式4或12）")
    }

    var advances = measures.advances
    var aliasGlyphs: [UInt16] = []
    var unaliased = 0
    func alias(of glyph: UInt16, advance: Int16) -> UInt16? {
      guard glyphCount + aliasGlyphs.count < 0xFFFF else {
        unaliased += 1
        return nil
      }
      aliasGlyphs.append(glyph)
      advances.append(advance)
      return UInt16(glyphCount + aliasGlyphs.count - 1)
    }
    var characters: [(scalar: UInt32, cid: UInt16)] = []
    characters.reserveCapacity(found.count + 3)
    for (scalar, glyph) in found {
      if owners[Int(glyph)] == scalar {
        characters.append((scalar, glyph))
      } else if let cid = alias(of: glyph, advance: measures.advances[Int(glyph)]) {
        characters.append((scalar, cid))
      }
    }
    for (scalar, substitutes) in Face.substitutes where !found.contains(where: { $0.0 == scalar }) {
      for substitute in substitutes {
        guard let glyph = found.first(where: { $0.scalar == substitute })?.cid else { continue }
        let advance = scalar == 0x3000 ? 1000 : measures.advances[Int(glyph)]
        if let cid = alias(of: glyph, advance: advance) { characters.append((scalar, cid)) }
        break
      }
    }

    var scalars = [UInt32](repeating: 0, count: advances.count)
    for (scalar, cid) in characters { scalars[Int(cid)] = scalar }
    self.program = program
    self.glyphCount = glyphCount
    self.characters = characters
    self.advances = advances
    self.scalars = scalars
    self.aliasGlyphs = aliasGlyphs
    unaliasedCount = unaliased
    description = FaceDescription(program, unitsPerEm: measures.unitsPerEm)
    postScriptName = FaceNames.postScriptName(of: program)
  }

  /// Characters that are drawn like another one where the font lacks them: the hyphen that does
  /// not break like a hyphen, fixed spaces like spaces.
  private static let substitutes: [(UInt32, [UInt32])] = [
    (0x2011, [0x2010, 0x2D]),
    (0xA0, [0x20]),
    (0x3000, [0x20]),
  ]

  /// The glyph that a CID is drawn with; 0 (.notdef) for a CID that the face does not have.
  package func glyph(of cid: UInt16) -> UInt16 {
    if Int(cid) < glyphCount { return cid }
    let index = Int(cid) - glyphCount
    return index < aliasGlyphs.count ? aliasGlyphs[index] : 0
  }

  /// The character that a CID stands for; nil where no character leads to it.
  package func scalar(of cid: UInt16) -> UInt32? {
    guard Int(cid) < scalars.count, scalars[Int(cid)] != 0 else { return nil }
    return scalars[Int(cid)]
  }

  /// The advance of a CID in thousandths of the em.
  package func advance(of cid: UInt16) -> Int {
    Int(cid) < advances.count ? Int(advances[Int(cid)]) : 0
  }

  /// Which state of which file the face was loaded from: device, inode, size and times.
  package var fileIdentity: String { program.file.identity }

  /// Reads the whole font file piece by piece, for fingerprints.
  package func forEachPiece(_ body: (UnsafeRawBufferPointer) -> Void) {
    unsafe program.file.forEachPiece(body)
  }
}
