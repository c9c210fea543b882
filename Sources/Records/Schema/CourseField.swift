/// The fields of 课程; the order of rows is the order of columns.
package enum CourseField: Int, RecordField {
  /// 学校名称.
  case school
  /// 专业名称.
  case major
  /// 课程名称.
  case name
  /// 简称.
  case shortName
  /// 性质.
  case nature

  package static var table: TableKind { .course }

  package var definition: FieldDefinition {
    switch self {
    case .school: FieldDefinition("school", "学校名称", synonyms: ["学校", "学校全称"])
    case .major:
      FieldDefinition(
        "major",
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
    case .name: FieldDefinition("name", "课程名称", required: true, synonyms: ["课程"])
    case .shortName: FieldDefinition("shortName", "简称", synonyms: ["课程简称"])
    case .nature: FieldDefinition("nature", "性质", synonyms: ["课程性质"])
    }
  }
}
