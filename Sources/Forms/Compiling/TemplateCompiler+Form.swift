internal import Diagnostics
internal import DocumentModel
internal import Markup

extension TemplateCompiler {
  /// Compiles a `<form>`; nil where nothing can be made of it.
  mutating func form(_ root: MarkupElement, file: String) -> Template? {
    guard root.name == "form" else {
      report("T010", "模板的根元素应是 <form>，而不是 <\(root.name)>。", at: root.nameOffset)
      return nil
    }
    check(root)
    guard let id = root["id"]?.value else { return nil }
    guard let roots = vocabulary.roots(of: id.value) else {
      let hint = NearestName.hint(for: id.value, among: Vocabulary.forms)
      report("T014", "没有表“\(id.value)”。\(hint)", in: id)
      return nil
    }
    scope = Scope(roots: roots.compactMap { vocabulary.types[$0] })
    var program = FormProgram()
    program.rootCount = roots.count
    var nodes = ElementQueue(root.children)
    page(nodes.take("page"), of: root)
    if let title = root["title"]?.value { program.title = valueText(title) }
    if let header = nodes.take("header") {
      check(header)
      program.header = blocks(header.children, in: header)
    }
    program.footer = nodes.take("footer").map { footer($0) }
    program.sections = sections(nodes.rest, of: root)
    program.limits = limits
    return Template(
      id: id.value,
      variant: root["name"]?.value.value,
      file: file,
      sheet: sheet,
      displayedFields: displayed,
      testedFields: tested.subtracting(displayed),
      dependencies: dependencies,
      program: program
    )
  }

  private mutating func page(_ element: MarkupElement?, of root: MarkupElement) {
    guard let element else {
      report("T013", "<form> 的第一个子元素应是 <page>。", at: root.nameOffset)
      return
    }
    check(element)
    noContent(element)
    formStyle = style(element, over: formStyle)
    let isLandscape = choice(element, "orientation", [("portrait", false), ("landscape", true)])
    guard let text = element["paper"]?.value else { return }
    guard let paper = PaperText.parse(text.value) else {
      let message = "不认识纸张“\(text.value)”。请写 A4、A3、8开，或 210mm x 297mm。"
      report("T014", message, in: text)
      return
    }
    func margin(_ name: String) -> Length { length(element, name, in: .anyLength) ?? .zero }
    let margins = Sheet.Margins(
      top: margin("margin-top"),
      right: margin("margin-right"),
      bottom: margin("margin-bottom"),
      left: margin("margin-left")
    )
    let (short, long) = (min(paper.width, paper.height), max(paper.width, paper.height))
    // A size in millimetres without an orientation stands as it is written.
    let (width, height) =
      switch isLandscape {
      case true?: (long, short)
      case false?: (short, long)
      case nil: (paper.width, paper.height)
      }
    sheet = Sheet(paper: paper.name, width: width, height: height, margins: margins)
    if sheet.usable.width <= .zero || sheet.usable.height <= .zero {
      report("T041", "页边距之和超过纸张。请改小页边距。", at: element.nameOffset)
    }
  }

  private mutating func footer(_ element: MarkupElement) -> FormProgram.FooterProgram {
    check(element)
    let style = style(element, over: formStyle)
    var sides: [String: [InlineProgram]] = [:]
    var center: [MarkupNode] = []
    for node in element.children {
      if case .element(let child) = node, ["left", "right", "center"].contains(child.name) {
        check(child)
        sides[child.name] = inlines(child.children, style, in: child, .footer)
      } else {
        center.append(node)
      }
    }
    return FormProgram.FooterProgram(
      style: style,
      center: sides["center"] ?? inlines(center, style, in: element, .footer),
      left: sides["left"] ?? [],
      right: sides["right"] ?? [],
      distance: length(element, "distance") ?? .millimetres(9)
    )
  }

  private mutating func sections(
    _ nodes: [MarkupNode],
    of root: MarkupElement
  ) -> [FormProgram.SectionProgram] {
    var sections: [FormProgram.SectionProgram] = []
    var blockNodes: [MarkupNode] = []
    for node in nodes {
      if case .element(let element) = node, element.name == "section" {
        if let section = section(element) { sections.append(section) }
      } else {
        blockNodes.append(node)
      }
    }
    let blocks = blocks(blockNodes, in: root)
    guard !blocks.isEmpty || sections.isEmpty else { return sections }
    if let section = root.elements.first(where: { $0.name == "section" }) {
      report("T011", "<section> 不能与其他块并列，请把它们都放进 <section>。", at: section.nameOffset)
    }
    return [FormProgram.SectionProgram(loop: nil, blocks: blocks)]
  }

  private mutating func section(_ element: MarkupElement) -> FormProgram.SectionProgram? {
    check(element)
    guard let header = element["each"]?.value else {
      return FormProgram.SectionProgram(loop: nil, blocks: blocks(element.children, in: element))
    }
    let result = loop(header, element) { compiler, _ in
      compiler.blocks(element.children, in: element)
    }
    return result.map { FormProgram.SectionProgram(loop: $0.loop, blocks: $0.inside) }
  }
}

/// The children of a form, of which some must stand first, in order.
private struct ElementQueue {
  private(set) var rest: [MarkupNode]

  init(_ nodes: [MarkupNode]) {
    rest = nodes
  }

  /// Takes the next element if it has a name.
  mutating func take(_ name: String) -> MarkupElement? {
    for (index, node) in rest.enumerated() {
      switch node {
      case .text(let text) where text.isBlank: continue
      case .element(let element) where element.name == name:
        rest.removeFirst(index + 1)
        return element
      default: return nil
      }
    }
    return nil
  }
}

/// Papers as templates write them.
enum PaperText {
  /// The size of a paper by its name or as `297mm x 210mm`; nil for anything else.
  static func parse(_ text: String) -> (name: String, width: Length, height: Length)? {
    switch text {
    case "A4": return (text, .millimetres(210), .millimetres(297))
    case "A3": return (text, .millimetres(297), .millimetres(420))
    // The trimmed 8开 of the 787 x 1092 mm sheet, as exam papers have it.
    case "8开": return (text, .millimetres(260), .millimetres(370))
    default: break
    }
    let parts = text.split(whereSeparator: { $0 == "x" || $0 == "×" })
    guard parts.count == 2 else { return nil }
    let sides = parts.map { part in
      LengthText.parse(String(part.filter { $0 != " " }))
    }
    let range = Length.millimetres(50) ... .millimetres(2000)
    guard let width = sides[0], let height = sides[1], range.contains(width),
      range.contains(height)
    else { return nil }
    return (text.filter { $0 != " " }, width, height)
  }
}
