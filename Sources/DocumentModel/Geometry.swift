/// A point on a page: x from the left edge, y from the top edge, both growing away from the corner.
@frozen public struct Point: Hashable, Sendable {
  /// From the left edge of the sheet.
  public var x: Length
  /// From the top edge of the sheet, downwards.
  public var y: Length

  /// A point.
  @inlinable public init(x: Length, y: Length) {
    self.x = x
    self.y = y
  }
}

/// An upright rectangle on a page, measured from the top left corner of the sheet.
@frozen public struct Rect: Hashable, Sendable {
  /// Left edge.
  public var x: Length
  /// Top edge.
  public var y: Length
  /// Width.
  public var width: Length
  /// Height, downwards.
  public var height: Length

  /// A rectangle.
  @inlinable public init(x: Length, y: Length, width: Length, height: Length) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// Right edge.
  @inlinable public var maxX: Length { x + width }
  /// Bottom edge.
  @inlinable public var maxY: Length { y + height }
}
