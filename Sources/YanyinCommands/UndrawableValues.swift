internal import Diagnostics
internal import DocumentModel
internal import Fonts
internal import Ledger
internal import Records

/// New values of 更正 that no font can draw.
///
/// The next packet would withhold the documents that show them, and only a further correction could
/// mend that.
enum UndrawableValues {
  /// A finding for each row with such a character; the first one is named.
  static func findings(in set: CorrectionSet, fonts: FontSet) -> [Diagnostic] {
    // Every other role falls back to Song.
    let table = fonts.metrics[.song]
    return set.rows.compactMap { row in
      // Tabs and line ends are set as blanks and lines.
      let missing = row.new.unicodeScalars.first {
        ![0x09, 0x0A].contains($0.value) && table[$0.value].isMissing
      }
      guard let missing else { return nil }
      let digits = String(missing.value, radix: 16, uppercase: true)
      let number = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
      let place = set.sources[Int(row.origin.source)].place(
        slot: CorrectionField.new.rawValue,
        row: Int(row.origin.row)
      )
      return CorrectionCode.breaksRule.finding(
        "新值不能采用：“\(Character(missing))”(U+\(number)) 现有字体均无此字形。请用 --fonts 指定含此字的字体，或核对是否误录。",
        at: place
      )
    }
  }
}
