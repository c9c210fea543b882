import DocumentModel
import Foundation
import Pictures
import TestTools
import Testing

@testable import PDFOutput

@Suite("Pictures in PDF files")
struct PictureTests {
  /// A page of 20 by 20 points, wholly covered by a picture.
  private func page(_ picture: Picture) -> Page {
    var body = Frame()
    let side = Length.points(20)
    body.pictures.append(
      PlacedPicture(picture: picture, rect: Rect(x: .zero, y: .zero, width: side, height: side))
    )
    return Page(width: side, height: side, background: nil, body: body)
  }

  /// The colours in the middle of the four quarters, as poppler draws them at one pixel a point.
  private func quarters(_ file: [UInt8]) throws -> [[UInt8]] {
    let path = FileManager.default.temporaryDirectory.appending(path: "p-\(UUID().uuidString)")
    try Data(file).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    let pixels = Array(try Tool.run("pdftoppm", ["-r", "72", path.path]).bytes.suffix(20 * 20 * 3))
    return [(5, 5), (15, 5), (5, 15), (15, 15)].map { x, y in
      Array(pixels[((y * 20 + x) * 3)..<((y * 20 + x) * 3 + 3)])
    }
  }

  @Test(
    "every kind of PNG shows its colours the right way up, in a sound file",
    arguments: [
      PNGSample.colours,
      PNGSample(
        width: 2,
        height: 2,
        bits: 8,
        kind: 6,
        rows: [
          0, 255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 0, 255, 255, 0, 0, 0, 0,
        ]
      ),
    ]
  )
  func colours(_ sample: PNGSample) throws {
    let encoder = try PageEncoder()
    let page = encoder.encode(page(try PictureReader.read(sample.bytes)))
    let bytes = try PDFWriter.bytes(file([page]), fonts: fonts)
    #expect(try isSound(bytes))
    // The last pixel is white, or black that covers nothing.
    let white: [UInt8] = [255, 255, 255]
    #expect(try quarters(bytes) == [[255, 0, 0], [0, 255, 0], [0, 0, 255], white])
  }

  @Test("a palette with a transparent colour is sound too")
  func palette() throws {
    var sample = PNGSample(width: 2, height: 2, bits: 1, kind: 3, rows: [0, 0x40, 0, 0x80])
    sample.extras = [("PLTE", [255, 0, 0, 9, 9, 9]), ("tRNS", [255, 0])]
    let page = try PageEncoder().encode(page(try PictureReader.read(sample.bytes)))
    let bytes = try PDFWriter.bytes(file([page]), fonts: fonts)
    #expect(try isSound(bytes))
    let (red, white): ([UInt8], [UInt8]) = ([255, 0, 0], [255, 255, 255])
    #expect(try quarters(bytes) == [red, white, white, red])
  }

  @Test("pages that show the same picture share it; the same file has the same bytes")
  func shared() throws {
    func bytes() throws -> [UInt8] {
      let encoder = try PageEncoder()
      let pages = try (0..<5).map { _ in
        encoder.encode(page(try PictureReader.read(PNGSample.colours.bytes)))
      }
      return try PDFWriter.bytes(file(pages), fonts: fonts)
    }
    let made = try bytes()
    #expect(try bytes() == made)
    let text = String(decoding: made, as: UTF8.self)
    #expect(text.components(separatedBy: "/Subtype/Image").count == 2)
  }
}
