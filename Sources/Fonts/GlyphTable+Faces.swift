extension GlyphTable {
  /// The table of a fallback chain.
  ///
  /// The first face that has a character draws it.
  ///
  /// `base` is the table of the chain's rest and is copied, so that chains that end alike are not
  /// read twice.
  init(faces: [(index: UInt8, face: Face)], over base: GlyphTable?) {
    var blocks = base?.blocks ?? [Int32](repeating: 0, count: 0x1100)
    var entries = base?.entries ?? [Entry](repeating: .missing, count: 256)
    for (index, face) in faces.reversed() {
      for (scalar, cid) in face.characters {
        let block = Int(scalar >> 8)
        if blocks[block] == 0 {
          blocks[block] = Int32(entries.count)
          entries.append(contentsOf: repeatElement(.missing, count: 256))
        }
        entries[Int(blocks[block]) + Int(scalar & 255)] = Entry(
          face: index,
          cid: cid,
          advance: face.advances[Int(cid)]
        )
      }
    }
    self.blocks = blocks
    self.entries = entries
    var widest: Int16 = 0
    for digit in UInt32(0x30)...0x39 {
      widest = max(widest, entries[Int(blocks[0]) + Int(digit)].advance)
    }
    tabularAdvance = widest
  }
}
