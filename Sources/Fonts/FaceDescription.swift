/// What a PDF font descriptor says of a face (ISO 32000-1, 9.8), in thousandths of the em, read from
/// the font's own tables.
package struct FaceDescription: Hashable, Sendable {
  /// Left, bottom, right and top of the box around all glyphs.
  package let boundingBox: [Int]
  /// Degrees counter-clockwise from the vertical.
  package let italicAngle: Int
  /// Highest reach above the baseline.
  package let ascent: Int
  /// Lowest reach below the baseline, negative.
  package let descent: Int
  /// Height of capital letters.
  package let capHeight: Int
  /// Thickness of stems, estimated from the weight class as the font does not say it.
  package let stemWidth: Int

  init(_ program: FontProgram, unitsPerEm: Int) {
    func scaled(_ units: Int) -> Int {
      let numerator = units * 1000
      return (numerator + (numerator < 0 ? -unitsPerEm / 2 : unitsPerEm / 2)) / unitsPerEm
    }
    let head = program.table("head")
    boundingBox = [36, 38, 40, 42].map { scaled(head.i16($0)) }
    italicAngle = program.table("post").i16(4)
    let os2 = program.table("OS/2")
    let hhea = program.table("hhea")
    let hasTypographic = os2.count >= 72 && os2.i16(68) != 0
    let ascent = scaled(hasTypographic ? os2.i16(68) : hhea.i16(4))
    self.ascent = ascent
    descent = scaled(hasTypographic ? os2.i16(70) : hhea.i16(6))
    let hasCapHeight = os2.u16(0) >= 2 && os2.count >= 90 && os2.i16(88) > 0
    capHeight = hasCapHeight ? scaled(os2.i16(88)) : ascent
    let weight = os2.count >= 6 && os2.u16(4) > 0 ? min(Int(os2.u16(4)), 1000) : 400
    stemWidth = 10 + 220 * (weight - 50) / 900
  }
}
