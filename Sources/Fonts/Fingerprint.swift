/// A 128-bit fingerprint of bytes: XXH64 with the seeds 0 and 1.
///
/// The same on every machine and in every run; not meant against forgers.
package struct Fingerprint: Hashable, Sendable {
  /// XXH64 with seed 0.
  package var high: UInt64
  /// XXH64 with seed 1.
  package var low: UInt64

  /// A fingerprint of known halves.
  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The fingerprint of bytes.
  package init(of bytes: UnsafeRawBufferPointer) {
    high = unsafe Fingerprint.xxh64(bytes, seed: 0)
    low = unsafe Fingerprint.xxh64(bytes, seed: 1)
  }

  /// The fingerprint of bytes.
  package init(of bytes: [UInt8]) {
    self = unsafe bytes.withUnsafeBytes { unsafe Fingerprint(of: $0) }
  }

  /// The 16 bytes, most significant first.
  package var bytes: [UInt8] {
    [high, low].flatMap { half in (0..<8).map { UInt8(truncatingIfNeeded: half >> (56 - $0 * 8)) } }
  }

  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
  private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
  private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

  @inline(__always) private static func rotated(_ value: UInt64, _ bits: UInt64) -> UInt64 {
    value << bits | value >> (64 &- bits)
  }

  @inline(__always) private static func round(_ lane: UInt64, _ input: UInt64) -> UInt64 {
    rotated(lane &+ input &* prime2, 31) &* prime1
  }

  /// XXH64 as its specification has it.
  static func xxh64(_ bytes: UnsafeRawBufferPointer, seed: UInt64) -> UInt64 {
    func word(_ offset: Int) -> UInt64 {
      unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    let count = bytes.count
    var offset = 0
    var hash = seed &+ prime5
    if count >= 32 {
      var a = seed &+ prime1 &+ prime2
      var b = seed &+ prime2
      var c = seed
      var d = seed &- prime1
      while offset &+ 32 <= count {
        a = round(a, word(offset))
        b = round(b, word(offset &+ 8))
        c = round(c, word(offset &+ 16))
        d = round(d, word(offset &+ 24))
        offset &+= 32
      }
      hash = rotated(a, 1) &+ rotated(b, 7) &+ rotated(c, 12) &+ rotated(d, 18)
      for lane in [a, b, c, d] { hash = (hash ^ round(0, lane)) &* prime1 &+ prime4 }
    }
    hash &+= UInt64(count)
    while offset &+ 8 <= count {
      hash = rotated(hash ^ round(0, word(offset)), 27) &* prime1 &+ prime4
      offset &+= 8
    }
    if offset &+ 4 <= count {
      let half = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
      hash ^= UInt64(UInt32(littleEndian: half)) &* prime1
      hash = rotated(hash, 23) &* prime2 &+ prime3
      offset &+= 4
    }
    while offset < count {
      hash = rotated(hash ^ UInt64(unsafe bytes[offset]) &* prime5, 11) &* prime1
      offset &+= 1
    }
    hash = (hash ^ hash >> 33) &* prime2
    hash = (hash ^ hash >> 29) &* prime3
    return hash ^ hash >> 32
  }
}
