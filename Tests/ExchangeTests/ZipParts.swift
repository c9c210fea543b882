/// A zip container of parts as they are, uncompressed.
struct ZipParts {
  /// The parts in order.
  var parts: [(name: String, bytes: [UInt8])]
  /// Whether sizes and checksums stand behind each part only, as a writer leaves them that streams.
  var isStreamed = false

  init(_ parts: KeyValuePairs<String, String>) {
    self.parts = parts.map { ($0.key, Array($0.value.utf8)) }
  }

  /// The container's bytes (APPNOTE.TXT of PKWARE, sections 4.3.7 to 4.3.16).
  var bytes: [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for (name, bytes) in parts {
      let start = file.count
      let sums =
        ZipParts.little(Int(ZipParts.checksum(bytes)), 4) + ZipParts.little(bytes.count, 4)
        + ZipParts.little(bytes.count, 4)
      let none = [UInt8](repeating: 0, count: 12)
      let label = Array(name.utf8)
      // Version 2.0, flags (bit 3: sizes follow; bit 11: names in UTF-8), stored, 1980-01-01.
      let head =
        ZipParts.little(20, 2) + ZipParts.little(0x800 | (isStreamed ? 8 : 0), 2)
        + ZipParts.little(0, 2) + ZipParts.little(0, 2) + ZipParts.little(0x21, 2)
      let lengths = ZipParts.little(label.count, 2) + ZipParts.little(0, 2)
      file += [0x50, 0x4B, 3, 4] + head + (isStreamed ? none : sums) + lengths + label + bytes
      if isStreamed { file += [0x50, 0x4B, 7, 8] + sums }
      directory += [0x50, 0x4B, 1, 2] + ZipParts.little(20, 2) + head + sums + lengths
      directory += [UInt8](repeating: 0, count: 10) + ZipParts.little(start, 4) + label
    }
    let count = ZipParts.little(parts.count, 2)
    let end = [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count
    return file + directory + end + ZipParts.little(directory.count, 4)
      + ZipParts.little(file.count, 4) + [0, 0]
  }

  private static func little(_ number: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  /// CRC-32 of ISO 3309.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
