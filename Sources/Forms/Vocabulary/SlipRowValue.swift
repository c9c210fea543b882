package import Records

/// Of a row of a slip.
package enum SlipRowValue: Int, DerivedField {
  /// 项目.
  case label
  /// 内容.
  case text

  package var definition: FieldDefinition {
    switch self {
    case .label: FieldDefinition("label", "项目")
    case .text: FieldDefinition("text", "内容")
    }
  }
}
