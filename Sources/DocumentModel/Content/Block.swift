/// A block of a form; blocks stand under one another.
public enum Block: Sendable {
  /// A heading or paragraph.
  case text(TextBlock)
  /// One line with labels, ruled blanks and slots.
  case line(LineBlock)
  /// A table.
  case table(Table)
  /// A band of boxes for signatures and seals.
  case signatures(Signatures)
  /// Numbered remarks under a table.
  case notes(Notes)
  /// Empty height.
  case space(Length)
  /// What follows starts on a new page.
  case pageBreak
  /// A thick or thin rule over the whole width, in thousandths of a point.
  case rule(Length)
  /// A picture.
  case picture(PictureBlock)
}

/// A heading or a paragraph, wrapped to the width.
public struct TextBlock: Sendable {
  /// 1 to 6 for headings (h1 is the form's title), nil for paragraphs.
  public var level: Int?
  /// Default style of the pieces.
  public var style: TextStyle
  /// Position in the width.
  public var alignment: Alignment
  /// Height of the band in which the text stands in the middle; nil takes the height of its lines.
  public var height: Length?
  /// The words.
  public var content: [Inline]
  /// What stands at the right edge of the band on continuation sheets only (（续表）).
  public var continuationMark: [Inline]

  /// A heading or a paragraph.
  public init(
    level: Int? = nil,
    style: TextStyle,
    alignment: Alignment = .left,
    height: Length? = nil,
    content: [Inline],
    continuationMark: [Inline] = []
  ) {
    self.level = level
    self.style = style
    self.alignment = alignment
    self.height = height
    self.content = content
    self.continuationMark = continuationMark
  }
}

/// One line of labels, ruled blanks, slots and springs.
///
/// Its contents shrink by the overflow order but never wrap.
public struct LineBlock: Sendable {
  /// Default style of the pieces.
  public var style: TextStyle
  /// Height of the band.
  public var height: Length
  /// From the bottom of the em box to the bottom of the band; nil puts the line in the middle.
  public var bottomGap: Length?
  /// The pieces from left to right.
  public var content: [Inline]

  /// A line.
  public init(style: TextStyle, height: Length, bottomGap: Length? = nil, content: [Inline]) {
    self.style = style
    self.height = height
    self.bottomGap = bottomGap
    self.content = content
  }
}

/// Numbered remarks under a table, hanging after a lead word.
public struct Notes: Sendable {
  /// 「说明：」; the items hang after it.
  public var lead: String
  /// The items with their numbers.
  public var items: [[Inline]]
  /// Style of all of it.
  public var style: TextStyle
  /// From baseline to baseline.
  public var pitch: Length
  /// Empty height above.
  public var gap: Length
  /// Height of the whole block, the gap included; nil takes the height of its lines.
  public var height: Length?

  /// Remarks.
  public init(
    lead: String,
    items: [[Inline]],
    style: TextStyle,
    pitch: Length,
    gap: Length,
    height: Length? = nil
  ) {
    self.lead = lead
    self.items = items
    self.style = style
    self.pitch = pitch
    self.gap = gap
    self.height = height
  }
}
