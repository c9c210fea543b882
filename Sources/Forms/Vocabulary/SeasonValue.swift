package import Records

/// The season, from `packet.xml`.
package enum SeasonValue: Int, DerivedField {
  /// 年份.
  case year
  /// 考试年份.
  case examYear
  /// 入学年份.
  case entryYear
  /// 文号.
  case notice
  /// 现场验印时间.
  case sealingPeriod
  /// 现场验印地点.
  case sealingPlace
  /// 回执截止日期.
  case receiptDeadline
  /// 回执邮箱.
  case receiptMail

  package var definition: FieldDefinition {
    switch self {
    case .year: FieldDefinition("year", "年份", .count)
    case .examYear: FieldDefinition("examYear", "考试年份", .count)
    case .entryYear: FieldDefinition("entryYear", "入学年份", .count)
    case .notice: FieldDefinition("notice", "文号")
    case .sealingPeriod: FieldDefinition("sealingPeriod", "现场验印时间")
    case .sealingPlace: FieldDefinition("sealingPlace", "现场验印地点")
    case .receiptDeadline: FieldDefinition("receiptDeadline", "回执截止日期")
    case .receiptMail: FieldDefinition("receiptMail", "回执邮箱")
    }
  }
}
