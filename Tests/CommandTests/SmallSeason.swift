import Foundation

/// A school with two majors of two students and one, and what the program makes of it.
enum SmallSeason {
  /// The school's tables as JSON: its type and name, the first student's number and name, the 专业 of
  /// the first two students, further tables with a comma before them.
  static func json(
    type: String = "市县学校",
    number: String = "450000200503150028",
    name: String = "韦秀芳",
    school: String = "南宁市示例学校",
    major: String = "护理",
    extra: String = ""
  ) -> String {
    func student(_ name: String, _ sex: String, _ number: String, _ major: String) -> String {
      """
      {"姓名":"\(name)","性别":"\(sex)","身份证号码":"\(number)","专业名称":"\(major)","年级":"2020级",\
      "学制":"3年","操行":"良好","毕(结)业":"毕业","入学年月":"202009","毕业年月":"202306"}
      """
    }
    return """
      {"学校":[{"学校名称":"\(school)","学校类型":"\(type)","所属市":"南宁市","联系人":"韦春燕",\
      "手机号码":"15400000001","学校地址":"南宁市示例路1号"}],
      "毕业生":[\(student(name, "女", number, major)),
      \(student("黄子轩", "男", "45000020050315001X", major)),
      \(student("陆浩然", "男", "45000020040229003X", "会计"))]\(extra)}
      """
  }

  /// A run of `yanyin packet`: what it printed, the files it left, and the folder that holds
  /// `数据.json` and `out` and is the caller's to remove.
  struct Run {
    var folder: String
    var outcome: Program.Outcome
    var files: [String]

    /// Runs the program in the same folder again, on other data where some are given.
    mutating func again(_ json: String? = nil, _ options: [String] = []) throws {
      if let json {
        try json.write(toFile: "\(folder)/数据.json", atomically: true, encoding: .utf8)
      }
      outcome = try Program.run(
        [
          "packet", "\(folder)/数据.json", "--out", "\(folder)/out", "--today", "2023-07-01",
          "--no-progress",
        ] + options
      )
      files = (try? Program.files(in: "\(folder)/out").keys.sorted()) ?? []
    }

    /// Removes the folder.
    func remove() {
      try? FileManager.default.removeItem(atPath: folder)
    }
  }

  /// Makes the packet of some data.
  static func packet(_ json: String, _ options: [String] = []) throws -> Run {
    var run = Run(
      folder: try Program.temporaryFolder(),
      outcome: Program.Outcome(status: -1, output: "", errors: ""),
      files: []
    )
    try run.again(json, options)
    return run
  }
}
