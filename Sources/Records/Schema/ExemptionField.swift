/// The fields of 特例: a person and a rule whose finding is released.
package enum ExemptionField: Int, RecordField {
  /// 身份证号码.
  case idNumber
  /// 代码.
  case code
  /// 说明.
  case explanation
  /// 依据.
  case evidence
  /// 批准人.
  case approver

  package static var table: TableKind { .exemption }

  package var definition: FieldDefinition {
    switch self {
    case .idNumber:
      FieldDefinition(
        "idNumber",
        "身份证号码",
        .identity,
        required: true,
        synonyms: [
          "身份证号",
          "身份证",
          "证件号码",
          "身份证件号",
          "身份证件号码",
          "公民身份号码",
          "SFZH",
          "SFZJH",
        ]
      )
    case .code: FieldDefinition("code", "代码", required: true)
    case .explanation: FieldDefinition("explanation", "说明", required: true)
    case .evidence: FieldDefinition("evidence", "依据", required: true)
    case .approver: FieldDefinition("approver", "批准人", .personName, required: true)
    }
  }
}
