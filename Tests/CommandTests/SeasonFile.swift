import Foundation

/// A made-up season as a JSON input of the program.
struct SeasonFile {
  /// The rows of each table by heading.
  var tables: [String: [[String: String]]] = [:]
  private var people = 0
  private var certificates = 0

  subscript(table: String) -> [[String: String]] {
    get { tables[table] ?? [] }
    set { tables[table] = newValue }
  }

  /// Two schools of a bureau and one that sends its own receipt.
  static func ofBureau() -> SeasonFile {
    var season = SeasonFile()
    season["主管单位"] = [
      [
        "单位名称": "南宁市教育局", "所属市": "南宁市", "联系人": "覃晓东", "手机号码": "15400000009",
        "联系地址": "南宁市示例路9号",
      ]
    ]
    for (name, type) in [("甲校", "市县学校"), ("乙校", "市县学校"), ("丙校", "区直中职学校")] {
      season.addSchool(name, type: type)
      season.addMajor("护理", of: name, students: 3)
    }
    return season
  }

  /// The input's bytes, rows and keys in a stable order.
  func write(to path: String) throws {
    let data = try JSONSerialization.data(withJSONObject: tables, options: [.sortedKeys])
    try data.write(to: URL(fileURLWithPath: path))
  }

  mutating func addSchool(
    _ name: String,
    type: String = "市县学校",
    city: String = "南宁市",
    affiliation: String = "市属"
  ) {
    self["学校"].append([
      "学校名称": name, "学校类型": type, "所属市": city, "隶属": affiliation,
      "所属县": affiliation == "县属" ? "示例县" : "", "联系人": "韦春燕", "手机号码": "15400000001",
      "学校地址": "\(city)示例路1号",
    ])
  }

  /// Students of a major in one class; men and women in turn, all with certificates, and scores
  /// that tell students and courses apart.
  mutating func addMajor(
    _ major: String,
    of school: String,
    students: Int,
    courses: Int = 3,
    className: String = "2001班"
  ) {
    for number in 0..<courses {
      self["课程"].append([
        "学校名称": school, "专业名称": major, "课程名称": SeasonFile.course(number),
      ])
    }
    for position in 0..<students {
      let person = addPerson()
      certificates += 1
      self["毕业生"].append([
        "学校名称": school, "姓名": person.name, "性别": person.sex, "身份证号码": person.number,
        "专业名称": major, "年级": "2020级", "学制": "3年", "班级": "\(major)\(className)",
        "学号": String(position + 10_000), "入学年月": "202009", "毕业年月": "202306", "实习": "合格",
        "操行": "良好", "毕(结)业": "毕业", "毕业证书编号": String(20_230_100_000 + certificates),
      ])
      for number in 0..<courses {
        self["成绩"].append([
          "学校名称": school, "身份证号码": person.number, "课程名称": SeasonFile.course(number),
          "成绩": SeasonFile.score(student: position, course: number),
        ])
      }
    }
  }

  mutating func addChanges(_ count: Int, to school: String) {
    for index in 0..<count {
      let person = addPerson()
      self["异动"].append([
        "学校名称": school, "姓名": person.name, "身份证号码": person.number, "性别": person.sex,
        "专业名称": "护理", "年级": "2020级", "学制": "3年", "异动前": "2年", "异动后": "3年",
        "异动时间": "2021-09-\(10 + index % 20)", "异动类型": "学制变更", "审核状态": "审核通过",
      ])
    }
  }

  mutating func addEnrolments(_ count: Int, of school: String, at college: String) {
    for _ in 0..<count {
      let person = addPerson()
      self["对口招收"].append([
        "高职院校名称": college, "填写日期": "2023-06-12", "姓名": person.name, "性别": person.sex,
        "身份证号码": person.number, "高职就读年级专业": "2022级护理", "来源中职学校名称": school,
        "联系方式": "15400000002", "备注": "", "盖章原件已收": "否",
      ])
    }
  }

  /// Somebody new: no two have one number or one name.
  private mutating func addPerson() -> (name: String, sex: String, number: String) {
    let index = people
    people += 1
    let given = [index / 1600 % 40, index / 40 % 40, index % 40].map {
      String(SeasonFile.characters[$0])
    }
    return ("韦" + given.joined(), index % 2 == 0 ? "男" : "女", SeasonFile.number(index))
  }

  private static let characters = Array(
    "明秀子浩雨思宇文志家佳欣天若国海启丽秋振安平成光林森松柏春夏冬星辰云山河江湖石玉"
  )

  /// An identity number of the area 450000, which no person has; even ones are men's.
  static func number(_ index: Int) -> String {
    let day = index / 2 % 300
    let serial = index / 600 * 2 + (index % 2 == 0 ? 1 : 0)
    let first = "450000\(200_501 + day / 25 % 12)\(pad(day % 25 + 1, 2))\(pad(serial, 3))"
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(first.utf8, weights).reduce(0) { $0 + Int($1.0 - 48) * $1.1 }
    return first + String(Array("10X98765432")[sum % 11])
  }

  static func course(_ number: Int) -> String {
    number % 7 == 5 ? "Photoshop图像\(number + 1)" : "专业课程\(number + 1)"
  }

  static func score(student: Int, course: Int) -> String {
    String(60 + (student * 7 + course * 3) % 40)
  }

  private static func pad(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }
}
