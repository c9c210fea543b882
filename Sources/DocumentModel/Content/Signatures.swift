/// A band of boxes for signatures and seals, each with room for a seal of 50 x 50 mm.
public struct Signatures: Sendable {
  /// The boxes in reading order.
  public var boxes: [Box]
  /// Height of one row of boxes.
  public var height: Length
  /// How many boxes stand side by side; further ones go to the next row.
  public var columns: Int
  /// Style of persons and dates; headings are set in the title face at the same size.
  public var style: TextStyle
  /// Whether the top frame is left to the block above, with which it shares its rule.
  public var joinsAbove: Bool

  /// One box: what it is for above left, who signs below left, the date below right.
  public struct Box: Sendable {
    /// 「学校审核意见（盖章）」.
    public var heading: [Inline]
    /// Whether the heading is set in the title face.
    public var hasBoldHeading: Bool
    /// 「经办人：」「校　长：」, from top to bottom.
    public var persons: [[Inline]]
    /// 「　年　月　日」; empty for none.
    public var date: [Inline]

    /// A box.
    public init(
      heading: [Inline],
      hasBoldHeading: Bool = true,
      persons: [[Inline]],
      date: [Inline]
    ) {
      self.heading = heading
      self.hasBoldHeading = hasBoldHeading
      self.persons = persons
      self.date = date
    }
  }

  /// A band of boxes.
  public init(
    boxes: [Box],
    height: Length,
    columns: Int,
    style: TextStyle,
    joinsAbove: Bool = false
  ) {
    self.boxes = boxes
    self.height = height
    self.columns = columns
    self.style = style
    self.joinsAbove = joinsAbove
  }
}
