import Foundation
import Packets
import Testing

@Suite("Slices of a run")
struct ShardTests {
  @Test(
    "joined, slices are the run, byte for byte, with what it knows of paper",
    arguments: [1, 2, 3, 11],
    [false, true]
  )
  func equal(count: Int, ledger: Bool) throws {
    let folder = try ShardFolder()
    defer { folder.remove() }
    let input = try folder.input(ledger: ledger)
    #expect(try Program.packet([input], to: "\(folder.root)/whole").status == 0)
    let parts = try folder.shards(input, of: count) { "part\($0)" }
    let made = try parts.map { try OutputFolder(path: $0).names().filter { $0 != "manifest.json" } }
    #expect(made.count { !$0.isEmpty } == min(count, 3))
    let outcome = try folder.merge(parts.reversed(), to: "joined")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output == "合并 \(count) 片：\(made.joined().count) 个文件。\n")
    #expect(try folder.files("joined") == folder.files("whole"))
    #expect(try Program.run(["verify", "\(folder.root)/joined"]).status == 0)
  }

  @Test("one folder takes all slices in any order, and what the season no longer has goes at last")
  func oneFolder() throws {
    var folder = try ShardFolder()
    defer { folder.remove() }
    #expect(try Program.packet([folder.input(ledger: true)], to: "\(folder.root)/all").status == 0)
    // Nothing of it was printed.
    try FileManager.default.removeItem(atPath: "\(folder.root)/all/.yanyin/index.json")
    for table in folder.season.tables.keys {
      folder.season[table].removeAll { $0["学校名称"] == "戊校" }
    }
    let people = Set(folder.season["毕业生"].compactMap { $0["身份证号码"] })
    folder.season["成绩"].removeAll { !people.contains($0["身份证号码"] ?? "") }
    try FileManager.default.removeItem(atPath: "\(folder.root)/季.yanyin")
    let input = try folder.input(ledger: true)
    #expect(try Program.packet([input], to: "\(folder.root)/whole").status == 0)
    for slice in [3, 1, 2] {
      let outcome = try Program.packet(
        [input],
        to: "\(folder.root)/all",
        ["--shard", "\(slice)/3"]
      )
      #expect(outcome.status == 0)
      #expect(try folder.files("all").keys.contains("柳州市/戊校/3-审核表.pdf"))
    }
    for _ in 0..<2 {
      let outcome = try folder.merge(["\(folder.root)/all"], to: "all")
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(try folder.files("all") == folder.files("whole"))
    }
    #expect(try Program.packet([input], to: "\(folder.root)/all").status == 0)
    #expect(try folder.merge(["\(folder.root)/all"], to: "all").status == 66)
  }

  @Test(
    "a number that two schools share withholds both, in different slices",
    arguments: [false, true]
  )
  func shared(ledger: Bool) throws {
    var folder = try ShardFolder()
    defer { folder.remove() }
    let roll = folder.season["毕业生"]
    for field in ["身份证号码", "姓名", "性别"] {
      folder.season["毕业生"][8][field] = roll[0][field]
    }
    folder.season["成绩"].removeAll { $0["身份证号码"] == roll[8]["身份证号码"] }
    let input = try folder.input(ledger: ledger)
    #expect(try Program.packet([input], to: "\(folder.root)/whole").status == 1)
    let parts = try folder.shards(input, of: 3, status: nil) { "part\($0)" }
    let withheld = try parts.map { try OutputFolder(path: $0).manifest().withheld.map(\.school) }
    #expect(withheld == [["甲校"], ["戊校"], []])
    let third = try Program.packet([input], to: parts[2], ["--shard", "3/3"])
    #expect(third.status == 0)
    #expect(!third.errors.contains("R132"))
    let outcome = try folder.merge(parts, to: "joined")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("未生成 2 项"))
    #expect(try folder.files("joined") == folder.files("whole"))
  }

  @Test("after joining, nothing is made anew, and corrections are told from paper")
  func later() throws {
    var folder = try ShardFolder()
    defer { folder.remove() }
    let input = try folder.input(ledger: true)
    let parts = try folder.shards(input, of: 2) { "part\($0)" }
    #expect(try folder.merge(parts, to: "joined").status == 0)
    let out = "\(folder.root)/joined"
    #expect(try Program.run(["printed", out, "--today", "2023-07-02"]).status == 0)
    func place(_ name: String) throws -> NSNumber? {
      try FileManager.default.attributesOfItem(atPath: "\(out)/\(name)")[.systemFileNumber]
        as? NSNumber
    }
    let review = "柳州市/己校/3-审核表.pdf"
    let before = try place(review)
    #expect(try Program.packet([input], to: out).status == 0)
    #expect(try place(review) == before)
    folder.season["毕业生"][0]["姓名"] = "韦新名"
    let next = try folder.input(ledger: true)
    // By way of the shards' own folders, whose paper is the same.
    try folder.shards(next, of: 2) { "part\($0)" }
    let outcome = try folder.merge(parts, to: "joined")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("与已打印的不同：1 所学校"))
    #expect(try !folder.files("joined").keys.contains("补打清单.pdf"))
    let again = try Program.packet([next], to: out)
    #expect(again.output.contains("与已打印的不同：1 所学校"))
    let reprint = try folder.files("joined")
    #expect(reprint.keys.contains("补打清单.pdf"))
    #expect(try folder.merge(parts, to: "joined").output == "合并 2 片：\(Self.count(reprint)) 个文件。\n")
    #expect(try folder.files("joined") == reprint)
    // What was printed since is paper that the shards' folders do not know.
    #expect(try Program.run(["printed", out, "--today", "2023-07-02"]).status == 0)
    let files = try folder.files("joined")
    let refused = try folder.merge(parts, to: "joined")
    #expect(refused.status == 66)
    #expect(refused.errors.contains("甲校 已打印的版本"))
    #expect(try folder.files("joined") == files)
  }

  /// The files that a manifest names.
  private static func count(_ files: [String: Data]) -> Int {
    files.keys.count { $0.contains("/") && !$0.hasPrefix(".yanyin") }
  }

  @Test("a part of the season in slices joins into what a filtered run makes")
  func filtered() throws {
    let folder = try ShardFolder()
    defer { folder.remove() }
    let input = try folder.input(ledger: true)
    let city = ["--city", "柳州市"]
    #expect(try Program.packet([input], to: "\(folder.root)/whole", city).status == 0)
    let parts = try folder.shards(input, of: 2, city) { "part\($0)" }
    #expect(try folder.merge(parts, to: "joined").status == 0)
    #expect(try folder.files("joined") == folder.files("whole"))
  }
}
