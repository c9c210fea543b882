internal import Markup

extension TemplateCompiler {
  /// Compiles children of which some may stand under `<if test>` and `<else>`.
  ///
  /// - Parameters:
  ///   - nodes: the children.
  ///   - parent: the element whose children they are, for messages.
  ///   - allowed: the elements that `make` knows.
  ///   - conditional: makes one item of a test and what stands in both branches.
  ///   - make: compiles an element.
  /// - Returns: what was made, in order.
  mutating func children<Item>(
    _ nodes: [MarkupNode],
    in parent: MarkupElement,
    allowed: [String],
    conditional: (Condition, [Item], [Item]) -> Item,
    make: (inout TemplateCompiler, MarkupElement) -> [Item]
  ) -> [Item] {
    var items: [Item] = []
    var elements: [MarkupElement] = []
    for node in nodes {
      switch node {
      case .text(let text): noText(text, in: parent)
      case .element(let element): elements.append(element)
      }
    }
    var index = 0
    while index < elements.count {
      let element = elements[index]
      index += 1
      guard element.name == "if" else {
        if allowed.contains(element.name) {
          items += make(&self, element)
        } else {
          misplacedOrElse(element, in: parent, allowed: allowed + ["if"])
        }
        continue
      }
      var branches = [element]
      if index < elements.count, elements[index].name == "else" {
        branches.append(elements[index])
        index += 1
      }
      let test = test(of: element)
      let contents = branches.map { branch in
        children(
          branch.children,
          in: parent,
          allowed: allowed,
          conditional: conditional,
          make: make
        )
      }
      if branches.count > 1 { check(branches[1]) }
      if let test { items.append(conditional(test, contents[0], contents.dropFirst().first ?? [])) }
    }
    return items
  }

  /// The test of an `<if>`.
  mutating func test(of element: MarkupElement) -> Condition? {
    check(element)
    return element["test"].flatMap { condition($0.value) }
  }

  mutating func misplacedOrElse(
    _ element: MarkupElement,
    in parent: MarkupElement,
    allowed: [String]
  ) {
    if element.name == "else" {
      report("T011", "<else> 要紧跟在 <if> 之后。", at: element.nameOffset)
    } else {
      misplaced(element, in: parent, allowed: allowed)
    }
  }
}
