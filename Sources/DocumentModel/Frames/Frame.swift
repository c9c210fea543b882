/// Ink on a page: runs of glyphs and straight rules, positions from the sheet's top left corner.
package struct Frame: Sendable {
  /// The runs in reading order.
  package var runs: ContiguousArray<TextRun>
  /// The glyphs of all runs.
  package var glyphs: ContiguousArray<Glyph>
  /// Straight lines, drawn under the text.
  package var rules: ContiguousArray<Rule>
  /// Cell and block boxes that runs refer to.
  package var boxes: ContiguousArray<Rect>

  /// An empty frame.
  package init() {
    runs = []
    glyphs = []
    rules = []
    boxes = []
  }

  /// Whether nothing is drawn.
  package var isEmpty: Bool { runs.isEmpty && rules.isEmpty }
}

/// A glyph of a run: its code in the PDF and how far its advance differs from the face's own.
@frozen package struct Glyph: Hashable, Sendable {
  /// The CID: the face's glyph id, or an alias above the glyph count where two characters share one
  /// glyph.
  ///
  /// A pure function of face and character.
  package var cid: UInt16
  /// What is added to the face's advance, in thousandths of the em (tabular digits, squeezed
  /// punctuation).
  package var adjustment: Int16

  /// A glyph.
  @inlinable package init(cid: UInt16, adjustment: Int16 = 0) {
    self.cid = cid
    self.adjustment = adjustment
  }
}

/// A run: glyphs of one face and size on one baseline, of one value.
package struct TextRun: Sendable {
  /// Left end of the baseline (for turned runs: its upper end).
  package var origin: Point
  /// Size of the em.
  package var size: Length
  /// First glyph in the frame's `glyphs`.
  package var firstGlyph: Int32
  /// How many glyphs.
  package var glyphCount: Int32
  /// The box that the run must stay inside: an index into the frame's `boxes`, -1 for none.
  package var box: Int32
  /// Which record and field it shows; `.none` for words of the template.
  package var value: ValueID
  /// Index of the face in the font set.
  package var face: UInt8
  /// What the run is in the document.
  package var role: Role
  /// Whether it is turned clockwise by 90° (Latin in upright text).
  package var isTurned: Bool
  /// Whether the value was wrapped to several lines.
  package var isWrapped: Bool
  /// Whether the value was set smaller than its style asks.
  package var isShrunk: Bool

  /// What a run is in the document, for tagging and for tests.
  package enum Role: UInt8, Sendable {
    /// The form's title and other headings.
    case heading
    /// A heading cell.
    case columnHeading
    /// A value of a record.
    case data
    /// Labels, notes, words of signature boxes.
    case label
    /// Page numbers, watermarks, repeated heads: not part of the reading order.
    case artifact
    /// 草稿 across the page, drawn first and in light grey.
    case watermark
  }

  /// A run.
  @inlinable package init(
    origin: Point,
    size: Length,
    firstGlyph: Int32,
    glyphCount: Int32,
    box: Int32 = -1,
    value: ValueID = .none,
    face: UInt8,
    role: Role,
    isTurned: Bool = false,
    isWrapped: Bool = false,
    isShrunk: Bool = false
  ) {
    self.origin = origin
    self.size = size
    self.firstGlyph = firstGlyph
    self.glyphCount = glyphCount
    self.box = box
    self.value = value
    self.face = face
    self.role = role
    self.isTurned = isTurned
    self.isWrapped = isWrapped
    self.isShrunk = isShrunk
  }
}

/// A straight horizontal or vertical black line, or a slanted one (a tick).
@frozen package struct Rule: Hashable, Sendable {
  /// One end.
  package var start: Point
  /// The other end.
  package var end: Point
  /// Thickness.
  package var width: Length

  /// A line.
  @inlinable package init(start: Point, end: Point, width: Length) {
    self.start = start
    self.end = end
    self.width = width
  }
}
