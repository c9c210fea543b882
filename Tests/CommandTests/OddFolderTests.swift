import Foundation
import Testing

@Suite("Odd folders of outputs")
struct OddFolderTests {
  private func twoSchools(_ first: String, _ second: String) -> String {
    func school(_ name: String) -> String {
      """
      {"学校名称":"\(name)","学校类型":"市县学校","所属市":"南宁市","联系人":"韦春燕",\
      "手机号码":"15400000001","学校地址":"示例路1号"}
      """
    }
    func student(_ school: String, _ number: String) -> String {
      """
      {"学校名称":"\(school)","姓名":"韦春兰","性别":"女","身份证号码":"\(number)","专业名称":"护理",\
      "年级":"2020级","学制":"3年","操行":"良好","毕(结)业":"毕业"}
      """
    }
    return """
      {"学校":[\(school(first)),\(school(second)),\(school("丙校"))],
      "毕业生":[\(student(first, "450000200503150028")),\(student(second, "450000200503150044")),
      \(student("丙校", "450000200503150109"))],
      "特例":[{"身份证号码":"450000200503150044","代码":"R103","说明":"实情","依据":"复印件","批准人":"覃志明"},
      {"身份证号码":"450000200503150109","代码":"R103","说明":"实情","依据":"复印件","批准人":"覃志明"}]}
      """
  }

  @Test(
    "two schools whose folders would be one are both withheld, whichever is asked for",
    arguments: [[], ["--school", "甲/校", "--school", "丙校"], ["--draft"]]
  )
  func clash(options: [String]) throws {
    let run = try SmallSeason.packet(twoSchools("甲/校", "甲:校"), options)
    defer { run.remove() }
    #expect(run.outcome.status == 1)
    #expect(run.outcome.errors.contains("P101"))
    #expect(run.outcome.errors.contains("“甲/校”、“甲:校”"))
    #expect(!run.files.contains { $0.hasPrefix("南宁市/甲_校/") })
    #expect(run.files.contains { $0.hasPrefix("南宁市/丙校/") })
  }

  @Test("names that differ by the case of letters alone are one on the disks of offices")
  func letterCase() throws {
    let run = try SmallSeason.packet(twoSchools("ABC校", "abc校"))
    defer { run.remove() }
    #expect(run.outcome.errors.contains("P101"))
  }

  @Test(
    "volumes of one file name are withheld, each at the cell of its name, and nothing else is",
    arguments: [("护/理", "护:理"), ("护理A", "护理a")]
  )
  func volumes(one: String, other: String) throws {
    let json = SmallSeason.json(major: one).replacing("\"会计\"", with: "\"\(other)\"")
    let run = try SmallSeason.packet(json)
    defer { run.remove() }
    #expect(run.outcome.status == 1)
    let findings = run.outcome.errors.split(separator: "\n").filter { $0.contains("P102") }
    #expect(findings.count == 2)
    #expect(findings.allSatisfy { $0.contains("毕业生!") && $0.contains("（专业名称）") }, "\(findings)")
    #expect(!run.files.contains { $0.contains("2-登记表") })
    #expect(run.files.contains { $0.hasSuffix("3-审核表.pdf") })
  }

  @Test("two bureaus of one city do not overwrite each other's receipt")
  func bureaus() throws {
    let bureau =
      "{\"单位名称\":\"南宁市教育局\",\"所属市\":\"南宁市\",\"联系人\":\"覃志明\",\"联系电话\":\"0771-0000001\","
      + "\"联系地址\":\"示例路2号\"}"
    let other = bureau.replacing("示例路2号", with: "示例路3号")
    let run = try SmallSeason.packet(
      SmallSeason.json(extra: ",\"主管单位\":[\(bureau),\(other)]")
    )
    defer { run.remove() }
    #expect(run.outcome.status == 1)
    #expect(run.outcome.errors.contains("P101"))
    #expect(!run.files.contains("南宁市/回执.pdf"))
  }

  @Test("XML of an earlier run below the folder of inputs is left out, also once the data changed")
  func insideInputs() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try SmallSeason.json(extra: ",\"成绩\":[{\"身份证号码\":\"450000200503150028\",\"语文\":\"80\"}]")
      .write(toFile: "\(folder)/数据.json", atomically: true, encoding: .utf8)
    let arguments = [
      "packet", folder, "--out", "\(folder)/out", "--today", "2023-07-01", "--no-progress",
      "--formats", "pdf,html,xml,xlsx",
    ]
    #expect(try Program.run(arguments).status == 0)
    let first = try Program.files(in: "\(folder)/out")
    let again = try Program.run(arguments)
    #expect(again.status == 0, "\(again.errors)")
    #expect(try Program.files(in: "\(folder)/out") == first)
    try SmallSeason.json(number: "450000200503150044", name: "韦秀英")
      .write(toFile: "\(folder)/数据.json", atomically: true, encoding: .utf8)
    let corrected = try Program.run(["check", folder, "--today", "2023-07-01"])
    #expect(corrected.output.contains("\(folder)/out: 提示: 是本程序的输出文件夹"))
    #expect(!corrected.output.contains("[R130]") && !corrected.output.contains("[I064]"))
    #expect(corrected.output.contains("共读入 4 行"), "\(corrected.output)")
    // Named, it is an input.
    let named = try Program.run(["check", "\(folder)/out", "--today", "2023-07-01"])
    #expect(named.status == 0, "\(named.output)")
  }

  @Test("a pipe is no input, and nobody waits for its writer", .timeLimit(.minutes(1)))
  func pipe() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try #require(unsafe mkfifo("\(folder)/名册.csv", 0o600) == 0)
    for path in [folder, "\(folder)/名册.csv"] {
      let outcome = try Program.run(["check", path, "--today", "2023-07-01"])
      #expect(outcome.status == 66)
      #expect(outcome.errors.contains("\(folder)/名册.csv: 是管道"), "\(outcome.errors)")
    }
  }

  @Test("a full standard output ends with 74, a closed one stops nothing")
  func standardOutput() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let command = "\(Program.path) packet Examples --today 2023-07-01 --out \(folder)"
    let full = try Program.tool("bash", ["-c", "\(command)/a >/dev/full; echo $?"])
    #expect(full.output == "74\n")
    let closed = try Program.tool(
      "bash",
      ["-c", "set -o pipefail; \(command)/b 2>&1 | head -c 1 >/dev/null; echo $?"]
    )
    #expect(closed.output == "0\n")
    #expect(try Program.run(["verify", "\(folder)/b"]).status == 0)
  }

  @Test("what is no folder cannot be one")
  func noFolder() throws {
    let run = try SmallSeason.packet(SmallSeason.json())
    defer { run.remove() }
    let outcome = try Program.run(["packet", "Examples", "--out", "\(run.folder)/数据.json"])
    #expect(outcome.status == 73)
    #expect(outcome.errors.contains("是文件，不是文件夹"))
    #expect(try Program.run(["packet", "Examples", "--out", ""]).status == 64)
  }
}
