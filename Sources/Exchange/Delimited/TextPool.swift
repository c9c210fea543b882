/// Makes the texts of a column, and each text that repeats only once.
///
/// Schools, majors, marks and dates repeat on thousands of rows; looking a text up takes less time
/// than making it, and long ones share their memory.
struct TextPool {
  /// What the bytes of a text are recognised by.
  ///
  /// Up to 16 bytes are in `low` and `high` as a whole, so these texts are equal if the keys are.
  private struct Key: Equatable {
    var low: UInt64
    var high: UInt64
    var count: Int

    init() { (low, high, count) = (0, 0, 0) }

    /// The key of at least one byte.
    @inline(__always)
    init(_ bytes: Span<UInt8>) {
      count = bytes.count
      // Loads that overlap in the middle reach every byte of a short text.
      if count >= 8 {
        low = ByteWord.load(bytes, at: 0)
        high = ByteWord.load(bytes, at: count - 8)
      } else if count >= 4 {
        low = ByteWord.loadHalf(bytes, at: 0)
        high = ByteWord.loadHalf(bytes, at: count - 4)
      } else {
        low = UInt64(bytes[0])
        high = UInt64(bytes[count - 1]) << 8 | UInt64(bytes[count / 2])
      }
    }

    var slot: Int {
      let mixed = (low ^ high &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(count)) &* 0xC2B2_AE3D_27D4_EB4F
      return Int(mixed >> 58)
    }
  }

  private var keys = ContiguousArray<Key>(repeating: Key(), count: 64)
  private var texts = ContiguousArray<String>(repeating: "", count: 64)

  /// The text of these bytes, which are well-formed UTF-8 and at least one.
  mutating func text(_ bytes: Span<UInt8>) -> String {
    let key = Key(bytes)
    let slot = key.slot
    if keys[slot] == key, bytes.count <= 16 || TextPool.equal(texts[slot], bytes) {
      return texts[slot]
    }
    let text = TextPool.make(bytes)
    keys[slot] = key
    texts[slot] = text
    return text
  }

  private static func make(_ bytes: Span<UInt8>) -> String {
    // The decoder looked at every byte of the file; the characters need not be looked at again.
    unsafe String(copying: UTF8Span(unchecked: bytes))
  }

  private static func equal(_ text: String, _ bytes: Span<UInt8>) -> Bool {
    let known = text.utf8.span
    guard known.count == bytes.count else { return false }
    for index in 0..<bytes.count where known[index] != bytes[index] { return false }
    return true
  }
}
