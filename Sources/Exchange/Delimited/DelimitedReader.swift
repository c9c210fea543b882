internal import Diagnostics

/// Reads CSV and tab-separated texts (RFC 4180, any line end).
enum DelimitedReader {
  /// The table of a text in UTF-8; nil where it cannot be read, which is reported.
  static func read(
    _ text: TextDecoder.Text,
    file: String,
    limits: ReadingLimits,
    sink: inout DiagnosticSink
  ) -> SheetTable? {
    var table = SheetTable(file: file, sheet: nil)
    table.cells.reserveCapacity(text.bytes.count / 8)
    let outcome = scan(text.bytes.span, from: text.start, into: &table, limits: limits)
    switch outcome {
    case .done: return table
    case .openQuote(let line):
      sink.report(
        Diagnostic(
          .openQuote,
          "第\(line)行的引号没有结束，其后的内容无法分列。请补上引号或重新导出。",
          at: .row(file: file, sheet: nil, row: line)
        )
      )
    case .tooLarge:
      sink.report(
        Diagnostic(.tooLarge, "单元格超过 \(limits.cells) 个，不予读取。", at: .file(file))
      )
    case .tooWide(let line):
      sink.report(
        Diagnostic(
          .tooLarge,
          "第\(line)行超过 \(limits.columns) 列，不像一张表，不予读取。请核对文件，或删去多余的列再导出。",
          at: .row(file: file, sheet: nil, row: line)
        )
      )
    }
    return nil
  }

  private enum Outcome {
    case done
    case openQuote(line: Int)
    case tooLarge
    case tooWide(line: Int)
  }

  /// One pass over the bytes.
  private static func scan(
    _ bytes: Span<UInt8>,
    from start: Int,
    into table: inout SheetTable,
    limits: ReadingLimits
  ) -> Outcome {
    let delimiter = sniff(bytes, from: start)
    var pools: ContiguousArray<TextPool> = []
    var quoted: [UInt8] = []
    var index = start
    var line = 1
    while index < bytes.count {
      let rowLine = line
      let firstCell = table.cells.count
      var column = 0
      var isRowOpen = true
      while isRowOpen {
        if column == pools.count { pools.append(TextPool()) }
        var text = ""
        if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
          let quoteLine = line
          quoted.removeAll(keepingCapacity: true)
          guard let end = unquote(bytes, from: index + 1, into: &quoted, line: &line) else {
            return .openQuote(line: quoteLine)
          }
          index = end
          let tail = index
          index = fieldEnd(bytes, from: index, delimiter)
          for position in tail..<index { quoted.append(bytes[position]) }
          if !quoted.isEmpty { text = pools[column].text(quoted.span) }
          if quoted.first == UInt8(ascii: "=") { text = literal(text) }
        } else {
          let first = index
          index = fieldEnd(bytes, from: index, delimiter)
          if index > first {
            text = pools[column].text(bytes.extracting(first..<index))
            if bytes[first] == UInt8(ascii: "=") { text = literal(text) }
          }
        }
        column += 1
        if column > limits.columns { return .tooWide(line: rowLine) }
        if !text.isEmpty {
          table.cells.append(SheetCell(column: Int32(column), kind: .text, text: text))
        }
        if index < bytes.count, bytes[index] == delimiter {
          index += 1
        } else {
          isRowOpen = false
        }
      }
      if index < bytes.count {
        index += bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
        line += 1
      }
      table.endRow(Int32(clamping: rowLine), from: firstCell)
      if table.cells.count > limits.cells { return .tooLarge }
    }
    return .done
  }

  /// What a cell shows that was written as `="450000…"`: so that Excel takes digits for a text, exports
  /// write a formula that is nothing but a text.
  private static func literal(_ text: String) -> String {
    let bytes = text.utf8
    guard bytes.count > 3, bytes.first == UInt8(ascii: "="), bytes.last == UInt8(ascii: "\""),
      bytes.dropFirst().first == UInt8(ascii: "\"")
    else { return text }
    let inner = text.utf8.dropFirst(2).dropLast()
    return inner.contains(UInt8(ascii: "\"")) ? text : String(decoding: inner, as: UTF8.self)
  }

  /// Where a field without quotes ends: at a delimiter, a line end or the end of the file.
  @inline(__always)
  private static func fieldEnd(_ bytes: Span<UInt8>, from start: Int, _ delimiter: UInt8) -> Int {
    var index = start
    while index &+ 8 <= bytes.count {
      let word = ByteWord.load(bytes, at: index)
      let ends =
        ByteWord.zeros(word ^ ByteWord.repeating(delimiter))
        | ByteWord.zeros(word ^ ByteWord.repeating(0x0A))
        | ByteWord.zeros(word ^ ByteWord.repeating(0x0D))
      if ends != 0 { return index &+ ends.trailingZeroBitCount >> 3 }
      index &+= 8
    }
    while index < bytes.count {
      let byte = bytes[index]
      if byte == delimiter || byte == 0x0A || byte == 0x0D { break }
      index &+= 1
    }
    return index
  }

  /// Reads a quoted field and returns the index behind its closing quote; nil where it has none.
  private static func unquote(
    _ bytes: Span<UInt8>,
    from start: Int,
    into field: inout [UInt8],
    line: inout Int
  ) -> Int? {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        guard index + 1 < bytes.count, bytes[index + 1] == byte else { return index + 1 }
        index += 1
      } else if byte == 0x0A
        || byte == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
      {
        line += 1
      }
      field.append(byte)
      index += 1
    }
    return nil
  }

  /// Comma or tab: whichever the first lines have more of outside quotes.
  static func sniff(_ bytes: Span<UInt8>, from start: Int) -> UInt8 {
    var commas = 0
    var tabs = 0
    var isQuoted = false
    for index in start..<max(start, min(bytes.count, start + 16_384)) {
      switch bytes[index] {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ","): commas += isQuoted ? 0 : 1
      case UInt8(ascii: "\t"): tabs += isQuoted ? 0 : 1
      default: break
      }
    }
    return tabs > commas ? UInt8(ascii: "\t") : UInt8(ascii: ",")
  }
}
