/// What the text of a score means: a mark, one of five levels, or a marker.
///
/// Marks are only looked at; what is printed is the text.
enum ScoreReading: Hashable {
  /// A mark in tenths: 85.5 is 855.
  case mark(tenths: Int)
  /// 优秀, 良好, 中等, 及格, 不及格, and the short words for them.
  case level(isPass: Bool)
  /// 补考, 免修, 缓考, 缺考, —.
  case marker(isPass: Bool)
  /// Anything else.
  case unreadable

  init(_ text: String) {
    let bytes = text.utf8.span
    if bytes.count > 0, bytes.count <= 8, let tenths = ScoreReading.tenths(bytes, to: bytes.count) {
      self = .mark(tenths: tenths)
      return
    }
    if let known = ScoreReading.words[TextKey(text)] {
      self = known
      return
    }
    // 75补 is a mark of a second examination.
    let ending = "补".utf8.count
    if bytes.count > ending, bytes.count <= 11, text.utf8.suffix(ending).elementsEqual("补".utf8),
      let tenths = ScoreReading.tenths(bytes, to: bytes.count - ending)
    {
      self = .mark(tenths: tenths)
      return
    }
    self = .unreadable
  }

  /// Whether the course is passed; nil where the text does not say.
  func isPass(fullMark: Int) -> Bool? {
    switch self {
    // Six tenths of the full mark: 60 of 100.
    case .mark(let tenths): tenths >= fullMark * 6
    case .level(let isPass), .marker(let isPass): isPass
    case .unreadable: nil
    }
  }

  /// Digits with at most one decimal and perhaps a minus sign.
  private static func tenths(_ bytes: Span<UInt8>, to end: Int) -> Int? {
    let isNegative = bytes[0] == UInt8(ascii: "-")
    let start = isNegative ? 1 : 0
    var point = end
    for index in start..<end where bytes[index] == UInt8(ascii: ".") {
      point = index
      break
    }
    guard point > start, let whole = bytes.number(in: start..<point) else { return nil }
    var tenths = whole * 10
    if point < end {
      guard point + 2 == end, let decimal = bytes.number(in: (point + 1)..<end) else { return nil }
      tenths += decimal
    }
    return isNegative ? -tenths : tenths
  }

  private static let words: [TextKey: ScoreReading] = {
    var words: [TextKey: ScoreReading] = [:]
    for word in ["优秀", "良好", "中等", "及格", "优", "良", "中", "合格", "通过"] {
      words[TextKey(word)] = .level(isPass: true)
    }
    for word in ["不及格", "不合格", "未通过", "差"] { words[TextKey(word)] = .level(isPass: false) }
    for word in ["免修", "免考", "—", "——", "-", "–", "－", "/"] {
      words[TextKey(word)] = .marker(isPass: true)
    }
    for word in ["补考", "缓考", "缺考", "旷考", "作弊"] { words[TextKey(word)] = .marker(isPass: false) }
    return words
  }()
}
