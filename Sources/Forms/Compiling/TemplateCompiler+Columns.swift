internal import Diagnostics
internal import DocumentModel
internal import Markup

/// A `<col>` with what rows are checked against.
struct CompiledColumn {
  var program: TableProgram.ColumnProgram
  /// For dynamic columns: which collection of which variable they stand for.
  var collection: CollectionIdentity?
}

/// Tells whether two loops go over the same collection.
struct CollectionIdentity: Equatable {
  var variable: Int
  var collection: Int
}

extension TemplateCompiler {
  /// The columns of a table; nil where there are none.
  mutating func columns(_ group: MarkupElement) -> [CompiledColumn]? {
    check(group)
    var columns: [CompiledColumn] = []
    for node in group.children {
      switch node {
      case .text(let text): noText(text, in: group)
      case .element(let element):
        if element.name == "col" {
          noContent(element)
          columns.append(column(element))
        } else {
          misplaced(element, in: group, allowed: Self.grammar["colgroup"].children)
        }
      }
    }
    if columns.isEmpty { report("T013", "<colgroup> 中没有 <col>。", at: group.nameOffset) }
    return columns.isEmpty ? nil : columns
  }

  private mutating func column(_ element: MarkupElement) -> CompiledColumn {
    let dynamic = element["each"]?.value
    check(
      element,
      without: dynamic == nil
        ? ["where", "sort", "step", "front-min", "min", "max"]
        : ["width", "share", "sheet", "spare"]
    )
    let alignment = alignment(element) ?? .center
    let inset =
      length(element, "inset", in: .anyLength)
      ?? .hundredthMillimetres(alignment == .left ? 150 : 100)
    let lastOnly = choice(element, "sheet", [("last", true), ("every", false)]) ?? false
    var column = Column(
      width: width(element),
      alignment: alignment,
      style: style(element, over: formStyle),
      inset: inset,
      presence: dynamic != nil ? .oneSheet : lastOnly ? .lastSheet : .everySheet,
      takesSpare: flag(element, "spare") ?? false
    )
    guard let dynamic else { return CompiledColumn(program: .init(column: column, loop: nil)) }
    column.width = dynamicWidth(element)
    let compiled = loop(dynamic, element) { _, _ in }?.loop
    var identity = CollectionIdentity(variable: .min, collection: 0)
    if let compiled { identity = self.identity(of: compiled) }
    return CompiledColumn(
      program: .init(column: column, loop: compiled),
      collection: identity
    )
  }

  /// Which collection a loop of the current scope goes over.
  func identity(of loop: LoopProgram) -> CollectionIdentity {
    CollectionIdentity(
      variable: scope.identity(loop.owner, depth: scope.loopDepth),
      collection: loop.collection
    )
  }

  private mutating func width(_ element: MarkupElement) -> Column.Width {
    guard element["each"] == nil else { return .share(1) }
    if let share = integer(element, "share", in: 1...1000) { return .share(share) }
    if element["width"] == nil, element["share"] == nil {
      report("T013", "<col> 要有 width、share 或 each。", at: element.nameOffset)
    }
    return .fixed(length(element, "width") ?? .millimetres(10))
  }

  private mutating func dynamicWidth(_ element: MarkupElement) -> Column.Width {
    _ = required(element, "min")
    _ = required(element, "max")
    let least = length(element, "min") ?? .millimetres(9)
    let most = length(element, "max") ?? least
    if most < least, let text = element["max"]?.value {
      report("T014", "“max”小于“min”。", in: text)
    }
    return .dynamic(
      least: least,
      most: max(least, most),
      step: length(element, "step") ?? .hundredthMillimetres(50),
      leastOnFrontSheets: length(element, "front-min") ?? least
    )
  }

  /// Fixed widths must fit the paper, and fill it where nothing else does.
  mutating func checkWidths(_ columns: [CompiledColumn], at group: MarkupElement) {
    var sum = Length.zero
    var isElastic = false
    for column in columns.map(\.program.column) {
      switch column.width {
      case .fixed(let width): sum += width
      case .share: isElastic = true
      case .dynamic(let least, _, _, _):
        sum += least
        isElastic = true
      }
      if column.takesSpare { isElastic = true }
    }
    let usable = sheet.usable.width
    guard usable > .zero else { return }
    let (shown, room) = (MillimetreText.text(sum), MillimetreText.text(usable))
    // Millimetres become points by rounding, a few thousandths a column.
    let tolerance = Length(milliPoints: 100)
    if sum > usable + tolerance {
      report("T041", "列宽之和\(shown)超过可用宽度\(room)。请改小列宽。", at: group.nameOffset)
    } else if !isElastic, usable - sum > .hundredthMillimetres(50) {
      let message = "列宽之和\(shown)小于可用宽度\(room)。请补足，或给一列写 share 或 spare。"
      report("T042", message, severity: .warning, at: group.nameOffset)
    }
  }
}
