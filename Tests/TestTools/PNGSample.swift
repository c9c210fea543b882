/// Small PNG files for tests, written without a compressor.
package struct PNGSample {
  /// Pixels in a row.
  package var width: Int
  /// Rows.
  package var height: Int
  /// Bits of a sample.
  package var bits: Int
  /// The colour type: 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha.
  package var kind: UInt8
  /// 1 for pictures that show themselves in passes.
  package var interlacing: UInt8 = 0
  /// The rows, each with its filter byte.
  package var rows: [UInt8]
  /// Chunks between header and data: name and body.
  package var extras: [(String, [UInt8])] = []

  /// A picture.
  package init(width: Int, height: Int, bits: Int = 8, kind: UInt8, rows: [UInt8]) {
    self.width = width
    self.height = height
    self.bits = bits
    self.kind = kind
    self.rows = rows
  }

  /// Two by two opaque pixels: red, green; blue, white.
  package static var colours: PNGSample {
    PNGSample(
      width: 2,
      height: 2,
      kind: 2,
      rows: [0, 255, 0, 0, 0, 255, 0] + [0, 0, 0, 255, 255, 255, 255]
    )
  }

  /// The file.
  package var bytes: [UInt8] {
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    let header = number(width) + number(height) + [UInt8(bits), kind, 0, 0, interlacing]
    for (name, body) in [("IHDR", header)] + extras + [("IDAT", stream), ("IEND", [])] {
      let named = Array(name.utf8) + body
      file += number(body.count) + named + number(Int(checksum(named)))
    }
    return file
  }

  /// A zlib stream of one stored block.
  private var stream: [UInt8] {
    let count = rows.count
    let length = [UInt8(count & 255), UInt8(count >> 8)]
    var (low, high) = (1, 0)
    for byte in rows {
      low = (low + Int(byte)) % 65_521
      high = (high + low) % 65_521
    }
    return [0x78, 0x01, 1] + length + length.map { ~$0 } + rows + number(high << 16 | low)
  }

  private func number(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  private func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { sum, byte in
      var sum = sum ^ UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
      return sum
    }
  }
}
