import Foundation
import Testing

/// What cannot be set is named by form, school or person and field, at its cell, with a remedy.
@Suite("What does not fit")
struct LayoutFindingTests {
  private func errors(_ json: String) throws -> String {
    let run = try SmallSeason.packet(json)
    defer { run.remove() }
    #expect([1, 65].contains(run.outcome.status))
    return run.outcome.errors
  }

  @Test("a head line with a major that is too long names the major and its cell")
  func computedValue() throws {
    let long = String(repeating: "护理", count: 70)
    let errors = try errors(SmallSeason.json(major: long))
    let line = try #require(errors.split(separator: "\n").first { $0.contains("L102") })
    #expect(line.contains("数据.json:毕业生!"))
    #expect(line.contains("（专业名称）"))
    #expect(line.contains("南宁市示例学校"))
    #expect(line.contains("登记表"))
    #expect(line.contains("“专业名称”"))
    #expect(line.contains("请缩短"))
  }

  @Test("a school's name that is too long for its line is named at its cell")
  func storedValue() throws {
    let errors = try errors(SmallSeason.json(school: String(repeating: "长", count: 150)))
    let line = try #require(errors.split(separator: "\n").first { $0.contains("L102") })
    #expect(line.contains("数据.json:学校!"))
    #expect(line.contains("“学校名称”"))
  }

  @Test("a template that repeats itself beyond 100,000 pages is a fault of the document")
  func tooManyPages() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.copyItem(
      atPath: "\(Program.root)/Templates/2023",
      toPath: "\(folder)/2023"
    )
    // The sample has 31 students: 31 x 31 x 31 x 4 pages.
    var blocks = String(repeating: "<p>x</p><page-break/>", count: 4)
    for item in ["a", "b", "c"] {
      blocks = "<each item=\"\(item)\" in=\"volume.graduates\">\(blocks)</each>"
    }
    let text =
      "<form id=\"registration\" name=\"card\" title=\"x\"><page paper=\"A4\"/>\(blocks)</form>"
    try text.write(
      toFile: "\(folder)/2023/registration-card.xml",
      atomically: true,
      encoding: .utf8
    )
    let outcome = try Program.run(
      ["template", "preview", "registration", "--variant", "card", "--templates", folder]
        + ["--out", "\(folder)/out"]
    )
    #expect(outcome.status == 65)
    #expect(outcome.output.contains("[L106]") || outcome.errors.contains("[L106]"))
  }

  @Test("a name that no face can draw is masked; in full only where that is asked for")
  func masked() throws {
    let json = SmallSeason.json(name: "韦秀\u{31350}")
    for (options, person) in [
      ([], "韦** 450000********0028"), (["--unmasked"], "韦秀\u{31350} 450000200503150028"),
    ] {
      let run = try SmallSeason.packet(json, options)
      defer { run.remove() }
      let lines = run.outcome.errors.split(separator: "\n").filter { $0.contains("[F101]") }
      #expect(!lines.isEmpty)
      #expect(lines.allSatisfy { $0.contains(person) }, "\(lines)")
    }
  }

  @Test("a score that does not fit names the student, masked, and the course at the score's cell")
  func score() throws {
    let extra = """
      ,"成绩":[{"身份证号码":"450000200503150028","语文":"\(String(repeating: "优", count: 400))"}]
      """
    let errors = try errors(SmallSeason.json(extra: extra))
    let line = try #require(errors.split(separator: "\n").first { $0.contains("L101") })
    #expect(line.contains("数据.json:成绩!"))
    #expect(line.contains("韦** 450000********0028"))
    #expect(line.contains("“语文”"))
  }
}
