package import Records

/// Of a college of 附件4.
package enum CollegeValue: Int, DerivedField {
  /// 高等职业院校.
  case name
  /// 填写日期.
  case fillDate
  /// 人数.
  case count

  package var definition: FieldDefinition {
    switch self {
    case .name: FieldDefinition("name", "高等职业院校", synonyms: ["高职院校名称"])
    case .fillDate: FieldDefinition("fillDate", "填写日期", .date)
    case .count: FieldDefinition("count", "人数", .count)
    }
  }
}
