/// Two names of one person that differ in one character: 亚 and 娅, 莹 and 瑩 are easily taken for each
/// other, on a screen more easily than on the card.
enum LookAlike {
  /// A sentence that names the two characters; empty where the names differ in more.
  static func remark(_ name: String, _ other: String) -> String {
    let left = Array(name.unicodeScalars)
    let right = Array(other.unicodeScalars)
    guard left.count == right.count else { return "" }
    let differing = left.indices.filter { left[$0] != right[$0] }
    guard differing.count == 1, let index = differing.first else { return "" }
    let pair = "“\(shown(left[index], right[index]))”与“\(shown(right[index], left[index]))”"
    return "第\(index + 1)个字\(pair)疑为形近、音近或繁简字。"
  }

  /// A character, with its number where it looks like the other one: "郎" and U+F92C.
  private static func shown(_ scalar: Unicode.Scalar, _ other: Unicode.Scalar) -> String {
    let text = IdentityMessages.visible(scalar)
    // Equal for `==` are exactly the characters that no reader can tell apart.
    return String(Character(scalar)) == String(Character(other))
      ? "\(text)（\(IdentityMessages.hexadecimal(scalar))）" : text
  }
}
