internal import DocumentModel
internal import Markup

extension TemplateCompiler {
  mutating func table(_ element: MarkupElement) -> TableProgram? {
    check(element)
    var parts = TableParts()
    for node in element.children {
      switch node {
      case .text(let text): noText(text, in: element)
      case .element(let child):
        if let message = parts.add(child) {
          report("T011", message, at: child.nameOffset)
        } else if !Self.grammar["table"].children.contains(child.name) {
          misplaced(child, in: element, allowed: Self.grammar["table"].children)
        }
      }
    }
    guard let group = parts.group else {
      report("T013", "<table> 缺少 <colgroup>。", at: element.nameOffset)
      return nil
    }
    guard let columns = columns(group) else { return nil }
    let grid = TableGrid(columns: columns)
    let strips = strips(parts.bodies, columns)
    checkWidths(Array(repeating: columns, count: strips).flatMap(\.self), at: group)
    var table = TableProgram(
      caption: element["caption"]?.value.value,
      columns: columns.map(\.program),
      strips: strips,
      rowHeight: length(element, "row-height") ?? .millimetres(8),
      rowsPerPage: integer(element, "rows", in: 1...1000),
      rowsOnLastPage: integer(element, "last-rows", in: 0...1000),
      keptRows: integer(element, "keep", in: 0...1000) ?? 1,
      padding: padding(element, columns),
      rules: choice(element, "rules", [("all", .all), ("frame", .frame), ("none", .none)]) ?? .all,
      overflow: overflow(element),
      joinsAbove: choice(element, "join", [("above", true)]) ?? false
    )
    if let head = parts.head {
      check(head)
      table.head = rows(head.children, of: head, grid)
    }
    table.bodies = parts.bodies.compactMap { body($0, grid) }
    if let foot = parts.foot {
      check(foot)
      table.foot = rows(foot.children, of: foot, grid)
    }
    return table
  }

  /// How many times the columns stand side by side (`<tbody each= columns="3">`).
  private mutating func strips(_ bodies: [MarkupElement], _ columns: [CompiledColumn]) -> Int {
    guard let body = bodies.first(where: { $0["columns"] != nil && $0["each"] != nil }),
      let strips = integer(body, "columns", in: 1...12), strips > 1
    else { return 1 }
    if bodies.count > 1 || columns.contains(where: { $0.collection != nil }) {
      let message = "“columns”只能用于单独一个 <tbody>，且不能有动态列。"
      report("T014", message, at: body["columns"]?.nameOffset ?? body.nameOffset)
    }
    return strips
  }

  private mutating func padding(
    _ element: MarkupElement,
    _ columns: [CompiledColumn]
  ) -> TableProgram.PaddingProgram {
    var extent = Table.Padding.Extent.none
    switch element["pad"]?.value.value {
    case nil, "none": break
    case "page": extent = .page
    default: extent = integer(element, "pad", in: 1...1000).map { .count($0) } ?? .none
    }
    let isPadded = extent != .none
    let defaultMark = isPadded ? "以下空白" : ""
    return TableProgram.PaddingProgram(
      extent: extent,
      mark: element["blank-mark"]?.value.value ?? defaultMark,
      markColumn: (fixedColumn(element, "blank-column", columns) ?? 1) - 1,
      numberColumn: fixedColumn(element, "number-column", columns).map { $0 - 1 }
    )
  }

  /// A column by its number from 1, which may not be dynamic.
  private mutating func fixedColumn(
    _ element: MarkupElement,
    _ name: String,
    _ columns: [CompiledColumn]
  ) -> Int? {
    guard let number = integer(element, name, in: 1...max(1, columns.count)) else { return nil }
    if columns[number - 1].collection != nil, let text = element[name]?.value {
      report("T014", "“\(name)”不能指动态列。", in: text)
      return nil
    }
    return number
  }

  private mutating func overflow(_ element: MarkupElement) -> Table.Overflow {
    var overflow = Table.Overflow()
    if let text = element["sizes"]?.value {
      let words = text.value.split(separator: " ")
      let sizes = words.compactMap { LengthText.parse(String($0)) }
      if sizes.count == words.count, !sizes.contains(where: { $0 < .points(3) }) {
        overflow.smallerSizes = sizes
      } else {
        report("T014", "“sizes”应是用空格隔开的字号，例如 9pt 8pt。", in: text)
      }
    }
    if let lines = integer(element, "growth", in: 1...40) { overflow.growthLines = lines }
    if let smallest = size(element, "smallest") { overflow.smallestSize = smallest }
    return overflow
  }

  private mutating func body(_ element: MarkupElement, _ grid: TableGrid) -> TableProgram.Body? {
    guard let header = element["each"]?.value else {
      check(element, without: ["where", "sort", "empty", "columns"])
      return .fixed(rows(element.children, of: element, grid))
    }
    check(element)
    let result = loop(header, element) { compiler, _ in
      compiler.rows(element.children, of: element, grid)
    }
    guard let result else { return nil }
    let groups = result.inside.compactMap { item -> TableProgram.GroupRow? in
      switch item {
      case .row(let row): .row(row)
      case .each(let loop, let row): .each(loop, row)
      case .conditional: nil
      }
    }
    let rows = groups.compactMap { item -> RowProgram? in
      guard case .row(let row) = item else { return nil }
      return row
    }
    if groups.count < result.inside.count,
      let test = element.elements.first(where: { $0.name == "if" })
    {
      report("T011", "带 each 的 <tbody> 中不能用 <if>，请用 where。", at: test.nameOffset)
    }
    if groups.isEmpty { report("T013", "<tbody> 中没有 <tr>。", at: element.nameOffset) }
    let empty = element["empty"]?.value.value
    guard rows.count < groups.count else { return .each(result.loop, rows, empty: empty) }
    if let columns = element["columns"] {
      report("T014", "带 each 的 <tr> 不能与“columns”同用。", at: columns.nameOffset)
    }
    return .groups(result.loop, groups, empty: empty)
  }
}

/// The parts of a table in the order in which HTML wants them.
private struct TableParts {
  var group: MarkupElement?
  var head: MarkupElement?
  var bodies: [MarkupElement] = []
  var foot: MarkupElement?

  /// Takes a part; says what is wrong with its place.
  mutating func add(_ element: MarkupElement) -> String? {
    switch element.name {
    case "colgroup":
      guard group == nil, head == nil, bodies.isEmpty, foot == nil else {
        return "<colgroup> 只能有一个，并放在最前。"
      }
      group = element
    case "thead":
      guard head == nil, bodies.isEmpty, foot == nil else { return "<thead> 只能有一个，并放在 <tbody> 之前。" }
      head = element
    case "tbody":
      guard foot == nil else { return "<tbody> 要放在 <tfoot> 之前。" }
      let hasLoop = bodies.contains { $0["each"] != nil }
      guard !hasLoop || element["each"] == nil else { return "一个表只能有一个带 each 的 <tbody>。" }
      bodies.append(element)
    case "tfoot":
      guard foot == nil else { return "<tfoot> 只能有一个。" }
      foot = element
    default: break
    }
    return nil
  }
}
