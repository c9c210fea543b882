import Foundation
import Testing

@Suite("Bad inputs of the catalogue that show only when forms are laid out")
struct CatalogueLayoutTests {
  private func check(name: String = "韦秀芳", remark: String = "") throws -> Program.Outcome {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try """
    学校名称,学校类型,所属市,联系人,手机号码,学校地址
    甲校,市县学校,南宁市,韦春燕,15400000001,南宁市示例路1号
    """.write(toFile: "\(folder)/学校.csv", atomically: true, encoding: .utf8)
    try """
    姓名,性别,身份证号码,专业名称,年级,学制,操行,毕(结)业,备注
    \(name),女,450000200503150028,护理,2020级,3年,良好,毕业,\(remark)
    """.write(toFile: "\(folder)/毕业生.csv", atomically: true, encoding: .utf8)
    return try Program.run(["check", folder, "--today", "2023-07-01"])
  }

  @Test(
    "36 a character that no face has is an error with the character, its number and the way out"
  )
  func glyph() throws {
    let outcome = try check(name: "韦\u{31350}")
    #expect(outcome.status == 1)
    let line = try #require(outcome.output.split(separator: "\n").first { $0.contains("[F101]") })
    #expect(line.contains("错误: "))
    #expect(line.contains("(U+31350) 现有字体均无此字形"))
    #expect(line.contains("--fonts"))
    #expect(try check(name: "韦\u{30EDD}").status == 0)
  }

  @Test("39 a long text is a warning where its row grows, an error where even that is not enough")
  func long() throws {
    let grown = try check(remark: String(repeating: "情况说明", count: 60))
    #expect(grown.status == 0, "\(grown.output)")
    let line = try #require(grown.output.split(separator: "\n").first { $0.contains("[L105]") })
    #expect(line.contains("警告: 内容较长，已缩小字号并增高行"))
    let tooLong = try check(remark: String(repeating: "情况说明", count: 1000))
    #expect(tooLong.status == 1)
    #expect(tooLong.output.contains("[L101]"))
    #expect(!(try check(remark: "情况说明").output.contains("[L105]")))
  }
}
