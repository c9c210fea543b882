package import Records

/// Of a 更正单.
package enum CorrectionValue: Int, DerivedField {
  /// 填表日期.
  case date

  package var definition: FieldDefinition {
    switch self {
    case .date: FieldDefinition("date", "填表日期", .date)
    }
  }
}
