/// A text as a key of a dictionary, compared by its UTF-8 bytes.
///
/// `String` compares by canonical equivalence, under which two different characters of a name may be
/// equal. Texts up to 23 bytes (identity numbers, most names) lie in three words, so that a roll of
/// 100,000 people is indexed without an allocation each.
package struct TextKey: Hashable, Sendable {
  private let first: UInt64
  private let second: UInt64
  /// The last seven bytes and, in the top byte, the length; 255 for longer texts.
  private let third: UInt64
  private let rest: [UInt8]

  /// The key of a text.
  package init(_ text: String) {
    let bytes = text.utf8.span
    guard bytes.count <= 23 else {
      first = 0
      second = 0
      third = 255 << 56
      rest = Array(text.utf8)
      return
    }
    first = TextKey.word(bytes, from: 0, to: min(8, bytes.count))
    second = TextKey.word(bytes, from: 8, to: min(16, bytes.count))
    third = TextKey.word(bytes, from: 16, to: bytes.count) | UInt64(bytes.count) << 56
    rest = []
  }

  package func hash(into hasher: inout Hasher) {
    // Two words of hashing for an identity number instead of four; texts are equal only by all.
    hasher.combine(first &* 0x9E37_79B9_7F4A_7C15 ^ second)
    hasher.combine(third)
    if !rest.isEmpty { hasher.combine(rest) }
  }

  package static func == (left: TextKey, right: TextKey) -> Bool {
    left.first == right.first && left.second == right.second && left.third == right.third
      && (left.rest.isEmpty || left.rest == right.rest)
  }

  private static func word(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> UInt64 {
    var word: UInt64 = 0
    var index = start
    while index < end {
      word = word << 8 | UInt64(bytes[index])
      index += 1
    }
    return word
  }
}

extension String {
  /// Whether two texts have the same bytes.
  ///
  /// `==` would take canonically equivalent characters for equal ("郎" and U+F92C).
  func hasSameBytes(as other: String) -> Bool {
    let left = utf8.span
    let right = other.utf8.span
    guard left.count == right.count else { return false }
    for index in left.indices where left[index] != right[index] { return false }
    return true
  }
}
