/// A block of a form; blocks stand under one another.
package enum Block: Sendable {
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
}

/// A heading or a paragraph, wrapped to the width.
package struct TextBlock: Sendable {
  /// 1 to 6 for headings (h1 is the form's title), nil for paragraphs.
  package var level: Int?
  /// Default style of the pieces.
  package var style: TextStyle
  /// Position in the width.
  package var alignment: Alignment
  /// Height of the band in which the text stands in the middle; nil takes the height of its lines.
  package var height: Length?
  /// The words.
  package var content: [Inline]
  /// What stands at the right edge of the band on continuation sheets only (（续表）).
  package var continuationMark: [Inline]

  /// A heading or a paragraph.
  package init(
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
package struct LineBlock: Sendable {
  /// Default style of the pieces.
  package var style: TextStyle
  /// Height of the band.
  package var height: Length
  /// From the bottom of the em box to the bottom of the band; nil puts the line in the middle.
  package var bottomGap: Length?
  /// The pieces from left to right.
  package var content: [Inline]

  /// A line.
  package init(style: TextStyle, height: Length, bottomGap: Length? = nil, content: [Inline]) {
    self.style = style
    self.height = height
    self.bottomGap = bottomGap
    self.content = content
  }
}

/// Numbered remarks under a table, hanging after a lead word.
package struct Notes: Sendable {
  /// 「说明：」; the items hang after it.
  package var lead: String
  /// The items with their numbers.
  package var items: [[Inline]]
  /// Style of all of it.
  package var style: TextStyle
  /// From baseline to baseline.
  package var pitch: Length
  /// Empty height above.
  package var gap: Length
  /// Height of the whole block, the gap included; nil takes the height of its lines.
  package var height: Length?

  /// Remarks.
  package init(
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
