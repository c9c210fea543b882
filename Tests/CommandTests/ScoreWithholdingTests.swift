import Foundation
import Testing

@Suite("Faulty scores")
struct ScoreWithholdingTests {
  /// Two majors of one student; the scores as they are given.
  private func packet(_ scores: String, courses: String = "") throws -> (Program.Outcome, [String])
  {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(
      atPath: "\(folder)/in",
      withIntermediateDirectories: true
    )
    var files = [
      "学校.csv": """
      学校名称,学校类型,所属市,联系人,手机号码,学校地址
      甲校,市县学校,南宁市,韦春燕,15400000001,南宁市示例路1号
      """,
      "毕业生.csv": """
      姓名,性别,身份证号码,专业名称,年级,学制,操行,毕(结)业
      韦秀芳,女,450000200503150028,护理,2020级,3年,良好,毕业
      陆浩然,男,45000020040229003X,会计,2020级,3年,良好,毕业
      """,
      "成绩.csv": scores,
    ]
    if !courses.isEmpty { files["课程.csv"] = courses }
    for (name, text) in files {
      try text.write(toFile: "\(folder)/in/\(name)", atomically: true, encoding: .utf8)
    }
    let outcome = try Program.run([
      "packet", "\(folder)/in", "--out", "\(folder)/out", "--today", "2023-07-01", "--no-progress",
    ])
    return (outcome, try Program.files(in: "\(folder)/out").keys.sorted())
  }

  @Test("a score above the full mark withholds the 册 of its student alone")
  func range() throws {
    let (outcome, files) = try packet(
      "身份证号码,语文\n450000200503150028,105\n45000020040229003X,80\n"
    )
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("[R192]"))
    #expect(!files.contains { $0.hasSuffix("2-登记表-护理.pdf") })
    #expect(files.contains { $0.hasSuffix("2-登记表-会计.pdf") })
    #expect(files.contains { $0.hasSuffix("3-审核表.pdf") })
  }

  @Test("a score whose number cannot be read withholds the 册 of the graduate whose name it has")
  func number() throws {
    let (outcome, files) = try packet("身份证号码,姓名,语文\n4.50E+17,韦秀芳,80\n")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("[I043]"))
    #expect(!files.contains { $0.hasSuffix("2-登记表-护理.pdf") })
    #expect(files.contains { $0.hasSuffix("2-登记表-会计.pdf") })
  }

  @Test("a score whose number cannot be read and whose name nobody has withholds every 册")
  func nobody() throws {
    let (_, files) = try packet("身份证号码,姓名,语文\n4.50E+17,韦秀方,80\n")
    #expect(!files.contains { $0.contains("2-登记表-") })
    #expect(files.contains { $0.hasSuffix("3-审核表.pdf") })
  }

  @Test("a score without a number withholds as one whose number cannot be read does")
  func noNumber() throws {
    let (outcome, files) = try packet(
      "身份证号码,姓名,语文\n,韦秀芳,80\n45000020040229003X,陆浩然,80\n,,\n"
    )
    #expect(outcome.status == 1)
    #expect(outcome.errors.components(separatedBy: "[R120]").count == 2)
    #expect(outcome.errors.contains("成绩.csv:2:1（身份证号码）: 错误: “身份证号码”不能为空。"))
    #expect(!files.contains { $0.hasSuffix("2-登记表-护理.pdf") })
    #expect(files.contains { $0.hasSuffix("2-登记表-会计.pdf") })
    let (_, none) = try packet("身份证号码,姓名,语文\n,,80\n45000020040229003X,陆浩然,80\n")
    #expect(!none.contains { $0.contains("2-登记表-") })
    #expect(none.contains { $0.hasSuffix("3-审核表.pdf") })
  }

  @Test("a course outside the list of a major withholds the 册 of the major alone")
  func outside() throws {
    let (outcome, files) = try packet(
      "身份证号码,语文,电工基楚\n450000200503150028,80,\n45000020040229003X,80,75\n",
      courses: "专业名称,课程名称\n会计,语文\n会计,电工基础\n"
    )
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("[R190]"))
    #expect(files.contains { $0.hasSuffix("2-登记表-护理.pdf") })
    #expect(!files.contains { $0.hasSuffix("2-登记表-会计.pdf") })
  }
}
