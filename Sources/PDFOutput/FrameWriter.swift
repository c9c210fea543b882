internal import DocumentModel

/// Writes a frame as PDF content operators.
///
/// PDF measures from the bottom left corner upward, frames from the top left corner downward.
struct FrameWriter: ~Copyable {
  /// Which runs are written.
  enum Part {
    /// Only watermarks, in grey.
    case watermark
    /// Rules and all other runs, in black.
    case ink
    /// Watermarks, then the rest.
    case all
  }

  var buffer = ContentBuffer()
  /// A bit for each CID of each face.
  private var marks: [UInt64] = []
  private var cids: [UInt32] = []
  private var pictures: [Picture] = []

  /// Replaces what was written before by one part of a frame.
  mutating func write(_ frame: Frame, height: Length, part: Part) {
    buffer.removeAll()
    if part != .ink { writeRuns(of: frame, height: height, areWatermarks: true) }
    if part != .watermark {
      write(frame.pictures, height: height)
      write(frame.rules, height: height)
      writeRuns(of: frame, height: height, areWatermarks: false)
    }
  }

  /// The CIDs used since the last call; see `EncodedContent.cids`.
  mutating func takeCIDs() -> [UInt32] {
    for cid in cids { marks[Int(cid >> 6)] = 0 }
    defer { cids.removeAll(keepingCapacity: true) }
    return cids
  }

  /// The pictures used since the last call; see `EncodedContent.pictures`.
  mutating func takePictures() -> [Picture] {
    defer { pictures.removeAll() }
    return pictures
  }

  /// A picture's name is made of its digest, so that a page's bytes depend on nothing else.
  private mutating func write(_ placed: ContiguousArray<PlacedPicture>, height: Length) {
    for one in placed {
      if !pictures.contains(where: { $0 === one.picture }) { pictures.append(one.picture) }
      buffer.reserve(160)
      buffer.put("q ")
      buffer.put(thousandths: Int(one.rect.width.milliPoints))
      buffer.put(" 0 0 ")
      buffer.put(thousandths: Int(one.rect.height.milliPoints))
      buffer.put(UInt8(ascii: " "))
      buffer.put(thousandths: Int(one.rect.x.milliPoints))
      buffer.put(UInt8(ascii: " "))
      buffer.put(thousandths: Int(height.milliPoints) - Int(one.rect.maxY.milliPoints))
      buffer.put(" cm\n/")
      for byte in PictureObjects.name(of: one.picture).utf8 { buffer.put(byte) }
      buffer.put(" Do\nQ\n")
    }
  }

  /// The text operators' state, so that only what changes is written.
  private struct TextState {
    var isOpen = false
    var isTurned = false
    var face: Int = -1
    var size: Int32 = -1
    var x = 0
    var y = 0
  }

  private mutating func writeRuns(of frame: Frame, height: Length, areWatermarks: Bool) {
    var text = TextState()
    for run in frame.runs {
      // A pattern, as `==` of another module's enum is a call.
      let isWatermark = if case .watermark = run.role { true } else { false }
      guard isWatermark == areWatermarks, run.glyphCount > 0 else { continue }
      if !text.isOpen {
        buffer.reserve(16)
        // The streams of a page share one graphics state, so grey must not leak out.
        buffer.put(areWatermarks ? "q .85 g\nBT\n" : "BT\n")
        text.isOpen = true
      }
      write(run, of: frame.glyphs, height: height, state: &text)
    }
    guard text.isOpen else { return }
    mark(frame, areWatermarks: areWatermarks)
    buffer.reserve(8)
    buffer.put(areWatermarks ? "ET\nQ\n" : "ET\n")
  }

  private mutating func write(_ rules: ContiguousArray<Rule>, height: Length) {
    guard !rules.isEmpty else { return }
    var widths: [Length] = []
    for rule in rules where !widths.contains(rule.width) { widths.append(rule.width) }
    buffer.reserve(8)
    // Ends reach half a width further, which closes the corners of grids.
    buffer.put("2 J\n")
    let top = Int(height.milliPoints)
    for width in widths {
      buffer.reserve(24)
      buffer.put(thousandths: Int(width.milliPoints))
      buffer.put(" w\n")
      for rule in rules where rule.width == width {
        buffer.reserve(80)
        buffer.put(thousandths: Int(rule.start.x.milliPoints))
        buffer.put(UInt8(ascii: " "))
        buffer.put(thousandths: top - Int(rule.start.y.milliPoints))
        buffer.put(" m ")
        buffer.put(thousandths: Int(rule.end.x.milliPoints))
        buffer.put(UInt8(ascii: " "))
        buffer.put(thousandths: top - Int(rule.end.y.milliPoints))
        buffer.put(" l\n")
      }
      buffer.reserve(8)
      buffer.put("S\n")
    }
  }

