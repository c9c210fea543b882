/// The elements and attributes of worksheets and shared texts that are read.
extension PartName {
  static let cell = PartName("c")
  static let value = PartName("v")
  static let text = PartName("t")
  static let formula = PartName("f")
  static let row = PartName("row")
  static let reading = PartName("rPh")
  static let item = PartName("si")
  static let merge = PartName("mergeCell")
  static let range = PartName("ref")
  static let reference = PartName("r")
  static let style = PartName("s")
  static let hidden = PartName("hidden")
}

/// The rows and cells of a worksheet.
struct SheetScanner: PartHandler {
  private(set) var table: SheetTable
  /// Whether the sheet holds more than the limits allow; the rest is not kept.
  private(set) var isTooLarge = false
  private let sharedTexts: ContiguousArray<String>
  private let formats: NumberFormats
  private let limit: Int
  /// How many bytes of texts the cells may still hold: a shared text is stored once and could be read
  /// a million times, others take twice their size in memory.
  private var textBytes: Int

  private var row: Int32 = 0
  private var rowStart = 0
  private var isHidden = false
  private var column: Int32 = 0
  private var type = CellType.number
  private var style = 0
  private var hasFormula = false
  private var isReading = false
  private var collects = false
  private var buffer: [UInt8] = []
  private var hasValue = false
  private var pools: ContiguousArray<TextPool> = []

  private static let lastColumn: Int32 = 16_384
  private static let pooledColumns = 256

  /// What a cell says that it holds (`t`).
  private enum CellType {
    case number
    case shared
    case inline
    case formulaText
    case truth
    case error
    case date
  }

  init(
    table: SheetTable,
    sharedTexts: ContiguousArray<String>,
    formats: NumberFormats,
    limits: ReadingLimits
  ) {
    self.table = table
    self.sharedTexts = sharedTexts
    self.formats = formats
    limit = limits.cells
    textBytes = limits.inflatedSize
  }

  mutating func start(_ element: PartName, _ attributes: PartAttributes, _ bytes: Span<UInt8>) {
    switch element {
    case .cell: startCell(attributes, bytes)
    case .value:
      collects = type != .inline
      hasValue = true
    case .text: collects = !isReading && type == .inline
    case .reading: isReading = true
    case .formula: hasFormula = true
    case .row: startRow(attributes, bytes)
    case .merge:
      for attribute in attributes where attribute.name == .range {
        let reference = SheetScanner.string(bytes.extracting(attribute.value))
        if let range = SheetTable.MergedRange(reference: reference) { table.merged.append(range) }
      }
    default: break
    }
  }

  mutating func end(_ element: PartName) {
    switch element {
    case .value, .text: collects = false
    case .reading: isReading = false
    case .cell: endCell()
    case .row: table.endRow(row, from: rowStart, isHidden: isHidden)
    default: break
    }
  }

  mutating func text(_ bytes: Span<UInt8>) {
    guard collects else { return }
    unsafe bytes.withUnsafeBufferPointer { unsafe buffer.append(contentsOf: $0) }
  }

  private mutating func startRow(_ attributes: PartAttributes, _ bytes: Span<UInt8>) {
    var number: Int?
    isHidden = false
    for attribute in attributes {
      let value = bytes.extracting(attribute.value)
      switch attribute.name {
      case .reference: number = SheetScanner.number(value)
      case .hidden: isHidden = value.count > 0 && (value[0] == 0x31 || value[0] == 0x74)
      default: break
      }
    }
    row = number.flatMap { Int32(exactly: $0) } ?? row &+ 1
    rowStart = table.cells.count
    column = 0
  }

  private mutating func startCell(_ attributes: PartAttributes, _ bytes: Span<UInt8>) {
    buffer.removeAll(keepingCapacity: true)
    (type, style, hasFormula, hasValue) = (.number, 0, false, false)
    column = min(column, SheetScanner.lastColumn) + 1
    for attribute in attributes {
      let value = bytes.extracting(attribute.value)
      switch attribute.name {
      case .reference: column = SheetScanner.column(of: value) ?? column
      case .text: type = SheetScanner.type(value)
      case .style: style = SheetScanner.number(value) ?? 0
      default: break
      }
    }
  }

  private static func type(_ value: Span<UInt8>) -> CellType {
    guard let first = value.indices.first else { return .number }
    switch (value[first], value.count) {
    case (UInt8(ascii: "s"), 1): return .shared
    case (UInt8(ascii: "s"), 3): return .formulaText
    case (UInt8(ascii: "i"), 9): return .inline
    case (UInt8(ascii: "b"), 1): return .truth
    case (UInt8(ascii: "e"), 1): return .error
    case (UInt8(ascii: "d"), 1): return .date
    default: return .number
    }
  }

  private mutating func endCell() {
    guard !isTooLarge, column <= SheetScanner.lastColumn else { return }
    if table.cells.count >= limit {
      isTooLarge = true
      return
    }
    if buffer.isEmpty {
      // A text formula may well have an empty result; any other without a value was never computed.
      if hasFormula, type != .formulaText || !hasValue { append(.formula, "") }
      return
    }
    switch type {
    case .shared:
      if let index = SheetScanner.number(buffer.span), sharedTexts.indices.contains(index) {
        spend(sharedTexts[index].utf8.count)
        append(.text, sharedTexts[index])
      } else {
        append(.error, "#REF!")
      }
    case .truth:
      let isTrue = buffer == [0x31] || buffer == Array("true".utf8)
      append(.boolean, isTrue ? "TRUE" : "FALSE")
    case .error: append(.error, string)
    case .inline, .formulaText: appendText()
    case .date: append(.date, String(decoding: buffer.prefix(10), as: UTF8.self))
    case .number: appendNumber()
    }
  }

  private var string: String { String(decoding: buffer, as: UTF8.self) }

  private mutating func spend(_ bytes: Int) {
    textBytes -= bytes
    if textBytes < 0 { isTooLarge = true }
  }

  private mutating func appendText() {
    if buffer.count > 15 { spend((buffer.count + 32) * 2) }
    guard !buffer.contains(UInt8(ascii: "_")) else {
      append(.text, SpreadsheetEscapes.decode(buffer))
      return
    }
    let index = Int(column)
    guard index < SheetScanner.pooledColumns else {
      append(.text, string)
      return
    }
    while pools.count <= index { pools.append(TextPool()) }
    let bytes = buffer
    let text = pools[index].text(bytes.span)
    append(.text, text)
  }

  private mutating func appendNumber() {
    let cell = SheetCell(
      column: column,
      number: string,
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
  static func column(of reference: Span<UInt8>) -> Int32? {
    var column: Int32 = 0
    for index in reference.indices {
      let byte = reference[index]
      guard 0x41...0x5A ~= byte else { break }
      column = column * 26 + Int32(byte - 0x40)
      guard column <= lastColumn else { return nil }
    }
    return column > 0 ? column : nil
  }

  /// A whole number without sign; nil where there is anything else.
  private static func number(_ digits: Span<UInt8>) -> Int? {
    guard 1...15 ~= digits.count else { return nil }
    var number = 0
    for index in digits.indices {
      guard 0x30...0x39 ~= digits[index] else { return nil }
      number = number * 10 + Int(digits[index] - 0x30)
    }
    return number
  }

  private static func string(_ bytes: Span<UInt8>) -> String {
    unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}
