/// The paper of a form and the space that may be used on it.
public struct Sheet: Hashable, Sendable {
  /// The name of the paper that the printer room sorts by: `A4`, `A3`, `8开`, or `210x297mm`.
  public var paper: String
  /// Width of the sheet as it is read (after turning to landscape).
  public var width: Length
  /// Height of the sheet as it is read.
  public var height: Length
  /// Margins; the page number stands in the bottom one.
  public var margins: Margins

  /// The four margins of a sheet.
  public struct Margins: Hashable, Sendable {
    /// Above.
    public var top: Length
    /// On the right.
    public var right: Length
    /// Below.
    public var bottom: Length
    /// On the left, the binding edge.
    public var left: Length

    /// Four margins.
    public init(top: Length, right: Length, bottom: Length, left: Length) {
      self.top = top
      self.right = right
      self.bottom = bottom
      self.left = left
    }
  }

  /// A sheet of paper.
  public init(paper: String, width: Length, height: Length, margins: Margins) {
    self.paper = paper
    self.width = width
    self.height = height
    self.margins = margins
  }

  /// The part inside the margins.
  public var usable: Rect {
    Rect(
      x: margins.left,
      y: margins.top,
      width: width - margins.left - margins.right,
      height: height - margins.top - margins.bottom
    )
  }
}
