import DocumentModel

extension HTMLWriter {
  /// Writes a block of a section or of the header.
  mutating func write<Failure: Error>(
    _ block: Block,
    _ flush: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    switch block {
    case .text(let text): write(text)
    case .line(let line): write(line)
    case .table(let table): try write(table, flush)
    case .signatures(let signatures): write(signatures)
    case .notes(let notes): write(notes)
    case .space(let height):
      html.raw("<div style=\"height:")
      html.millimetres(height)
      html.raw("\"></div>\n")
    case .pageBreak: html.raw("<div class=\"page-break\"></div>\n")
    case .rule(let width):
      html.raw("<hr style=\"border-top-width:")
      html.points(width)
      html.raw("\">\n")
    case .picture(let block): write(block)
    }
  }

  private mutating func write(_ block: TextBlock) {
    var level = block.level.map { min(6, max(1, $0)) }
    if isRepeating { level = nil }
    if level == 1 {
      if title == nil { title = Self.words(of: block.content) } else { level = 2 }
    }
    html.raw("<")
    writeName(heading: level)
    writeClasses(of: block.style, block.alignment, unless: .left)
    if let height = block.height {
      html.raw(" style=\"min-height:")
      html.millimetres(height)
      html.raw("\"")
    }
    html.raw(">")
    write(block.content, inheriting: block.style)
    html.raw("</")
    writeName(heading: level)
    html.raw(">\n")
  }

  private mutating func writeName(heading level: Int?) {
    guard let level else { return html.raw("p") }
    html.raw("h")
    html.number(level)
  }

  /// A line is a flex row: runs of words stay together as one item, blanks and springs stretch.
  private mutating func write(_ block: LineBlock) {
    html.raw("<p class=\"line ")
    writeClassNames(of: block.style)
    html.raw("\" style=\"min-height:")
    html.millimetres(block.height)
    if let gap = block.bottomGap {
      html.raw(";align-items:flex-end;padding-bottom:")
      html.millimetres(gap)
    }
    html.raw("\">")
    var run: [Inline] = []
    for piece in block.content {
      switch piece {
      case .blank, .slot, .gap, .spring:
        flush(&run, of: block)
        writeStretch(piece, of: block)
      default: run.append(piece)
      }
    }
    flush(&run, of: block)
    html.raw("</p>\n")
  }

  private mutating func flush(_ run: inout [Inline], of block: LineBlock) {
    guard !run.isEmpty else { return }
    html.raw("<span>")
    write(run, inheriting: block.style)
    html.raw("</span> ")
    run.removeAll()
  }

  private mutating func writeStretch(_ piece: Inline, of block: LineBlock) {
    switch piece {
    case .blank(let blank):
      html.raw("<span class=\"blank\"")
      writeWidth(blank.width)
      html.raw(">")
      write(blank.content, inheriting: block.style)
      html.raw("</span> ")
    case .slot(let width, let content):
      html.raw("<span class=\"slot\"")
      writeWidth(width)
      html.raw(">")
      write(content, inheriting: block.style)
      html.raw("</span> ")
    case .spring: html.raw("<span class=\"spring\"></span> ")
    default: write([piece], inheriting: block.style)
    }
  }

  private mutating func writeWidth(_ width: Length?) {
    guard let width else { return html.raw(" style=\"flex:1\"") }
    html.raw(" style=\"width:")
    html.millimetres(width)
    html.raw("\"")
  }

  private mutating func write(_ notes: Notes) {
    html.raw("<div class=\"notes ")
    writeClassNames(of: notes.style)
    html.raw("\" style=\"margin-top:")
    html.millimetres(notes.gap)
    html.raw(";line-height:")
    html.points(notes.pitch)
    html.raw("\">\n")
    if !notes.lead.isEmpty {
      html.raw("<p>")
      html.text(notes.lead)
      html.raw("</p>\n")
    }
    if !notes.items.isEmpty {
      html.raw("<ul>\n")
      for item in notes.items {
        html.raw("<li>")
        write(item, inheriting: notes.style)
        html.raw("</li>\n")
      }
      html.raw("</ul>\n")
    }
    html.raw("</div>\n")
  }

  private mutating func write(_ signatures: Signatures) {
    html.raw("<div class=\"signatures ")
    writeClassNames(of: signatures.style)
    if signatures.joinsAbove { html.raw(" joined") }
    html.raw("\" style=\"grid-template-columns:repeat(")
    html.number(max(1, signatures.columns))
    html.raw(",1fr);grid-auto-rows:minmax(")
    html.millimetres(signatures.height)
    html.raw(",auto)\">\n")
    for box in signatures.boxes {
      html.raw("<div class=\"box\">\n<p class=\"purpose")
      html.raw(box.hasBoldHeading ? " title\">" : "\">")
      write(box.heading, inheriting: signatures.style)
      html.raw("</p>\n")
      for person in box.persons {
        html.raw("<p>")
        write(person, inheriting: signatures.style)
        html.raw("</p>\n")
      }
      if !box.date.isEmpty {
        html.raw("<p class=\"date\">")
        write(box.date, inheriting: signatures.style)
        html.raw("</p>\n")
      }
      html.raw("</div>\n")
    }
    html.raw("</div>\n")
  }
}
