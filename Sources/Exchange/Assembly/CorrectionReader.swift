internal import Diagnostics
internal import Records

/// Turns rows of 更正 into corrections: which field 项目 means, and the values in the form in which
/// the table would have them.
struct CorrectionReader {
  private(set) var rows: [CorrectionRow] = []
  private let schema: RecordSchema
  private let sources: [TableSource]
  private let indexes: [TableKind: HeadingIndex]

  /// The tables whose values are corrected one by one.
  private static let tables: [TableKind] = [.graduate, .score, .school, .enrolment]

  init(schema: RecordSchema, sources: [TableSource]) {
    self.schema = schema
    self.sources = sources
    indexes = Dictionary(
      uniqueKeysWithValues: CorrectionReader.tables.map { ($0, HeadingIndex(schema[$0])) }
    )
  }

  /// Reads a row; what is wrong with it is a finding.
  mutating func read(_ record: Record, sink: inout DiagnosticSink) {
    guard let table = table(of: record, sink: &sink),
      isComplete(record, table, sink: &sink),
      let item = item(of: record, table, sink: &sink)
    else { return }
    let kind: FieldKind =
      if case .field(let slot) = item { schema[table][slot].kind } else { .text }
    let written = record[CorrectionField.new]
    let new = CorrectionReader.canonical(written, kind)
    if let fault = new.fault {
      let message = "新值不能采用：\(fault)"
      sink.report(CorrectionCode.unreadableValue.finding(message, at: place(record, .new)))
      return
    }
    let old = CorrectionRow.Value(
      written: record[CorrectionField.old],
      canonical: CorrectionReader.canonical(record[CorrectionField.old], kind).text
    )
    if old.canonical.hasSameBytes(as: new.text) {
      let message = "原值与新值相同，没有要更正的。"
      sink.report(CorrectionCode.noChange.finding(message, at: place(record, .new)))
      return
    }
    rows.append(
      CorrectionRow(
        table: table,
        school: record[CorrectionField.school],
        idNumber: table == .school ? "" : record[CorrectionField.idNumber],
        item: item,
        old: old,
        new: new.text,
        reason: record[CorrectionField.reason],
        origin: record.origin
      )
    )
  }

  private func place(_ record: Record, _ field: CorrectionField) -> Place {
    sources[Int(record.origin.source)].place(
      slot: field.rawValue,
      row: Int(record.origin.row)
    )
  }

  private func table(of record: Record, sink: inout DiagnosticSink) -> TableKind? {
    let name = record[CorrectionField.target]
    if name.isEmpty { return .graduate }
    let table = TableKind.seasonTables.first { $0.title.hasSameBytes(as: name) }
    if let table, CorrectionReader.tables.contains(table) { return table }
    let message =
      switch table {
      case .change:
        "异动不能在这里更正：通知要求异动表从系统导出，不得更改。请在学籍系统中更正，重新导出，再用"
          + " yanyin import 导出的文件 --ledger 台账 --accept 导入。"
      case let table?: "“\(table.title)”表不逐项更正。请改正文件后用 yanyin import 重新导入。"
      case nil: "没有名为“\(name)”的表。可填：毕业生、成绩、学校、对口招收；不填就是毕业生。"
      }
    sink.report(CorrectionCode.table.finding(message, at: place(record, .target)))
    return nil
  }

  private func isComplete(
    _ record: Record,
    _ table: TableKind,
    sink: inout DiagnosticSink
  ) -> Bool {
    let required: [CorrectionField] =
      table == .school ? [.item, .reason] : [.idNumber, .item, .reason]
    let empty = required.filter { record[$0].isEmpty }
    for field in empty {
      let message = "“\(field.definition.heading)”未填。请补填。"
      sink.report(CorrectionCode.emptyCell.finding(message, at: place(record, field)))
    }
    return empty.isEmpty
  }

  private func item(
    of record: Record,
    _ table: TableKind,
    sink: inout DiagnosticSink
  ) -> CorrectionRow.Item? {
    let name = record[CorrectionField.item]
    let slot = indexes[table]?.slot(name)
    if table == .score {
      switch slot.flatMap(ScoreField.init(rawValue:)) {
      case nil: return .score(name)
      case .idNumber?, .name?: return .field(slot ?? 0)
      case .school?: break
      case .course?, .term?, .score?, .makeup?:
        let message = "“项目”请写课程名称；补考成绩写“课程名称 补考成绩”，几个学期都有的写“课程名称（学年学期）”。"
        sink.report(CorrectionCode.unknownItem.finding(message, at: place(record, .item)))
        return nil
      }
    }
    guard let slot else {
      let message =
        "“\(table.title)”表没有名为“\(name)”的项目。可填：\(schema[table].map(\.heading).joined(separator: "、"))。"
      sink.report(CorrectionCode.unknownItem.finding(message, at: place(record, .item)))
      return nil
    }
    let isOwner =
      table == .school ? slot == SchoolField.name.rawValue : schema[table][slot].name == "school"
    if isOwner {
      let message =
        "“\(schema[table][slot].heading)”决定数据归哪所学校，不能逐项更正。请改正文件后用 yanyin import --whole 重新导入。"
      sink.report(CorrectionCode.fixedItem.finding(message, at: place(record, .item)))
      return nil
    }
    return .field(slot)
  }

  /// A text as a cell of the field would be read.
  private static func canonical(
    _ text: String,
    _ kind: FieldKind
  ) -> (text: String, fault: String?) {
    if text.isEmpty { return ("", nil) }
    var reader = ColumnReader(kind: kind, from1904: false)
    let result = reader.read(SheetCell(column: 1, kind: .text, text: text), row: 1)
    return (result.text, result.fault?.message)
  }
}
