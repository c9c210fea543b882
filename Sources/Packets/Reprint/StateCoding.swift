/// Writes the values of a state file: numbers in 7-bit groups, the lowest first, and every text with
/// its length before it.
struct StateEncoder {
  /// What was written so far.
  private(set) var bytes: [UInt8] = []

  mutating func append(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func append(_ text: String) {
    append(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func append(_ other: [UInt8]) {
    append(other.count)
    bytes.append(contentsOf: other)
  }

  mutating func append(_ flag: Bool) { append(flag ? 1 : 0) }

  /// Writes a list, its length first.
  mutating func append<Element>(
    list: some Collection<Element>,
    _ write: (inout StateEncoder, Element) -> Void
  ) {
    append(list.count)
    for element in list { write(&self, element) }
  }
}

/// Reads what `StateEncoder` wrote.
struct StateDecoder {
  /// Bytes that no state file has.
  struct Malformed: Error {}

  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { offset == bytes.count }

  mutating func number() throws(Malformed) -> Int {
    var result: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 70, by: 7) {
      guard offset < bytes.count else { throw Malformed() }
      let byte = bytes[offset]
      offset += 1
      result |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(truncatingIfNeeded: result) }
    }
    throw Malformed()
  }

  mutating func text() throws(Malformed) -> String {
    String(decoding: try slice(), as: UTF8.self)
  }

  mutating func byteArray() throws(Malformed) -> [UInt8] { Array(try slice()) }

  mutating func flag() throws(Malformed) -> Bool { try number() != 0 }

  mutating func list<Element>(
    _ read: (inout StateDecoder) throws(Malformed) -> Element
  ) throws(Malformed) -> [Element] {
    let count = try number()
    // Each element takes a byte at least: a length that is out of place fills no memory.
    guard count >= 0, count <= bytes.count - offset else { throw Malformed() }
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try read(&self)) }
    return elements
  }

  private mutating func slice() throws(Malformed) -> ArraySlice<UInt8> {
    let count = try number()
    guard count >= 0, count <= bytes.count - offset else { throw Malformed() }
    defer { offset += count }
    return bytes[offset..<offset + count]
  }
}
