/// A piece of a line of text.
public enum Inline: Sendable {
  /// Words of the template.
  ///
  /// A nil style means the style of the surrounding block or column.
  case text(String, TextStyle?)
  /// A value of a record.
  case value(Value, TextStyle?)
  /// A ruled blank with its content centred over the rule (`line` blocks only).
  case blank(Blank)
  /// A slot of fixed width, its content at the left (`line` blocks only).
  case slot(width: Length, [Inline])
  /// A gap of fixed width.
  case gap(Length)
  /// A gap that takes an equal share of what is left of the line (`line` blocks only).
  case spring
  /// A check box drawn as lines, its side given; set with a tick when checked.
  case checkBox(side: Length, isChecked: Bool)
  /// A forced line break.
  case lineBreak
  /// The page number or the page total (header and footer bands only).
  case counter(Counter, TextStyle?)

  /// A number of the page context.
  public enum Counter: UInt8, Sendable {
    /// The page's number in its document and copy, from 1.
    case page
    /// How many pages the document has.
    case pages
  }

  /// A ruled blank of a header line.
  public struct Blank: Sendable {
    /// Length of the rule; nil takes an equal share of what is left of the line.
    public var width: Length?
    /// What stands over the rule; empty for a blank that is filled by hand.
    public var content: [Inline]

    /// A ruled blank.
    @inlinable public init(width: Length?, content: [Inline]) {
      self.width = width
      self.content = content
    }
  }
}
