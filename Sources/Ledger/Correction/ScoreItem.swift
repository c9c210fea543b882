internal import Records

/// Which score of a person the words of a clerk mean: `语文`, `语文（2021-1）`, `语文 补考成绩`.
struct ScoreItem {
  /// Index of the entry.
  var entry: Int
  /// Whether the second examination is meant.
  var isMakeup: Bool

  /// The scores that the words may mean.
  static func items(_ words: String, in sheet: ScoreText.Sheet) -> [ScoreItem] {
    var items: [ScoreItem] = []
    for (index, entry) in sheet.entries.enumerated() {
      if names(of: entry).contains(TextKey(words)) {
        items.append(ScoreItem(entry: index, isMakeup: false))
      } else if makeupNames(of: entry).contains(TextKey(words)) {
        items.append(ScoreItem(entry: index, isMakeup: true))
      }
    }
    return items
  }

  private static func names(of entry: ScoreText.Entry) -> Set<TextKey> {
    Set([entry.course, entry.item, "\(entry.course)(\(entry.term))"].map { TextKey($0) })
  }

  private static func makeupNames(of entry: ScoreText.Entry) -> Set<TextKey> {
    var names: Set<TextKey> = []
    for name in [entry.course, entry.item, "\(entry.course)(\(entry.term))"] {
      for ending in [" 补考成绩", "补考成绩", " 补考", "补考"] { names.insert(TextKey(name + ending)) }
    }
    return names
  }

  func value(in sheet: ScoreText.Sheet) -> String {
    isMakeup ? sheet.entries[entry].makeup : sheet.entries[entry].score
  }

  /// The score as differences and histories call it.
  func name(in sheet: ScoreText.Sheet) -> String {
    isMakeup ? sheet.entries[entry].makeupItem : sheet.entries[entry].item
  }
}
