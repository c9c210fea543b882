/// The fields of 主管单位.
package enum BureauField: Int, RecordField {
  /// 单位名称.
  case name
  /// 所属市.
  case city
  /// 联系人.
  case contact
  /// 联系电话.
  case phone
  /// 联系地址.
  case address

  package static var table: TableKind { .bureau }

  package var definition: FieldDefinition {
    switch self {
    case .name: FieldDefinition("name", "单位名称", required: true)
    case .city:
      FieldDefinition("city", "所属市", required: true, choices: AreaCodes.cities)
    case .contact: FieldDefinition("contact", "联系人", .personName, required: true, synonyms: ["经办人"])
    case .phone:
      FieldDefinition(
        "phone",
        "联系电话",
        .phone,
        required: true,
        synonyms: [
          "手机号码",
          "联系方式",
          "电话",
        ]
      )
    case .address: FieldDefinition("address", "联系地址", required: true, synonyms: ["地址", "通讯地址"])
    }
  }
}
