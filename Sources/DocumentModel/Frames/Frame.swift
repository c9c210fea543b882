/// Ink on a page: runs of glyphs, straight rules and pictures, positions from the sheet's top left
/// corner.
public struct Frame: Sendable {
  /// The runs in reading order.
  public var runs: ContiguousArray<TextRun>
  /// The glyphs of all runs.
  public var glyphs: ContiguousArray<Glyph>
  /// Straight lines, drawn under the text.
  public var rules: ContiguousArray<Rule>
  /// Cell and block boxes that runs refer to.
  public var boxes: ContiguousArray<Rect>
  /// Pictures, drawn under everything else.
  public var pictures: ContiguousArray<PlacedPicture>

  /// An empty frame.
  @inlinable public init() {
    runs = []
    glyphs = []
    rules = []
    boxes = []
    pictures = []
  }

  /// Removes everything and keeps the room for as much.
  public mutating func removeAll() {
    runs.removeAll(keepingCapacity: true)
    glyphs.removeAll(keepingCapacity: true)
    rules.removeAll(keepingCapacity: true)
    boxes.removeAll(keepingCapacity: true)
    pictures.removeAll()
  }

  /// Whether nothing is drawn.
  @inlinable public var isEmpty: Bool { runs.isEmpty && rules.isEmpty && pictures.isEmpty }
}

/// A picture at its place.
@frozen public struct PlacedPicture: Sendable {
  /// What is shown.
  public var picture: Picture
  /// Where; the picture fills it.
  public var rect: Rect

  /// A picture at its place.
  @inlinable public init(picture: Picture, rect: Rect) {
    self.picture = picture
    self.rect = rect
  }
}

/// A glyph of a run: its code in the PDF and how far its advance differs from the face's own.
@frozen public struct Glyph: Hashable, Sendable {
  /// The CID: the face's glyph id, or an alias above the glyph count where two characters share one
  /// glyph.
  ///
  /// A pure function of face and character.
  public var cid: UInt16
  /// What is added to the face's advance, in thousandths of the em (tabular digits, squeezed
  /// punctuation).
  public var adjustment: Int16

  /// A glyph.
  @inlinable public init(cid: UInt16, adjustment: Int16 = 0) {
    self.cid = cid
    self.adjustment = adjustment
  }
}

/// A run: glyphs of one face and size on one baseline, of one value.
public struct TextRun: Sendable {
  /// Left end of the baseline (for turned runs: its upper end).
  public var origin: Point
  /// Size of the em.
  public var size: Length
  /// First glyph in the frame's `glyphs`.
  public var firstGlyph: Int32
  /// How many glyphs.
  public var glyphCount: Int32
  /// The box that the run must stay inside: an index into the frame's `boxes`, -1 for none.
  public var box: Int32
  /// Which record and field it shows; `.none` for words of the template.
  public var value: ValueID
  /// Index of the face in the font set.
  public var face: UInt8
  /// What the run is in the document.
  public var role: Role
  /// Whether it is turned clockwise by 90° (Latin in upright text).
  public var isTurned: Bool
  /// Whether the value was wrapped to several lines.
  public var isWrapped: Bool
  /// Whether the value was set smaller than its style asks.
  public var isShrunk: Bool

  /// What a run is in the document, for tagging and for tests.
  public enum Role: UInt8, Sendable {
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
  @inlinable public init(
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
@frozen public struct Rule: Hashable, Sendable {
  /// One end.
  public var start: Point
  /// The other end.
  public var end: Point
  /// Thickness.
  public var width: Length

  /// A line.
  @inlinable public init(start: Point, end: Point, width: Length) {
    self.start = start
    self.end = end
    self.width = width
  }
}
