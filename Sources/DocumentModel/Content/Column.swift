/// A column of a table.
public struct Column: Sendable {
  /// How wide it is.
  public var width: Width
  /// Position of data in the column; headings are centred.
  public var alignment: Alignment
  /// Style of data in the column.
  public var style: TextStyle
  /// From the rule to the text, on both sides.
  public var inset: Length
  /// On which of the continuation sheets of one page of rows the column stands.
  public var presence: Presence
  /// Whether the column takes the width that dynamic columns leave over; the last such column of a
  /// sheet gets it.
  public var takesSpare: Bool

  /// The width of a column.
  public enum Width: Hashable, Sendable {
    /// Fixed.
    case fixed(Length)
    /// A share of what fixed columns leave.
    case share(Int)
    /// One of the dynamic columns: all of them on a sheet are equally wide, `most` if there is room,
    /// else less in whole `step`s down to `least`; what does not fit goes to continuation sheets, on
    /// which (but for the last) a column is at least `leastOnFrontSheets` wide.
    case dynamic(least: Length, most: Length, step: Length, leastOnFrontSheets: Length)
  }

  /// On which sheets of a table that is wider than the paper a column stands.
  public enum Presence: UInt8, Sendable {
    /// On every sheet (序号, 姓名).
    case everySheet
    /// On the last sheet only (备注).
    ///
    /// Where one sheet holds all, that is the last.
    case lastSheet
    /// On one sheet: dynamic columns.
    case oneSheet
  }

  /// A column.
  public init(
    width: Width,
    alignment: Alignment = .center,
    style: TextStyle,
    inset: Length = .millimetres(1),
    presence: Presence = .everySheet,
    takesSpare: Bool = false
  ) {
    self.width = width
    self.alignment = alignment
    self.style = style
    self.inset = inset
    self.presence = presence
    self.takesSpare = takesSpare
  }
}
