package import Records

/// Of a slip.
package enum SlipValue: Int, DerivedField {
  /// 材料.
  case material
  /// 内容.
  case headline
  /// 说明.
  case note

  package var definition: FieldDefinition {
    switch self {
    case .material: FieldDefinition("material", "材料")
    case .headline: FieldDefinition("headline", "内容")
    case .note: FieldDefinition("note", "说明")
    }
  }
}
