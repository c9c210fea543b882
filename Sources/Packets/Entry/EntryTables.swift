package import Records
package import XLSXOutput

/// The tables of a season as sheets to fill in: what `yanyin blank` writes.
package enum EntryTables {
  /// One sheet a table, in the order in which the manual explains them.
  ///
  /// - Parameter schema: the fields of every table, the extra ones of `packet.xml` included.
  /// - Returns: the sheets.
  package static func sheets(_ schema: RecordSchema) -> [EntrySheet] {
    TableKind.seasonTables.map { table in
      let fields = schema[table].filter { isOffered($0, in: table) }
      return EntrySheet(
        name: table.title,
        columns: fields.map { column($0, of: table) } + courseColumns(of: table)
      )
    }
  }

  /// 成绩 is offered with one column a course: that is how registers are kept.
  private static func isOffered(_ field: FieldDefinition, in table: TableKind) -> Bool {
    guard table == .score else { return true }
    let long: [ScoreField] = [.course, .term, .score, .makeup]
    return !long.contains { $0.definition.name == field.name }
  }

  /// The courses that every major has, to be replaced by the school's own.
  private static func courseColumns(of table: TableKind) -> [EntrySheet.Column] {
    guard table == .score else { return [] }
    return ["语文", "数学", "英语"].map { course in
      var column = EntrySheet.Column(
        heading: course,
        note: "每门课程一列，表头写课程名称；不是本校课程的列请改名或删去，不够的在右边增加。"
          + "填 0—100 的分数、优秀／良好／中等／及格／不及格，或补考、免修、缓考、缺考。"
      )
      column.isText = false
      return column
    }
  }

  private static func column(
    _ field: FieldDefinition,
    of table: TableKind
  ) -> EntrySheet.Column {
    var column = EntrySheet.Column(heading: field.heading, note: note(on: field, of: table))
    column.isRequired = field.isRequired
    column.isText = field.kind != .count
    column.choices = field.choices
    column.refusesOthers = field.hasClosedChoices
    return column
  }

  private static func note(on field: FieldDefinition, of table: TableKind) -> String {
    var parts = [field.isRequired ? "必填。" : "可以不填。"]
    parts.append(explanation(of: field))
    if !field.choices.isEmpty {
      parts.append("可填：\(field.choices.joined(separator: "、"))。")
    }
    return parts.joined()
  }

  private static func explanation(of field: FieldDefinition) -> String {
    switch field.kind {
    case .text, .choice: field.heading == "学校名称" ? "学校全称；只有一所学校时可以不填。" : ""
    case .personName: "与证件一致；少数民族姓名用“·”，两字姓名中间不加空格。"
    case .identity: "18位公民身份号码。本列已设为文本，请勿改成数值。"
    case .sex: ""
    case .date: "写成 2021-09-01。"
    case .month: "写成 202009。"
    case .count: "整数。"
    case .phone: "手机或固定电话，如 0771-5800000。"
    case .grade: "入学年级，如 2020级。"
    case .years: "如 3年。"
    }
  }
}
