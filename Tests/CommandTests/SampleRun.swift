import Foundation
import Packets
import TestTools

/// A run on a made-up season.
struct SampleRun {
  var outcome: Program.Outcome
  var output: OutputFolder
  /// The input's path.
  var input: String

  /// What the manifest lists as withheld: `registration 护理`, `* 学校` for a whole school.
  func withheld() throws -> [String] {
    guard try output.names().contains("manifest.json") else { return ["no manifest"] }
    return try output.manifest().withheld.map { entry in
      [entry.form ?? "school", entry.volume].compactMap(\.self).joined(separator: " ")
    }
  }
}

extension SeasonFile {
  /// A 市县 school with two majors, changes and two colleges, and its bureau; without a finding but
  /// notes.
  static let sample: SeasonFile = {
    var season = SeasonFile()
    let school = "南宁市示例学校"
    season.addSchool(school)
    season["主管单位"] = [
      [
        "单位名称": "南宁市教育局", "所属市": "南宁市", "联系人": "农秋兰", "联系电话": "0771—0000001",
        "联系地址": "南宁市教育路0号",
      ]
    ]
    season.addMajor("护理", of: school, students: 4)
    season.addMajor("会计", of: school, students: 3)
    for index in [1, 5] {
      let student = season["毕业生"][index]
      season["异动"].append([
        "学校名称": school, "姓名": student["姓名"] ?? "", "身份证号码": student["身份证号码"] ?? "",
        "性别": student["性别"] ?? "", "专业名称": student["专业名称"] ?? "", "年级": "2020级", "学制": "3年",
        "异动前": "2年", "异动后": "3年", "异动时间": "2021-09-01", "异动类型": "学制变更", "审核状态": "审核通过",
      ])
    }
    for (index, college) in [(2, "凤凰木学院"), (6, "红豆学院")] {
      let student = season["毕业生"][index]
      season["对口招收"].append([
        "高职院校名称": college, "填写日期": "2023-06-12", "姓名": student["姓名"] ?? "",
        "性别": student["性别"] ?? "", "身份证号码": student["身份证号码"] ?? "",
        "高职就读年级专业": "2022级护理", "来源中职学校名称": school, "联系方式": "15400000002",
        "盖章原件已收": "否",
      ])
    }
    return season
  }()

  /// Changes a value of a student, everywhere but in the other tables' own columns.
  mutating func set(_ heading: String, of student: Int, to value: String) {
    let number = self["毕业生"][student]["身份证号码"]
    self["毕业生"][student][heading] = value
    guard heading == "身份证号码" else { return }
    for index in self["成绩"].indices where self["成绩"][index]["身份证号码"] == number {
      self["成绩"][index]["身份证号码"] = value
    }
  }

  /// Runs `yanyin packet` on the season and looks at what it made.
  func packet(_ options: [String] = [], _ body: (SampleRun) throws -> Void) throws {
    try Tool.withTemporaryFolder { (folder) throws in
      let input = "\(folder)/数据.json"
      try write(to: input)
      let outcome = try Program.packet([input], to: "\(folder)/out", options)
      try body(
        SampleRun(outcome: outcome, output: OutputFolder(path: "\(folder)/out"), input: input)
      )
    }
  }
}
