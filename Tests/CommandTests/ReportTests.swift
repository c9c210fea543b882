import Foundation
import TestTools
import Testing

@Suite("The report of check and packet")
struct ReportTests {
  private static let roster =
    "姓名,性别,身份证号码,专业名称,年级,学制,操行,毕(结)业,毕业证书编号"

  /// A folder with two schools: one with an error, a warning, changes that are held back and a release,
  /// one without fault.
  private func season(school: String = "南宁市甲校") throws -> String {
    let folder = try Program.temporaryFolder()
    let files = [
      "学校.csv": """
      学校名称,学校类型,所属市,联系人,手机号码,学校地址
      \(school),市县学校,南宁市,韦春燕,154,南宁市示例路1号
      南宁市乙校,市县学校,南宁市,韦春燕,154,南宁市示例路2号
      """,
      "毕业生.csv": """
      学校名称,\(Self.roster)
      \(school),韦秀芳,女,450000200503150027,护理,2020级,3年,良好,毕业,20230100001
      \(school),黄子轩,女,45000020050315001X,护理,2020级,3年,良好,毕业,20230100002
      南宁市乙校,陆浩然,男,45000020040229003X,护理,2020级,3年,良好,毕业,20230200001
      """,
      "异动.csv": """
      学校名称,姓名,身份证号码,性别,专业名称,年级,学制,异动前,异动后,异动时间,异动类型,审核状态
      \(school),黄子轩,45000020050315001X,女,护理,2020级,3年,在校,休学,2021-09-01,休学,审核通过
      \(school),黄子轩,45000020050315001X,女,护理,2020级,3年,休学,在校,2022-09-01,复学,审核通过
      """,
      "特例.csv": """
      身份证号码,代码,说明,依据,批准人
      45000020050315001X,R115,户口登记有误,派出所证明,覃志明
      """,
    ]
    for (name, text) in files {
      try (text + "\n").write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
    }
    return folder
  }

  private func report(_ folder: String, _ ending: String, _ options: [String] = []) throws -> String
  {
    let path = "\(folder)-report.\(ending)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let outcome = try Program.run(
      ["check", folder, "--today", "2023-07-01", "--report", path] + options
    )
    #expect(outcome.status == 1, "\(outcome.errors)")
    return try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test("the text has the summary, the counts, then its sections by school and file")
  func text() throws {
    let folder = try season()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let lines = try report(folder, "txt").split(separator: "\n").map(String.init)
    let heads = [
      "校验结果", "各校合计", "错误（1）", "警告（3）", "未列入本表（1）", "特例放行（3）",
    ]
    let positions = heads.map { head in lines.firstIndex { $0 == head } }
    #expect(!positions.contains(nil), "\(lines.joined(separator: "\n"))")
    #expect(positions.compactMap(\.self) == positions.compactMap(\.self).sorted())
    #expect(lines[1].hasPrefix("共读入 "))
    #expect(lines.contains { $0.hasPrefix("  南宁市甲校：错误 1、警告 1、提示 ") })
    #expect(lines.contains("  南宁市甲校：休学 1 条"))
    #expect(lines.contains("    \(folder)/异动.csv:2:11（异动类型） 黄** 450000********001X"))
    #expect(lines.contains { $0.contains("已按特例放行，依据：派出所证明；批准人：覃志明；说明：户口登记有误。") })
    #expect(!lines.contains { $0.contains("450000200503150027") })
    #expect(try report(folder, "txt", ["--unmasked"]).contains("黄子轩 45000020050315001X"))
  }

  @Test("the JSON has the same counts, schools and rows")
  func json() throws {
    let folder = try season()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let data = Data(try report(folder, "json").utf8)
    let report = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let summary = try #require(report["summary"] as? [String: Int])
    #expect(summary["errors"] == 1)
    #expect(summary["heldBack"] == 1)
    #expect(summary["released"] == 3)
    let findings = try #require(report["findings"] as? [[String: Any]])
    #expect(
      findings.count == (summary["errors"] ?? 0) + (summary["warnings"] ?? 0)
        + (summary["notes"] ?? 0)
    )
    #expect(findings.count { $0["released"] as? Bool == true } == 3)
    let schools = try #require(report["schools"] as? [[String: Any]])
    #expect(Set(schools.compactMap { $0["school"] as? String }).isSuperset(of: ["南宁市甲校", "南宁市乙校"]))
    let held = try #require((report["heldBack"] as? [[String: Any]])?.first)
    #expect(held["kind"] as? String == "休学")
    let row = try #require((held["rows"] as? [[String: Any]])?.first)
    #expect(row["row"] as? Int == 2)
    #expect(row["heading"] as? String == "异动类型")
  }

  @Test("the page stands alone, is escaped, and the Nu checker finds nothing in it")
  func page() throws {
    let folder = try season(school: "<script>alert('甲')</script>&校")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let page = try report(folder, "html")
    #expect(page.contains("<html lang=\"zh-CN\">"))
    #expect(!page.contains("<script"))
    #expect(!page.contains("http"))
    #expect(!page.contains("src="))
    #expect(page.contains("<h3>&lt;script&gt;alert(&#39;甲&#39;)&lt;/script&gt;&amp;校（1）</h3>"))
    for head in ["各校合计", "错误（1）", "警告（", "未列入本表（1）", "特例放行（3）", "提示（"] {
      #expect(page.contains("<h2>\(head)"))
    }
    let path = "\(folder)/report.html"
    try page.write(toFile: path, atomically: true, encoding: .utf8)
    #expect(try NuChecker.messages(on: [path]) == "")
  }

  @Test("the screen keeps 20 notes of a kind, the report all")
  func flood() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try """
    学校名称,学校类型,所属市,联系人,手机号码,学校地址
    甲校,市县学校,南宁市,韦春燕,15400000001,南宁市示例路1号
    """.write(toFile: "\(folder)/学校.csv", atomically: true, encoding: .utf8)
    var rows = "姓名,性别,身份证号码,专业名称,年级,学制,操行,毕(结)业\n"
    for serial in 0..<30 {
      // 15 names, each twice; the numbers end in no check digit that is asked for here.
      let tail = String(String(1000 + serial * 2).dropFirst())
      let name = "韦" + (["一", "二", "三", "四", "五"][serial % 5]) + (["安", "平", "乐"][serial / 5 % 3])
      rows += "\(name),女,\(ReportTests.number("45000020050315" + tail)),护理,2019级,3年,良好,毕业\n"
    }
    try rows.write(toFile: "\(folder)/毕业生.csv", atomically: true, encoding: .utf8)
    let path = "\(folder)-report.txt"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let outcome = try Program.run(
      ["check", folder, "--today", "2023-07-01", "--report", path]
    )
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    let screen = outcome.output.split(separator: "\n")
    #expect(screen.filter { $0.contains("[R145]") }.count == 21)
    #expect(screen.contains("甲校：提示: 另有 10 条同类提示未列出，全部见 --report 的报告。 [R145]"))
    let report = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    #expect(report.filter { $0.contains("[R145]") }.count == 30)
    #expect(report.filter { $0.contains("[R134]") }.count == 15)
  }

  private static func number(_ digits: String) -> String {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(digits.utf8, weights).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 }
    return digits + String(Array("10X98765432")[sum % 11])
  }
}
