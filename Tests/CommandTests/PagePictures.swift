import Foundation
import Testing

/// The sheets of print files as pictures, by what stands on them: 「甲校 登记表 护理 第 1 份 3」.
struct PagePictures {
  private(set) var pages: [String: Data] = [:]

  /// The pages of every packet of a folder; the school's name is put before their labels.
  static func packets(_ folder: String) throws -> PagePictures {
    var pictures = PagePictures()
    for name in try Program.files(in: folder).keys where name.contains("-现场验印材料-") {
      let school = name.split(separator: "/").dropLast().last.map(String.init) ?? ""
      try pictures.add("\(folder)/\(name)") { "\(school) \($0)" }
    }
    return pictures
  }

  /// The pages of the reprint files.
  static func reprints(_ folder: String) throws -> PagePictures {
    var pictures = PagePictures()
    for paper in ["A3", "A4"] {
      let file = "\(folder)/补打-\(paper).pdf"
      guard FileManager.default.fileExists(atPath: file) else { continue }
      try pictures.add(file) { $0 }
    }
    return pictures
  }

  private mutating func add(_ file: String, label: (String) -> String) throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(try Program.tool("pdftoppm", ["-r", "50", "-gray", file, "\(folder)/p"]).status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let labels = try PagePictures.labels(of: file, count: names.count)
    for (place, name) in names.enumerated() {
      let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
      let key = label(labels[place])
      #expect(pages[key] == nil, "two pages are called \(key)")
      pages[key] = data
    }
  }

  /// The page labels as a viewer shows them.
  private static func labels(of file: String, count: Int) throws -> [String] {
    let json = try Program.tool("qpdf", ["--json", "--json-key=pagelabels", file]).output
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let entries = object?["pagelabels"] as? [[String: Any]] ?? []
    var labels = [String](repeating: "", count: count)
    for (place, entry) in entries.enumerated() {
      guard let first = entry["index"] as? Int, let label = entry["label"] as? [String: Any] else {
        continue
      }
      let next = place + 1 < entries.count ? entries[place + 1]["index"] as? Int : count
      let prefix = (label["/P"] as? String ?? "").replacing("u:", with: "")
      let start = label["/St"] as? Int ?? 1
      for page in first..<(next ?? count) { labels[page] = "\(prefix)\(start + page - first)" }
    }
    return labels
  }

  /// The pages that are new or look otherwise than in an earlier state.
  func differing(from old: PagePictures) -> Set<String> {
    Set(pages.filter { old.pages[$0.key] != $0.value }.keys)
  }
}
