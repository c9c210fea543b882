internal import Diagnostics
internal import Markup

/// Reads the XML that Excel 2003 calls an XML spreadsheet and that many systems write as .xls.
enum SpreadsheetXML {
  /// The tables of a text in UTF-8; what cannot be read is reported.
  static func read(
    _ text: TextDecoder.Text,
    file: String,
    limits: ReadingLimits,
    sink: inout DiagnosticSink
  ) -> [SheetTable] {
    let handler = SpreadsheetXMLHandler(file: file, limit: limits.cells)
    do {
      try MarkupReader.read(text.withoutDeclaration, handler: handler)
    } catch {
      sink.report(SeasonXML.finding(error, file: file))
      return []
    }
    if handler.isTooLarge {
      sink.report(Diagnostic(.tooLarge, "单元格超过 \(limits.cells) 个，不予读取。", at: .file(file)))
      return []
    }
    return handler.sheets.compactMap { sheet in
      let name = sheet.table.sheet ?? ""
      return sheet.visibility.isRead(name, file: file, sink: &sink) ? sheet.table : nil
    }
  }
}

/// Collects the sheets of an XML spreadsheet.
final class SpreadsheetXMLHandler: MarkupHandler {
  private(set) var sheets: [(table: SheetTable, visibility: SheetVisibility)] = []
  private(set) var isTooLarge = false
  private let file: String
  private let limit: Int
  private var cellCount = 0
  private var countsFrom1904 = false
  private var styles: [String: NumberFormats.Style] = [:]
  private var styleName = ""
  private var row: Int32 = 0
  private var rowStart = 0
  private var isHidden = false
  private var column: Int32 = 0
  private var style = ""
  private var type = ""
  private var hasFormula = false
  private var hasData = false
  private var isInComment = false
  private var buffer: [UInt8] = []
  private var collects = false

  private static let lastRow: Int32 = 1 << 20
  private static let lastColumn: Int32 = 16_384

  init(file: String, limit: Int) {
    self.file = file
    self.limit = limit
  }

  func startElement(_ element: borrowing StreamedElement) {
    switch element.name {
    case "Style": startStyle(element)
    case "NumberFormat":
      if let format = element["Format"] {
        styles[styleName] = SpreadsheetXMLHandler.style(ofFormat: format)
      }
    case "Worksheet":
      let table = SheetTable(file: file, sheet: element["Name"] ?? "")
      sheets.append((table, .shown))
      row = 0
    case "Row": startRow(element)
    case "Cell": startCell(element)
    case "Comment": isInComment = true
    case "Data" where !isInComment:
      type = element["Type"] ?? "String"
      hasData = true
      collects = true
    case "Date1904": countsFrom1904 = true
    case "Visible":
      buffer.removeAll(keepingCapacity: true)
      collects = true
    default: break
    }
  }

  func endElement(_ name: String) {
    switch name {
    case "Comment": isInComment = false
    case "Data": if !isInComment { collects = false }
    case "Cell": endCell()
    case "Row":
      guard let last = sheets.indices.last else { return }
      sheets[last].table.endRow(row, from: rowStart, isHidden: isHidden)
    case "Visible":
      collects = false
      if let last = sheets.indices.last {
        sheets[last].visibility = SheetVisibility(word: String(decoding: buffer, as: UTF8.self))
      }
      buffer.removeAll(keepingCapacity: true)
    default: break
    }
  }

  func text(_ bytes: Span<UInt8>) {
    guard collects else { return }
    for index in bytes.indices { buffer.append(bytes[index]) }
  }

  private func startStyle(_ element: borrowing StreamedElement) {
    styleName = element["ID"] ?? ""
    if let parent = element["Parent"], let style = styles[parent] { styles[styleName] = style }
  }

  private func startRow(_ element: borrowing StreamedElement) {
    let index = element["Index"].flatMap { Int32($0) } ?? row + 1
    row = min(max(index, row + 1), SpreadsheetXMLHandler.lastRow)
    rowStart = sheets.last?.table.cells.count ?? 0
    column = 0
    isHidden = element["Hidden"] == "1"
  }

  private func startCell(_ element: borrowing StreamedElement) {
    let index = element["Index"].flatMap { Int32($0) } ?? column + 1
    column = min(max(index, column + 1), SpreadsheetXMLHandler.lastColumn)
    style = element["StyleID"] ?? ""
    hasFormula = element["Formula"] != nil
    hasData = false
    buffer.removeAll(keepingCapacity: true)
    let across = element["MergeAcross"].flatMap { Int32($0) } ?? 0
    let down = element["MergeDown"].flatMap { Int32($0) } ?? 0
    mergedWidth = min(max(across, 0), SpreadsheetXMLHandler.lastColumn - column)
    let mergedHeight = min(max(down, 0), SpreadsheetXMLHandler.lastRow - row)
    guard mergedHeight > 0, let last = sheets.indices.last else { return }
    if let range = SheetTable.MergedRange(
      rows: (Int(row), Int(row + mergedHeight)),
      columns: (Int(column), Int(column + mergedWidth))
    ) {
      sheets[last].table.merged.append(range)
    }
  }

  /// How many columns the open cell takes beside its own.
  private var mergedWidth: Int32 = 0

  private func endCell() {
    defer { column += mergedWidth }
    guard let last = sheets.indices.last, !isTooLarge, row > 0, column > 0 else { return }
    guard cellCount < limit else {
      isTooLarge = true
      return
    }
    guard let cell = cell() else { return }
    sheets[last].table.cells.append(cell)
    cellCount += 1
  }

  private func cell() -> SheetCell? {
    let text = String(decoding: buffer, as: UTF8.self)
    if text.isEmpty {
      // A text formula may well have an empty result; any other without data was never computed.
      let isUnknown = hasFormula && !(hasData && type == "String")
      return isUnknown ? SheetCell(column: column, kind: .formula, text: "") : nil
    }
    switch type {
    case "Number":
      let style = styles[style] ?? .general
      return SheetCell(column: column, number: text, style: style, from1904: countsFrom1904)
    case "DateTime":
      return SheetCell(column: column, kind: .date, text: String(text.prefix { $0 != "T" }))
    case "Boolean":
      return SheetCell(column: column, kind: .boolean, text: text == "0" ? "FALSE" : "TRUE")
    case "Error": return SheetCell(column: column, kind: .error, text: text)
    default: return SheetCell(column: column, kind: .text, text: text)
    }
  }

  /// The style of a format, which may have a name instead of a code.
  private static func style(ofFormat format: String) -> NumberFormats.Style {
    switch format {
    case "General Date", "Long Date", "Medium Date", "Short Date": .date
    case "Fixed", "Standard": .fixed(whole: 1, decimals: 2)
    case "Percent": .percent(decimals: 2)
    case "General", "General Number", "@": .general
    default: NumberFormats.style(ofCode: format)
    }
  }
}
