/// The advances of a font's glyphs and which of them are empty.
struct GlyphMeasures {
  let glyphCount: Int
  let unitsPerEm: Int
  /// By glyph: the advance in thousandths of the em, rounded to the nearest.
  let advances: [Int16]
  private let outlines: TableBytes
  private let hasLongOffsets: Bool

  init(_ program: FontProgram) throws(FontError) {
    func broken(_ reason: String) -> FontError {
      FontError(file: program.fileName, reason: reason)
    }
    let head = program.table("head")
    let unitsPerEm = Int(head.u16(18))
    // OpenType allows 16 to 16384.
    guard (16...16_384).contains(unitsPerEm) else { throw broken("head 表已损坏") }
    hasLongOffsets = head.u16(50) != 0
    glyphCount = Int(program.table("maxp").u16(4))
    guard glyphCount > 1 else { throw broken("没有字形") }
    outlines = program.table("loca")
    guard outlines.count >= (glyphCount + 1) * (hasLongOffsets ? 4 : 2) else {
      throw broken("loca 表不完整")
    }
    let metrics = program.table("hmtx")
    let metricCount = Int(program.table("hhea").u16(34))
    guard metricCount > 0, metrics.count >= metricCount * 4 else { throw broken("hmtx 表不完整") }
    self.unitsPerEm = unitsPerEm
    advances = (0..<glyphCount).map { glyph in
      let units = Int(metrics.u16(min(glyph, metricCount - 1) * 4))
      return Int16(clamping: (units * 1000 + unitsPerEm / 2) / unitsPerEm)
    }
  }

  /// Whether a glyph draws nothing.
  func isBlank(_ glyph: UInt16) -> Bool {
    let index = Int(glyph)
    if hasLongOffsets { return outlines.u32(index * 4) == outlines.u32(index * 4 + 4) }
    return outlines.u16(index * 2) == outlines.u16(index * 2 + 2)
  }
}
