internal import DocumentModel
internal import Fingerprints

/// Looks through the segments of a JPEG file (ITU-T T.81, annex B): PDF takes such a file as it is.
enum JPEGReader {
  static let signature: [UInt8] = [0xFF, 0xD8, 0xFF]

  static func read(_ file: [UInt8]) throws -> Picture {
    var frame: (width: Int, height: Int, colour: Picture.Samples.Colour)?
    var index = 2
    scan: while true {
      guard index + 4 <= file.count, file[index] == 0xFF else { throw PictureFault.damaged }
      let marker = file[index + 1]
      if marker == 0xFF {
        // Bytes that fill up to the next marker.
        index += 1
        continue
      }
      guard let length = PictureReader.number16(file[...], at: index + 2), length >= 2,
        index + 2 + length <= file.count
      else { throw PictureFault.damaged }
      let body = file[(index + 4)..<(index + 2 + length)]
      switch marker {
      case 0xC0, 0xC1, 0xC2: frame = try self.frame(body)
      // Lossless, differential and arithmetic coding.
      case 0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF: throw PictureFault.otherColours
      case 0xDA: break scan
      default: break
      }
      index += 2 + length
    }
    guard let frame, hasEnd(file[index...]) else { throw PictureFault.damaged }
    return Picture(
      format: .jpeg,
      file: file,
      digest: try Digest.sha256(file),
      width: frame.width,
      height: frame.height,
      samples: Picture.Samples(colour: frame.colour, bits: 8, coding: .jpeg, data: file)
    )
  }

  private static func frame(
    _ body: ArraySlice<UInt8>
  ) throws(PictureFault) -> (width: Int, height: Int, colour: Picture.Samples.Colour) {
    let start = body.startIndex
    guard body.count >= 6, let height = PictureReader.number16(body, at: start + 1),
      let width = PictureReader.number16(body, at: start + 3)
    else { throw .damaged }
    try PictureReader.check(width: width, height: height)
    guard body[start] == 8 else { throw .otherColours }
    switch body[start + 5] {
    case 1: return (width, height, .grey)
    case 3: return (width, height, .rgb)
    default: throw .otherColours
    }
  }

  /// Whether the end of the picture follows: a file that was cut off has none.
  ///
  /// Some cameras write more after it.
  private static func hasEnd(_ bytes: ArraySlice<UInt8>) -> Bool {
    var isAfterMark = false
    for byte in bytes {
      if isAfterMark, byte == 0xD9 { return true }
      isAfterMark = byte == 0xFF
    }
    return false
  }
}
