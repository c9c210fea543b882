/// The paper of a form and the space that may be used on it.
package struct Sheet: Hashable, Sendable {
  /// The name of the paper that the printer room sorts by: `A4`, `A3`, `8开`, or `210x297mm`.
  package var paper: String
  /// Width of the sheet as it is read (after turning to landscape).
  package var width: Length
  /// Height of the sheet as it is read.
  package var height: Length
  /// Margins; the page number stands in the bottom one.
  package var margins: Margins

  /// The four margins of a sheet.
  package struct Margins: Hashable, Sendable {
    /// Above.
    package var top: Length
    /// On the right.
    package var right: Length
    /// Below.
    package var bottom: Length
    /// On the left, the binding edge.
    package var left: Length

    /// Four margins.
    package init(top: Length, right: Length, bottom: Length, left: Length) {
      self.top = top
      self.right = right
      self.bottom = bottom
      self.left = left
    }
  }

  /// A sheet of paper.
  package init(paper: String, width: Length, height: Length, margins: Margins) {
    self.paper = paper
    self.width = width
    self.height = height
    self.margins = margins
  }

  /// The part inside the margins.
  package var usable: Rect {
    Rect(
      x: margins.left,
      y: margins.top,
      width: width - margins.left - margins.right,
      height: height - margins.top - margins.bottom
    )
  }
}
