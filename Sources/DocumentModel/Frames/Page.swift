/// A page that was laid out.
///
/// What it shows in all copies is fixed; only the footer band waits until the page total is known.
package struct Page: Sendable {
  /// Width of the sheet.
  package var width: Length
  /// Height of the sheet.
  package var height: Length
  /// Rules, titles and headings that many pages of the document share: the same object on each, so
  /// that outputs draw and compress it once.
  package var background: Background?
  /// What only this page shows.
  package var body: Frame

  /// A frame shared by pages, compared by identity.
  package final class Background: Sendable {
    /// What it shows.
    package let frame: Frame

    /// A shared frame.
    package init(frame: Frame) {
      self.frame = frame
    }
  }

  /// A page.
  package init(width: Length, height: Length, background: Background?, body: Frame) {
    self.width = width
    self.height = height
    self.background = background
    self.body = body
  }
}
