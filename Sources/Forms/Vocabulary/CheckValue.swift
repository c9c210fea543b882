package import Records

/// Of a line of the consistency box.
package enum CheckValue: Int, DerivedField {
  /// 核对内容.
  case text
  /// 是否一致.
  case state

  package var definition: FieldDefinition {
    switch self {
    case .text: FieldDefinition("text", "核对内容")
    case .state: FieldDefinition("state", "是否一致")
    }
  }
}
