internal import Diagnostics

/// Adds the column of remarks to the XML of a worksheet (ECMA-376 part 1, 18.3) and leaves every other
/// byte of it as it is, so that formats, widths, filters and formulas stay.
struct SheetAnnotator {
  private let bytes: [UInt8]
  private let column: Remarks.Column
  private var output: [UInt8] = []
  /// Up to where the source has been copied.
  private var copied = 0
  private var row: Int32 = 0
  private var cell: Int32 = 0
  /// The namespace prefix of the sheet's elements, with its colon.
  private var prefix = ""
  /// Whether the row in hand waits for its remark.
  private var isWaiting = false
  private var hasColumns = false
  private var isCovered = false

  /// The worksheet with its remarks.
  static func annotate(_ sheet: [UInt8], column: Remarks.Column) -> [UInt8] {
    var annotator = SheetAnnotator(bytes: sheet, column: column)
    annotator.run()
    return annotator.output
  }

  private init(bytes: [UInt8], column: Remarks.Column) {
    self.bytes = bytes
    self.column = column
    output.reserveCapacity(bytes.count + column.texts.count * 128)
  }

  private mutating func run() {
    var scan = SheetTagScan(bytes)
    while let tag = scan.next() {
      switch (tag.name, tag.isEnd) {
      case ("worksheet", false): prefix = tag.prefix
      // What it says of the used range would be wrong; it may be missing.
      case ("dimension", false): drop(tag, to: "dimension", &scan)
      case ("cols", false): hasColumns = !tag.isEmpty
      case ("col", false): if covers(tag) { isCovered = true }
      case ("cols", true): if !isCovered { insert(width, before: tag) }
      case ("sheetData", false):
        if !hasColumns { insert("<\(prefix)cols>\(width)</\(prefix)cols>", before: tag) }
      case ("row", false): startRow(tag)
      case ("row", true): if isWaiting { insert(remark, before: tag) }
      case ("c", false): startCell(tag, &scan)
      default: break
      }
    }
    copy(to: bytes.count)
  }

  private var width: String {
    let number = column.position
    return "<\(prefix)col min=\"\(number)\" max=\"\(number)\" width=\"60\" customWidth=\"1\"/>"
  }

  private func covers(_ tag: SheetTagScan.Tag) -> Bool {
    guard let first = tag["min"].flatMap({ Int32($0) }),
      let last = tag["max"].flatMap({ Int32($0) })
    else { return false }
    return first <= last && (first...last).contains(column.position)
  }

  private mutating func startRow(_ tag: SheetTagScan.Tag) {
    row = tag["r"].flatMap { Int32($0) } ?? row + 1
    cell = 0
    isWaiting = column.text(inRow: row) != nil
    guard isWaiting else { return }
    // `spans` is a hint that would not hold any more.
    copy(to: tag.range.lowerBound)
    output += Array("<\(tag.prefix)row".utf8)
    for attribute in tag.attributes where attribute.name != "spans" {
      output += Array(" ".utf8) + bytes[attribute.range]
    }
    output += Array(">".utf8)
    copied = tag.range.upperBound
    if tag.isEmpty {
      output += Array("\(remark)</\(tag.prefix)row>".utf8)
      isWaiting = false
    }
  }

  private mutating func startCell(_ tag: SheetTagScan.Tag, _ scan: inout SheetTagScan) {
    cell = tag["r"].flatMap { SheetScanner.column(of: $0.utf8.span) } ?? cell + 1
    if cell == column.position { drop(tag, to: "c", &scan) }
    if cell >= column.position, isWaiting {
      copy(to: cell == column.position ? copied : tag.range.lowerBound)
      output += Array(remark.utf8)
      isWaiting = false
    }
  }

  /// The cell of the row's remark.
  private var remark: String {
    let text = column.text(inRow: row) ?? ""
    let place = Place.letters(Int(column.position))
    return "<\(prefix)c r=\"\(place)\(row)\" t=\"inlineStr\"><\(prefix)is>"
      + "<\(prefix)t xml:space=\"preserve\">\(SheetAnnotator.escaped(text))</\(prefix)t>"
      + "</\(prefix)is></\(prefix)c>"
  }

  private mutating func insert(_ text: String, before tag: SheetTagScan.Tag) {
    copy(to: tag.range.lowerBound)
    output += Array(text.utf8)
    isWaiting = false
  }

  /// Leaves an element out.
  private mutating func drop(
    _ tag: SheetTagScan.Tag,
    to name: String,
    _ scan: inout SheetTagScan
  ) {
    copy(to: tag.range.lowerBound)
    copied = tag.range.upperBound
    guard !tag.isEmpty else { return }
    while let next = scan.next() {
      copied = next.range.upperBound
      if next.isEnd, next.name == name { return }
    }
  }

  private mutating func copy(to end: Int) {
    guard end > copied else { return }
    output += bytes[copied..<end]
    copied = end
  }

  /// A text as XML, without what XML cannot hold.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
