internal import Diagnostics
internal import Records

/// The tables of a JSON text: `{"学校":[{…}], "毕业生":[{…}]}`, or one array of objects.
enum JSONTables {
  static func read(
    _ text: TextDecoder.Text,
    file: String,
    limits: ReadingLimits,
    sink: inout DiagnosticSink
  ) -> [SheetTable] {
    let value: JSONValue
    do {
      value = try JSONParser.parse(text.bytes, from: text.start, depth: limits.depth)
    } catch {
      let place = Place.text(file: file, line: error.line, column: error.column)
      sink.report(Diagnostic(.malformedJSON, "JSON 格式错误：\(error.message)", at: place))
      return []
    }
    switch value {
    case .array(let items):
      return [table(items, file: file, sheet: nil, kind: nil, sink: &sink)].compactMap(\.self)
    case .object(let members):
      var tables: [SheetTable] = []
      for (key, value) in members {
        guard let kind = TableKind.allCases.first(where: { $0.title == key || $0.name == key })
        else {
          let titles = TableKind.allCases.map(\.title).joined(separator: "、")
          let message = "没有名为“\(key)”的表。可用：\(titles)。"
          sink.report(Diagnostic(.noHeading, message, at: .file(file)))
          continue
        }
        guard case .array(let items) = value else {
          let message = "“\(key)”应为数组，每项一个对象。"
          sink.report(Diagnostic(.malformedJSON, message, at: .file(file)))
          continue
        }
        if let table = table(items, file: file, sheet: key, kind: kind, sink: &sink) {
          tables.append(table)
        }
      }
      return tables
    default:
      sink.report(Diagnostic(.malformedJSON, "JSON 的最外层应为对象或数组。", at: .file(file)))
      return []
    }
  }

  private static func table(
    _ items: [JSONValue],
    file: String,
    sheet: String?,
    kind: TableKind?,
    sink: inout DiagnosticSink
  ) -> SheetTable? {
    var columns: [[UInt8]: Int32] = [:]
    var headings: [String] = []
    var table = SheetTable(file: file, sheet: sheet)
    table.kind = kind
    table.origin = .objects
    for case .object(let members) in items {
      for member in members where columns[Array(member.key.utf8)] == nil {
        headings.append(member.key)
        columns[Array(member.key.utf8)] = Int32(headings.count)
      }
    }
    for (index, heading) in headings.enumerated() {
      table.cells.append(SheetCell(column: Int32(index + 1), kind: .text, text: heading))
    }
    table.endRow(0, from: 0)
    for (index, item) in items.enumerated() {
      guard case .object(let members) = item else {
        let place = Place.row(file: file, sheet: sheet, row: index + 1)
        sink.report(Diagnostic(.malformedJSON, "表的每一项应为对象。", at: place))
        continue
      }
      let start = table.cells.count
      for member in members {
        let column = columns[Array(member.key.utf8)] ?? 0
        if let cell = cell(member.value, column: column) { table.cells.append(cell) }
      }
      table.endRow(Int32(clamping: index + 1), from: start)
    }
    return table
  }

  private static func cell(_ value: JSONValue, column: Int32) -> SheetCell? {
    switch value {
    case .text(let text): text.isEmpty ? nil : SheetCell(column: column, kind: .text, text: text)
    case .number(let text): SheetCell(column: column, kind: .number, text: text)
    case .boolean(let value):
      SheetCell(column: column, kind: .boolean, text: value ? "TRUE" : "FALSE")
    case .null: nil
    case .array, .object: SheetCell(column: column, kind: .nested, text: "")
    }
  }
}
