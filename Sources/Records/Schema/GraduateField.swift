/// The fields of 毕业生.
package enum GraduateField: Int, RecordField {
  /// 学校名称.
  case school
  /// 姓名.
  case name
  /// 性别.
  case sex
  /// 身份证号码.
  case idNumber
  /// 证件类型.
  case documentType
  /// 出生日期.
  case birthDate
  /// 专业名称.
  case major
  /// 年级.
  case grade
  /// 学制.
  case years
  /// 专业代码.
  case majorCode
  /// 班级.
  case className
  /// 学号.
  case studentNumber
  /// 学籍号.
  case registration
  /// 入学年月.
  case entryMonth
  /// 毕业年月.
  case graduationMonth
  /// 实习.
  case practice
  /// 操行.
  case conduct
  /// 毕(结)业.
  case conclusion
  /// 毕业证书编号.
  case certificate
  /// 系统处理状态.
  case systemState
  /// 备注.
  case remark

  package static var table: TableKind { .graduate }

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
    case .sex:
      FieldDefinition(
        "sex",
        "性别",
        .sex,
        required: true,
        synonyms: ["XB", "学生性别"],
        choices: Sex.allCases.map(\.title)
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
    case .birthDate: FieldDefinition("birthDate", "出生日期", .date)
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
    case .majorCode: FieldDefinition("majorCode", "专业代码")
    case .className: FieldDefinition("className", "班级", synonyms: ["班级名称"])
    case .studentNumber: FieldDefinition("studentNumber", "学号", synonyms: ["校内学号"])
    case .registration:
      FieldDefinition(
        "registration",
        "学籍号",
        synonyms: [
          "全国学籍号",
          "国家学籍号",
          "省级电子注册学籍号",
        ]
      )
    case .entryMonth: FieldDefinition("entryMonth", "入学年月", .month)
    case .graduationMonth: FieldDefinition("graduationMonth", "毕业年月", .month)
    case .practice: FieldDefinition("practice", "实习", synonyms: ["实习情况", "顶岗实习"])
    case .conduct:
      FieldDefinition(
        "conduct",
        "操行",
        required: true,
        synonyms: [
          "操行等级",
          "操行评定",
          "操行成绩",
        ]
      )
    case .conclusion:
      FieldDefinition(
        "conclusion",
        "毕(结)业",
        .choice,
        required: true,
        synonyms: [
          "毕结业",
          "毕业结论",
        ],
        choices: Conclusion.allCases.map(\.title)
      )
    case .certificate:
      FieldDefinition(
        "certificate",
        "毕业证书编号",
        synonyms: [
          "毕业证号",
          "证书编号",
          "证书号",
          "毕业证编号",
        ]
      )
    case .systemState:
      FieldDefinition("systemState", "系统处理状态", .choice, choices: ["已毕业处理", "未处理"])
    case .remark: FieldDefinition("remark", "备注")
    }
  }
}
