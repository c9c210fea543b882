/// 男 and 女 as inputs write them (GB/T 2261.1: 1 and 2).
enum SexReading {
  static func read(_ text: String) -> ValueReading {
    if text.hasSameBytes(as: "男") || text.hasSameBytes(as: "女") { return .same }
    // A compatibility form of 女 (U+F981) equals it here and becomes the usual character.
    switch Cleaning.folded(text).uppercased() {
    case "男": return .cleaned("男")
    case "女": return .cleaned("女")
    case "1", "男性", "男生", "M", "MALE": return .recognised("男")
    case "2", "女性", "女生", "F", "FEMALE": return .recognised("女")
    default: return .faulty(.unreadableSex, "无法识别性别“\(text)”。请填“男”或“女”。")
    }
  }
}

/// Whole numbers as inputs write them.
enum CountReading {
  static func read(_ text: String) -> ValueReading {
    var bytes = Array(Cleaning.folded(text).utf8)
    for ending in ["人", "个", "班"].map({ Array($0.utf8) }) where bytes.count > ending.count {
      if Array(bytes.suffix(ending.count)) == ending { bytes.removeLast(ending.count) }
    }
    if bytes.count > 2, Array(bytes.suffix(2)) == [0x2E, 0x30] { bytes.removeLast(2) }
    guard !bytes.isEmpty, bytes.count <= 9, bytes.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return .faulty(.unreadableCount, "“\(text)”不是整数。")
    }
    while bytes.count > 1, bytes[0] == 0x30 { bytes.removeFirst() }
    let result = String(decoding: bytes, as: UTF8.self)
    return result.hasSameBytes(as: text) ? .same : .recognised(result)
  }
}
