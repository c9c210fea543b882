/// The fields of 更正: a value of a ledger, and the one that takes its place.
package enum CorrectionField: Int, RecordField {
  /// 表; 毕业生 where it is empty.
  case target
  /// 学校名称.
  case school
  /// 身份证号码.
  case idNumber
  /// 项目: a heading of the table, or a course.
  case item
  /// 原值.
  case old
  /// 新值.
  case new
  /// 原因.
  case reason

  package static var table: TableKind { .correction }

  package var definition: FieldDefinition {
    switch self {
    case .target: FieldDefinition("table", "表", .choice, synonyms: ["表名", "所在表"])
    case .school: FieldDefinition("school", "学校名称", synonyms: ["学校", "学校全称"])
    case .idNumber:
      FieldDefinition(
        "idNumber",
        "身份证号码",
        .identity,
        required: true,
        synonyms: GraduateField.idNumber.definition.synonyms
      )
    case .item: FieldDefinition("item", "项目", required: true, synonyms: ["更正项目", "栏目"])
    case .old: FieldDefinition("old", "原值", .personName, required: true, synonyms: ["更正前"])
    case .new: FieldDefinition("new", "新值", .personName, required: true, synonyms: ["更正后"])
    case .reason:
      FieldDefinition("reason", "原因", required: true, synonyms: ["更正原因", "理由"])
    }
  }
}
