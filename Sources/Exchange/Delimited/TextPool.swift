/// Makes the texts of a column, and each long text that repeats only once.
///
/// Schools, majors and classes repeat on thousands of rows; short texts live inside `String`
/// itself and need no memory.
struct TextPool {
  private var recent = ContiguousArray<String>(repeating: "", count: 16)

  /// The text of these bytes, which are UTF-8.
  mutating func text(_ bytes: Span<UInt8>) -> String {
    let count = bytes.count
    guard count > 15 else { return TextPool.make(bytes) }
    let key = Int(bytes[count - 1]) ^ Int(bytes[count - 4]) << 1 ^ Int(bytes[8]) ^ count
    let slot = key & 15
    if TextPool.equal(recent[slot], bytes) { return recent[slot] }
    let text = TextPool.make(bytes)
    recent[slot] = text
    return text
  }

  private static func make(_ bytes: Span<UInt8>) -> String {
    unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }

  private static func equal(_ text: String, _ bytes: Span<UInt8>) -> Bool {
    let known = text.utf8.span
    guard known.count == bytes.count else { return false }
    for index in 0..<bytes.count where known[index] != bytes[index] { return false }
    return true
  }
}
