extension Span<UInt8> {
  /// The character that starts at an index of well-formed UTF-8; moves the index behind it.
  ///
  /// A view of characters would copy a short text to the stack for each of them.
  @inline(__always)
  func scalar(at index: inout Int) -> UInt32 {
    let lead = UInt32(self[index])
    if lead < 0x80 {
      index += 1
      return lead
    }
    if lead < 0xE0 {
      let scalar = (lead & 0x1F) << 6 | continuation(index + 1)
      index += 2
      return scalar
    }
    if lead < 0xF0 {
      let scalar = (lead & 0x0F) << 12 | continuation(index + 1) << 6 | continuation(index + 2)
      index += 3
      return scalar
    }
    let high = (lead & 0x07) << 18 | continuation(index + 1) << 12
    let scalar = high | continuation(index + 2) << 6 | continuation(index + 3)
    index += 4
    return scalar
  }

  @inline(__always)
  private func continuation(_ index: Int) -> UInt32 { UInt32(self[index]) & 0x3F }
}
