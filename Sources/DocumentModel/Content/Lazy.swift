/// A list of known length whose elements are made when they are asked for, so that a list of ten
/// thousand rows is never held as trees.
public struct Lazy<Element: Sendable>: Sendable {
  /// How many elements there are.
  public let count: Int
  @usableFromInline let make: @Sendable (Int) -> Element

  /// A list whose element at an index (from 0) is made by a closure.
  ///
  /// The closure must give an equal element every time.
  @inlinable public init(count: Int, make: @escaping @Sendable (Int) -> Element) {
    self.count = count
    self.make = make
  }

  /// A list of elements that exist already.
  @inlinable public init(_ elements: [Element]) {
    self.init(count: elements.count) { elements[$0] }
  }

  /// The element at an index from 0.
  @inlinable public subscript(index: Int) -> Element { make(index) }
}