  private mutating func write(
    _ run: TextRun,
    of glyphs: ContiguousArray<Glyph>,
    height: Length,
    state: inout TextState
  ) {
    let count = Int(run.glyphCount)
    // Two bytes a glyph, each perhaps escaped, and perhaps an adjustment: `\x\x)-12345(`.
    buffer.reserve(128 + count * 14)
    if state.face != Int(run.face) || state.size != run.size.milliPoints {
      buffer.put("/F")
      buffer.put(integer: Int(run.face))
      buffer.put(UInt8(ascii: " "))
      buffer.put(thousandths: Int(run.size.milliPoints))
      buffer.put(" Tf\n")
      state.face = Int(run.face)
      state.size = run.size.milliPoints
    }
    let x = Int(run.origin.x.milliPoints)
    let y = Int(height.milliPoints) - Int(run.origin.y.milliPoints)
    if run.isTurned || state.isTurned {
      buffer.put(run.isTurned ? "0 -1 1 0 " : "1 0 0 1 ")
      buffer.put(thousandths: x)
      buffer.put(UInt8(ascii: " "))
      buffer.put(thousandths: y)
      buffer.put(" Tm\n")
    } else {
      buffer.put(thousandths: x - state.x)
      buffer.put(UInt8(ascii: " "))
      buffer.put(thousandths: y - state.y)
      buffer.put(" Td\n")
    }
    state.isTurned = run.isTurned
    state.x = x
    state.y = y
    let first = Int(run.firstGlyph)
    writeGlyphs(of: glyphs, from: first, to: first + count)
  }

  private mutating func writeGlyphs(
    of glyphs: ContiguousArray<Glyph>,
    from first: Int,
    to end: Int
  ) {
    let run = glyphs.span.extracting(first..<end)
    // The adjustment of the last glyph moves nothing.
    var isAdjusted = false
    for index in 0..<run.count - 1 where run[index].adjustment != 0 {
      isAdjusted = true
      break
    }
    guard isAdjusted else {
      buffer.put(UInt8(ascii: "("))
      for index in 0..<run.count { buffer.put(escaped: run[index].cid) }
      buffer.put(")Tj\n")
      return
    }
    buffer.put("[(")
    for index in 0..<run.count {
      let glyph = run[index]
      buffer.put(escaped: glyph.cid)
      if glyph.adjustment != 0, index + 1 < run.count {
        buffer.put(UInt8(ascii: ")"))
        buffer.put(integer: -Int(glyph.adjustment))
        buffer.put(UInt8(ascii: "("))
      }
    }
    buffer.put(")]TJ\n")
  }

  /// Notes which CIDs the runs use that were written.
  private mutating func mark(_ frame: Frame, areWatermarks: Bool) {
    let faces = frame.runs.reduce(0) { max($0, Int($1.face) + 1) }
    if marks.count < (faces << 10) {
      marks.append(contentsOf: repeatElement(0, count: (faces << 10) - marks.count))
    }
    var fresh: [UInt32] = []
    swap(&fresh, &cids)
    var words = marks.mutableSpan
    let glyphs = frame.glyphs.span
    for run in frame.runs {
      let isWatermark = if case .watermark = run.role { true } else { false }
      guard isWatermark == areWatermarks else { continue }
      let face = UInt32(run.face) << 16
      let first = Int(run.firstGlyph)
      for index in first..<first + Int(run.glyphCount) {
        let code = face | UInt32(glyphs[index].cid)
        let bit = UInt64(1) << UInt64(code & 63)
        let word = words[Int(code >> 6)]
        if word & bit == 0 {
          words[Int(code >> 6)] = word | bit
          fresh.append(code)
        }
      }
    }
    swap(&fresh, &cids)
  }
}
