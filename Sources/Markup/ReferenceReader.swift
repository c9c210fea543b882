/// Reads the characters of a well-formed stretch of XML, references and line ends resolved as the
/// XML recommendation asks (2.11 and 4.1), one unit at a time.
struct ReferenceReader {
  private let bytes: [UInt8]
  private let end: Int
  private let isVerbatim: Bool
  private let isAttribute: Bool
  /// Where the next unit starts.
  private(set) var offset: Int

  init(_ bytes: [UInt8], _ range: Range<Int>, isVerbatim: Bool, isAttribute: Bool = false) {
    self.bytes = bytes
    self.isVerbatim = isVerbatim
    self.isAttribute = isAttribute
    offset = range.lowerBound
    end = range.upperBound
  }

  /// Hands over the UTF-8 of the next unit (a byte, a line end, a reference).
  ///
  /// - Returns: how many bytes it gave; nil at the end.
  mutating func next(append: (UInt8) -> Void) -> Int? {
    guard offset < end else { return nil }
    let byte = bytes[offset]
    switch byte {
    case 0x0D:
      offset += offset + 1 < end && bytes[offset + 1] == 0x0A ? 2 : 1
      append(isAttribute ? 0x20 : 0x0A)
      return 1
    case 0x0A where isAttribute, 0x09 where isAttribute:
      offset += 1
      append(0x20)
      return 1
    case 0x26 where !isVerbatim:
      return reference(append: append)
    default:
      offset += 1
      append(byte)
      return 1
    }
  }

  /// All that is left.
  mutating func text() -> String {
    var result: [UInt8] = []
    result.reserveCapacity(end - offset)
    while next(append: { result.append($0) }) != nil {}
    return String(decoding: result, as: UTF8.self)
  }

  private mutating func reference(append: (UInt8) -> Void) -> Int {
    let start = offset + 1
    var stop = start
    while stop < end, bytes[stop] != 0x3B { stop += 1 }
    offset = min(end, stop + 1)
    let name = bytes[start..<stop]
    if let scalar = ReferenceReader.predefined(name) ?? ReferenceReader.number(name) {
      let encoded = Array(String(Character(scalar)).utf8)
      for byte in encoded { append(byte) }
      return encoded.count
    }
    // Only well-formed stretches are read, so this is no reference that exists.
    return 0
  }

  private static func predefined(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
    switch String(decoding: name, as: UTF8.self) {
    case "lt": "<"
    case "gt": ">"
    case "amp": "&"
    case "quot": "\""
    case "apos": "'"
    default: nil
    }
  }

  private static func number(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard name.first == 0x23 else { return nil }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == 0x78
    let text = String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self)
    return UInt32(text, radix: isHexadecimal ? 16 : 10).flatMap(Unicode.Scalar.init)
  }
}
