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
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    // Texts that Swift takes as equal hash alike; which of them are the same, the bytes decide.
    hasher.combine(text)
  }
}

extension String {
  /// Whether two texts have the same bytes.
  func hasSameBytes(as other: String) -> Bool {
    utf8.elementsEqual(other.utf8)
  }
}
