package import Records

/// Of a school of the 补打清单.
package enum ReprintGroupValue: Int, DerivedField {
  /// 序号.
  case number
  /// 学校名称.
  case school
  /// 学校类型与份数.
  case detail

  package var definition: FieldDefinition {
    switch self {
    case .number: FieldDefinition("number", "序号")
    case .school: FieldDefinition("school", "学校名称")
    case .detail: FieldDefinition("detail", "学校类型与份数")
    }
  }
}
