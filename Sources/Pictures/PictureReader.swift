package import DocumentModel
internal import Fingerprints

/// Reads pictures: finds out by their content what they are, and whether they are whole.
package enum PictureReader {
  /// The longest side, in pixels.
  static let sideLimit = 10_000
  /// The most pixels: a full A4 page at 300 to the inch has half as many.
  static let pixelLimit = 16_000_000

  /// Reads the bytes of a PNG or JPEG file.
  ///
  /// Throws `PictureFault` for what cannot be printed, and what libcrypto throws.
  package static func read(_ file: [UInt8]) throws -> Picture {
    if file.starts(with: PNGReader.signature) { return try PNGReader.read(file) }
    if file.starts(with: JPEGReader.signature) { return try JPEGReader.read(file) }
    throw PictureFault.otherKind
  }

  /// Refuses pictures of no size and those that would take too much memory.
  static func check(width: Int, height: Int) throws(PictureFault) {
    guard width > 0, height > 0 else { throw .damaged }
    guard width <= sideLimit, height <= sideLimit, width * height <= pixelLimit else {
      throw .tooLarge
    }
  }

  /// The number that two bytes make, the high one first; nil beyond the end.
  static func number16(_ bytes: ArraySlice<UInt8>, at index: Int) -> Int? {
    guard index >= bytes.startIndex, index + 2 <= bytes.endIndex else { return nil }
    return Int(bytes[index]) << 8 | Int(bytes[index + 1])
  }

  /// The number that four bytes make, the high one first; nil beyond the end.
  static func number32(_ bytes: ArraySlice<UInt8>, at index: Int) -> Int? {
    guard let high = number16(bytes, at: index), let low = number16(bytes, at: index + 2) else {
      return nil
    }
    return high << 16 | low
  }
}
