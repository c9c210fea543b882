internal import Diagnostics
internal import DocumentModel

/// Which font files of a folder play which role.
///
/// A folder may say it in `fonts.txt`, one line a file: `song = simsun.ttc#0`, where `#` gives the
/// place in a collection (from 0, may be left out) and further lines of one role are tried in order.
/// `rare` is what every role falls back to. Lines that start with `#` are remarks. Without that
/// file, the usual names of office fonts are recognised.
struct RoleMap {
  /// A font file, or one font of a collection.
  struct Entry: Hashable {
    var file: String
    var collectionIndex: Int
  }

  /// By the role's raw value.
  var roles: [[Entry]] = Array(repeating: [], count: FaceRole.allCases.count)
  /// Fonts for what no role's face has.
  var rare: [Entry] = []

  var isEmpty: Bool { rare.isEmpty && roles.allSatisfy(\.isEmpty) }

  subscript(role: FaceRole) -> [Entry] { roles[Int(role.rawValue)] }

  /// Reads `fonts.txt`.
  ///
  /// Lines that it does not understand are reported and left out.
  init(text: String, file: String, sink: inout DiagnosticSink) {
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      let words = RoleMap.trimmed(line)
      guard let first = words.first, first != UInt8(ascii: "#") else { continue }
      guard let equals = words.firstIndex(of: UInt8(ascii: "=")),
        let entry = RoleMap.entry(RoleMap.trimmed(words[words.index(after: equals)...])),
        add(entry, to: String(decoding: RoleMap.trimmed(words[..<equals]), as: UTF8.self))
      else {
        sink.report(
          Diagnostic(
            .error,
            "F004",
            "字体对应表的这一行看不懂；应写「角色 = 文件名」或「角色 = 文件名#序号」，"
              + "角色是 song、title、hei、fang、kai、rare 之一",
            at: .text(file: file, line: number + 1, column: 1)
          )
        )
        continue
      }
    }
  }

  /// Recognises office fonts among the names of a folder's files.
  init(fileNames: [String]) {
    for name in fileNames.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let folded = name.utf8.map { (65...90).contains($0) ? $0 + 32 : $0 }
      guard let role = RoleMap.usualNames[String(decoding: folded, as: UTF8.self)] else { continue }
      _ = add(Entry(file: name, collectionIndex: 0), to: role)
    }
  }

  private mutating func add(_ entry: Entry, to role: String) -> Bool {
    if role == "rare" {
      rare.append(entry)
    } else if let role = FaceRole.allCases.first(where: { $0.keyword == role }) {
      roles[Int(role.rawValue)].append(entry)
    } else {
      return false
    }
    return true
  }

  private static func entry(_ text: Substring.UTF8View) -> Entry? {
    guard let mark = text.lastIndex(of: UInt8(ascii: "#")) else {
      return text.isEmpty
        ? nil : Entry(file: String(decoding: text, as: UTF8.self), collectionIndex: 0)
    }
    let file = trimmed(text[..<mark])
    let digits = trimmed(text[text.index(after: mark)...])
    guard !file.isEmpty, let index = Int(String(decoding: digits, as: UTF8.self)), index >= 0
    else { return nil }
    return Entry(file: String(decoding: file, as: UTF8.self), collectionIndex: index)
  }

  private static func trimmed(_ text: Substring.UTF8View) -> Substring.UTF8View {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
    guard let first = text.firstIndex(where: { !isBlank($0) }),
      let last = text.lastIndex(where: { !isBlank($0) })
    else { return text[text.startIndex..<text.startIndex] }
    return text[first...last]
  }

  /// Names as Windows, WPS and 方正 ship them, in lower case.
  private static let usualNames: [String: String] = [
    "simsun.ttc": "song", "simsun.ttf": "song", "nsimsun.ttf": "song", "宋体.ttf": "song",
    "宋体.ttc": "song", "simsunb.ttf": "rare", "simsunextg.ttf": "rare",
    "simfang.ttf": "fang", "仿宋.ttf": "fang", "仿宋_gb2312.ttf": "fang",
    "fangsong_gb2312.ttf": "fang", "simkai.ttf": "kai", "楷体.ttf": "kai",
    "楷体_gb2312.ttf": "kai", "kaiti_gb2312.ttf": "kai", "simhei.ttf": "hei", "黑体.ttf": "hei",
    "fzxbsjw.ttf": "title", "fzxbsjw--gb1-0.ttf": "title", "fzxbsk.ttf": "title",
    "方正小标宋简体.ttf": "title", "方正小标宋_gbk.ttf": "title",
  ]
}
