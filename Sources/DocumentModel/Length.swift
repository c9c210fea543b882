/// A length in thousandths of a point: exact, hashable, and the same on every machine.
@frozen public struct Length: Hashable, Comparable, Sendable {
  /// Thousandths of a point.
  public var milliPoints: Int32

  /// A length of so many thousandths of a point.
  @inlinable public init(milliPoints: Int32) {
    self.milliPoints = milliPoints
  }

  /// A length of so many thousandths of a point.
  @inlinable public init(milliPoints: Int) {
    self.milliPoints = Int32(clamping: milliPoints)
  }

  /// Nothing.
  @inlinable public static var zero: Length { Length(milliPoints: Int32(0)) }

  /// Whole points.
  @inlinable public static func points(_ points: Int) -> Length {
    Length(milliPoints: points * 1000)
  }

  /// Millimetres, rounded to the nearest thousandth of a point.
  @inlinable public static func millimetres(_ millimetres: Int) -> Length {
    hundredthMillimetres(millimetres * 100)
  }

  /// Hundredths of a millimetre, rounded to the nearest thousandth of a point (72 pt are 25.4 mm).
  @inlinable public static func hundredthMillimetres(_ hundredths: Int) -> Length {
    let scaled = hundredths * 72_000
    return Length(milliPoints: (scaled + (scaled < 0 ? -1_270 : 1_270)) / 2_540)
  }

  /// Whether the left length is shorter.
  @inlinable public static func < (left: Length, right: Length) -> Bool {
    left.milliPoints < right.milliPoints
  }

  /// The sum of two lengths.
  @inlinable public static func + (left: Length, right: Length) -> Length {
    Length(milliPoints: left.milliPoints &+ right.milliPoints)
  }

  /// The difference of two lengths.
  @inlinable public static func - (left: Length, right: Length) -> Length {
    Length(milliPoints: left.milliPoints &- right.milliPoints)
  }

  /// Makes the left length longer by the right one.
  @inlinable public static func += (left: inout Length, right: Length) {
    left = left + right
  }

  /// Makes the left length shorter by the right one.
  @inlinable public static func -= (left: inout Length, right: Length) {
    left = left - right
  }

  /// The length in the opposite direction.
  @inlinable public static prefix func - (length: Length) -> Length {
    Length(milliPoints: 0 &- length.milliPoints)
  }

  /// The length repeated `count` times.
  @inlinable public static func * (length: Length, count: Int) -> Length {
    Length(milliPoints: Int(length.milliPoints) * count)
  }

  /// The length divided by a count, rounded towards zero.
  @inlinable public static func / (length: Length, divisor: Int) -> Length {
    Length(milliPoints: Int(length.milliPoints) / divisor)
  }

  /// `thousandths` of this length, where a thousandth is the unit of font metrics (1000 to the em).
  @inlinable public func scaled(thousandths: Int) -> Length {
    Length(milliPoints: Int(milliPoints) * thousandths / 1000)
  }
}
