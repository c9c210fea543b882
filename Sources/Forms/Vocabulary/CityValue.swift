package import Records

/// Of the forms that a bureau fills the folders of its schools with: 交接清单, 发还清单, 预约表.
package enum CityValue: Int, DerivedField {
  /// 单位名称.
  case bureau
  /// 所属市.
  case name
  /// 学校数.
  case schoolCount
  /// 份数合计.
  case copyTotal
  /// A3张数合计.
  case a3Total
  /// A4张数合计.
  case a4Total
  /// 登记表份数合计.
  case registrationTotal
  /// 审核表份数合计.
  case reviewTotal
  /// 毕业证书本数合计.
  case certificateTotal
  /// 作废号个数合计.
  case voidTotal

  package var definition: FieldDefinition {
    switch self {
    case .bureau: FieldDefinition("bureau", "单位名称")
    case .name: FieldDefinition("name", "所属市")
    case .schoolCount: FieldDefinition("schoolCount", "学校数", .count)
    case .copyTotal: FieldDefinition("copyTotal", "份数合计", .count)
    case .a3Total: FieldDefinition("a3Total", "A3张数合计", .count)
    case .a4Total: FieldDefinition("a4Total", "A4张数合计", .count)
    case .registrationTotal: FieldDefinition("registrationTotal", "登记表份数合计", .count)
    case .reviewTotal: FieldDefinition("reviewTotal", "审核表份数合计", .count)
    case .certificateTotal: FieldDefinition("certificateTotal", "毕业证书本数合计", .count)
    case .voidTotal: FieldDefinition("voidTotal", "作废号个数合计", .count)
    }
  }

  package var origins: [any RecordField] {
    switch self {
    case .bureau: [BureauField.name]
    case .name: [BureauField.city]
    default: []
    }
  }
}
