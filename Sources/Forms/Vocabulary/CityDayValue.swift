package import Records

/// Of a day of the 预约表.
package enum CityDayValue: Int, DerivedField {
  /// 验印日期.
  case date
  /// 学校数.
  case schoolCount
  /// 毕业证书本数.
  case certificateCount

  package var definition: FieldDefinition {
    switch self {
    case .date: FieldDefinition("date", "验印日期", .date)
    case .schoolCount: FieldDefinition("schoolCount", "学校数", .count)
    case .certificateCount: FieldDefinition("certificateCount", "毕业证书本数", .count)
    }
  }

  package var origins: [any RecordField] {
    switch self {
    case .date: [SchoolField.sealingDate]
    case .schoolCount, .certificateCount: []
    }
  }
}
