/// Reads a font's names (OpenType `name`).
enum FaceNames {
  /// The PostScript name, reduced to characters that a PDF name holds without escapes; made from
  /// the file's name where the font has none.
  static func postScriptName(of program: FontProgram) -> String {
    let table = program.table("name")
    let strings = Int(table.u16(4))
    var name: [UInt8] = []
    for index in 0..<Int(table.u16(2)) {
      let record = 6 + index * 12
      guard table.u16(record + 6) == 6, name.isEmpty else { continue }
      let start = strings + Int(table.u16(record + 10))
      let length = Int(table.u16(record + 8))
      // Windows and Unicode names are UTF-16, of which a PostScript name uses the ASCII part.
      let step = table.u16(record) == 1 ? 1 : 2
      for offset in stride(from: step - 1, to: length, by: step) {
        name.append(table.byte(start + offset))
      }
    }
    if name.isEmpty { name = Array(program.fileName.utf8.prefix { $0 != UInt8(ascii: ".") }) }
    let kept = name.filter { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."):
        true
      default: false
      }
    }
    return kept.isEmpty ? "Face" : String(decoding: kept.prefix(63), as: UTF8.self)
  }
}
