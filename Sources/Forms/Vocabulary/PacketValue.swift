package import Records

/// Of the checklist of a packet.
package enum PacketValue: Int, DerivedField {
  /// 验印年月.
  case sealingMonth
  /// 毕业证书本数.
  case certificateCount
  /// 附注.
  case remark

  package var definition: FieldDefinition {
    switch self {
    case .sealingMonth: FieldDefinition("sealingMonth", "验印年月")
    case .certificateCount: FieldDefinition("certificateCount", "毕业证书本数", .count)
    case .remark: FieldDefinition("remark", "附注")
    }
  }
}
