import Compression
import DocumentModel
import Pictures
import TestTools
import Testing

@Suite("Pictures")
struct PictureReaderTests {
  private func fault(_ file: [UInt8]) -> PictureFault? {
    do {
      _ = try PictureReader.read(file)
      return nil
    } catch {
      return error as? PictureFault
    }
  }

  private func samples(_ samples: Picture.Samples?, _ count: Int) -> [UInt8]? {
    samples.flatMap { Inflater.open($0.data, holding: count)?.bytes }
  }

  @Test("an opaque PNG goes on as it is")
  func opaque() throws {
    let picture = try PictureReader.read(PNGSample.colours.bytes)
    #expect(picture.width == 2 && picture.height == 2)
    #expect(picture.opacity == nil)
    guard case .filtered = picture.samples.coding, case .rgb = picture.samples.colour else {
      Issue.record("\(picture.samples)")
      return
    }
    #expect(samples(picture.samples, 14) == PNGSample.colours.rows)
  }

  @Test("colours and opacity of a PNG with an alpha channel part, whatever its filters")
  func alpha() throws {
    // Grey and alpha, three by five pixels: a row for each filter, each from the same plain row.
    let plain: [UInt8] = [10, 255, 20, 128, 40, 0]
    let rows: [UInt8] =
      [0] + plain + [1, 10, 255, 10, 129, 20, 128] + [2, 0, 0, 0, 0, 0, 0]
      + [3, 5, 128, 5, 193, 10, 192] + [4, 0, 0, 0, 0, 0, 0]
    let picture = try PictureReader.read(
      PNGSample(width: 3, height: 5, kind: 4, rows: rows).bytes
    )
    #expect(
      samples(picture.samples, 15) == Array(repeating: [10, 20, 40], count: 5).flatMap(\.self)
    )
    #expect(
      samples(picture.opacity, 15) == Array(repeating: [255, 128, 0], count: 5).flatMap(\.self)
    )
  }

  @Test("an alpha channel that is opaque everywhere is left out")
  func opaqueAlpha() throws {
    let sample = PNGSample(width: 1, height: 1, kind: 6, rows: [0, 1, 2, 3, 255])
    let picture = try PictureReader.read(sample.bytes)
    #expect(picture.opacity == nil)
    #expect(samples(picture.samples, 3) == [1, 2, 3])
  }

  @Test("colours of a palette may be transparent")
  func palette() throws {
    var sample = PNGSample(width: 3, height: 1, bits: 2, kind: 3, rows: [0, 0b00_01_10_00])
    sample.extras = [("PLTE", [0, 0, 0, 9, 9, 9, 255, 255, 255]), ("tRNS", [0, 77])]
    let picture = try PictureReader.read(sample.bytes)
    #expect(samples(picture.opacity, 3) == [0, 77, 255])
    sample.extras[1] = ("tRNS", [255])
    #expect(try PictureReader.read(sample.bytes).opacity == nil)
    sample.extras = []
    #expect(fault(sample.bytes) == .damaged)
  }

  @Test("one colour of an opaque PNG may be left out")
  func leftOut() throws {
    var sample = PNGSample.colours
    sample.extras = [("tRNS", [0, 255, 0, 255, 0, 255])]
    #expect(try PictureReader.read(sample.bytes).leftOut == [255, 255, 255])
  }

  @Test("a PNG that was cut off or changed anywhere is refused")
  func damaged() {
    let file = PNGSample.colours.bytes
    for count in 8..<file.count { #expect(fault(Array(file[..<count])) == .damaged, "\(count)") }
    for index in 8..<file.count {
      var changed = file
      changed[index] ^= 0x55
      #expect(fault(changed) != nil, "\(index)")
    }
    // Rows that are too few for the header, and a filter that does not exist.
    for rows in [[0, 255, 0, 0, 0, 255, 0], [UInt8](repeating: 9, count: 14)] {
      var sample = PNGSample.colours
      sample.rows = rows
      #expect(fault(sample.bytes) == .damaged)
    }
  }

  @Test("what cannot be printed says why")
  func refused() {
    var passes = PNGSample.colours
    passes.interlacing = 1
    #expect(fault(passes.bytes) == .interlaced)
    var large = PNGSample.colours
    large.width = 10_001
    #expect(fault(large.bytes) == .tooLarge)
    large.width = 8000
    large.height = 8000
    #expect(fault(large.bytes) == .tooLarge)
    #expect(fault(Array("GIF89a".utf8)) == .otherKind)
    #expect(fault([]) == .otherKind)
  }

  /// The segments of a JPEG without a picture worth looking at.
  private func jpeg(_ kind: UInt8 = 0xC0, components: UInt8 = 3) -> [UInt8] {
    [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2]
      + [0xFF, kind, 0, 8, 8, 0, 4, 0, 3, components]
      + [0xFF, 0xDA, 0, 2, 7, 7, 0xFF, 0, 7, 0xFF, 0xD9]
  }

  @Test("a JPEG goes on as it is, and must be whole")
  func jpegs() throws {
    let picture = try PictureReader.read(jpeg())
    #expect(picture.width == 3 && picture.height == 4)
    #expect(picture.samples.data == jpeg())
    guard case .grey = try PictureReader.read(jpeg(0xC2, components: 1)).samples.colour else {
      Issue.record("not grey")
      return
    }
    #expect(fault(jpeg(components: 4)) == .otherColours)
    #expect(fault(jpeg(0xC9)) == .otherColours)
    for count in 3..<jpeg().count { #expect(fault(Array(jpeg()[..<count])) == .damaged) }
  }
}
