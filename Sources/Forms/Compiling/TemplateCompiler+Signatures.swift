internal import DocumentModel
internal import Markup

extension TemplateCompiler {
  /// The side of the square that a school's round seal (42 to 45 mm) needs.
  private static let sealSide = Length.millimetres(50)

  mutating func signatures(_ element: MarkupElement) -> SignaturesProgram? {
    check(element)
    let style = style(element, over: formStyle)
    let holdsSeals = choice(element, "kind", [("seal", true), ("sign", false)]) ?? true
    let boxes: [SignaturesProgram.BoxItem] = children(
      element.children,
      in: element,
      allowed: Self.grammar["signatures"].children,
      conditional: { .conditional($0, $1, otherwise: $2) },
      make: { compiler, box in [.box(compiler.box(box, style))] }
    )
    guard let height = length(element, "height") else { return nil }
    let columns = integer(element, "columns", in: 1...12)
    let most = TemplateCompiler.most(boxes)
    if most == 0 {
      report("T013", "<signatures> 中没有 <box>。", at: element.nameOffset)
    } else if holdsSeals {
      checkSeals(element, height, sheet.usable.width / (columns ?? most))
    }
    return SignaturesProgram(
      boxes: boxes,
      height: height,
      columns: columns,
      style: style,
      joinsAbove: choice(element, "join", [("above", true)]) ?? false
    )
  }

  private mutating func checkSeals(_ element: MarkupElement, _ height: Length, _ width: Length) {
    let side = TemplateCompiler.sealSide
    if height < side, let text = element["height"]?.value {
      report("T043", "盖章的框高至少50mm。请加高，或写 kind=\"sign\"（只签字）。", in: text)
    }
    if width < side {
      let message = "盖章的框宽只有\(MillimetreText.text(width))，至少要50mm。请减少每行的框数（columns）。"
      report("T043", message, at: element["columns"]?.value.range.lowerBound ?? element.nameOffset)
    }
  }

  private static func most(_ items: [SignaturesProgram.BoxItem]) -> Int {
    items.reduce(0) { sum, item in
      switch item {
      case .box: sum + 1
      case .conditional(_, let content, let otherwise): sum + max(most(content), most(otherwise))
      }
    }
  }

  private mutating func box(
    _ element: MarkupElement,
    _ style: TextStyle
  ) -> SignaturesProgram.BoxProgram {
    check(element)
    var box = SignaturesProgram.BoxProgram(
      heading: [],
      hasBoldHeading: flag(element, "bold") ?? true,
      persons: [],
      date: []
    )
    for node in element.children {
      switch node {
      case .text(let text): noText(text, in: element)
      case .element(let child):
        let allowed = Self.grammar["box"].children
        guard allowed.contains(child.name) else {
          misplaced(child, in: element, allowed: allowed)
          continue
        }
        check(child)
        let content = inlines(child.children, style, in: child)
        switch child.name {
        case "heading": box.heading = content
        case "person": box.persons.append(content)
        default: box.date = content
        }
      }
    }
    return box
  }
}

/// Lengths in messages.
enum MillimetreText {
  /// Millimetres with up to two decimals.
  static func text(_ length: Length) -> String {
    let hundredths = (Int(length.milliPoints) * 2_540 + 36_000) / 72_000
    guard hundredths % 100 != 0 else { return "\(hundredths / 100)mm" }
    let decimals = hundredths % 100
    let shown =
      decimals % 10 == 0 ? "\(decimals / 10)" : decimals < 10 ? "0\(decimals)" : "\(decimals)"
    return "\(hundredths / 100).\(shown)mm"
  }
}
