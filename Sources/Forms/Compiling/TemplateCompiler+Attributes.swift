internal import DocumentModel
internal import Markup

extension TemplateCompiler {
  /// Reports attributes that an element does not have.
  mutating func allow(_ element: MarkupElement, _ names: [String]) {
    for attribute in element.attributes where !names.contains(attribute.name) {
      let hint = NearestName.hint(for: attribute.name, among: names)
      let message = "<\(element.name)> 没有属性“\(attribute.name)”。"
      report(
        "T012",
        message + (names.isEmpty ? "请删去。" : hint),
        at: attribute.nameOffset
      )
    }
  }

  /// An attribute that must be there.
  mutating func required(_ element: MarkupElement, _ name: String) -> MarkupText? {
    if let attribute = element[name] { return attribute.value }
    report("T013", "<\(element.name)> 缺少属性“\(name)”。", at: element.nameOffset)
    return nil
  }

  /// A length (`9mm`, `10.5pt`); nil where the attribute is missing or faulty.
  mutating func length(
    _ element: MarkupElement,
    _ name: String,
    in range: ClosedRange<Length> = .zero ... .millimetres(2000)
  ) -> Length? {
    guard let text = element[name]?.value else { return nil }
    guard let length = LengthText.parse(text.value), range.contains(length) else {
      let message = "“\(name)”的值“\(text.value)”不是可用的长度。请写成 9mm、8.5mm 或 10.5pt。"
      report("T014", message, in: text)
      return nil
    }
    return length
  }

  /// A text size, 3 to 200 pt.
  mutating func size(_ element: MarkupElement, _ name: String = "size") -> Length? {
    length(element, name, in: .points(3) ... .points(200))
  }

  /// A whole number.
  mutating func integer(
    _ element: MarkupElement,
    _ name: String,
    in range: ClosedRange<Int>
  ) -> Int? {
    guard let text = element[name]?.value else { return nil }
    guard let number = WholeNumber.parse(text.value), range.contains(number) else {
      let message = "“\(name)”的值“\(text.value)”应是\(range.lowerBound)到\(range.upperBound)的整数。"
      report("T014", message, in: text)
      return nil
    }
    return number
  }

  /// One of a few words.
  mutating func choice<Choice>(
    _ element: MarkupElement,
    _ name: String,
    _ choices: [(String, Choice)]
  ) -> Choice? {
    guard let text = element[name]?.value else { return nil }
    if let found = choices.first(where: { $0.0 == text.value }) { return found.1 }
    let hint = NearestName.hint(for: text.value, among: choices.map(\.0))
    report("T014", "“\(name)”的值不能是“\(text.value)”。\(hint)", in: text)
    return nil
  }

  /// `yes` or `no`.
  mutating func flag(_ element: MarkupElement, _ name: String) -> Bool? {
    choice(element, name, [("yes", true), ("no", false)])
  }

  mutating func alignment(_ element: MarkupElement) -> Alignment? {
    choice(element, "align", [("left", .left), ("center", .center), ("right", .right)])
  }

  /// The attributes of text style that an element may have.
  static let styleAttributes = ["font", "size", "digits"]

  /// A style with what an element changes in it.
  mutating func style(_ element: MarkupElement, over base: TextStyle) -> TextStyle {
    var style = base
    let faces = FaceRole.allCases.map { ($0.keyword, $0) }
    if let face = choice(element, "font", faces) { style.face = face }
    if let size = size(element) { style.size = size }
    if let digits = choice(element, "digits", [("tabular", true), ("normal", false)]) {
      style.hasTabularDigits = digits
    }
    return style
  }

  /// Whether an element changes the text style.
  func changesStyle(_ element: MarkupElement) -> Bool {
    TemplateCompiler.styleAttributes.contains { element[$0] != nil }
  }
}

/// Lengths as templates write them.
enum LengthText {
  /// Millimetres with at most two decimals or points with at most three; nil for anything else.
  static func parse(_ text: String) -> Length? {
    let bytes = Array(text.utf8)
    guard bytes.count <= 12 else { return nil }
    if bytes.suffix(2).elementsEqual("mm".utf8) {
      return number(bytes.dropLast(2), decimals: 2).map { .hundredthMillimetres($0) }
    }
    if bytes.suffix(2).elementsEqual("pt".utf8) {
      return number(bytes.dropLast(2), decimals: 3).map { Length(milliPoints: $0) }
    }
    return nil
  }

  /// The number in units of its last decimal.
  private static func number(_ bytes: ArraySlice<UInt8>, decimals: Int) -> Int? {
    var result = 0
    var places: Int?
    var hasDigits = false
    for byte in bytes {
      if byte == 0x2E {
        guard places == nil else { return nil }
        places = 0
        continue
      }
      guard (0x30...0x39).contains(byte) else { return nil }
      hasDigits = true
      result = result * 10 + Int(byte - 0x30)
      places = places.map { $0 + 1 }
    }
    guard hasDigits, (places ?? 0) <= decimals, places != 0 else { return nil }
    for _ in (places ?? 0)..<decimals { result *= 10 }
    return result
  }
}
