package import Records

/// Totals of the 审核表.
package enum ReviewValue: Int, DerivedField {
  /// 毕业年月.
  case graduationMonth
  /// 班数合计.
  case classTotal
  /// 录取数合计.
  case admittedTotal
  /// 申报毕业人数合计.
  case graduateTotal
  /// 男合计.
  case maleTotal
  /// 女合计.
  case femaleTotal
  /// 结业合计.
  case completionTotal
  /// 备注.
  case remark

  package var definition: FieldDefinition {
    switch self {
    case .graduationMonth: FieldDefinition("graduationMonth", "毕业年月", .month)
    case .classTotal: FieldDefinition("classTotal", "班数合计", .count)
    case .admittedTotal: FieldDefinition("admittedTotal", "录取数合计", .count)
    case .graduateTotal: FieldDefinition("graduateTotal", "申报毕业人数合计", .count)
    case .maleTotal: FieldDefinition("maleTotal", "男合计", .count)
    case .femaleTotal: FieldDefinition("femaleTotal", "女合计", .count)
    case .completionTotal: FieldDefinition("completionTotal", "结业合计", .count)
    case .remark: FieldDefinition("remark", "备注")
    }
  }

  package var origins: [any RecordField] {
    switch self {
    case .graduationMonth: [GraduateField.graduationMonth]
    case .classTotal: [GraduateField.className, MajorField.classCount]
    case .admittedTotal: [MajorField.admitted]
    case .graduateTotal, .completionTotal: [GraduateField.conclusion]
    case .maleTotal, .femaleTotal: [GraduateField.conclusion, GraduateField.sex]
    case .remark: [GraduateField.conclusion, GraduateField.certificate]
    }
  }
}
