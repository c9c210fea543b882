/// Numbers as binary files hold them, lowest byte first; nil where the bytes end before.
extension [UInt8] {
  /// Two bytes without sign.
  func short(at offset: Int) -> Int? {
    guard offset >= 0, offset <= count - 2 else { return nil }
    return Int(self[offset]) | Int(self[offset + 1]) << 8
  }

  /// Four bytes without sign.
  func long(at offset: Int) -> Int? {
    guard let low = short(at: offset), let high = short(at: offset + 2) else { return nil }
    return low | high << 16
  }

  /// A number of eight bytes (IEEE 754).
  func double(at offset: Int) -> Double? {
    guard let low = long(at: offset), let high = long(at: offset + 4) else { return nil }
    return Double(bitPattern: UInt64(high) << 32 | UInt64(low))
  }
}
