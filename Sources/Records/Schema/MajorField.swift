/// The fields of 专业情况.
package enum MajorField: Int, RecordField {
  /// 学校名称.
  case school
  /// 专业名称.
  case name
  /// 专业代码.
  case code
  /// 学制.
  case years
  /// 入学年月.
  case entryMonth
  /// 班数.
  case classCount
  /// 录取数.
  case admitted

  package static var table: TableKind { .major }

  package var definition: FieldDefinition {
    switch self {
    case .school: FieldDefinition("school", "学校名称", synonyms: ["学校", "学校全称"])
    case .name:
      FieldDefinition(
        "name",
        "专业名称",
        required: true,
        synonyms: [
          "专业",
          "修读专业",
          "所学专业",
          "就读专业",
          "录取专业",
        ]
      )
    case .code: FieldDefinition("code", "专业代码")
    case .years: FieldDefinition("years", "学制", .years, synonyms: ["修业年限", "学习年限", "XZ"])
    case .entryMonth: FieldDefinition("entryMonth", "入学年月", .month)
    case .classCount: FieldDefinition("classCount", "班数", .count)
    case .admitted: FieldDefinition("admitted", "录取数", .count, synonyms: ["录取人数"])
    }
  }
}
