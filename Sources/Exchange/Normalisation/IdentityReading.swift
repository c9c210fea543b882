/// Identity numbers as inputs write them.
enum IdentityReading {
  /// Reads a text; only what hides the number is taken away, the number is never repaired.
  static func read(_ text: String) -> ValueReading {
    if isPlain(text) { return .same }
    var folded = Cleaning.folded(text)
    while let first = folded.unicodeScalars.first, isApostrophe(first) {
      folded.unicodeScalars.removeFirst()
    }
    if isScientific(folded) {
      return .faulty(
        .scientificIdentity,
        "身份证号码是科学计数法，原号码已丢失，无法恢复。请将该列设为“文本”后重新导出。"
      )
    }
    var bytes = Array(folded.utf8)
    if bytes.count == 18, bytes[17] == UInt8(ascii: "x") { bytes[17] = UInt8(ascii: "X") }
    let result = String(decoding: bytes, as: UTF8.self)
    return result.hasSameBytes(as: text) ? .same : .cleaned(result)
  }

  /// What reading takes from a number or changes in it, since readers see masked numbers alone:
  /// `（去掉空格，x 改为大写）`.
  static func remark(on text: String) -> String {
    var steps: [String] = []
    func add(_ step: String) {
      if !steps.contains(step) { steps.append(step) }
    }
    for scalar in text.unicodeScalars {
      if Cleaning.isInvisible(scalar) {
        add("去掉不可见字符")
      } else if Cleaning.isBlank(scalar) {
        add("去掉空格")
      } else if isApostrophe(scalar) {
        add("去掉撇号")
      } else if Cleaning.folded(scalar) != scalar {
        add("全角转半角")
      }
    }
    if Cleaning.folded(text).hasSuffix("x") { add("x 改为大写") }
    return steps.isEmpty ? "" : "（\(steps.joined(separator: "，"))）"
  }

  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    "'’‘`＇".unicodeScalars.contains(scalar)
  }

  /// Digits with perhaps an X at the end.
  private static func isPlain(_ text: String) -> Bool {
    let bytes = text.utf8.span
    for index in bytes.indices where !(0x30...0x39).contains(bytes[index]) {
      if bytes[index] != UInt8(ascii: "X") || index != bytes.count - 1 { return false }
    }
    return true
  }

  /// `4.50E+17`.
  private static func isScientific(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let letter = bytes.firstIndex(where: { $0 == 0x45 || $0 == 0x65 }), letter > 0 else {
      return false
    }
    let mantissa = bytes[..<letter]
    let exponent = bytes[(letter + 1)...].drop { $0 == 0x2B || $0 == 0x2D }
    return !exponent.isEmpty && exponent.count <= 3
      && exponent.allSatisfy { (0x30...0x39).contains($0) }
      && mantissa.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
      && (mantissa.contains(0x2E) || exponent.startIndex > letter + 1 || mantissa.count <= 2)
  }
}
