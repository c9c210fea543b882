internal import Compression
internal import DocumentModel
internal import Fingerprints

/// Reads PNG files (W3C PNG, third edition, without its animations).
///
/// PDF knows PNG's filters, so that opaque pictures go into it as they are; those with an alpha
/// channel are taken apart, since PDF wants colours and opacity as two pictures.
enum PNGReader {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// What the header says.
  struct Header {
    var width: Int
    var height: Int
    var bits: Int
    var kind: UInt8

    var hasAlpha: Bool { kind == 4 || kind == 6 }
    /// Samples of a pixel.
    var channels: Int { [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][kind] ?? 0 }
    /// Bytes of a row without its filter byte.
    var rowBytes: Int { (width * channels * bits + 7) / 8 }
    /// Bytes from a sample to the same of the pixel before, at least 1.
    var stride: Int { max(1, channels * bits / 8) }
  }

  static func read(_ file: [UInt8]) throws -> Picture {
    let chunks = try chunks(of: file)
    guard let first = chunks.first, first.name == "IHDR" else { throw PictureFault.damaged }
    let header = try header(first.body)
    var stream: [UInt8] = []
    for chunk in chunks where chunk.name == "IDAT" { stream += chunk.body }
    guard
      let opened = Inflater.open(stream, holding: (header.rowBytes + 1) * header.height),
      (0..<header.height).allSatisfy({ opened.bytes[$0 * (header.rowBytes + 1)] <= 4 })
    else { throw PictureFault.damaged }
    let palette = Array(chunks.first { $0.name == "PLTE" }?.body ?? [])
    let transparency = chunks.first { $0.name == "tRNS" }.map { Array($0.body) } ?? []
    var samples = Picture.Samples(
      colour: header.kind == 0 ? .grey : .rgb,
      bits: header.bits,
      coding: .filtered,
      data: Array(stream[..<opened.taken])
    )
    var opacity: Picture.Samples?
    var leftOut: [Int] = []
    switch header.kind {
    case 3:
      guard !palette.isEmpty, palette.count % 3 == 0, palette.count <= 3 << header.bits else {
        throw PictureFault.damaged
      }
      samples.colour = .palette(palette)
      if transparency.contains(where: { $0 < 255 }) {
        opacity = try palettes(header, PNGRows.plain(opened.bytes, header.shape), transparency)
      }
    case 4, 6:
      (samples, opacity) = try parted(header, PNGRows.plain(opened.bytes, header.shape))
    default:
      let numbers = stride(from: 0, to: transparency.count, by: 2).compactMap {
        PictureReader.number16(transparency[...], at: $0)
      }
      if numbers.count == header.channels { leftOut = numbers }
    }
    return Picture(
      format: .png,
      file: file,
      digest: try Digest.sha256(file),
      width: header.width,
      height: header.height,
      samples: samples,
      opacity: opacity,
      leftOut: leftOut
    )
  }

  private static func chunks(
    of file: [UInt8]
  ) throws(PictureFault) -> [(name: String, body: ArraySlice<UInt8>)] {
    var chunks: [(name: String, body: ArraySlice<UInt8>)] = []
    var index = signature.count
    while true {
      guard let length = PictureReader.number32(file[...], at: index),
        length <= file.count - index - 12
      else { throw .damaged }
      let named = file[(index + 4)..<(index + 8 + length)]
      guard
        PictureReader.number32(file[...], at: index + 8 + length)
          == Int(Inflater.checksum(named))
      else { throw .damaged }
      let name = String(decoding: named.prefix(4), as: UTF8.self)
      if name == "IEND" { return chunks }
      chunks.append((name, named.dropFirst(4)))
      index += 12 + length
    }
  }

  private static func header(_ body: ArraySlice<UInt8>) throws(PictureFault) -> Header {
    let start = body.startIndex
    guard body.count == 13, let width = PictureReader.number32(body, at: start),
      let height = PictureReader.number32(body, at: start + 4)
    else { throw .damaged }
    try PictureReader.check(width: width, height: height)
    let header = Header(
      width: width,
      height: height,
      bits: Int(body[start + 8]),
      kind: body[start + 9]
    )
    let allowed: [UInt8: [Int]] = [
      0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16],
    ]
    guard allowed[header.kind]?.contains(header.bits) == true, body[start + 10] == 0,
      body[start + 11] == 0
    else { throw .damaged }
    guard body[start + 12] == 0 else { throw body[start + 12] == 1 ? .interlaced : .damaged }
    return header
  }

  /// The opacity of every pixel of a picture with a palette.
  private static func palettes(
    _ header: Header,
    _ rows: [UInt8],
    _ transparency: [UInt8]
  ) throws(PictureFault) -> Picture.Samples {
    var opacity: [UInt8] = []
    opacity.reserveCapacity(header.width * header.height)
    let perByte = 8 / header.bits
    let mask = UInt8(truncatingIfNeeded: (1 << header.bits) - 1)
    for row in 0..<header.height {
      for column in 0..<header.width {
        let byte = rows[row * header.rowBytes + column / perByte]
        let shift = 8 - header.bits * (column % perByte + 1)
        let place = Int(byte >> UInt8(shift) & mask)
        opacity.append(place < transparency.count ? transparency[place] : 255)
      }
    }
    return Picture.Samples(colour: .grey, bits: 8, coding: .deflated, data: try deflated(opacity))
  }

  /// Colours and opacity of a picture with an alpha channel; no opacity where all of it is opaque.
  private static func parted(
    _ header: Header,
    _ rows: [UInt8]
  ) throws(PictureFault) -> (Picture.Samples, Picture.Samples?) {
    let size = header.bits / 8
    let colourBytes = (header.channels - 1) * size
    var colours: [UInt8] = []
    var opacity: [UInt8] = []
    colours.reserveCapacity(header.width * header.height * colourBytes)
    opacity.reserveCapacity(header.width * header.height * size)
    for pixel in 0..<(header.width * header.height) {
      let start = pixel * (colourBytes + size)
      colours += rows[start..<(start + colourBytes)]
      opacity += rows[(start + colourBytes)..<(start + colourBytes + size)]
    }
    let samples = Picture.Samples(
      colour: header.kind == 4 ? .grey : .rgb,
      bits: header.bits,
      coding: .deflated,
      data: try deflated(colours)
    )
    guard opacity.contains(where: { $0 < 255 }) else { return (samples, nil) }
    let cover = Picture.Samples(
      colour: .grey,
      bits: header.bits,
      coding: .deflated,
      data: try deflated(opacity)
    )
    return (samples, cover)
  }

  private static func deflated(_ bytes: [UInt8]) throws(PictureFault) -> [UInt8] {
    // Nil only where memory runs out, with a picture that was too much for it.
    guard let compressor = Compressor(level: 6) else { throw .tooLarge }
    return compressor.zlib(bytes)
  }
}

extension PNGReader.Header {
  var shape: PNGRows.Shape {
    PNGRows.Shape(rowBytes: rowBytes, rows: height, stride: stride)
  }
}
