internal import Diagnostics
internal import DocumentModel
internal import Markup

extension ElementChecking {
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
    in range: ClosedRange<Length> = .visible
  ) -> Length? {
    guard let text = element[name]?.value else { return nil }
    guard let length = LengthText.parse(text.value), range.contains(length) else {
      let message = "“\(name)”的值“\(text.value)”不是可用的长度。"
      report("T014", message + range.advice, in: text)
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
}

extension ClosedRange<Length> {
  /// Lengths of what is seen or takes room.
  static var visible: Self { Length(milliPoints: Int32(1)) ... .millimetres(2000) }
  /// Lengths of what may be missing: margins, insets.
  static var anyLength: Self { .zero ... .millimetres(2000) }

  /// How a length is written that lies in the range.
  fileprivate var advice: String {
    "请写成 9mm、8.5mm 或 10.5pt\(lowerBound > .zero ? "，要大于 0" : "")。"
  }
}
