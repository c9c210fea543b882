package import Records

/// Of a 专业 in the 审核表.
package enum ReviewRowValue: Int, DerivedField {
  /// 专业代码.
  case code
  /// 专业名称.
  case major
  /// 学制.
  case years
  /// 入学年月.
  case entryMonth
  /// 班数.
  case classCount
  /// 录取数.
  case admitted
  /// 申报毕业人数.
  case graduateCount
  /// 男.
  case maleCount
  /// 女.
  case femaleCount
  /// 结业.
  case completionCount
  /// 毕业证书起号.
  case certificateFirst
  /// 毕业证书止号.
  case certificateLast
  /// 备注.
  case remark

  package var definition: FieldDefinition {
    switch self {
    case .code: FieldDefinition("code", "专业代码")
    case .major: FieldDefinition("major", "专业名称")
    case .years: FieldDefinition("years", "学制", .years)
    case .entryMonth: FieldDefinition("entryMonth", "入学年月", .month)
    case .classCount: FieldDefinition("classCount", "班数", .count)
    case .admitted: FieldDefinition("admitted", "录取数", .count)
    case .graduateCount: FieldDefinition("graduateCount", "申报毕业人数", .count)
    case .maleCount: FieldDefinition("maleCount", "男", .count)
    case .femaleCount: FieldDefinition("femaleCount", "女", .count)
    case .completionCount: FieldDefinition("completionCount", "结业", .count)
    case .certificateFirst: FieldDefinition("certificateFirst", "毕业证书起号", synonyms: ["毕业证书编号"])
    case .certificateLast: FieldDefinition("certificateLast", "毕业证书止号", synonyms: ["毕业证书编号"])
    case .remark: FieldDefinition("remark", "备注")
    }
  }

  package var origins: [any RecordField] {
    switch self {
    case .code: [GraduateField.majorCode, MajorField.code]
    case .major: [GraduateField.major, MajorField.name]
    case .years: [GraduateField.years, MajorField.years]
    case .entryMonth: [GraduateField.entryMonth, MajorField.entryMonth]
    case .classCount: [GraduateField.className, MajorField.classCount]
    case .admitted: [MajorField.admitted]
    case .graduateCount, .completionCount: [GraduateField.major, GraduateField.conclusion]
    case .maleCount, .femaleCount:
      [GraduateField.major, GraduateField.conclusion, GraduateField.sex]
    case .certificateFirst, .certificateLast, .remark:
      [GraduateField.major, GraduateField.conclusion, GraduateField.certificate]
    }
  }
}
