import Diagnostics
import Testing

@Suite("Tables of headings alone")
struct EmptyTableTests {
  @Test("a table that a season may lack is silent")
  func optional() throws {
    let reading = try Reading([
      "特例.csv": "身份证号码,代码,说明,依据,批准人\n",
      "课程.csv": "专业名称,课程名称,简称,性质\n",
      "专业情况.csv": "专业名称,专业代码,学制\n",
    ])
    #expect(reading.findings.isEmpty)
  }

  @Test("a table that every season has is a warning at its heading")
  func expected() throws {
    let reading = try Reading(["成绩.csv": "身份证号码,姓名,语文\n"])
    #expect(reading.findings.map(\.code) == ["I020"])
    #expect(reading.findings.map(\.severity) == [.warning])
  }
}
