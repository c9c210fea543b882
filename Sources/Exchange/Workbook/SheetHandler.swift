internal import Markup

/// Reads a worksheet.
///
/// The state is a value, so that each call reaches it once and not once for every field.
final class SheetHandler: MarkupHandler {
  private(set) var scanner: SheetScanner

  init(_ scanner: SheetScanner) {
    self.scanner = scanner
  }

  func startElement(_ element: borrowing StreamedElement) {
    scanner.startElement(element)
  }

  func endElement(_ name: String) {
    scanner.endElement(name)
  }

  func text(_ bytes: Span<UInt8>) {
    scanner.text(bytes)
  }
}

/// The rows and cells of a worksheet.
struct SheetScanner {
  private(set) var table: SheetTable
  /// Whether the sheet has more cells than the limit; the rest is not kept.
  private(set) var isTooLarge = false
  private let sharedTexts: [String]
  private let formats: NumberFormats
  private let limit: Int

  private var row: Int32 = 0
  private var rowStart = 0
  private var isHidden = false
  private var column: Int32 = 0
  private var type = ""
  private var style = 0
  private var hasFormula = false
  private var isReading = false
  private var collects = false
  private var buffer: [UInt8] = []
  private var hasValue = false

  init(table: SheetTable, sharedTexts: [String], formats: NumberFormats, limit: Int) {
    self.table = table
    self.sharedTexts = sharedTexts
    self.formats = formats
    self.limit = limit
  }

  mutating func startElement(_ element: borrowing StreamedElement) {
    switch element.name {
    case "c": startCell(element)
    case "v":
      collects = true
      hasValue = true
    case "t": collects = !isReading && type == "inlineStr"
    case "rPh": isReading = true
    case "f": hasFormula = true
    case "row":
      row = element["r"].flatMap { Int32($0) } ?? row + 1
      rowStart = table.cells.count
      column = 0
      let hidden = element["hidden"]
      isHidden = hidden == "1" || hidden == "true"
    case "mergeCell":
      if let range = element["ref"].flatMap({ SheetTable.MergedRange(reference: $0) }) {
        table.merged.append(range)
      }
    default: break
    }
  }

  mutating func endElement(_ name: String) {
    switch name {
    case "v", "t": collects = false
    case "rPh": isReading = false
    case "c": endCell()
    case "row": table.endRow(row, from: rowStart, isHidden: isHidden)
    default: break
    }
  }

  mutating func text(_ bytes: Span<UInt8>) {
    guard collects else { return }
    unsafe bytes.withUnsafeBufferPointer { unsafe buffer.append(contentsOf: $0) }
  }

  private mutating func startCell(_ element: borrowing StreamedElement) {
    buffer.removeAll(keepingCapacity: true)
    (type, style, hasFormula, hasValue) = ("", 0, false, false)
    column += 1
    for attribute in element.attributes {
      switch attribute.name {
      case "r": column = SheetScanner.column(of: attribute.value) ?? column
      case "t": type = attribute.value
      case "s": style = Int(attribute.value) ?? 0
      default: break
      }
    }
  }

  private mutating func endCell() {
    guard !isTooLarge else { return }
    if table.cells.count >= limit {
      isTooLarge = true
      return
    }
    if buffer.isEmpty {
      // A text formula may well have an empty result; any other without a value was never computed.
      if hasFormula, type != "str" || !hasValue { append(.formula, "") }
      return
    }
    switch type {
    case "s":
      let index = Int(String(decoding: buffer, as: UTF8.self)) ?? -1
      if sharedTexts.indices.contains(index) {
        append(.text, sharedTexts[index])
      } else {
        append(.error, "#REF!")
      }
    case "b": append(.boolean, buffer == [0x31] ? "TRUE" : "FALSE")
    case "e": append(.error, String(decoding: buffer, as: UTF8.self))
    case "inlineStr", "str": append(.text, SpreadsheetEscapes.decode(buffer))
    case "d": append(.date, String(decoding: buffer.prefix(10), as: UTF8.self))
    default: appendNumber(String(decoding: buffer, as: UTF8.self))
    }
  }

  private mutating func appendNumber(_ text: String) {
    let cell = SheetCell(
      column: column,
      number: text,
      style: formats.style(style),
      from1904: table.countsFrom1904
    )
    append(cell.kind, cell.text)
  }

  private mutating func append(_ kind: SheetCell.Kind, _ text: String) {
    if text.isEmpty, kind != .formula { return }
    table.cells.append(SheetCell(column: column, kind: kind, text: text))
  }

  /// The column of a reference (`AB12`), from 1.
  static func column(of reference: String) -> Int32? {
    var column: Int32 = 0
    for byte in reference.utf8 {
      guard 0x41...0x5A ~= byte else { break }
      column = column * 26 + Int32(byte - 0x40)
      guard column <= 16_384 else { return nil }
    }
    return column > 0 ? column : nil
  }
}
