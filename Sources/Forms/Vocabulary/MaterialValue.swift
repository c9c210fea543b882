package import Records

/// Of one of the six materials of the checklist.
package enum MaterialValue: Int, DerivedField {
  /// 序.
  case number
  /// 材料.
  case name
  /// 要求份数.
  case required
  /// 本次份数.
  case copies
  /// 每份页/张.
  case pages
  /// 总张数.
  case sheets
  /// 盖章.
  case seals

  package var definition: FieldDefinition {
    switch self {
    case .number: FieldDefinition("number", "序", .count)
    case .name: FieldDefinition("name", "材料")
    case .required: FieldDefinition("required", "要求份数")
    case .copies: FieldDefinition("copies", "本次份数")
    case .pages: FieldDefinition("pages", "每份页/张")
    case .sheets: FieldDefinition("sheets", "总张数")
    case .seals: FieldDefinition("seals", "盖章")
    }
  }
}
