/// Writes values into bytes that are equal exactly when the values are: every text with its length
/// before it, every number in eight bytes.
///
/// Fingerprints are taken of these bytes.
struct CanonicalEncoder {
  /// What was written so far.
  private(set) var bytes: [UInt8] = []

  /// Writes a number.
  mutating func append(_ number: Int) {
    let value = UInt64(bitPattern: Int64(number)).littleEndian
    unsafe withUnsafeBytes(of: value) { unsafe bytes.append(contentsOf: $0) }
  }

  /// Writes a text by its UTF-8 bytes.
  mutating func append(_ text: String) {
    append(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  /// Writes bytes.
  mutating func append(_ other: [UInt8]) {
    append(other.count)
    bytes.append(contentsOf: other)
  }

  /// Hands what was written so far to a digest once there is much of it, so that the records of a
  /// large document are never held as bytes.
  mutating func drain(into digest: borrowing Digest, atLeast count: Int = 1 << 15) {
    guard bytes.count >= count else { return }
    digest.update(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Writes a list of texts.
  mutating func append(_ texts: some Collection<String>) {
    append(texts.count)
    for text in texts { append(text) }
  }
}
