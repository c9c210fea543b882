package import Records

/// The made-up season that `yanyin template preview` fills templates with.
package enum SampleSeason {
  private static let courses = [
    "语文", "数学", "英语", "思想政治", "历史", "信息技术", "体育与健康", "公共艺术", "电子商务基础", "网络营销",
    "网店运营与推广实务", "商品拍摄", "Photoshop图像处理", "客户服务",
  ]

  /// One bureau and one school with a 册 of 31 students, changes and an intake.
  package static func make(schema: RecordSchema) -> Season {
    var season = Season(schema: schema)
    season.bureaus = [
      record(.bureau, schema) { values in
        values[BureauField.name] = "南宁市教育局"
        values[BureauField.city] = "南宁市"
        values[BureauField.contact] = "韦文书"
        values[BureauField.phone] = "0771-0000001"
        values[BureauField.address] = "南宁市示例路 1 号"
      }
    ]
    season.schools = [school(schema)]
    return season
  }

  private static func record(
    _ table: TableKind,
    _ schema: RecordSchema,
    fill: (inout Record) -> Void
  ) -> Record {
    let known = RecordSchema.builtIn[table].count
    let values = schema[table].enumerated().map { slot, field in
      // Columns that `packet.xml` adds are filled, so that a preview shows where they stand.
      slot >= known ? sample(of: field) : field.isRequired ? "示例" : ""
    }
    var record = Record(values: ContiguousArray(values), origin: .none)
    fill(&record)
    return record
  }

  private static func sample(of field: FieldDefinition) -> String {
    switch field.kind {
    case .text, .choice: field.heading.utf8.elementsEqual("民族".utf8) ? "壮族" : "示例"
    case .personName: "韦春燕"
    case .identity: SamplePeople.all[0].idNumber
    case .sex: "女"
    case .date: "2023-06-26"
    case .month: "202306"
    case .count: "3"
    case .phone: "15400000001"
    case .grade: "2020级"
    case .years: "3年"
    }
  }

  private static func school(_ schema: RecordSchema) -> School {
    var school = School(
      record: record(.school, schema) { values in
        values[SchoolField.name] = "南宁市示例职业技术学校"
        values[SchoolField.type] = "市县学校"
        values[SchoolField.city] = "南宁市"
        values[SchoolField.affiliation] = "市属"
        values[SchoolField.contact] = "韦春燕"
        values[SchoolField.phone] = "15400000001"
        values[SchoolField.address] = "南宁市示例路 18 号"
        values[SchoolField.code] = "4500009901"
      }
    )
    school.majors = [
      record(.major, schema) { values in
        values[MajorField.name] = "电子商务"
        values[MajorField.code] = "121100"
        values[MajorField.years] = "3年"
        values[MajorField.entryMonth] = "202009"
        values[MajorField.classCount] = "1"
        values[MajorField.admitted] = "34"
      }
    ]
    for course in courses {
      school.courses.append(
        record(.course, schema) { values in
          values[CourseField.major] = "电子商务"
          values[CourseField.name] = course
        }
      )
    }
    for (index, person) in SamplePeople.all.enumerated() {
      school.graduates.append(graduate(person, index: index, schema))
      for (column, course) in courses.enumerated() {
        let number = school.scores.course(course)
        school.scores.add(
          ScoreBook.Entry(course: number, score: String(64 + (index * 7 + column * 11) % 33)),
          idNumber: person.idNumber,
          name: person.name
        )
      }
    }
    school.changes = SamplePeople.all.prefix(3).map { change($0, schema) }
    school.enrolments = SamplePeople.all.suffix(4).map { enrolment($0, schema) }
    return school
  }

  private typealias Person = (name: String, sex: String, idNumber: String)

  private static func graduate(_ person: Person, index: Int, _ schema: RecordSchema) -> Record {
    record(.graduate, schema) { values in
      values[GraduateField.name] = person.name
      values[GraduateField.sex] = person.sex
      values[GraduateField.idNumber] = person.idNumber
      values[GraduateField.major] = "电子商务"
      values[GraduateField.grade] = "2020级"
      values[GraduateField.years] = "3年"
      values[GraduateField.className] = "2020级电商1班"
      values[GraduateField.studentNumber] = String(2_020_001 + index)
      values[GraduateField.entryMonth] = "202009"
      values[GraduateField.graduationMonth] = "202306"
      values[GraduateField.practice] = "合格"
      values[GraduateField.conduct] = index % 4 == 0 ? "优秀" : "良好"
      values[GraduateField.conclusion] = "毕业"
      values[GraduateField.certificate] = String(20_230_100_131 + index)
      values[GraduateField.systemState] = "已毕业处理"
    }
  }

  private static func change(_ person: Person, _ schema: RecordSchema) -> Record {
    record(.change, schema) { values in
      values[ChangeField.name] = person.name
      values[ChangeField.idNumber] = person.idNumber
      values[ChangeField.sex] = person.sex
      values[ChangeField.major] = "电子商务"
      values[ChangeField.grade] = "2020级"
      values[ChangeField.years] = "3年"
      values[ChangeField.before] = "会计"
      values[ChangeField.after] = "电子商务"
      values[ChangeField.date] = "2021-03-01"
      values[ChangeField.kind] = "调专业"
      values[ChangeField.review] = "审核通过"
    }
  }

  private static func enrolment(_ person: Person, _ schema: RecordSchema) -> Record {
    record(.enrolment, schema) { values in
      values[EnrolmentField.college] = "广西示例职业技术学院"
      values[EnrolmentField.fillDate] = "2023-06-26"
      values[EnrolmentField.name] = person.name
      values[EnrolmentField.sex] = person.sex
      values[EnrolmentField.idNumber] = person.idNumber
      values[EnrolmentField.program] = "2022级电子商务"
      values[EnrolmentField.school] = "南宁市示例职业技术学校"
      values[EnrolmentField.phone] = "15400000021"
    }
  }
}
