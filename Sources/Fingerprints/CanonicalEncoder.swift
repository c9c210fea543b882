/// Writes values into bytes that are equal exactly when the values are: every text with its length
/// before it, every number in as few groups of seven bits as it needs.
///
/// Fingerprints are taken of these bytes. Most fields of most records are empty: one byte each.
package struct CanonicalEncoder {
  /// What was written so far.
  package private(set) var bytes: [UInt8] = []

  /// An encoder that has written nothing.
  package init() {}

  /// Writes a number, the low groups first, all but the last with the top bit set (LEB128); the sign
  /// is the lowest bit.
  package mutating func append(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number << 1 ^ number >> 63))
    while rest > 127 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 128)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Writes a text by its UTF-8 bytes.
  package mutating func append(_ text: String) {
    let count = text.utf8.count
    append(count)
    guard count > 0 else { return }
    let isCopied: Void? = unsafe text.utf8.withContiguousStorageIfAvailable {
      unsafe bytes.append(contentsOf: $0)
    }
    if isCopied == nil { bytes.append(contentsOf: text.utf8) }
  }

  /// Writes bytes.
  package mutating func append(_ other: [UInt8]) {
    append(other.count)
    bytes.append(contentsOf: other)
  }

  /// Hands what was written so far to a digest once there is much of it, so that the records of a
  /// large document are never held as bytes.
  package mutating func drain(into digest: borrowing Digest, atLeast count: Int = 1 << 15) {
    guard bytes.count >= count else { return }
    digest.update(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Writes a list of texts.
  package mutating func append(_ texts: ContiguousArray<String>) {
    write(texts)
  }

  /// Writes a list of texts.
  package mutating func append(_ texts: [String]) {
    write(texts)
  }

  /// Kept here, since a generic function is not specialised for other rooms.
  private mutating func write(_ texts: some Collection<String>) {
    append(texts.count)
    for text in texts {
      if text.isEmpty { bytes.append(0) } else { append(text) }
    }
  }
}
