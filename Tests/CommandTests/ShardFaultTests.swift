import Foundation
import Testing

@Suite("Slices that do not make up a run")
struct ShardFaultTests {
  /// What is done to the folders `part1`, `part2` of two slices, and the words of the refusal.
  enum Fault: String, CaseIterable {
    case missing = "缺少第 2/2 片"
    case twice = "第 1/2 片有两份"
    case repeated = "写了两次"
    case otherCount = "总片数不同"
    case otherData = "数据不同"
    case otherDay = "日期不同"
    case otherOptions = "选项、模板、字体或程序库不同"
    case noManifest = "manifest.json 不存在"
    case damagedManifest = "不是本程序的清单"
    case damagedRecord = "已损坏"
    case laterRun = "记录不一致"
    case way = "不可用的路径"
    case hidden = "的清单里有不可用的路径"
    case clash = "同一处"
    case changed = "缺少或已改动"
    case noShard = "没有分片"
  }

  /// Changes the manifest of a part and the record of its shard alike.
  private static func edit(_ part: String, slice: Int, _ change: (String) -> String) throws {
    for name in ["manifest.json", ".yanyin/shards/\(slice)-of-2.json"] {
      let path = "\(part)/\(name)"
      let text = try String(contentsOfFile: path, encoding: .utf8)
      try change(text).write(toFile: path, atomically: true, encoding: .utf8)
    }
  }

  private static func spoil(_ folder: inout ShardFolder, _ parts: [String], _ fault: Fault) throws {
    let input = "\(folder.root)/数据.json"
    func again(_ part: Int, _ shard: String, _ options: [String] = []) throws {
      let status = try Program.packet([input], to: parts[part], ["--shard", shard] + options).status
      #expect(status == 0)
    }
    func write(_ text: String, _ path: String) throws {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
    switch fault {
    case .missing, .repeated: break
    case .twice: try again(1, "1/2")
    case .otherCount: try again(1, "2/3")
    case .otherData:
      folder.season["毕业生"][0]["姓名"] = "韦新名"
      _ = try folder.input(ledger: false)
      try again(1, "2/2")
    case .otherDay: try again(1, "2/2", ["--today", "2023-07-02"])
    case .otherOptions: try again(1, "2/2", ["--duplex"])
    case .noManifest: try FileManager.default.removeItem(atPath: "\(parts[1])/manifest.json")
    case .damagedManifest: try write("{\"format\": 1", "\(parts[1])/manifest.json")
    case .damagedRecord: try write("{", "\(parts[1])/.yanyin/shards/2-of-2.json")
    case .laterRun:
      #expect(try Program.packet([input], to: parts[1], ["--city", "柳州市", "--duplex"]).status == 0)
    case .way:
      try edit(parts[1], slice: 2) { $0.replacing("柳州市/戊校/3", with: "柳州市/../3") }
    case .hidden:
      try edit(parts[1], slice: 2) { $0.replacing("柳州市/戊校/3", with: ".yanyin/3") }
    case .clash:
      try edit(parts[1], slice: 2) { $0.replacing("柳州市/戊校/3", with: "南宁市/甲校/3") }
    case .changed: try write("x", "\(parts[0])/南宁市/甲校/3-审核表.pdf")
    case .noShard: #expect(try Program.packet([input], to: parts[1]).status == 0)
    }
  }

  @Test("each fault is told and nothing is made", arguments: Fault.allCases)
  func refused(fault: Fault) throws {
    var folder = try ShardFolder()
    defer { folder.remove() }
    let input = try folder.input(ledger: false)
    let parts = try folder.shards(input, of: 2) { "part\($0)" }
    try Self.spoil(&folder, parts, fault)
    var named = parts
    if fault == .missing { named = [parts[0]] }
    if fault == .repeated { named = [parts[0], parts[0] + "/"] }
    let outcome = try folder.merge(named, to: "joined")
    #expect(outcome.status == 66)
    #expect(outcome.errors.contains(fault.rawValue), "\(outcome.errors)")
    #expect(!FileManager.default.fileExists(atPath: "\(folder.root)/joined"))
  }

  @Test("a school on paper that the data no longer has is for a whole run to tell")
  func gone() throws {
    var folder = try ShardFolder()
    defer { folder.remove() }
    let out = "\(folder.root)/out"
    #expect(try Program.packet([folder.input(ledger: false)], to: out).status == 0)
    folder.season["学校"][5]["学校名称"] = "新校"
    for table in ["毕业生", "课程", "成绩"] {
      for row in folder.season[table].indices
      where folder.season[table][row]["学校名称"] == "己校" {
        folder.season[table][row]["学校名称"] = "新校"
      }
    }
    try folder.shards(folder.input(ledger: false), of: 2) { _ in "out" }
    let files = try folder.files("out")
    let outcome = try folder.merge([out], to: "out")
    #expect(outcome.status == 66)
    #expect(outcome.errors.contains("己校 已打印，数据里却没有了"))
    #expect(try folder.files("out") == files)
  }

  @Test("usage and outputs have their own statuses")
  func statuses() throws {
    let folder = try ShardFolder()
    defer { folder.remove() }
    let parts = try folder.shards(folder.input(ledger: false), of: 1) { "part\($0)" }
    #expect(try Program.run(["merge-manifest"] + parts).status == 64)
    #expect(try Program.run(["merge-manifest", "--out", "\(folder.root)/x"]).status == 64)
    #expect(try Program.run(["merge-manifest"] + parts + ["--out", "/proc/x"]).status == 73)
  }
}
