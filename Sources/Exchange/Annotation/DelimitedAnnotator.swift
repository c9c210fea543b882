/// Adds the column of remarks to a CSV or tab-separated text.
struct DelimitedAnnotator {
  private let bytes: [UInt8]
  private let delimiter: UInt8
  private let column: Remarks.Column
  private var output: [UInt8] = []

  /// The text with its remarks, in UTF-8 with a byte order mark: office programs take a text without
  /// one for the system's own encoding.
  static func annotate(_ text: TextDecoder.Text, column: Remarks.Column) -> [UInt8] {
    var annotator = DelimitedAnnotator(text, column: column)
    annotator.run(from: text.start)
    return annotator.output
  }

  private init(_ text: TextDecoder.Text, column: Remarks.Column) {
    bytes = text.bytes
    delimiter = DelimitedReader.sniff(text.bytes.span, from: text.start)
    self.column = column
    output = [0xEF, 0xBB, 0xBF]
    output.reserveCapacity(bytes.count + column.texts.count * 96)
  }

  private mutating func run(from start: Int) {
    var index = start
    var line: Int32 = 1
    while index < bytes.count {
      let row = line
      var field: Int32 = 1
      while true {
        let first = index
        let end = fieldEnd(from: first, line: &line)
        if field == column.position {
          append(column.text(inRow: row) ?? "")
        } else {
          output += bytes[first..<end]
        }
        index = end
        guard index < bytes.count, bytes[index] == delimiter else { break }
        output.append(delimiter)
        index += 1
        field += 1
      }
      if field < column.position, let text = column.text(inRow: row) {
        output += [UInt8](repeating: delimiter, count: Int(column.position - field))
        append(text)
      }
      index = endLine(from: index, line: &line)
    }
  }

  /// Copies the line end, if there is one.
  private mutating func endLine(from index: Int, line: inout Int32) -> Int {
    guard index < bytes.count else { return index }
    let isPair = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
    let end = index + (isPair ? 2 : 1)
    output += bytes[index..<end]
    line += 1
    return end
  }

  /// Behind the field that starts at an index: its delimiter, a line end or the end of the text.
  private func fieldEnd(from start: Int, line: inout Int32) -> Int {
    var index = start
    if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
      index += 1
      while index < bytes.count {
        let byte = bytes[index]
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        if byte == UInt8(ascii: "\"") {
          guard next == byte else { break }
          index += 1
        } else if byte == 0x0A || byte == 0x0D && next != 0x0A {
          line += 1
        }
        index += 1
      }
      index = min(index + 1, bytes.count)
    }
    while index < bytes.count, bytes[index] != delimiter, bytes[index] != 0x0A,
      bytes[index] != 0x0D
    {
      index += 1
    }
    return index
  }

  /// Appends a remark as a quoted field.
  private mutating func append(_ text: String) {
    guard !text.isEmpty else { return }
    output.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { output.append(byte) }
      output.append(byte)
    }
    output.append(UInt8(ascii: "\""))
  }
}
