package import Records

/// Of a school.
package enum SchoolValue: Int, DerivedField {
  /// 学校类型及隶属.
  case typeLabel
  /// 学生名册人数.
  case rosterCount
  /// 毕业人数.
  case graduateCount
  /// 结业人数.
  case completionCount
  /// 未毕业人数.
  case unfinishedCount
  /// 男毕业生人数.
  case maleCount
  /// 女毕业生人数.
  case femaleCount
  /// 毕业生总数.
  case receiptTotal
  /// 毕业年月.
  case graduationMonth

  package var definition: FieldDefinition {
    switch self {
    case .typeLabel: FieldDefinition("typeLabel", "学校类型及隶属")
    case .rosterCount: FieldDefinition("rosterCount", "学生名册人数", .count)
    case .graduateCount: FieldDefinition("graduateCount", "毕业人数", .count)
    case .completionCount: FieldDefinition("completionCount", "结业人数", .count)
    case .unfinishedCount: FieldDefinition("unfinishedCount", "未毕业人数", .count)
    case .maleCount: FieldDefinition("maleCount", "男毕业生人数", .count)
    case .femaleCount: FieldDefinition("femaleCount", "女毕业生人数", .count)
    case .receiptTotal: FieldDefinition("receiptTotal", "毕业生总数", .count)
    case .graduationMonth: FieldDefinition("graduationMonth", "毕业年月", .month)
    }
  }

  package var origins: [any RecordField] {
    switch self {
    case .typeLabel: [SchoolField.type, SchoolField.affiliation]
    case .receiptTotal: [SchoolField.graduateTotal]
    case .graduationMonth: [GraduateField.graduationMonth]
    case .rosterCount: []
    case .graduateCount, .completionCount, .unfinishedCount: [GraduateField.conclusion]
    case .maleCount, .femaleCount: [GraduateField.conclusion, GraduateField.sex]
    }
  }
}
