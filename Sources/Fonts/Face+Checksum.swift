extension Face {
  /// What tells this font file from any other without reading all of it: the checksum over the whole
  /// file that OpenType keeps in `head` (checkSumAdjustment), the glyph count and the table's date.
  package var checksum: Int {
    let head = program.table("head")
    var value = UInt64(head.u32(8)) << 32
    value ^= UInt64(head.u32(32)) << 8
    value ^= UInt64(truncatingIfNeeded: glyphCount)
    return Int(truncatingIfNeeded: value)
  }
}
