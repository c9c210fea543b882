package import Records

/// Of a 册 of the 登记表.
package enum VolumeValue: Int, DerivedField {
  /// 册名.
  case name
  /// 专业名称.
  case major
  /// 专业代码.
  case majorCode
  /// 班级.
  case className
  /// 入学年月.
  case entryMonth
  /// 毕业年月.
  case graduationMonth
  /// 学制.
  case years
  /// 人数.
  case count
  /// 男.
  case maleCount
  /// 女.
  case femaleCount

  package var definition: FieldDefinition {
    switch self {
    case .name: FieldDefinition("name", "册名", synonyms: ["班级", "专业名称"])
    case .major: FieldDefinition("major", "专业名称")
    case .majorCode: FieldDefinition("majorCode", "专业代码")
    case .className: FieldDefinition("className", "班级")
    case .entryMonth: FieldDefinition("entryMonth", "入学年月", .month)
    case .graduationMonth: FieldDefinition("graduationMonth", "毕业年月", .month)
    case .years: FieldDefinition("years", "学制", .years)
    case .count: FieldDefinition("count", "人数", .count)
    case .maleCount: FieldDefinition("maleCount", "男", .count)
    case .femaleCount: FieldDefinition("femaleCount", "女", .count)
    }
  }
}
