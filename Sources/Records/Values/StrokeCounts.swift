/// How many strokes a Han character has on the mainland.
///
/// ICU's order by strokes counts 阝, 艹 and 辶 as Taiwan does, one stroke more, and puts 邓 behind 石: the
/// counts come first, and ICU orders characters of one count.
enum StrokeCounts {
  /// The count; 0 for what is no Han character, 255 for Han characters beyond the tables.
  static func count(of scalar: Unicode.Scalar) -> UInt8 {
    switch scalar.value {
    case 0x4E00...0x9FFF: cjk[Int(scalar.value) - 0x4E00]
    case 0x3400...0x4DBF: extensionA[Int(scalar.value) - 0x3400]
    case 0x3007: 1
    default: PersonName.isHan(scalar) ? 255 : 0
    }
  }

  private static let cjk = counts(StrokeTable.cjk, 0x5200)
  private static let extensionA = counts(StrokeTable.extensionA, 0x19C0)

  private static func counts(_ text: String, _ size: Int) -> [UInt8] {
    var counts = text.utf8.compactMap { $0 == 0x0A ? nil : $0 &- 0x30 }
    // A table that was cut would be a crash far away.
    if counts.count < size { counts += Array(repeating: 255, count: size - counts.count) }
    return counts
  }
}
