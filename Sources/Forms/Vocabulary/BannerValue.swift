package import Records

/// Of the sheet that stands before a school in a print file of all schools.
package enum BannerValue: Int, DerivedField {
  /// 序号.
  case number
  /// 学校数.
  case schoolCount
  /// 学校名称.
  case school
  /// 所属.
  case city
  /// 材料.
  case documents
  /// 份数.
  case copies
  /// 纸张.
  case paper
  /// 张数.
  case sheets
  /// 单面或双面.
  case sides
  /// 未生成的材料.
  case missing

  package var definition: FieldDefinition {
    switch self {
    case .number: FieldDefinition("number", "序号", .count)
    case .schoolCount: FieldDefinition("schoolCount", "学校数", .count)
    case .school: FieldDefinition("school", "学校名称")
    case .city: FieldDefinition("city", "所属")
    case .documents: FieldDefinition("documents", "材料")
    case .copies: FieldDefinition("copies", "份数", .count)
    case .paper: FieldDefinition("paper", "纸张")
    case .sheets: FieldDefinition("sheets", "张数", .count)
    case .sides: FieldDefinition("sides", "单面或双面")
    case .missing: FieldDefinition("missing", "未生成的材料")
    }
  }

  package var origins: [any RecordField] {
    switch self {
    case .school: [SchoolField.name]
    default: []
    }
  }
}
