/// Big-endian bytes of a font table.
///
/// Reading past the end gives 0, so that a broken font can give wrong numbers but never a crash;
/// callers check the numbers they use as counts.
@safe struct TableBytes {
  // Points into a `MappedFile` that the reader keeps alive for as long as it reads.
  let base: UnsafeRawPointer
  let count: Int

  @inline(__always) func u16(_ offset: Int) -> UInt16 {
    guard offset >= 0, offset &+ 2 <= count else { return 0 }
    return unsafe UInt16(bigEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt16.self))
  }

  @inline(__always) func i16(_ offset: Int) -> Int { Int(Int16(bitPattern: u16(offset))) }

  @inline(__always) func u32(_ offset: Int) -> UInt32 {
    guard offset >= 0, offset &+ 4 <= count else { return 0 }
    return unsafe UInt32(bigEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  func byte(_ offset: Int) -> UInt8 {
    guard offset >= 0, offset < count else { return 0 }
    return unsafe base.load(fromByteOffset: offset, as: UInt8.self)
  }

  /// Part of these bytes, cut at their end.
  func bytes(at offset: Int, count wanted: Int) -> TableBytes {
    let start = max(0, min(offset, count))
    return unsafe TableBytes(base: base + start, count: max(0, min(wanted, count - start)))
  }
}
