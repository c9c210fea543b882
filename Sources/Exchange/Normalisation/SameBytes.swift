extension String {
  /// Whether two texts are the same bytes; `==` would take 女 and its compatibility form U+F981 for
  /// one.
  func hasSameBytes(as other: String) -> Bool {
    let left = utf8.span
    let right = other.utf8.span
    guard left.count == right.count else { return false }
    for index in left.indices where left[index] != right[index] { return false }
    return true
  }
}
