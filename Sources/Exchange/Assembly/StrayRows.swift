internal import Diagnostics
internal import Records

/// Rows that fit no school, counted by table and by the school that they name.
struct StrayRows {
  private var groups: [Key: Group] = [:]
  private var order: [Key] = []

  private struct Key: Hashable {
    var source: Int
    var school: [UInt8]
  }

  private struct Group {
    var kind: TableKind
    var school: String
    var rows: Int
    var first: Int32
  }

  /// Counts a row; `school` is empty where it names none.
  mutating func add(_ record: Record, naming school: String, of table: ParsedTable) {
    let key = Key(source: table.source, school: Array(school.utf8))
    if groups[key] == nil {
      groups[key] = Group(kind: table.kind, school: school, rows: 0, first: record.origin.row)
      order.append(key)
    }
    groups[key]?.rows += 1
  }

  /// Reports each group once, at its first row.
  func report(in season: Season, sink: inout DiagnosticSink) {
    let known = season.schools.map(\.name).joined(separator: "、")
    for key in order {
      guard let group = groups[key] else { continue }
      let source = season.sources[key.source]
      let slot = season.schema.slot("school", in: group.kind) ?? 0
      let place = source.place(slot: slot, row: Int(group.first))
      let table = group.kind.title
      let subject = Subject(
        school: group.school.isEmpty ? nil : group.school,
        extent: .table(table)
      )
      if group.school.isEmpty {
        let message =
          season.schools.isEmpty
          ? "“\(table)”有\(group.rows)行，但输入中没有“学校”表。请补上“学校”表。"
          : "“\(table)”有\(group.rows)行没有写明学校，而输入中有\(season.schools.count)所学校，请填写“学校名称”。"
        sink.report(Diagnostic(.schoolNotNamed, message, at: place, about: subject))
      } else {
        let rest = season.schools.isEmpty ? "输入中没有“学校”表。" : "“学校”表中有：\(known)。"
        let message = "“\(group.school)”不在“学校”表中，“\(table)”的\(group.rows)行未采用。\(rest)"
        sink.report(Diagnostic(.unknownSchool, message, at: place, about: subject))
      }
    }
  }
}
