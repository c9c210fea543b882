import Diagnostics
import DocumentModel
import Fonts
import Foundation
import TestTools

@testable import PDFOutput

/// The project's own fonts, loaded once.
let fonts: FontSet = {
  var sink = DiagnosticSink()
  do {
    return try FontSet(directory: fontFolder, sink: &sink)
  } catch {
    fatalError("\(error)")
  }
}()

let fontFolder = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().appending(path: "fonts").path

extension Frame {
  /// Sets a line of text, a run for each stretch of one face.
  ///
  /// Positions are points.
  mutating func add(
    _ text: String,
    x: Int,
    y: Int,
    size: Int = 10,
    role: FaceRole = .song,
    as purpose: TextRun.Role = .data,
    isTurned: Bool = false,
    adjustment: Int16 = 0
  ) {
    let table = fonts.metrics[role]
    let em = Length.points(size)
    var pen = Point(x: .points(x), y: .points(y))
    for scalar in text.unicodeScalars {
      let entry = table[scalar.value]
      precondition(!entry.isMissing, "no glyph for \(scalar)")
      let advance = em.scaled(thousandths: Int(entry.advance) + Int(adjustment))
      if let last = runs.indices.last, runs[last].face == entry.face, pen != runs[last].origin,
        runs[last].glyphCount > 0, scalar != text.unicodeScalars.first,
        Int(runs[last].firstGlyph + runs[last].glyphCount) == glyphs.count
      {
        runs[last].glyphCount += 1
      } else {
        runs.append(
          TextRun(
            origin: pen,
            size: em,
            firstGlyph: Int32(glyphs.count),
            glyphCount: 1,
            face: entry.face,
            role: purpose,
            isTurned: isTurned
          )
        )
      }
      glyphs.append(Glyph(cid: entry.cid, adjustment: adjustment))
      if isTurned { pen.y += advance } else { pen.x += advance }
    }
  }

  /// A grid of cells in points.
  mutating func addGrid(x: Int, y: Int, columns: Int, rows: Int, width: Int, height: Int) {
    for row in 0...rows {
      rules.append(
        Rule(
          start: Point(x: .points(x), y: .points(y + row * height)),
          end: Point(x: .points(x + columns * width), y: .points(y + row * height)),
          width: Length(milliPoints: 500)
        )
      )
    }
    for column in 0...columns {
      rules.append(
        Rule(
          start: Point(x: .points(x + column * width), y: .points(y)),
          end: Point(x: .points(x + column * width), y: .points(y + rows * height)),
          width: Length(milliPoints: 500)
        )
      )
    }
  }
}

/// An A4 page with lines of text.
func page(_ lines: String..., background: Page.Background? = nil) -> Page {
  var body = Frame()
  for (index, line) in lines.enumerated() { body.add(line, x: 60, y: 80 + index * 20) }
  return Page(
    width: .millimetres(210),
    height: .millimetres(297),
    background: background,
    body: body
  )
}

/// A file with one part of these pages.
func file(_ pages: [EncodedPage], title: String = "测试") -> PDFDocument {
  PDFDocument(title: title, parts: [PDFPart(pages: pages)])
}

/// Runs a tool on bytes in a temporary file; `%` stands for its path.
///
/// Gives exit status and output.
func run(_ tool: String, _ arguments: [String], on bytes: [UInt8]) throws -> (Int32, String) {
  let path = FileManager.default.temporaryDirectory
    .appending(path: "pdf-\(UUID().uuidString).pdf")
  try Data(bytes).write(to: path)
  defer { try? FileManager.default.removeItem(at: path) }
  let outcome = try Tool.run(tool, arguments.map { $0 == "%" ? path.path : $0 })
  return (outcome.status, outcome.output + outcome.errors)
}

/// Whether qpdf finds neither errors nor warnings.
func isSound(_ bytes: [UInt8]) throws -> Bool {
  let (status, output) = try run("qpdf", ["--check", "%"], on: bytes)
  return status == 0 && !output.contains("WARNING")
}

/// The text that poppler extracts, line by line without blank lines.
func text(of bytes: [UInt8]) throws -> [String] {
  let (_, output) = try run("pdftotext", ["-layout", "%", "-"], on: bytes)
  return output.split(whereSeparator: { $0 == "\n" || $0 == "\u{C}" })
    .map { String($0.drop { $0 == " " }) }.filter { !$0.isEmpty }
}
