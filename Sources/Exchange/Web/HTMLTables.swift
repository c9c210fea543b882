internal import Diagnostics

/// The tables of a web page, as school systems write them under the name of a workbook.
struct HTMLTables {
  /// A table that is not closed yet.
  private struct Open {
    var table: SheetTable
    var row: Int32 = 0
    var rowStart = 0
    var isRowOpen = false
    var isHidden = false
    /// The column that the next cell may take, from 1.
    var column = 1
    /// The last row that a cell above covers, by column; index 0 is not used.
    var covered: ContiguousArray<Int32> = [0]
    var cell: Cell?
  }

  /// A cell that is not closed yet.
  private struct Cell {
    var column: Int
    var isNumber: Bool
    var text = HTMLCellText()
  }

  private let file: String
  private let limits: ReadingLimits
  private var scanner: HTMLScanner
  private var open: [Open] = []
  /// Start tags of tables that are nested too deep to be read.
  private var ignored = 0
  private var finished: [SheetTable] = []
  private var cellCount = 0
  private var hasFrames = false
  /// Whether the page ends within a table.
  private var isCutOff = false

  /// The columns behind are left out: a page could ask for any number of them in a few bytes.
  private static let lastColumn = 1024

  /// The tables of a page in UTF-8; what cannot be read is reported.
  static func read(
    _ text: TextDecoder.Text,
    file: String,
    limits: ReadingLimits,
    sink: inout DiagnosticSink
  ) -> [SheetTable] {
    if text.encoding == .gb18030, let charset = foreignCharset(text) {
      let message = "网页声明的编码是 \(charset)，不能读取。请在 Excel 或 WPS 中打开并另存为 .xlsx 后重试。"
      sink.report(Diagnostic(.undecodable, message, at: .file(file)))
      return []
    }
    var reader = HTMLTables(text, file: file, limits: limits)
    let isWhole = reader.readAll()
    guard isWhole else {
      sink.report(Diagnostic(.tooLarge, "单元格超过 \(limits.cells) 个，不予读取。", at: .file(file)))
      return []
    }
    if reader.isCutOff {
      let message = "网页在表格中间结束，文件不完整。请重新导出或重新传输后再试。"
      sink.report(Diagnostic(.brokenArchive, message, at: .file(file)))
      return []
    }
    var tables = reader.finished.filter { !$0.rows.isEmpty }
    if tables.isEmpty {
      let message =
        reader.hasFrames
        ? "这个网页只是目录，数据在另外的文件中。请在 Excel 或 WPS 中打开并另存为 .xlsx 后重试。"
        : "是网页，其中没有表格（可能是登录页或出错页）。请重新导出。"
      sink.report(Diagnostic(.unsupportedKind, message, at: .file(file)))
    } else if tables.count > 1 {
      for index in tables.indices { tables[index].sheet = "第\(index + 1)个表格" }
    }
    return tables
  }

  /// An encoding other than those that are read, where the page names one: its bytes may well pass
  /// for GB18030 and mean something else.
  private static func foreignCharset(_ text: TextDecoder.Text) -> String? {
    var scanner = HTMLScanner(text.bytes, from: text.start)
    while let token = scanner.next() {
      guard case .start(let tag) = token else { continue }
      guard tag.name == "meta" else {
        if tag.name == "body" || tag.name == "table" { return nil }
        continue
      }
      let content = scanner.value(of: "content", in: tag) ?? ""
      let named = content.split(separator: "=").dropFirst().first.map(String.init)
      guard let charset = scanner.value(of: "charset", in: tag) ?? named else { continue }
      let known = Cleaning.trimmed(charset).lowercased()
      let foreign = ["big5", "shift", "euc-", "iso-", "windows-", "ks_c", "koi8"]
      return foreign.contains { known.hasPrefix($0) } ? known : nil
    }
    return nil
  }

  private init(_ text: TextDecoder.Text, file: String, limits: ReadingLimits) {
    self.file = file
    self.limits = limits
    scanner = HTMLScanner(text.bytes, from: text.start)
  }

  /// Reads to the end; false where the page has more cells than the limit.
  private mutating func readAll() -> Bool {
    while let token = scanner.next() {
      switch token {
      case .text(let range): addText(range)
      case .start(let tag): start(tag)
      case .end(let name): end(name)
      }
      if cellCount > limits.cells { return false }
    }
    isCutOff = !open.isEmpty
    while !open.isEmpty { closeTable() }
    return true
  }

