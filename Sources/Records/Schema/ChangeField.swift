/// The fields of 异动 (附件3 of the notice).
package enum ChangeField: Int, RecordField {
  /// 学校名称.
  case school
  /// 姓名.
  case name
  /// 身份证号码.
  case idNumber
  /// 证件类型.
  case documentType
  /// 性别.
  case sex
  /// 专业名称.
  case major
  /// 年级.
  case grade
  /// 学制.
  case years
  /// 异动前.
  case before
  /// 异动后.
  case after
  /// 异动时间.
  case date
  /// 异动类型.
  case kind
  /// 审核状态.
  case review

  package static var table: TableKind { .change }

  package var definition: FieldDefinition {
    switch self {
    case .school: FieldDefinition("school", "学校名称", synonyms: ["学校", "学校全称"])
    case .name:
      FieldDefinition(
        "name",
        "姓名",
        .personName,
        required: true,
        synonyms: [
          "学生姓名",
          "毕业生姓名",
          "名字",
          "XM",
        ]
      )
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
    case .documentType:
      FieldDefinition(
        "documentType",
        "证件类型",
        .choice,
        synonyms: ["身份证件类型"],
        choices: DocumentType.allCases.map(\.title)
      )
    case .sex:
      FieldDefinition(
        "sex",
        "性别",
        .sex,
        required: true,
        synonyms: ["XB", "学生性别"],
        choices: Sex.allCases.map(\.title)
      )
    case .major:
      FieldDefinition(
        "major",
        "专业名称",
        required: true,
        synonyms: [
          "专业",
          "修读专业",
          "所学专业",
          "就读专业",
          "录取专业",
        ]
      )
    case .grade:
      FieldDefinition(
        "grade",
        "年级",
        .grade,
        required: true,
        synonyms: [
          "所在年级",
          "入学年级",
          "级",
        ]
      )
    case .years:
      FieldDefinition(
        "years",
        "学制",
        .years,
        required: true,
        synonyms: [
          "修业年限",
          "学习年限",
          "XZ",
        ]
      )
    case .before: FieldDefinition("before", "异动前", synonyms: ["变更前", "变动前", "异动前信息", "原值"])
    case .after:
      FieldDefinition(
        "after",
        "异动后",
        required: true,
        synonyms: [
          "变更后",
          "变动后",
          "异动后信息",
          "新值",
        ]
      )
    case .date:
      FieldDefinition(
        "date",
        "异动时间",
        .date,
        required: true,
        synonyms: [
          "异动日期",
          "变更时间",
          "变动日期",
          "申请时间",
        ]
      )
    case .kind:
      FieldDefinition(
        "kind",
        "异动类型",
        .choice,
        required: true,
        synonyms: [
          "异动类别",
          "变动类型",
          "变更类型",
        ],
        choices: StatusChangeKind.allCases.map(\.title)
      )
    case .review:
      FieldDefinition(
        "review",
        "审核状态",
        required: true,
        synonyms: [
          "审核结果",
          "状态",
          "审批状态",
        ],
        choices: ["审核通过", "待审核", "审核不通过"]
      )
    }
  }
}
