import Foundation
import TestTools
import Testing

@Suite("Who seals the forms of the colleges")
struct CollegeSealTests {
  /// The lines in the seal column of the checklist's row 6.
  private func lines(_ colleges: [(name: String, sealed: String)]) throws -> [String] {
    var season = SeasonFile.sample
    for (index, college) in colleges.enumerated() {
      season["对口招收"][index]["高职院校名称"] = college.name
      season["对口招收"][index]["盖章原件已收"] = college.sealed
    }
    var lines: [String] = []
    try season.packet { run in
      let name = try #require(try run.output.names().first { $0.hasSuffix("0-材料清单.pdf") })
      // 25 mm margin and the columns before it: 71 to 57 pt from the right margin, row 6.
      let text = try Tool.run(
        "pdftotext",
        [
          "-layout", "-x", "451", "-y", "457", "-W", "56", "-H", "45", "\(run.output.path)/\(name)",
          "-",
        ]
      ).output
      lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
        .filter { !$0.isEmpty }
    }
    return lines
  }

  @Test(
    "one college that has not sealed is named; the phrase ends on a line of its own"
  )
  func one() throws {
    let short = try lines([("凤凰木学院", "否"), ("红豆学院", "是")])
    #expect(short == ["送凤凰木", "学院", "盖章"])
    let long = try lines([("凤凰木学院", "是"), ("广西示例职业技术学院", "否")])
    #expect(long.joined() == "送广西示例职业技术学院盖章" && long.last == "盖章")
  }

  @Test("several are counted, all sealed need nothing, and no phrase is torn")
  func several() throws {
    #expect(try lines([("凤凰木学院", "否"), ("红豆学院", "否")]) == ["送＿＿学院", "盖章", "（2 校）"])
    #expect(try lines([("凤凰木学院", "是"), ("红豆学院", "是")]) == ["高职院校", "公章", "（已盖）"])
  }
}
