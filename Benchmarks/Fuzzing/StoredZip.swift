/// A zip container whose parts are stored as they are, so that mutations reach what reads them.
struct StoredZip {
  private(set) var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  mutating func add(_ name: String, _ content: [UInt8]) {
    let offset = bytes.count
    let fields =
      Self.short(20) + Self.short(0) + Self.short(0) + Self.long(0) + Self.long(Self.crc(content))
      + Self.long(content.count) + Self.long(content.count) + Self.short(name.utf8.count)
      + Self.short(0)
    bytes += Self.long(0x0403_4B50) + fields + Array(name.utf8) + content
    directory += Self.long(0x0201_4B50) + Self.short(20) + fields
    directory += [UInt8](repeating: 0, count: 10) + Self.long(offset) + Array(name.utf8)
    count += 1
  }

  mutating func finish() {
    let start = bytes.count
    bytes += directory + Self.long(0x0605_4B50) + Self.long(0) + Self.short(count)
    bytes += Self.short(count) + Self.long(directory.count) + Self.long(start) + Self.short(0)
  }

  private static func short(_ value: Int) -> [UInt8] {
    [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)]
  }

  private static func long(_ value: Int) -> [UInt8] { short(value & 0xFFFF) + short(value >> 16) }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { crc, _ in crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
  }

  private static func crc(_ bytes: [UInt8]) -> Int {
    Int(~bytes.reduce(~0) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ $0 >> 8 })
  }
}

extension StoredZip {
  /// A workbook of one sheet.
  static func workbook(sheet: [UInt8]) -> [UInt8] {
    var zip = StoredZip()
    zip.add(
      "xl/workbook.xml",
      Array("<workbook><sheets><sheet name='a' id='s'/></sheets></workbook>".utf8)
    )
    let type = "Type='x/worksheet' Target='sheet.xml'"
    zip.add(
      "xl/_rels/workbook.xml.rels",
      Array("<Relationships><Relationship Id='s' \(type)/></Relationships>".utf8)
    )
    zip.add("xl/sheet.xml", sheet)
    zip.finish()
    return zip.bytes
  }
}
