package import Records

/// Of a 补打清单.
package enum ReprintValue: Int, DerivedField {
  /// 对照的版本.
  case baseline
  /// 纸张.
  case papers
  /// 补打日期.
  case date
  /// 取出张数合计.
  case takenTotal
  /// 放入张数合计.
  case addedTotal

  package var definition: FieldDefinition {
    switch self {
    case .baseline: FieldDefinition("baseline", "对照的版本")
    case .papers: FieldDefinition("papers", "纸张")
    case .date: FieldDefinition("date", "补打日期", .date)
    case .takenTotal: FieldDefinition("takenTotal", "取出张数合计", .count)
    case .addedTotal: FieldDefinition("addedTotal", "放入张数合计", .count)
    }
  }
}
