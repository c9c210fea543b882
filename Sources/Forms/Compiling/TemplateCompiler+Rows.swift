internal import DocumentModel
internal import Markup

extension TemplateCompiler {
  /// The rows of a part of a table.
  mutating func rows(
    _ nodes: [MarkupNode],
    of part: MarkupElement,
    _ grid: TableGrid
  ) -> [TableProgram.RowItem] {
    grid.startPart()
    let rows: [TableProgram.RowItem] = children(
      nodes,
      in: part,
      allowed: Self.grammar["tbody"].children,
      conditional: { .conditional($0, $1, otherwise: $2) },
      make: { compiler, row in compiler.rowItem(row, of: part, grid) }
    )
    if grid.isOpen {
      report("T040", "<\(part.name)> 中有单元格的 rowspan 超出了最后一行。", at: part.nameOffset)
    }
    return rows
  }

  /// A row, or the row of a loop inside a group (`<tr each="line in group.lines">`).
  private mutating func rowItem(
    _ element: MarkupElement,
    of part: MarkupElement,
    _ grid: TableGrid
  ) -> [TableProgram.RowItem] {
    guard let header = element["each"]?.value else {
      return [.row(row(element, of: part, grid))]
    }
    if part["each"] == nil {
      let message = "带 each 的 <tr> 要放在带 each 的 <tbody> 中；只重复一层时，请把 each 写在 <tbody> 上。"
      report("T011", message, in: header)
      return []
    }
    if grid.isOpen {
      report("T040", "带 each 的 <tr> 上面的单元格不能用 rowspan 跨到这一行。", in: header)
    }
    let result = loop(header, element) { compiler, _ in compiler.row(element, of: part, grid) }
    if grid.isOpen {
      report("T040", "带 each 的 <tr> 中的单元格不能用 rowspan。", in: header)
    }
    return result.map { [.each($0.loop, $0.inside)] } ?? []
  }

  private mutating func row(
    _ element: MarkupElement,
    of part: MarkupElement,
    _ grid: TableGrid
  ) -> RowProgram {
    check(element, without: element["each"] == nil ? ["where", "sort"] : [])
    var cursor = grid.startRow()
    var cells: [CellProgram] = []
    var isComplete = true
    for node in element.children {
      switch node {
      case .text(let text): noText(text, in: element)
      case .element(let child):
        let allowed = Self.grammar["tr"].children
        guard allowed.contains(child.name) else {
          misplaced(child, in: element, allowed: allowed)
          continue
        }
        if let cell = cell(child, of: part, &cursor, grid) {
          cells.append(cell)
        } else {
          isComplete = false
        }
      }
    }
    if isComplete, cursor.missing > 0 {
      let message = "这一行的单元格少了\(cursor.missing)列（表有\(grid.columns.count)个 <col>）。"
      report("T040", message, at: element.nameOffset)
    }
    grid.endRow(cursor)
    return RowProgram(heights: heights(element), cells: cells)
  }

  /// One height, or one for each item of a loop: `12mm 20mm 16mm`.
  private mutating func heights(_ element: MarkupElement) -> [Length] {
    guard let text = element["height"]?.value else { return [] }
    let words = text.value.split(separator: " ")
    let heights = words.compactMap { LengthText.parse(String($0)) }
    let areUsable = heights.allSatisfy(ClosedRange<Length>.visible.contains)
    if heights.isEmpty || heights.count < words.count || !areUsable {
      let message = "“height”的值“\(text.value)”不是可用的长度。请写成 9mm，或用空格隔开的几个长度，都要大于 0。"
      report("T014", message, in: text)
      return []
    }
    return heights
  }

  private mutating func cell(
    _ element: MarkupElement,
    of part: MarkupElement,
    _ cursor: inout TableGrid.Cursor,
    _ grid: TableGrid
  ) -> CellProgram? {
    check(element)
    let columnSpan = integer(element, "colspan", in: 1...1000) ?? 1
    let rowSpan = integer(element, "rowspan", in: 1...1000) ?? 1
    guard let range = cursor.place(columns: columnSpan, rows: rowSpan) else {
      let message = "单元格超出了表的列（表有\(grid.columns.count)个 <col>）。请检查 colspan、rowspan 和单元格数。"
      report("T040", message, at: element.nameOffset)
      return nil
    }
    let isHeading = element.name == "th"
    let column = grid.columns[range.lowerBound].program.column
    let base =
      isHeading ? TextStyle(face: .title, size: formStyle.size) : column.style
    let style = style(element, over: base)
    var prototype = Cell(
      .empty,
      columnSpan: UInt16(clamping: columnSpan),
      rowSpan: UInt16(clamping: rowSpan),
      style: isHeading || changesStyle(element) ? style : nil,
      alignment: alignment(element),
      orientation: choice(
        element,
        "vertical",
        [("auto", .verticalInNarrowColumns), ("yes", .vertical), ("no", .horizontal)]
      ) ?? .horizontal,
      pitch: length(element, "pitch")
    )
    let scope = choice(
      element,
      "scope",
      [("col", Cell.Scope.column), ("row", .row), ("colgroup", .columnGroup)]
    )
    if isHeading {
      let isWide = columnSpan > 1
      prototype.scope =
        scope ?? (part.name == "thead" ? (isWide ? .columnGroup : .column) : .row)
    }
    guard let header = element["each"]?.value else {
      let content = content(inlines(element.children, style, in: element), isRepeated: false)
      return CellProgram(
        prototype: prototype,
        columns: range,
        isRepeated: false,
        content: content
      )
    }
    return repeatedCell(element, header, style, prototype, range, grid)
  }

  /// A cell for each column of a dynamic `<col>`.
  private mutating func repeatedCell(
    _ element: MarkupElement,
    _ header: MarkupText,
    _ style: TextStyle,
    _ prototype: Cell,
    _ range: Range<Int>,
    _ grid: TableGrid
  ) -> CellProgram? {
    let depth = scope.loopDepth
    let result = loop(header, element) { compiler, loop in
      let pieces = compiler.inlines(element.children, style, in: element)
      return compiler.content(pieces, isRepeated: true)
    }
    guard let result else { return nil }
    let identity = CollectionIdentity(
      variable: scope.identity(result.loop.owner, depth: depth),
      collection: result.loop.collection
    )
    guard range.count == 1, grid.columns[range.lowerBound].collection == identity else {
      let message = "带 each 的单元格要对应一个 each 相同的 <col>，这里是第\(range.lowerBound + 1)个 <col>。"
      report("T045", message, in: header)
      return nil
    }
    return CellProgram(
      prototype: prototype,
      columns: range,
      isRepeated: true,
      content: result.inside
    )
  }

  /// Finds the cheapest program of a cell's content.
  private func content(_ pieces: [InlineProgram], isRepeated: Bool) -> ContentProgram {
    guard !pieces.isEmpty else { return .constant(.empty) }
    if pieces.count == 1, case .value(let program, nil) = pieces[0] {
      switch program {
      case .stored(let reference, let slot) where !isRepeated && reference == .item(0):
        return .field(slot)
      case .listItem(let reference, let list, 0) where isRepeated && reference == .item(1):
        return .listItem(list)
      default: return .value(program)
      }
    }
    var constant: [Inline] = []
    for piece in pieces {
      switch piece {
      case .text(let words, let style): constant.append(.text(words, style))
      case .lineBreak: constant.append(.lineBreak)
      case .gap(let width): constant.append(.gap(width))
      default: return .inlines(pieces)
      }
    }
    return .constant(.inlines(constant))
  }
}
