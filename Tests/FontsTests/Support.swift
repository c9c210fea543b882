import Diagnostics
import Foundation

@testable import Fonts

let fontFolder = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().appending(path: "fonts").path

/// The project's own fonts, loaded once.
let fonts: FontSet = {
  var sink = DiagnosticSink()
  do {
    return try FontSet(directory: fontFolder, sink: &sink)
  } catch {
    fatalError("\(error)")
  }
}()

/// A folder that lasts as long as the closure.
func withFolder<Result>(
  _ files: [String: [UInt8]],
  _ body: (String) throws -> Result
) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: "fonts-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  for (name, bytes) in files { try Data(bytes).write(to: folder.appending(path: name)) }
  return try body(folder.path)
}

/// The bytes of one of our fonts.
func bytes(of name: String) throws -> [UInt8] {
  Array(try Data(contentsOf: URL(filePath: "\(fontFolder)/\(name)")))
}

/// The place of a table in a font's bytes.
func table(_ tag: String, in font: [UInt8]) -> Range<Int>? {
  func u32(_ at: Int) -> Int { font[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
  for index in 0..<(Int(font[4]) << 8 | Int(font[5])) {
    let record = 12 + index * 16
    if font[record..<record + 4].elementsEqual(tag.utf8) {
      return u32(record + 8)..<u32(record + 8) + u32(record + 12)
    }
  }
  return nil
}

/// A collection whose members 0 and 1 are the same font.
func collection(of font: [UInt8]) -> [UInt8] {
  func bytes(_ value: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(value >> $0 & 255) } }
  var font = font
  for index in 0..<(Int(font[4]) << 8 | Int(font[5])) {
    let field = 12 + index * 16 + 8
    let offset = font[field..<field + 4].reduce(0) { $0 << 8 | Int($1) } + 20
    font.replaceSubrange(field..<field + 4, with: bytes(offset))
  }
  return Array("ttcf".utf8) + [0, 1, 0, 0] + bytes(2) + bytes(20) + bytes(20) + font
}
