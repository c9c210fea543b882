/// A row of a table: its cells from left to right, those under a spanning cell left out as in HTML.
public struct Row: Sendable {
  /// The cells.
  public var cells: ContiguousArray<Cell>
  /// Height of the row where it differs from the table's row height.
  public var height: Length?
  /// Whether it heads the rows below it and is never the last data row of a page but the last.
  public var keepsWithNext: Bool

  /// A row.
  @inlinable public init(
    cells: ContiguousArray<Cell>,
    height: Length? = nil,
    keepsWithNext: Bool = false
  ) {
    self.cells = cells
    self.height = height
    self.keepsWithNext = keepsWithNext
  }
}

/// A cell of a table.
public struct Cell: Sendable {
  /// What it shows.
  public var content: Content
  /// How many columns it covers.
  public var columnSpan: UInt16
  /// How many rows it covers.
  public var rowSpan: UInt16
  /// Whether it is a heading (`th`) and of what; nil for data.
  public var scope: Scope?
  /// Style where it differs from the column's (headings: the title face).
  public var style: TextStyle?
  /// Position where it differs from the column's.
  public var alignment: Alignment?
  /// Whether text stands upright, top to bottom.
  public var orientation: Orientation
  /// From baseline to baseline; nil takes 1.2 em.
  public var pitch: Length?

  /// What a cell shows.
  public enum Content: Sendable {
    /// Nothing.
    case empty
    /// One value in the column's style: the usual case of data, kept cheap.
    case value(Value)
    /// Pieces.
    case inlines([Inline])
  }

  /// What a heading cell is the heading of.
  public enum Scope: UInt8, Sendable {
    /// Of its column.
    case column
    /// Of its row.
    case row
    /// Of a group of columns.
    case columnGroup
  }

  /// The direction of text in a cell.
  public enum Orientation: UInt8, Sendable {
    /// In lines.
    case horizontal
    /// Upright where the column is at most 15 mm wide, else in lines.
    case verticalInNarrowColumns
    /// Upright always.
    case vertical
  }

  /// A cell.
  @inlinable public init(
    _ content: Content,
    columnSpan: UInt16 = 1,
    rowSpan: UInt16 = 1,
    scope: Scope? = nil,
    style: TextStyle? = nil,
    alignment: Alignment? = nil,
    orientation: Orientation = .horizontal,
    pitch: Length? = nil
  ) {
    self.content = content
    self.columnSpan = columnSpan
    self.rowSpan = rowSpan
    self.scope = scope
    self.style = style
    self.alignment = alignment
    self.orientation = orientation
    self.pitch = pitch
  }
}
