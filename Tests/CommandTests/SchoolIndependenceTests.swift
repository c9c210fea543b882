import Foundation
import Testing

/// A school's own files are the same whatever other schools are in the run.
@Suite("Schools beside one another")
struct SchoolIndependenceTests {
  private static let formats = ["--formats", "pdf,html,xml,xlsx"]

  private func people(_ school: String, _ numbers: [String]) -> String {
    numbers.enumerated().map { index, number in
      """
      {"学校名称":"\(school)","姓名":"韦春\(["兰", "竹"][index])","性别":"女","身份证号码":"\(number)",\
      "专业名称":"护理","年级":"2020级","学制":"3年","操行":"良好","毕(结)业":"毕业"}
      """
    }.joined(separator: ",")
  }

  private func school(_ name: String, type: String = "市县学校", city: String = "南宁市") -> String {
    """
    {"学校名称":"\(name)","学校类型":"\(type)","所属市":"\(city)","联系人":"韦春燕",\
    "手机号码":"15400000001","学校地址":"示例路1号"}
    """
  }

  private func release(_ number: String) -> String {
    """
    {"身份证号码":"\(number)","代码":"R103","说明":"证件如此","依据":"证件复印件","批准人":"覃志明"}
    """
  }

  private func bureau(_ city: String) -> String {
    """
    {"单位名称":"\(city)教育局","所属市":"\(city)","联系人":"覃志明","联系电话":"0771-0000001",\
    "联系地址":"示例路2号"}
    """
  }

  /// Two schools of a city and one of another, all with released findings; 乙校 stands first.
  private var all: String {
    """
    {"学校":[\(school("乙校")),\(school("柳校", city: "柳州市")),\(school("甲校"))],
    "主管单位":[\(bureau("柳州市")),\(bureau("南宁市"))],
    "毕业生":[\(people("乙校", ["450000200503150027"])),
    \(people("柳校", ["450000200503150044"])),
    \(people("甲校", ["450000200503150061", "450000200503150028"]))],
    "特例":[\(release("450000200503150027")),\(release("450000200503150044")),\
    \(release("450000200503150061"))]}
    """
  }

  private var alone: String {
    """
    {"学校":[\(school("甲校"))],
    "毕业生":[\(people("甲校", ["450000200503150061", "450000200503150028"]))],
    "特例":[\(release("450000200503150061"))]}
    """
  }

  @Test("every file of a school has the same bytes alone and among others")
  func sameBytes() throws {
    let many = try SmallSeason.packet(all, Self.formats)
    let one = try SmallSeason.packet(alone, Self.formats)
    defer {
      many.remove()
      one.remove()
    }
    #expect(many.outcome.status == 0, "\(many.outcome.errors)")
    #expect(one.outcome.status == 0, "\(one.outcome.errors)")
    let folder = "out/南宁市/甲校"
    let files = try Program.files(in: "\(one.folder)/\(folder)")
    #expect(files.count > 8)
    #expect(try Program.files(in: "\(many.folder)/\(folder)") == files)
  }

  @Test("XML of all schools read back gives the same bytes, receipts in their order")
  func roundTrip() throws {
    let run = try SmallSeason.packet(all, Self.formats)
    defer { run.remove() }
    let again = try Program.run(
      [
        "packet", "\(run.folder)/out", "--out", "\(run.folder)/again", "--today", "2023-07-01",
        "--no-progress",
      ] + Self.formats
    )
    #expect(again.status == 0, "\(again.errors)")
    // The manifest and what is remembered of paper follow the order of the run's schools.
    func documents(_ folder: String) throws -> [String: Data] {
      try Program.files(in: "\(run.folder)/\(folder)").filter {
        $0.key != "manifest.json" && !$0.key.hasPrefix(".")
      }
    }
    let first = try documents("out")
    let second = try documents("again")
    #expect(first.keys.sorted() == second.keys.sorted())
    for (name, bytes) in first { #expect(second[name] == bytes, "\(name)") }
  }
}
