/// A table: heading rows repeated on every page, body rows made one at a time, closing rows after
/// the last.
public struct Table: Sendable {
  /// What the table is called, for HTML's `caption` and for tagging; nil repeats the form's title.
  public var caption: String?
  /// Every column, dynamic ones already spread out, in reading order.
  public var columns: [Column]
  /// Heading rows, repeated on every page and sheet.
  public var head: [Row]
  /// The data rows.
  public var rows: Lazy<Row>
  /// Rows after the last data row and its padding (合计).
  public var foot: [Row]
  /// Least height of a data row (and of a blank one).
  public var rowHeight: Length
  /// Greatest number of data rows on a page; pages break by height all the same.
  public var rowsPerPage: Int?
  /// Greatest number of data rows on the page that also carries what follows the table.
  public var rowsOnLastPage: Int?
  /// How many data rows at least stand on the page that carries what follows the table.
  public var keptRows: Int
  /// How the last page is filled with blank rows.
  public var padding: Padding
  /// Which lines are drawn.
  public var rules: Rules
  /// What is done when a value does not fit.
  public var overflow: Overflow
  /// Whether the top frame is left to the block above, with which it shares its rule.
  public var joinsAbove: Bool

  /// A table.
  public init(
    caption: String? = nil,
    columns: [Column],
    head: [Row] = [],
    rows: Lazy<Row>,
    foot: [Row] = [],
    rowHeight: Length,
    rowsPerPage: Int? = nil,
    rowsOnLastPage: Int? = nil,
    keptRows: Int = 1,
    padding: Padding = .none,
    rules: Rules = .all,
    overflow: Overflow = Overflow(),
    joinsAbove: Bool = false
  ) {
    self.caption = caption
    self.columns = columns
    self.head = head
    self.rows = rows
    self.foot = foot
    self.rowHeight = rowHeight
    self.rowsPerPage = rowsPerPage
    self.rowsOnLastPage = rowsOnLastPage
    self.keptRows = keptRows
    self.padding = padding
    self.rules = rules
    self.overflow = overflow
    self.joinsAbove = joinsAbove
  }

  /// Blank rows after the data on the last page.
  ///
  /// The first one carries a mark (「以下空白」) against later additions.
  public struct Padding: Sendable {
    /// How far blank rows go.
    public var extent: Extent
    /// 「以下空白」; empty for none.
    public var mark: String
    /// The column of the mark, an index into `columns`.
    public var markColumn: Int
    /// The column that goes on counting in blank rows (附件4's 序号), if any.
    public var numberColumn: Int?

    /// How far blank rows go.
    public enum Extent: Hashable, Sendable {
      /// No blank rows.
      case none
      /// To the page's row count (`rowsPerPage`, or `rowsOnLastPage` where something follows).
      case page
      /// To so many rows in all.
      case count(Int)
    }

    /// Blank rows.
    public init(
      extent: Extent,
      mark: String = "以下空白",
      markColumn: Int = 0,
      numberColumn: Int? = nil
    ) {
      self.extent = extent
      self.mark = mark
      self.markColumn = markColumn
      self.numberColumn = numberColumn
    }

    /// No blank rows.
    public static var none: Padding { Padding(extent: .none, mark: "") }
  }

  /// Which lines of a table are drawn: the frame 0.75 pt, inner rules 0.5 pt.
  public enum Rules: UInt8, Sendable {
    /// Frame and inner rules.
    case all
    /// Only the frame.
    case frame
    /// None.
    case none
  }

  /// What is done with long values: wrap at full size, smaller sizes, a growing row, the
  /// smallest size, else an error.
  ///
  /// Text is never cut.
  public struct Overflow: Hashable, Sendable {
    /// Sizes tried while the row keeps its height, after the column's own.
    public var smallerSizes: [Length]
    /// How many lines a row may grow to at the last of `smallerSizes`.
    public var growthLines: Int
    /// Rows grow in steps of this height.
    public var growthStep: Length
    /// The size of last resort, in a row of `growthLines` lines.
    public var smallestSize: Length

    /// An overflow order; the default is 9, 8 pt, 4 lines, 7 pt.
    public init(
      smallerSizes: [Length] = [.points(9), .points(8)],
      growthLines: Int = 4,
      growthStep: Length = .hundredthMillimetres(50),
      smallestSize: Length = .points(7)
    ) {
      self.smallerSizes = smallerSizes
      self.growthLines = growthLines
      self.growthStep = growthStep
      self.smallestSize = smallestSize
    }
  }
}
