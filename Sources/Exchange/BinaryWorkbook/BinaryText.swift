/// Reads texts from a record that may go on in further records.
///
/// Where the characters of a text go on in another record, its first byte says anew whether they
/// take one byte or two.
struct BinaryText {
  private let bytes: [UInt8]
  private let segments: [Range<Int>]
  private var segment = 0
  private var position: Int

  init(_ bytes: [UInt8], segments: [Range<Int>]) {
    self.bytes = bytes
    self.segments = segments
    position = segments.first?.lowerBound ?? 0
  }

  /// Goes to the next segment where this one is at its end; false behind the last.
  private mutating func settle() -> Bool {
    while position >= segments[segment].upperBound {
      guard segment + 1 < segments.count else { return false }
      segment += 1
      position = segments[segment].lowerBound
    }
    return true
  }

  private mutating func byte() -> Int? {
    guard settle() else { return nil }
    position += 1
    return Int(bytes[position - 1])
  }

  mutating func short() -> Int? {
    guard let low = byte(), let high = byte() else { return nil }
    return low | high << 8
  }

  mutating func long() -> Int? {
    guard let low = short(), let high = short() else { return nil }
    return low | high << 16
  }

  /// Passes over bytes; false where there are not so many.
  mutating func skip(_ count: Int) -> Bool {
    var rest = count
    while rest > 0 {
      guard settle() else { return false }
      let step = min(rest, segments[segment].upperBound - position)
      position += step
      rest -= step
    }
    return true
  }

  /// A text with its length in two bytes, or one, before it, runs and readings left out; nil where
  /// it is cut off.
  mutating func text(hasShortLength: Bool = false) -> String? {
    guard let count = hasShortLength ? byte() : short(), let flags = byte() else { return nil }
    var extra = 0
    if flags & 0x08 != 0 {
      guard let runs = short() else { return nil }
      extra += runs * 4
    }
    if flags & 0x04 != 0 {
      guard let size = long() else { return nil }
      extra += size
    }
    guard let text = characters(count, areWide: flags & 0x01 != 0), skip(extra) else { return nil }
    return text
  }

  private mutating func characters(_ count: Int, areWide: Bool) -> String? {
    var units: [UInt16] = []
    units.reserveCapacity(count)
    var areWide = areWide
    while units.count < count {
      if position >= segments[segment].upperBound {
        guard settle(), let flags = byte() else { return nil }
        areWide = flags & 0x01 != 0
        continue
      }
      let room = segments[segment].upperBound - position
      guard !areWide || room >= 2 else { return nil }
      let step = min(count - units.count, areWide ? room / 2 : room)
      for index in 0..<step {
        let low = UInt16(bytes[position + (areWide ? index * 2 : index)])
        units.append(areWide ? low | UInt16(bytes[position + index * 2 + 1]) << 8 : low)
      }
      position += areWide ? step * 2 : step
    }
    return String(decoding: units, as: UTF16.self)
  }
}
