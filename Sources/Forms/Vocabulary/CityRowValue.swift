package import Records

/// Of a school in the forms of a bureau: what was made of it, and what was not.
package enum CityRowValue: Int, DerivedField {
  /// 序号.
  case number
  /// 学校名称.
  case school
  /// 联系人.
  case contact
  /// 手机号码.
  case phone
  /// 毕业生总数.
  case graduateTotal
  /// 交验材料.
  case documents
  /// 份数.
  case copies
  /// A3张数.
  case a3Sheets
  /// A4张数.
  case a4Sheets
  /// 登记表份数.
  case registrationCopies
  /// 审核表份数.
  case reviewCopies
  /// 毕业证书本数.
  case certificateCount
  /// 毕业证书起号.
  case certificateFirst
  /// 毕业证书止号.
  case certificateLast
  /// 作废号.
  case voids
  /// 未生成的材料.
  case missing

  package var definition: FieldDefinition {
    switch self {
    case .number: FieldDefinition("number", "序号", .count)
    case .school: FieldDefinition("school", "学校名称")
    case .contact: FieldDefinition("contact", "联系人", .personName)
    case .phone: FieldDefinition("phone", "手机号码", .phone)
    case .graduateTotal: FieldDefinition("graduateTotal", "毕业生总数", .count)
    case .documents: FieldDefinition("documents", "交验材料")
    case .copies: FieldDefinition("copies", "份数", .count)
    case .a3Sheets: FieldDefinition("a3Sheets", "A3张数", .count)
    case .a4Sheets: FieldDefinition("a4Sheets", "A4张数", .count)
    case .registrationCopies: FieldDefinition("registrationCopies", "登记表份数", .count)
    case .reviewCopies: FieldDefinition("reviewCopies", "审核表份数", .count)
    case .certificateCount: FieldDefinition("certificateCount", "毕业证书本数", .count)
    case .certificateFirst: FieldDefinition("certificateFirst", "毕业证书起号")
    case .certificateLast: FieldDefinition("certificateLast", "毕业证书止号")
    case .voids: FieldDefinition("voids", "作废号")
    case .missing: FieldDefinition("missing", "未生成的材料")
    }
  }

  package var origins: [any RecordField] {
    switch self {
    case .school: [SchoolField.name]
    case .contact: [SchoolField.contact]
    case .phone: [SchoolField.phone]
    case .graduateTotal: [SchoolField.graduateTotal]
    // What a faulty record would count for is not printed and not counted.
    default: []
    }
  }
}
