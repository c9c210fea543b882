import DocumentModel

extension HTMLWriter {
  /// Writes a table; rows are asked for one at a time.
  mutating func write<Failure: Error>(
    _ table: Table,
    _ flush: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let layout = HTMLTableLayout(table, in: form.sheet.usable.width)
    html.raw("<table class=\"")
    switch table.rules {
    case .all: html.raw("all ")
    case .frame: html.raw("frame ")
    case .none: break
    }
    writeClassNames(of: layout.style)
    if table.joinsAbove { html.raw(" joined") }
    html.raw("\" style=\"width:")
    html.millimetres(layout.widths.reduce(.zero, +))
    html.raw(";--row:")
    html.millimetres(table.rowHeight)
    html.raw("\">\n")
    writeCaption(of: table)
    // Columns without any cell are an error in HTML.
    let hasCells = table.head.count + table.rows.count + table.foot.count > 0
    if hasCells || table.hasPromisedRows { writeColumns(layout) }
    if !table.head.isEmpty {
      html.raw("<thead>\n")
      for (index, row) in table.head.enumerated() {
        write(row, columns: layout.headColumns[index], of: table, layout)
      }
      html.raw("</thead>\n")
    }
    // A tbody may be empty in HTML; a table of headings alone still says what it would list.
    html.raw("<tbody>\n")
    var grid = HTMLTableGrid(columns: table.columns.count)
    for index in 0..<table.rows.count {
      let row = table.rows[index]
      write(row, columns: grid.place(row), of: table, layout)
      try flushIfFull(flush)
    }
    writePadding(of: table, layout)
    html.raw("</tbody>\n")
    if !table.foot.isEmpty {
      html.raw("<tfoot>\n")
      var grid = HTMLTableGrid(columns: table.columns.count)
      for row in table.foot { write(row, columns: grid.place(row), of: table, layout) }
      html.raw("</tfoot>\n")
    }
    html.raw("</table>\n")
  }

  /// The caption; what the page's title says already is not shown a second time.
  private mutating func writeCaption(of table: Table) {
    let caption = table.caption ?? form.title
    guard !caption.isEmpty else { return }
    let isRepeated =
      table.caption == nil || caption.utf8.elementsEqual(form.title.utf8)
      || title.map { caption.utf8.elementsEqual($0.utf8) } ?? false
    html.raw(isRepeated ? "<caption><span class=\"unseen\">" : "<caption>")
    html.text(caption)
    html.raw(isRepeated ? "</span></caption>\n" : "</caption>\n")
  }

  private mutating func writeColumns(_ layout: HTMLTableLayout) {
    for group in layout.groups {
      html.raw("<colgroup>")
      for column in group {
        html.raw("<col style=\"width:")
        html.millimetres(layout.widths[column])
        html.raw("\">")
      }
      html.raw("</colgroup>\n")
    }
  }

  private mutating func write(
    _ row: Row,
    columns: [Int],
    of table: Table,
    _ layout: HTMLTableLayout
  ) {
    if let height = row.height, height != table.rowHeight {
      html.raw("<tr style=\"height:")
      html.millimetres(height)
      html.raw("\">")
    } else {
      html.raw("<tr>")
    }
    for (cell, column) in zip(row.cells, columns) {
      write(cell, at: column, of: table, layout)
    }
    html.raw("</tr>\n")
  }

  private mutating func write(
    _ cell: Cell,
    at column: Int,
    of table: Table,
    _ layout: HTMLTableLayout
  ) {
    let isHeading = cell.scope != nil
    html.raw(isHeading ? "<th" : "<td")
    switch cell.scope {
    case .column: html.raw(" scope=\"col\"")
    case .row: html.raw(" scope=\"row\"")
    case .columnGroup: html.raw(" scope=\"colgroup\"")
    case nil: break
    }
    let columns = table.columns
    let columnStyle = column < columns.count ? columns[column].style : layout.style
    let style = cell.style ?? columnStyle
    let usual: Alignment =
      isHeading || column >= columns.count ? .center : columns[column].alignment
    writeCellClasses(
      style,
      cell.alignment ?? usual,
      isUpright: layout.isUpright(cell, at: column),
      layout
    )
    if cell.columnSpan > 1 {
      html.raw(" colspan=\"")
      html.number(Int(cell.columnSpan))
      html.raw("\"")
    }
    if cell.rowSpan > 1 {
      html.raw(" rowspan=\"")
      html.number(Int(cell.rowSpan))
      html.raw("\"")
    }
    html.raw(">")
    switch cell.content {
    case .empty: break
    case .value(let value): html.text(value.text)
    case .inlines(let pieces): write(pieces, inheriting: style)
    }
    html.raw(isHeading ? "</th>" : "</td>")
  }

  /// Classes of a cell as far as they differ from the table's, so that long lists stay small.
  private mutating func writeCellClasses(
    _ style: TextStyle,
    _ alignment: Alignment,
    isUpright: Bool,
    _ layout: HTMLTableLayout
  ) {
    guard style != layout.style || alignment != .center || isUpright else { return }
    html.raw(" class=\"")
    let hasStyle = style != layout.style
    if hasStyle { writeClassNames(of: style) }
    // Upright text has no use for a position in the width.
    let position: StaticString? =
      switch (alignment, isUpright) {
      case (_, true): "v"
      case (.left, _): "l"
      case (.right, _): "r"
      case (.center, _): nil
      }
    if let position {
      if hasStyle { html.raw(" ") }
      html.raw(position)
    }
    html.raw("\"")
  }

  /// Rows that the form promises beyond its data (附件4's six), numbered on; rows that only fill a
  /// sheet of paper are left to paper.
  private mutating func writePadding(of table: Table, _ layout: HTMLTableLayout) {
    guard case .count(let total) = table.padding.extent, table.hasPromisedRows else { return }
    for number in table.rows.count..<total {
      html.raw("<tr>")
      for (index, column) in table.columns.enumerated() {
        let isNumber = index == table.padding.numberColumn
        html.raw("<td")
        if isNumber {
          writeCellClasses(column.style, column.alignment, isUpright: false, layout)
        }
        html.raw(">")
        if isNumber { html.number(number + 1) }
        html.raw("</td>")
      }
      html.raw("</tr>\n")
    }
  }
}

extension Table {
  /// Whether the table has numbered rows beyond its data.
  fileprivate var hasPromisedRows: Bool {
    if case .count(let total) = padding.extent { total > rows.count } else { false }
  }
}
