/// A point on a page: x from the left edge, y from the top edge, both growing away from the corner.
@frozen package struct Point: Hashable, Sendable {
  /// From the left edge of the sheet.
  package var x: Length
  /// From the top edge of the sheet, downwards.
  package var y: Length

  /// A point.
  @inlinable package init(x: Length, y: Length) {
    self.x = x
    self.y = y
  }
}

/// An upright rectangle on a page, measured from the top left corner of the sheet.
@frozen package struct Rect: Hashable, Sendable {
  /// Left edge.
  package var x: Length
  /// Top edge.
  package var y: Length
  /// Width.
  package var width: Length
  /// Height, downwards.
  package var height: Length

  /// A rectangle.
  @inlinable package init(x: Length, y: Length, width: Length, height: Length) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// Right edge.
  @inlinable package var maxX: Length { x + width }
  /// Bottom edge.
  @inlinable package var maxY: Length { y + height }
}
