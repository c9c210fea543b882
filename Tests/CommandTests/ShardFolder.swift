import Foundation
import Testing

/// A season that is rendered at once and in slices.
struct ShardFolder {
  let root: String
  var season = ShardFolder.season()

  init() throws {
    root = try Program.temporaryFolder()
  }

  func remove() { try? FileManager.default.removeItem(atPath: root) }

  /// Two bureaus, five of their schools and one that sends its own receipt; the schools of one city
  /// do not stand together.
  static func season() -> SeasonFile {
    var season = SeasonFile()
    for city in ["南宁市", "柳州市"] {
      season["主管单位"].append([
        "单位名称": "\(city)教育局", "所属市": city, "联系人": "覃晓东", "手机号码": "15400000009",
        "联系地址": "\(city)示例路9号",
      ])
    }
    for (index, city) in ["南宁市", "柳州市", "南宁市", "", "柳州市", "柳州市"].enumerated() {
      let name = "\("甲乙丙丁戊己".dropFirst(index).prefix(1))校"
      season.addSchool(
        name,
        type: city.isEmpty ? "区直中职学校" : "市县学校",
        city: city.isEmpty ? "南宁市" : city
      )
      season.addMajor("护理", of: name, students: 2)
    }
    return season
  }

  /// The season as an input: a ledger, or a file.
  func input(ledger: Bool) throws -> String {
    let file = "\(root)/数据.json"
    try season.write(to: file)
    guard ledger else { return file }
    let path = "\(root)/季.yanyin"
    let outcome = try Program.run([
      "import", file, "--ledger", path, "--accept", "--today", "2023-07-01",
    ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    return path
  }

  /// Renders slices, each into the folder that `folder` names; gives these folders.
  @discardableResult
  func shards(
    _ input: String,
    of count: Int,
    _ options: [String] = [],
    status: Int32? = 0,
    to folder: (Int) -> String
  ) throws -> [String] {
    try (1...count).map { slice in
      let path = "\(root)/\(folder(slice))"
      let shard = ["--shard", "\(slice)/\(count)"]
      let outcome = try Program.packet([input], to: path, shard + options)
      if let status { #expect(outcome.status == status, "\(outcome.errors)") }
      return path
    }
  }

  /// Runs `merge-manifest`.
  func merge(_ folders: [String], to out: String) throws -> Program.Outcome {
    try Program.run(["merge-manifest"] + folders + ["--out", "\(root)/\(out)"])
  }

  /// Everything in a folder but what the program remembers of shards and of places on the disk.
  func files(_ folder: String) throws -> [String: Data] {
    try Program.files(in: "\(root)/\(folder)").filter { !$0.key.hasPrefix(".yanyin/shards/") }
  }
}
