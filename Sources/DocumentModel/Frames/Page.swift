/// A page that was laid out.
///
/// What it shows in all copies is fixed; only the footer band waits until the page total is known.
public struct Page: Sendable {
  /// Width of the sheet.
  public var width: Length
  /// Height of the sheet.
  public var height: Length
  /// Rules, titles and headings that many pages of the document share: the same object on each, so
  /// that outputs draw and compress it once.
  public var background: Background?
  /// What only this page shows.
  public var body: Frame

  /// A frame shared by pages, compared by identity.
  public final class Background: Sendable {
    /// What it shows.
    public let frame: Frame

    /// A shared frame.
    @inlinable public init(frame: Frame) {
      self.frame = frame
    }
  }

  /// A page.
  @inlinable public init(width: Length, height: Length, background: Background?, body: Frame) {
    self.width = width
    self.height = height
    self.background = background
    self.body = body
  }
}
