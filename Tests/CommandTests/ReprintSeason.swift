import Foundation
import Testing

/// A season of invented schools that a test changes between runs.
struct ReprintSeason {
  var schools: [[String: String]] = []
  var graduates: [[String: String]] = []
  var changes: [[String: String]] = []
  var scores: [[String: String]] = []

  /// A school with a 册 of each major: students with scores, sorted by their numbers.
  mutating func addSchool(
    _ name: String,
    type: String = "市县学校",
    majors: [(name: String, count: Int)],
    changes: Int = 0
  ) {
    schools.append([
      "学校名称": name, "学校类型": type, "所属市": "南宁市", "联系人": "韦春燕", "手机号码": "15400000001",
      "学校地址": "南宁市示例路1号", "学校标识码": "4500009901",
    ])
    for major in majors {
      for _ in 0..<major.count { addGraduate(school: name, major: major.name) }
    }
    for _ in 0..<changes { addChange(school: name) }
  }

  /// A student of the last class number of the major.
  mutating func addGraduate(school: String, major: String) {
    let serial = graduates.count + 1
    let number = ReprintSeason.identityNumber(serial)
    graduates.append([
      "学校名称": school, "姓名": ReprintSeason.name(serial), "性别": serial % 2 == 1 ? "男" : "女",
      "身份证号码": number, "专业名称": major, "年级": "2020级", "学制": "3年", "班级": "\(major)1班",
      "学号": String(20_200_000 + serial * 10), "入学年月": "202009", "毕业年月": "202306",
      "实习": "合格", "操行": "良好", "毕(结)业": "毕业",
      "毕业证书编号": String(20_230_100_000 + serial),
    ])
    scores.append(["身份证号码": number, "语文": String(60 + serial % 40), "数学": "80"])
  }

  mutating func addChange(school: String) {
    let serial = changes.count + 1
    changes.append([
      "学校名称": school, "姓名": ReprintSeason.name(serial + 500),
      "身份证号码":
        ReprintSeason.identityNumber(serial + 500), "性别": (serial + 500) % 2 == 1 ? "男" : "女",
      "专业名称": "护理", "年级": "2020级", "学制": "3年", "异动前": "会计", "异动后": "护理",
      "异动时间": "2021-03-\(serial < 10 ? "0" : "")\(serial)", "异动类型": "调专业", "审核状态": "审核通过",
    ])
  }

  /// Gives a student another value.
  mutating func set(_ heading: String, ofGraduate index: Int, to value: String) {
    graduates[index][heading] = value
  }

  /// The season as the program reads it.
  func write(to path: String) throws {
    let tables = ["学校": schools, "毕业生": graduates, "异动": changes, "成绩": scores].filter {
      !$0.value.isEmpty
    }
    let data = try JSONSerialization.data(withJSONObject: tables, options: [.sortedKeys])
    try data.write(to: URL(fileURLWithPath: path))
  }

  /// A number of the area 450000 with a right check digit; odd serials are men's.
  private static func identityNumber(_ serial: Int) -> String {
    let tail = String(serial)
    let head = "45000020050315" + String(repeating: "0", count: 3 - tail.count) + tail
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let digits = head.compactMap(\.wholeNumberValue)
    let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
    return head + String(Array("10X98765432")[sum % 11])
  }

  private static func name(_ serial: Int) -> String {
    let surnames = Array("韦覃黄陆农蒙梁蓝莫潘")
    let first = Array("春夏秋冬子思雨文海明")
    let second = Array("燕芳轩然琪怡宇彤悦杰")
    return String([surnames[serial % 10], first[serial / 10 % 10], second[serial / 100 % 10]])
  }
}

/// A folder of outputs that is printed, corrected and printed again.
struct ReprintFolder {
  let root: String
  let options: [String]

  var out: String { "\(root)/out" }

  init(_ options: [String] = []) throws {
    root = try Program.temporaryFolder()
    self.options = options
  }

  func remove() { try? FileManager.default.removeItem(atPath: root) }

  /// Runs `packet` on a season.
  @discardableResult
  func packet(
    _ season: ReprintSeason,
    _ more: [String] = [],
    out: String? = nil,
    expecting status: Int32? = 0
  ) throws -> Program.Outcome {
    try season.write(toFile: root)
    let outcome = try Program.run(
      [
        "packet", "\(root)/数据.json", "--out", out ?? self.out, "--today", "2023-07-05",
        "--no-progress",
      ] + options + more
    )
    if let status { #expect(outcome.status == status, "\(outcome.errors)") }
    return outcome
  }

  /// Runs `printed`.
  @discardableResult
  func printed() throws -> Program.Outcome {
    try Program.run(["printed", out, "--today", "2023-06-28"])
  }

  /// The reprint files.
  var reprintFiles: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: out)
        .filter { $0.hasPrefix("补打") || $0.hasPrefix("更正单") }.sorted()
    }
  }

  /// Every file but those that a clean rendering cannot have.
  func documents(_ folder: String? = nil) throws -> [String: Data] {
    try Program.files(in: folder ?? out).filter { name, _ in
      !name.hasPrefix("补打") && !name.hasPrefix("更正单") && !name.hasPrefix(".yanyin/")
    }
  }

  /// The words of a file, without spaces.
  func text(_ name: String) throws -> String {
    try Program.tool("pdftotext", ["-layout", "\(out)/\(name)", "-"]).output
      .replacing(" ", with: "")
  }
}

extension ReprintSeason {
  fileprivate func write(toFile folder: String) throws { try write(to: "\(folder)/数据.json") }
}

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
