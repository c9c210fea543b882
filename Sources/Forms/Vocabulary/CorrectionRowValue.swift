package import Records

/// Of a row of the 更正单.
package enum CorrectionRowValue: Int, DerivedField {
  /// 姓名.
  case name
  /// 身份证号码.
  case idNumber
  /// 所在表.
  case form
  /// 项目.
  case item
  /// 原值.
  case before
  /// 新值.
  case after
  /// 原因.
  case reason
  /// 更正人.
  case author
  /// 更正日期.
  case date

  package var definition: FieldDefinition {
    switch self {
    case .name: FieldDefinition("name", "姓名", .personName)
    case .idNumber: FieldDefinition("idNumber", "身份证号码", .identity)
    case .form: FieldDefinition("form", "所在表")
    case .item: FieldDefinition("item", "项目")
    case .before: FieldDefinition("before", "原值")
    case .after: FieldDefinition("after", "新值")
    case .reason: FieldDefinition("reason", "原因")
    case .author: FieldDefinition("author", "更正人")
    case .date: FieldDefinition("date", "更正日期", .date)
    }
  }
}
