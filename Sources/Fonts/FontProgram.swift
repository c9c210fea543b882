/// A TrueType font in a file (or one of a collection): where its tables lie.
///
/// Only what OpenType 1.9 asks of TrueType outlines is accepted. CFF outlines (`OTTO`) are refused
/// with words, since an unsupported outline would print as nothing.
final class FontProgram: Sendable {
  let file: MappedFile
  let fileName: String
  /// Which font of a collection; 0 in files with one font.
  let collectionIndex: Int
  private let tables: [UInt32: Range<Int>]

  init(path: String, fileName: String, collectionIndex: Int) throws(FontError) {
    func refuse(_ reason: String) -> FontError { FontError(file: fileName, reason: reason) }
    let file = try MappedFile(path: path, name: fileName)
    let whole = file.bytes(at: 0, count: file.count)
    var start = 0
    if whole.u32(0) == FontProgram.tag("ttcf") {
      let fonts = Int(whole.u32(8))
      guard collectionIndex >= 0, collectionIndex < fonts, 12 + fonts * 4 <= whole.count else {
        throw refuse("字体集合里只有\(fonts)个字体，没有第\(collectionIndex)号（从0数起）")
      }
      start = Int(whole.u32(12 + collectionIndex * 4))
    } else if collectionIndex != 0 {
      throw refuse("不是字体集合（TTC），只能写 #0")
    }
    switch whole.u32(start) {
    case 0x0001_0000, FontProgram.tag("true"): break
    case FontProgram.tag("OTTO"):
      throw refuse("是 CFF 轮廓的 OpenType 字体，本软件只用 TrueType 轮廓的字体，请换 .ttf 或 .ttc")
    default: throw refuse("不是 TrueType 字体文件，或者已损坏")
    }
    let count = Int(whole.u16(start + 4))
    guard start + 12 + count * 16 <= whole.count else { throw refuse("文件不完整") }
    var tables: [UInt32: Range<Int>] = [:]
    for index in 0..<count {
      let record = start + 12 + index * 16
      let offset = Int(whole.u32(record + 8))
      let length = Int(whole.u32(record + 12))
      guard offset <= whole.count, length <= whole.count - offset else {
        throw refuse("文件不完整（表超出文件末尾）")
      }
      tables[whole.u32(record)] = offset..<offset + length
    }
    for required in ["cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp"] {
      guard tables[FontProgram.tag(required)] != nil else {
        throw refuse("缺少 \(required) 表，不是 TrueType 轮廓的字体")
      }
    }
    self.file = file
    self.fileName = fileName
    self.collectionIndex = collectionIndex
    self.tables = tables
  }

  /// A table's bytes; none where the font lacks it.
  func table(_ name: StaticString) -> TableBytes {
    table(tag: FontProgram.tag(name.description))
  }

  /// A table's bytes; none where the font lacks it.
  func table(tag: UInt32) -> TableBytes {
    let range = tables[tag] ?? 0..<0
    return file.bytes(at: range.lowerBound, count: range.count)
  }

  static func tag(_ name: String) -> UInt32 {
    name.utf8.reduce(0) { $0 << 8 | UInt32($1) }
  }
}
