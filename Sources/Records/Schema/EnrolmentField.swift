/// The fields of 对口招收 (附件4 of the notice).
package enum EnrolmentField: Int, RecordField {
  /// 高职院校名称.
  case college
  /// 填写日期.
  case fillDate
  /// 姓名.
  case name
  /// 性别.
  case sex
  /// 身份证号码.
  case idNumber
  /// 证件类型.
  case documentType
  /// 高职就读年级专业.
  case program
  /// 来源中职学校名称.
  case school
  /// 联系方式.
  case phone
  /// 备注.
  case remark
  /// 盖章原件已收.
  case originalReceived

  package static var table: TableKind { .enrolment }

  package var definition: FieldDefinition {
    switch self {
    case .college:
      FieldDefinition(
        "college",
        "高职院校名称",
        required: true,
        synonyms: [
          "高职院校",
          "高等职业院校",
        ]
      )
    case .fillDate: FieldDefinition("fillDate", "填写日期", .date)
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
    case .program: FieldDefinition("program", "高职就读年级专业", required: true)
    case .school:
      FieldDefinition(
        "school",
        "来源中职学校名称",
        required: true,
        synonyms: [
          "来源学校",
          "毕业学校",
          "中职学校名称",
          "原学校",
        ]
      )
    case .phone:
      FieldDefinition(
        "phone",
        "联系方式",
        .phone,
        required: true,
        synonyms: [
          "手机号码",
          "联系电话",
          "电话",
          "学生本人联系电话",
        ]
      )
    case .remark: FieldDefinition("remark", "备注")
    case .originalReceived:
      FieldDefinition("originalReceived", "盖章原件已收", .choice, choices: ["是", "否"])
    }
  }
}
