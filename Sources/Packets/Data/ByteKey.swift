/// A text as a key that is compared by its UTF-8 bytes.
///
/// Swift takes texts as equal that differ only in normalisation ("郎" and U+F92C); names and
/// identity numbers must not be merged that way.
struct ByteKey: Hashable, Sendable {
  let text: String

  init(_ text: String) {
    self.text = text
  }

  static func == (left: ByteKey, right: ByteKey) -> Bool {
    left.text.hasSameBytes(as: right.text)
  }

  func hash(into hasher: inout Hasher) {
    // String's own hash normalises first, which takes long and is not asked for.
    unsafe text.utf8.span.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
  }
}

extension String {
  /// Whether two texts have the same bytes.
  func hasSameBytes(as other: String) -> Bool {
    let left = utf8.span
    let right = other.utf8.span
    guard left.count == right.count else { return false }
    for index in left.indices where left[index] != right[index] { return false }
    return true
  }
}