  private mutating func addText(_ range: Range<Int>) {
    guard ignored == 0, let last = open.indices.last, open[last].cell != nil else { return }
    open[last].cell?.text.add(scanner.bytes[range])
  }

  private mutating func start(_ tag: HTMLScanner.Tag) {
    switch tag.name {
    case "table":
      breakLine(isBlock: true)
      if open.count < limits.depth {
        open.append(Open(table: SheetTable(file: file, sheet: nil)))
      } else {
        ignored += 1
      }
    case "tr":
      closeRow()
      openRow(isHidden: isHidden(tag))
    case "td", "th": openCell(tag)
    case "thead", "tbody", "tfoot": closeRow()
    case "br": breakLine(isBlock: false)
    case "p", "div", "li": breakLine(isBlock: true)
    case "frame", "frameset": hasFrames = true
    default: break
    }
  }

  private mutating func end(_ name: String) {
    switch name {
    case "table":
      if ignored > 0 { ignored -= 1 } else { closeTable() }
    case "tr", "thead", "tbody", "tfoot": closeRow()
    case "td", "th": closeCell()
    case "p", "div", "li": breakLine(isBlock: true)
    default: break
    }
  }

  private mutating func breakLine(isBlock: Bool) {
    guard let last = open.indices.last else { return }
    open[last].cell?.text.breakLine(isBlock: isBlock)
  }

  private func isHidden(_ tag: HTMLScanner.Tag) -> Bool {
    guard let style = scanner.value(of: "style", in: tag) else { return false }
    return style.lowercased().utf8.filter { !HTMLScanner.isSpace($0) }
      .starts(with: "display:none".utf8)
  }

  private mutating func openRow(isHidden: Bool = false) {
    guard let last = open.indices.last, ignored == 0 else { return }
    open[last].row += 1
    open[last].rowStart = open[last].table.cells.count
    open[last].isRowOpen = true
    open[last].isHidden = isHidden
    open[last].column = 1
  }

  private mutating func closeRow() {
    closeCell()
    guard let last = open.indices.last, open[last].isRowOpen, ignored == 0 else { return }
    open[last].isRowOpen = false
    let (row, start, isHidden) = (open[last].row, open[last].rowStart, open[last].isHidden)
    open[last].table.endRow(row, from: start, isHidden: isHidden)
  }

  private mutating func openCell(_ tag: HTMLScanner.Tag) {
    guard ignored == 0, let last = open.indices.last else { return }
    if !open[last].isRowOpen { openRow() }
    closeCell()
    var column = open[last].column
    let row = open[last].row
    while column < open[last].covered.count, open[last].covered[column] >= row { column += 1 }
    let width = span("colspan", of: tag, limit: 1000)
    let height = span("rowspan", of: tag, limit: 65_534)
    open[last].column = column + width
    guard column + width <= HTMLTables.lastColumn else {
      open[last].column = HTMLTables.lastColumn
      return
    }
    open[last].cell = Cell(
      column: column,
      isNumber: scanner.value(of: "x:num", in: tag) != nil
    )
    guard height > 1 else { return }
    let end = column + width
    if open[last].covered.count < end {
      open[last].covered += Array(repeating: 0, count: end - open[last].covered.count)
    }
    for covered in column..<end { open[last].covered[covered] = row + Int32(height - 1) }
    if let range = SheetTable.MergedRange(
      rows: (Int(row), Int(row) + height - 1),
      columns: (column, end - 1)
    ) {
      open[last].table.merged.append(range)
    }
  }

  private func span(_ attribute: String, of tag: HTMLScanner.Tag, limit: Int) -> Int {
    let value = scanner.value(of: attribute, in: tag).flatMap { Int(Cleaning.trimmed($0)) } ?? 1
    return min(max(value, 1), limit)
  }

  private mutating func closeCell() {
    guard let last = open.indices.last, let cell = open[last].cell, ignored == 0 else { return }
    open[last].cell = nil
    let text = cell.text.text
    guard !text.isEmpty else { return }
    let isNumber = cell.isNumber && DecimalText(text) != nil
    open[last].table.cells.append(
      SheetCell(column: Int32(cell.column), kind: isNumber ? .number : .text, text: text)
    )
    cellCount += 1
  }

  private mutating func closeTable() {
    closeRow()
    if let table = open.popLast() { finished.append(table.table) }
  }
}
