internal import DocumentModel
internal import Markup

extension TemplateCompiler {
  /// The blocks among an element's children.
  mutating func blocks(_ nodes: [MarkupNode], in parent: MarkupElement) -> [BlockProgram] {
    children(
      nodes,
      in: parent,
      allowed: TemplateCompiler.blockNames,
      conditional: { .conditional($0, $1, otherwise: $2) },
      make: { compiler, element in compiler.block(element) }
    )
  }

  private mutating func block(_ element: MarkupElement) -> [BlockProgram] {
    switch element.name {
    case "p", "h1", "h2", "h3", "h4", "h5", "h6": return [.text(textBlock(element))]
    case "line": return [.line(line(element))]
    case "table": return table(element).map { [.table($0)] } ?? []
    case "signatures": return signatures(element).map { [.signatures($0)] } ?? []
    case "notes": return [.notes(notes(element))]
    case "include": return include(element)
    case "image": return picture(element).map { [.picture($0)] } ?? []
    case "each": return each(element)
    case "page-break":
      check(element)
      noContent(element)
      return [.pageBreak]
    case "space":
      check(element)
      noContent(element)
      return length(element, "height").map { [.space($0)] } ?? []
    default:
      check(element)
      noContent(element)
      return [.rule(length(element, "width") ?? Length(milliPoints: 500))]
    }
  }

  private mutating func textBlock(_ element: MarkupElement) -> TextBlockProgram {
    check(element)
    let level = element.name == "p" ? nil : element.name.utf8.last.map { Int($0) - 0x30 }
    var base = formStyle
    if level != nil { base.face = .title }
    let style = style(element, over: base)
    var continuation: [InlineProgram] = []
    var content: [MarkupNode] = []
    for node in element.children {
      if case .element(let child) = node, child.name == "continuation" {
        check(child)
        let inner = self.style(child, over: style)
        continuation = inlines(child.children, inner, in: child)
        if inner != style { continuation = continuation.map { $0.styled(inner) } }
      } else {
        content.append(node)
      }
    }
    return TextBlockProgram(
      level: level,
      style: style,
      alignment: alignment(element) ?? (level == 1 ? .center : .left),
      height: length(element, "height"),
      content: inlines(content, style, in: element),
      continuation: continuation
    )
  }

  private mutating func line(_ element: MarkupElement) -> LineBlockProgram {
    check(element)
    let style = style(element, over: formStyle)
    return LineBlockProgram(
      style: style,
      height: length(element, "height") ?? .millimetres(12),
      bottomGap: length(element, "bottom", in: .anyLength),
      content: inlines(element.children, style, in: element, .line)
    )
  }

  private mutating func notes(_ element: MarkupElement) -> NotesProgram {
    check(element)
    let style = style(element, over: formStyle)
    let items: [NotesProgram.NoteItem] = children(
      element.children,
      in: element,
      allowed: Self.grammar["notes"].children,
      conditional: { .conditional($0, $1, otherwise: $2) },
      make: { compiler, item in
        compiler.check(item)
        return [.item(compiler.inlines(item.children, style, in: item))]
      }
    )
    return NotesProgram(
      lead: element["lead"]?.value.value ?? "",
      items: items,
      style: style,
      pitch: length(element, "pitch") ?? style.size.scaled(thousandths: 1250),
      gap: length(element, "gap", in: .anyLength) ?? .millimetres(2),
      height: length(element, "height")
    )
  }

  private mutating func each(_ element: MarkupElement) -> [BlockProgram] {
    check(element)
    guard let variable = element["item"]?.value, let collection = element["in"]?.value else {
      return []
    }
    let result = loop(collection, variable: variable, element) { compiler, loop in
      compiler.blockLoops.append(loop)
      defer { compiler.blockLoops.removeLast() }
      return compiler.blocks(element.children, in: element)
    }
    return result.map { [.each($0.loop, $0.inside)] } ?? []
  }
}

extension InlineProgram {
  /// Text and values without a style of their own in a given one.
  func styled(_ style: TextStyle) -> InlineProgram {
    switch self {
    case .text(let words, nil): .text(words, style)
    case .value(let program, nil): .value(program, style)
    case .conditional(let test, let content, let otherwise):
      .conditional(
        test,
        content.map { $0.styled(style) },
        otherwise: otherwise.map { $0.styled(style) }
      )
    default: self
    }
  }
}
