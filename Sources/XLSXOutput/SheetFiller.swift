import DocumentModel

/// Fills the sheet of a workbook from top to bottom.
struct SheetFiller: ~Copyable {
  var workbook: Workbook
  /// The columns of the sheet.
  let grid: ColumnGrid
  /// The width of the form.
  let usable: Length
  /// The next free row, from 0.
  var row = 0
  /// The rows at which a new page begins.
  private var breaks: [Int] = []
  /// Whether the rows that every page repeats are known.
  private var hasRepeatedRows = false

  /// An empty sheet.
  init(workbook: consuming Workbook, grid: ColumnGrid, usable: Length) {
    self.workbook = workbook
    self.grid = grid
    self.usable = usable
  }

  /// Writes all of a form.
  mutating func fill(with form: FilledForm) throws(XLSXWriterError) {
    workbook.setPage(form.sheet)
    for (column, width) in grid.widths.enumerated() {
      try workbook.setWidth(width, ofColumn: column)
    }
    if let footer = form.footer { try workbook.setFooter(Self.code(of: footer)) }
    if let watermark = form.watermark {
      try workbook.setHeader("&C&\"宋体,Bold\"&36&KC0C0C0\(Self.escaped(watermark))")
    }
    for index in 0..<form.sections.count {
      if index > 0 { breaks.append(row) }
      for block in form.header { try write(block) }
      for block in form.sections[index].blocks { try write(block) }
    }
    try workbook.breakPages(at: breaks)
  }

  /// Saves the workbook.
  consuming func save() throws(XLSXWriterError) {
    try workbook.save()
  }

  private mutating func write(_ block: Block) throws(XLSXWriterError) {
    switch block {
    case .text(let text):
      try writeBand(
        SheetText.words(of: text.content),
        CellLook(style: SheetText.style(of: text.content, inheriting: text.style), text.alignment),
        height: text.height
      )
    case .line(let line):
      try writeBand(
        SheetText.words(of: line.content),
        CellLook(style: line.style, .left),
        height: line.height
      )
    case .table(let table):
      try write(table)
    case .signatures(let signatures): try write(signatures)
    case .notes(let notes):
      for (index, item) in notes.items.enumerated() {
        // Items hang after the lead as on paper.
        let lead =
          index == 0 ? notes.lead : String(repeating: "　", count: notes.lead.unicodeScalars.count)
        try writeBand(
          lead + SheetText.words(of: item),
          CellLook(style: notes.style, .left),
          height: nil
        )
      }
    case .space(let height), .rule(let height):
      try workbook.setHeight(height, ofRow: row)
      row += 1
    case .pageBreak: breaks.append(row)
    // The workbook is sent on to be edited and counted; libxlsxwriter would place a picture by the
    // widths of a font that the reader's machine may not have.
    case .picture: break
    }
  }

  /// A row with one text over the whole width.
  private mutating func writeBand(
    _ text: String,
    _ look: CellLook,
    height: Length?
  ) throws(XLSXWriterError) {
    let needed = SheetText.height(of: text, in: usable, size: look.style.size)
    try workbook.setHeight(max(height ?? .zero, needed), ofRow: row)
    try workbook.write(
      text,
      to: CellArea(row: row, column: 0, rows: 1, columns: grid.count),
      look: look
    )
    row += 1
  }

  /// The rows down to the first table's heading are those that every printed page repeats.
  mutating func repeatRowsAbove() throws(XLSXWriterError) {
    guard !hasRepeatedRows, row > 0 else { return }
    hasRepeatedRows = true
    try workbook.repeatRows(0, row - 1)
  }

  /// A band of boxes becomes cells with the words at their upper edge and room for the seal below.
  private mutating func write(_ signatures: Signatures) throws(XLSXWriterError) {
    let columns = max(1, signatures.columns)
    for start in stride(from: 0, to: signatures.boxes.count, by: columns) {
      let end = min(start + columns, signatures.boxes.count)
      try workbook.setHeight(signatures.height, ofRow: row)
      var firstFree = 0
      for index in start..<end {
        let right = usable * (index - start + 1) / columns
        // Boxes end at the nearest column border; where columns are fewer than boxes, the rest
        // of the boxes goes to rows of their own.
        if firstFree >= grid.count {
          row += 1
          try workbook.setHeight(signatures.height, ofRow: row)
          firstFree = 0
        }
        let reach = grid.columns(from: .zero, to: right).upperBound
        let upper = index == end - 1 ? grid.count : max(firstFree + 1, min(reach, grid.count))
        let box = signatures.boxes[index]
        var lines = [SheetText.words(of: box.heading), "", ""]
        lines += box.persons.map { SheetText.words(of: $0) }
        if !box.date.isEmpty { lines.append(SheetText.words(of: box.date)) }
        var look = CellLook(style: signatures.style, .left)
        look.hasBorder = true
        look.isAtTop = true
        try workbook.write(
          lines.joined(separator: "\n"),
          to: CellArea(row: row, column: firstFree, rows: 1, columns: upper - firstFree),
          look: look
        )
        firstFree = upper
      }
      row += 1
    }
  }

  /// The code of a page's footer: `&P` and `&N` count pages, `&` itself is doubled.
  private static func code(of footer: FilledForm.Footer) -> String {
    var code = ""
    let size = Int(footer.style.size.milliPoints) / 1000
    for (band, mark) in [(footer.left, "&L"), (footer.center, "&C"), (footer.right, "&R")]
    where !band.isEmpty {
      // The space keeps a digit that follows from being taken into the size.
      code += "\(mark)&\"宋体,Regular\"&\(size) "
      for piece in band {
        switch piece {
        case .counter(.page, _): code += "&P"
        case .counter(.pages, _): code += "&N"
        default: code += escaped(SheetText.words(of: [piece]))
        }
      }
    }
    return code
  }

  private static func escaped(_ text: String) -> String {
    text.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&&")
  }
}
