/// A list of known length whose elements are made when they are asked for, so that a list of ten
/// thousand rows is never held as trees.
package struct Lazy<Element: Sendable>: Sendable {
  /// How many elements there are.
  package let count: Int
  private let make: @Sendable (Int) -> Element

  /// A list whose element at an index (from 0) is made by a closure.
  ///
  /// The closure must give an equal element every time.
  package init(count: Int, make: @escaping @Sendable (Int) -> Element) {
    self.count = count
    self.make = make
  }

  /// A list of elements that exist already.
  package init(_ elements: [Element]) {
    self.init(count: elements.count) { elements[$0] }
  }

  /// The element at an index from 0.
  package subscript(index: Int) -> Element { make(index) }
}
