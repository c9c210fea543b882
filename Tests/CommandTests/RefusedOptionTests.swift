import Foundation
import Testing

@Suite("Options of the command line")
struct RefusedOptionTests {
  @Test(
    "what cannot be meant is refused before anything is read or made",
    arguments: [
      ["--report", "报告.pdf"], ["--report", "报告"], ["--report", "a.b/.json"],
      ["--jobs", "0"], ["--jobs", "-2"], ["--volumes", "school"],
      ["--copies", "市县学校=5"], ["--copies", "小学=5"], ["--copies", "高校中职部=0"],
      ["--form", "slip"], ["--form", "无"], ["--variant", "registration=无"],
      ["--shard", "0/2"], ["--shard", "3/2"], ["--shard", "2"], ["--shard", "+1/2"],
      ["--formats", "doc"], ["--today", "2023-02-30"], ["--year", "1999"],
    ]
  )
  func usage(options: [String]) throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let outcome = try Program.run(
      ["packet", "没有这个文件", "--out", "\(folder)/out"] + options
    )
    #expect(outcome.status == 64, "\(outcome.errors)")
    #expect(try Program.files(in: folder).isEmpty)
  }

  @Test(
    "schools and cities that the inputs do not have are refused",
    arguments: [["--school", "南宁市示范学校"], ["--city", "南宁"]]
  )
  func unknownNames(options: [String]) throws {
    let run = try SmallSeason.packet(SmallSeason.json(), options)
    defer { run.remove() }
    #expect(run.outcome.status == 64)
    #expect(run.files.isEmpty)
  }

  @Test("a report takes no input's place and lies in no folder of outputs")
  func reportPlaces() throws {
    var run = try SmallSeason.packet(SmallSeason.json())
    defer { run.remove() }
    let input = try String(contentsOfFile: "\(run.folder)/数据.json", encoding: .utf8)
    for path in ["数据.json", "out/报告.txt", "out/manifest.json"] {
      try run.again(nil, ["--report", "\(run.folder)/\(path)"])
      #expect(run.outcome.status == 64, "\(path)")
    }
    #expect(try String(contentsOfFile: "\(run.folder)/数据.json", encoding: .utf8) == input)
    #expect(try Program.run(["verify", "\(run.folder)/out"]).status == 0)
    let check = try Program.run(["check", run.folder, "--report", "\(run.folder)/新报告.txt"])
    #expect(check.status == 64)
  }

  @Test(
    "filters that fit nothing together are refused",
    arguments: [["--proof", "--form", "review"], ["--city", "区直", "--form", "intake", "--proof"]]
  )
  func nothing(options: [String]) throws {
    let run = try SmallSeason.packet(SmallSeason.json(type: "区直中职学校"), options)
    defer { run.remove() }
    #expect(run.outcome.status == 64, "\(run.outcome.errors)")
    #expect(run.files.isEmpty)
  }

  @Test("reports in three formats", arguments: ["txt", "json", "html", "HTML"])
  func report(ending: String) throws {
    var run = try SmallSeason.packet(SmallSeason.json())
    defer { run.remove() }
    let path = "\(run.folder)/报告.\(ending)"
    try run.again(nil, ["--report", path])
    #expect(run.outcome.status == 0)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("R162"))
    switch ending {
    case "txt": #expect(text.contains("共读入"))
    case "json": #expect(try JSONSerialization.jsonObject(with: Data(text.utf8)) is [String: Any])
    default: #expect(text.hasPrefix("<!DOCTYPE html>"))
    }
  }

  private func objects(_ text: String) throws -> [[String: Any]] {
    try text.split(separator: "\n").map { line in
      try #require(
        JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
        "\(line)"
      )
    }
  }

  @Test("as JSON, progress, findings and failures are an object a line")
  func jsonLog() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let arguments = ["packet", "Examples", "--today", "2023-07-01", "--log-format", "json"]
    let outcome = try Program.run(arguments + ["--out", "\(folder)/out"])
    #expect(outcome.status == 0)
    let lines = try objects(outcome.errors)
    let progress = lines.filter { $0["event"] as? String == "progress" }
    #expect(progress.count == 5)
    #expect(progress.compactMap { $0["done"] as? Int } == [1, 2, 3, 4, 5])
    #expect(progress.allSatisfy { $0["total"] as? Int == 5 && $0["withheld"] as? Int == 0 })
    #expect(lines.contains { $0["code"] != nil && $0["severity"] != nil })
    let quiet = try Program.run(arguments + ["--out", "\(folder)/out", "--no-progress"])
    #expect(try objects(quiet.errors).allSatisfy { $0["event"] == nil })
    let failed = try Program.run(arguments + ["--out", "/proc/yanyin"])
    #expect(failed.status == 73)
    #expect(try objects(failed.errors).contains { $0["status"] as? Int == 73 })
    let unread = try Program.run([
      "packet", "没有", "--out", "\(folder)/x", "--log-format", "json",
    ])
    #expect(try objects(unread.errors).contains { $0["status"] as? Int == 66 })
  }
}
