package import Records

/// Of a status change.
package enum ChangeValue: Int, DerivedField {
  /// 专业排序.
  case majorOrder
  /// 异动类型排序.
  case kindOrder

  package var definition: FieldDefinition {
    switch self {
    case .majorOrder: FieldDefinition("majorOrder", "专业排序")
    case .kindOrder: FieldDefinition("kindOrder", "异动类型排序")
    }
  }
}
