internal import Diagnostics
internal import Ledger
internal import Records

/// What a revision changes, in lines for a screen.
struct DifferenceText {
  /// Whether identity numbers are shown in full.
  let isUnmasked: Bool

  /// The lines of an import's differences, by school.
  func lines(_ differences: [TableDifference]) -> [String] {
    var lines: [String] = []
    var school: String??
    for difference in differences {
      if school != .some(difference.school) {
        lines.append(difference.school ?? "全季")
        school = .some(difference.school)
      }
      lines.append("  \(difference.table.title)：\(summary(difference))")
      lines += difference.records.map { "    \(line($0))" }
    }
    return lines.map { ShownText.visible($0, inOneLine: true) }
  }

  /// `新增 1、删除 2、更改 3`.
  static func counts(_ counts: Revision.Counts) -> String {
    let parts = [("新增", counts.added), ("删除", counts.removed), ("更改", counts.changed)]
    let filled = parts.filter { $0.1 > 0 }.map { "\($0.0) \($0.1)" }
    return filled.isEmpty ? "内容没有变化" : filled.joined(separator: "、")
  }

  private func summary(_ difference: TableDifference) -> String {
    if let count = difference.newCount { return "新表，\(count) 行" }
    var parts: [String] = []
    if !difference.records.isEmpty { parts.append(DifferenceText.counts(difference.counts)) }
    if difference.isReordered { parts.append("行的次序不同") }
    if difference.isReadAnew { parts.append("值相同，但读取时发现的问题不同") }
    return parts.joined(separator: "，")
  }

  /// A record and what becomes of it.
  func line(_ record: RecordDifference) -> String {
    let label = self.label(record.label)
    switch record.change {
    case .added: return "+ \(label)\(twin(record, "删除"))"
    case .removed: return "− \(label)\(twin(record, "新增"))"
    case .changed(let fields):
      return "~ \(label)：" + fields.map(field).joined(separator: "；")
    }
  }

  private func twin(_ record: RecordDifference, _ other: String) -> String {
    guard let twin = record.twin else { return "" }
    return "（除号码外与\(other)的 \(mask(twin)) 相同，可能是同一人改了号码，请核对）"
  }

  /// `韦小明 450000********0028 调专业 2021-09-01`.
  func label(_ label: RecordLabel) -> String {
    let number = label.idNumber.isEmpty ? "" : mask(label.idNumber)
    let parts = [label.name, number, label.detail].filter { !$0.isEmpty }
    return parts.isEmpty ? "（无名）" : parts.joined(separator: " ")
  }

  /// `姓名 “韦小明” → “韦晓明”`.
  func field(_ field: FieldDifference) -> String {
    let old = shown(field.old, field.kind)
    let new = shown(field.new, field.kind)
    var text = "\(field.item) \(old) → \(new)"
    if old.utf8.elementsEqual(new.utf8) { text += "（遮去的部分不同，用 --unmasked 查看）" }
    if let reason = field.reason { text += "（原因：\(reason)）" }
    if let revision = field.correctedIn { text += "（注意：原值是第\(revision)版更正过的）" }
    return text
  }

  private func shown(_ value: String, _ kind: FieldKind) -> String {
    if value.isEmpty { return "（空）" }
    return
      "“\(kind == .identity ? mask(value) : isUnmasked ? value : Masking.identities(in: value))”"
  }

  private func mask(_ number: String) -> String {
    isUnmasked ? number : Masking.identity(number)
  }
}
