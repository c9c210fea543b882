/// The fields of 学校.
package enum SchoolField: Int, RecordField {
  /// 学校名称.
  case name
  /// 学校类型.
  case type
  /// 所属市.
  case city
  /// 隶属.
  case affiliation
  /// 所属县.
  case county
  /// 联系人.
  case contact
  /// 手机号码.
  case phone
  /// 学校地址.
  case address
  /// 学校标识码.
  case code
  /// 毕业生总数.
  case graduateTotal
  /// 验印日期.
  case sealingDate

  package static var table: TableKind { .school }

  package var definition: FieldDefinition {
    switch self {
    case .name: FieldDefinition("name", "学校名称", required: true, synonyms: ["学校", "学校全称"])
    case .type:
      FieldDefinition(
        "type",
        "学校类型",
        .choice,
        required: true,
        choices: SchoolType.allCases.map(\.title)
      )
    case .city: FieldDefinition("city", "所属市", choices: AreaCodes.cities)
    case .affiliation:
      FieldDefinition("affiliation", "隶属", .choice, choices: Affiliation.allCases.map(\.title))
    case .county: FieldDefinition("county", "所属县")
    case .contact:
      FieldDefinition(
        "contact",
        "联系人",
        .personName,
        required: true,
        synonyms: [
          "学校联系人",
          "经办人",
        ]
      )
    case .phone:
      FieldDefinition(
        "phone",
        "手机号码",
        .phone,
        required: true,
        synonyms: [
          "联系电话",
          "联系方式",
          "电话",
        ]
      )
    case .address: FieldDefinition("address", "学校地址", required: true, synonyms: ["地址", "通讯地址"])
    case .code: FieldDefinition("code", "学校标识码")
    case .graduateTotal: FieldDefinition("graduateTotal", "毕业生总数", .count)
    case .sealingDate: FieldDefinition("sealingDate", "验印日期", .date)
    }
  }
}
