/// The fields of 成绩 in its long form; a wide table has one column a course instead.
package enum ScoreField: Int, RecordField {
  /// 学校名称.
  case school
  /// 身份证号码.
  case idNumber
  /// 姓名.
  case name
  /// 课程名称.
  case course
  /// 学年学期.
  case term
  /// 成绩.
  case score
  /// 补考成绩.
  case makeup

  package static var table: TableKind { .score }

  package var definition: FieldDefinition {
    switch self {
    case .school: FieldDefinition("school", "学校名称", synonyms: ["学校", "学校全称"])
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
    case .name: FieldDefinition("name", "姓名", .personName, synonyms: ["学生姓名", "毕业生姓名", "名字", "XM"])
    case .course: FieldDefinition("course", "课程名称", synonyms: ["课程"])
    case .term: FieldDefinition("term", "学年学期", synonyms: ["学期"])
    case .score: FieldDefinition("score", "成绩", synonyms: ["分数"])
    case .makeup: FieldDefinition("makeup", "补考成绩", synonyms: ["补考"])
    }
  }
}
