/// Reads which characters a font has (OpenType `cmap`, formats 4 and 12).
enum CharacterMap {
  /// Calls `body` with every character and its glyph, characters ascending.
  static func forEach(in program: FontProgram, _ body: (UInt32, UInt16) -> Void) {
    let table = program.table("cmap")
    var best = (rank: 0, offset: 0)
    for index in 0..<Int(table.u16(2)) {
      let record = 4 + index * 8
      let offset = Int(table.u32(record + 4))
      // Symbol encodings (3,0) map nothing that Unicode text could ask for.
      let rank: Int
      switch (table.u16(record), table.u16(record + 2), table.u16(offset)) {
      case (3, 10, 12): rank = 4
      case (0, 4...6, 12): rank = 3
      case (3, 1, 4): rank = 2
      case (0, 0...4, 4): rank = 1
      default: continue
      }
      if rank > best.rank { best = (rank, offset) }
    }
    guard best.rank > 0 else { return }
    let subtable = table.bytes(at: best.offset, count: table.count)
    if best.rank >= 3 {
      forEachOfFormat12(subtable, body)
    } else {
      forEachOfFormat4(subtable, body)
    }
  }

  private static func forEachOfFormat12(_ table: TableBytes, _ body: (UInt32, UInt16) -> Void) {
    let groups = min(Int(table.u32(12)), (table.count - 16) / 12)
    var next: UInt32 = 0
    for group in 0..<max(0, groups) {
      let record = 16 + group * 12
      let first = table.u32(record)
      let last = table.u32(record + 4)
      let glyph = table.u32(record + 8)
      // Groups ascend; one that does not is broken, and skipping it bounds the work.
      guard first >= next, first <= last, last <= 0x10_FFFF else { continue }
      for scalar in first...last {
        let id = glyph &+ (scalar - first)
        if id <= 0xFFFF { body(scalar, UInt16(id)) }
      }
      next = last + 1
    }
  }

  private static func forEachOfFormat4(_ table: TableBytes, _ body: (UInt32, UInt16) -> Void) {
    let doubled = Int(table.u16(6)) & ~1
    var next = 0
    for segment in stride(from: 0, to: doubled, by: 2) {
      let last = Int(table.u16(14 + segment))
      let first = Int(table.u16(16 + doubled + segment))
      let delta = table.u16(16 + doubled * 2 + segment)
      let rangeAddress = 16 + doubled * 3 + segment
      let rangeOffset = Int(table.u16(rangeAddress))
      guard first >= next, first <= last else { continue }
      for scalar in first...last where scalar != 0xFFFF {
        var glyph = UInt16(scalar)
        if rangeOffset != 0 {
          glyph = table.u16(rangeAddress + rangeOffset + (scalar - first) * 2)
          if glyph == 0 { continue }
        }
        body(UInt32(scalar), glyph &+ delta)
      }
      next = last + 1
    }
  }
}
