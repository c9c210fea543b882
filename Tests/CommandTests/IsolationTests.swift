import Foundation
import Packets
import TestTools
import Testing

@Suite("Schools that fail alone")
struct IsolationTests {
  /// Lists of a bureau say of each school what was made: they are not those of a whole run.
  private static func dropLists(_ files: inout [String: Data]) {
    for name in ["交接清单", "发还清单", "预约表"] { files["南宁市/\(name).pdf"] = nil }
  }

  /// Changes values in a ledger behind the program's back.
  private func change(_ ledger: String, _ sql: String) throws {
    let script =
      "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); "
      + "n = c.execute(sys.argv[2]).rowcount; c.commit(); c.close(); sys.exit(n < 1)"
    #expect(try Tool.run("python3", ["-c", script, ledger, sql]).status == 0)
  }

  @Test("a school whose table is damaged in the ledger: it and its bureau's receipt, nothing else")
  func damaged() throws {
    try Tool.withTemporaryFolder { (folder) throws in
      let (ledger, out) = ("\(folder)/季.yanyin", OutputFolder(path: "\(folder)/out"))
      try SeasonFile.ofBureau().write(to: "\(folder)/数据.json")
      let added = try Program.run([
        "import", "\(folder)/数据.json", "--ledger", ledger, "--today", "2023-07-01",
      ])
      #expect(added.status == 0)
      let whole = try Program.packet([ledger], to: "\(folder)/whole")
      #expect(whole.status == 0, "\(whole.errors)")
      let place = "WHERE kind = 'graduate' AND school = (SELECT id FROM school WHERE name = '甲校')"
      try change(ledger, "UPDATE version SET fields = replace(fields, '良好', '优秀') \(place)")

      let outcome = try Program.packet([ledger], to: out.path)
      #expect(outcome.status == 66)
      let errors = outcome.errors.split(separator: "\n").filter { $0.contains("[P107]") }
      #expect(errors.count == 2)
      #expect(errors.contains { $0.contains("甲校的材料没有做成，其他照常。") && $0.contains("台账已损坏") })
      #expect(errors.contains { $0.contains("市的回执没有做成，其他照常。甲校的表读不出来") })
      var expected = try OutputFolder(path: "\(folder)/whole").files()
      for name in expected.keys
      where name.contains("甲校") || name == "南宁市/回执.pdf" || name == "manifest.json" {
        expected[name] = nil
      }
      Self.dropLists(&expected)
      #expect(expected.count > 8)
      var files = try out.files()
      files["manifest.json"] = nil
      Self.dropLists(&files)
      #expect(files == expected)
      #expect(try out.manifest().withheld.map { $0.school ?? $0.form } == ["receipt", "甲校"])
      #expect(try Program.run(["verify", out.path]).status == 0)
      #expect(try Program.run(["check", ledger, "--today", "2023-07-01"]).status == 66)
      // The receipt alone, and a school that does not fail.
      let receipt = ["--form", "receipt", "--city", "南宁市"]
      #expect(try Program.packet([ledger], to: "\(folder)/r", receipt).status == 66)
      #expect(try Program.packet([ledger], to: "\(folder)/s", ["--school", "乙校"]).status == 0)

      try change(ledger, "UPDATE version SET fields = replace(fields, '优秀', '良好') \(place)")
      #expect(try Program.packet([ledger], to: out.path).status == 0)
      #expect(try out.files() == OutputFolder(path: "\(folder)/whole").files())
    }
  }

  @Test(
    "what lies in the place of a folder or of a file keeps out what belongs there, and nothing else",
    arguments: ["南宁市/甲校", "南宁市/甲校/3-审核表.pdf", "南宁市/回执.pdf"]
  )
  func obstacle(path: String) throws {
    try Tool.withTemporaryFolder { (folder) throws in
      let input = "\(folder)/数据.json"
      try SeasonFile.ofBureau().write(to: input)
      #expect(try Program.packet([input], to: "\(folder)/whole").status == 0)
      let out = OutputFolder(path: "\(folder)/out")
      let obstacle = "\(out.path)/\(path)"
      let isFolder = path.hasSuffix(".pdf")
      let parent = isFolder ? obstacle : "\(out.path)/南宁市"
      try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
      if !isFolder { try Data("x".utf8).write(to: URL(fileURLWithPath: obstacle)) }

      let outcome = try Program.packet([input], to: out.path)
      #expect(outcome.status == 73)
      #expect(outcome.errors.contains("[P107]") && outcome.errors.contains(obstacle))
      var expected = try OutputFolder(path: "\(folder)/whole").files()
      let lost = path.contains("甲校") ? "甲校" : "回执.pdf"
      for name in expected.keys where name.hasPrefix("南宁市/\(lost)") || name == "manifest.json" {
        expected[name] = nil
      }
      Self.dropLists(&expected)
      var files = try out.files()
      files["manifest.json"] = nil
      Self.dropLists(&files)
      if !isFolder { #expect(files.removeValue(forKey: path) == Data("x".utf8)) }
      #expect(files == expected)

      try FileManager.default.removeItem(atPath: obstacle)
      #expect(try Program.packet([input], to: out.path).status == 0)
      #expect(try out.files() == OutputFolder(path: "\(folder)/whole").files())
    }
  }
}
