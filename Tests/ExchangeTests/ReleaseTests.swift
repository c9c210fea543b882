import Diagnostics
import Records
import Testing

@Suite("Findings that 特例 releases")
struct ReleaseTests {
  @Test(
    "each finding marked † is an error without a row of 特例 and a listed note with one",
    arguments: 0..<3
  )
  func released(position: Int) throws {
    let (code, spoil, number) = BadInput.released[position]
    var season = SeasonTexts()
    spoil(&season)
    #expect(try season.findings().filter { $0.code == code }.map(\.severity) == [.error])
    season.add("特例", ["身份证号码", "代码", "说明", "依据", "批准人"])
    season.add("特例", [number, code, "证件如此", "派出所证明", "韦主任"])
    let released = try season.findings().filter { $0.code == code }
    #expect(released.map(\.severity) == [.note])
    #expect(released.map(\.isReleased) == [true])
    #expect(released.first?.message.contains("依据：派出所证明；批准人：韦主任；说明：证件如此。") == true)
    #expect(try season.findings().filter { $0.severity > .note } == [])
  }

  @Test(
    "nothing else can be released",
    arguments: Rule.allCases.filter { $0.severity == .error && !$0.isReleasable }
  )
  func others(rule: Rule) throws {
    var season = SeasonTexts()
    season.add("特例", ["身份证号码", "代码", "说明", "依据", "批准人"])
    season.add("特例", [SeasonTexts.woman, rule.rawValue, "情况特殊", "证明", "韦主任"])
    #expect(try season.findings().map(\.code) == ["R171"])
  }

  @Test("a cell that reading has refused is judged once")
  func once() throws {
    for (heading, value, code) in [
      ("身份证号码", "4.50E+17", "I043"), ("性别", "不详", "I049"), ("年级", "2023届", "I047"),
    ] {
      var season = SeasonTexts()
      season.set("毕业生", 3, heading, value)
      season.edit("成绩") { $0[3][0] = heading == "身份证号码" ? value : $0[3][0] }
      let cell = try season.findings().filter { $0.place.file == "毕业生.csv" }
      #expect(cell.map(\.code) == [code])
    }
  }
}
