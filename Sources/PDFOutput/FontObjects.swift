internal import Fonts

/// The six objects of an embedded subset: a composite font with two-byte codes that are CIDs
/// (ISO 32000-1, 9.7).
enum FontObjects {
  /// Adds them and gives the number of the font object.
  static func add(_ font: SubsetFont, to haru: HaruDocument) throws(HaruError) -> UInt32 {
    let file = try haru.add(
      ObjectSource(deflated: font.fontFile, entries: "/Length1 \(font.fontFileLength)")
    )
    let glyphMap = try haru.add(ObjectSource(deflated: font.glyphMap))
    let toUnicode = try haru.add(ObjectSource(deflated: font.toUnicode))
    let about = font.description
    let box = about.boundingBox.map(String.init).joined(separator: " ")
    // Flag 4: the glyphs are found by number, not through a Latin encoding.
    let descriptor = try plain(
      "/Type/FontDescriptor/FontName/\(font.baseName)/Flags 4/FontBBox[\(box)]"
        + "/ItalicAngle \(about.italicAngle)/Ascent \(about.ascent)/Descent \(about.descent)"
        + "/CapHeight \(about.capHeight)/StemV \(about.stemWidth)/FontFile2 \(file.number) 0 R\n",
      in: haru
    )
    let descendant = try plain(
      "/Type/Font/Subtype/CIDFontType2/BaseFont/\(font.baseName)"
        + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        + "/FontDescriptor \(descriptor) 0 R/CIDToGIDMap \(glyphMap.number) 0 R/DW 1000"
        + "/W \(String(decoding: font.widths, as: UTF8.self))\n",
      in: haru
    )
    return try plain(
      "/Type/Font/Subtype/Type0/BaseFont/\(font.baseName)/Encoding/Identity-H"
        + "/DescendantFonts[\(descendant) 0 R]/ToUnicode \(toUnicode.number) 0 R\n",
      in: haru
    )
  }

  private static func plain(_ text: String, in haru: HaruDocument) throws(HaruError) -> UInt32 {
    try haru.add(ObjectSource { _, bytes in bytes.append(contentsOf: text.utf8) }).number
  }
}
