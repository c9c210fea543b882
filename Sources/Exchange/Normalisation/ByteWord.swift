/// Eight bytes looked at together, as one word.
enum ByteWord {
  /// The eight bytes from an index on, the first one lowest.
  @inline(__always)
  static func load(_ bytes: Span<UInt8>, at index: Int) -> UInt64 {
    // Checked against the span's end; every pattern of bits is a number.
    UInt64(
      littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
    )
  }

  /// The four bytes from an index on, the first one lowest.
  @inline(__always)
  static func loadHalf(_ bytes: Span<UInt8>, at index: Int) -> UInt64 {
    let half = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt32.self)
    return UInt64(UInt32(littleEndian: half))
  }

  /// A byte in all eight places.
  @inline(__always)
  static func repeating(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// The top bit of the lowest byte that is zero, and perhaps of ones above it; zero where no byte
  /// is.
  @inline(__always)
  static func zeros(_ word: UInt64) -> UInt64 {
    (word &- repeating(1)) & ~word & repeating(0x80)
  }

  /// Like `zeros`, of bytes below a limit of at most 0x80.
  @inline(__always)
  static func lower(_ word: UInt64, than limit: UInt8) -> UInt64 {
    (word &- repeating(limit)) & ~word & repeating(0x80)
  }
}
