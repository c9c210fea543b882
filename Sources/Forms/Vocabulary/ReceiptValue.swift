package import Records

/// Of a receipt: who sends it.
package enum ReceiptValue: Int, DerivedField {
  /// 市名或区直学校.
  case holder
  /// 联系人.
  case contact
  /// 联系电话.
  case phone
  /// 联系地址.
  case address

  package var definition: FieldDefinition {
    switch self {
    case .holder: FieldDefinition("holder", "市名或区直学校", synonyms: ["所属市", "学校名称"])
    case .contact: FieldDefinition("contact", "联系人")
    case .phone: FieldDefinition("phone", "联系电话", .phone, synonyms: ["手机号码"])
    case .address: FieldDefinition("address", "联系地址", synonyms: ["学校地址"])
    }
  }
}
