internal import DocumentModel
internal import Markup

extension TemplateCompiler {
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
