internal import Diagnostics
internal import Markup

/// What the readers of templates and of `packet.xml` share: findings at exact places and the
/// questions that they ask of elements.
protocol ElementChecking {
  /// Every element of the language.
  static var grammar: Grammar { get }
  /// Where findings go.
  var sink: DiagnosticSink { get set }
  /// The file that is being read.
  var source: MarkupSource { get }
}

extension ElementChecking {
  /// Reports an error at a byte of the current file.
  mutating func report(
    _ code: String,
    _ message: String,
    severity: Severity = .error,
    at offset: Int
  ) {
    sink.report(source.diagnostic(code, message, severity: severity, at: offset))
  }

  /// Reports an error at an offset into a text's UTF-8.
  mutating func report(_ code: String, _ message: String, in text: MarkupText, at offset: Int = 0) {
    report(code, message, at: text.sourceOffset(of: offset, in: source))
  }

  /// Reports an element that may not stand where it does.
  mutating func misplaced(_ element: MarkupElement, in parent: MarkupElement, allowed: [String]) {
    if Self.grammar.elements[element.name] != nil {
      let message = "<\(element.name)> 不能放在 <\(parent.name)> 中。"
      report("T011", message + names(allowed), at: element.nameOffset)
    } else {
      let hint = NearestName.hint(for: element.name, among: allowed)
      report("T010", "没有元素 <\(element.name)>。\(hint)", at: element.nameOffset)
    }
  }

  private func names(_ allowed: [String]) -> String {
    allowed.isEmpty ? "它不能有子元素。" : "这里可用：\(allowed.joined(separator: "、"))。"
  }

  /// Reports words where only elements may stand.
  mutating func noText(_ text: MarkupText, in parent: MarkupElement) {
    guard !text.isBlank else { return }
    let bytes = Array(text.value.utf8)
    let start = bytes.firstIndex { $0 > 0x20 } ?? 0
    report("T015", "<\(parent.name)> 中不能直接写文字。", in: text, at: start)
  }

  /// Reports anything inside an element that is always empty.
  mutating func noContent(_ element: MarkupElement) {
    for node in element.children {
      switch node {
      case .text(let text): noText(text, in: element)
      case .element(let child): misplaced(child, in: element, allowed: [])
      }
    }
  }
}
