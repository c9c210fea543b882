internal import DocumentModel
internal import Fonts

/// Glyphs of one text on one line, gathered outside of any frame until it is known that they fit.
@safe struct GlyphLine {
  /// A stretch drawn with one face.
  struct Stretch {
    /// Its first glyph.
    var first: Int
    /// What stands before it, in thousandths of the em.
    var start: Int
    var face: UInt8
  }

  private let room: Int
  private let hasTabularDigits: Bool
  private let glyphBuffer: UnsafeMutableBufferPointer<Glyph>
  private let stretchBuffer: UnsafeMutableBufferPointer<Stretch>
  private var glyphCount = 0
  private var stretchCount = 0
  /// Thousandths of the em.
  private(set) var width = 0

  /// A line that writes into buffers with room for a glyph a byte of its text.
  ///
  /// `room` is what it may be wide, in thousandths of the em.
  init(
    room: Int,
    hasTabularDigits: Bool,
    glyphs: UnsafeMutableBufferPointer<Glyph>,
    stretches: UnsafeMutableBufferPointer<Stretch>
  ) {
    self.room = room
    self.hasTabularDigits = hasTabularDigits
    unsafe glyphBuffer = glyphs
    unsafe stretchBuffer = stretches
  }

  var glyphs: UnsafeMutableBufferPointer<Glyph> {
    unsafe UnsafeMutableBufferPointer(rebasing: glyphBuffer[..<glyphCount])
  }

  var stretches: UnsafeMutableBufferPointer<Stretch> {
    unsafe UnsafeMutableBufferPointer(rebasing: stretchBuffer[..<stretchCount])
  }

  /// Sets a text; false if it is too wide or has characters that no face has.
  ///
  /// Kept apart from its callers, so that what the loop needs stays in registers.
  @inline(never)
  mutating func set(_ text: Span<UInt8>, with table: borrowing GlyphTable) -> Bool {
    let tabularAdvance = table.tabularAdvance
    var count = 0
    var width = 0
    var index = 0
    var face: UInt8 = 255
    var last = Punctuation.none
    var lastAdvance: Int16 = 0
    while index < text.count {
      let scalar = text.scalar(at: &index)
      let entry = table[scalar]
      guard !entry.isMissing else { return false }
      var adjustment: Int16 = 0
      if hasTabularDigits, Composer.isTabular(scalar) {
        adjustment = tabularAdvance &- entry.advance
      }
      let punctuation = Punctuation(scalar)
      if last != .none, lastAdvance == 1000, Punctuation.isSqueezed(last, punctuation) {
        unsafe glyphBuffer[count &- 1].adjustment &-= 500
        width &-= 500
      }
      last = punctuation
      lastAdvance = entry.advance
      if entry.face != face {
        face = entry.face
        let stretch = Stretch(first: count, start: width, face: face)
        unsafe stretchBuffer.initializeElement(at: stretchCount, to: stretch)
        stretchCount &+= 1
      }
      let glyph = Glyph(cid: entry.cid, adjustment: adjustment)
      unsafe glyphBuffer.initializeElement(at: count, to: glyph)
      count &+= 1
      width &+= Int(entry.advance) &+ Int(adjustment)
      guard width <= room else { return false }
    }
    glyphCount = count
    self.width = width
    return true
  }
}
