import Diagnostics
import DocumentModel
import Records
import Testing

@testable import Forms

@Suite("Expressions and filters")
struct ExpressionTests {
  /// The text of a paragraph of the 登记表.
  private func text(_ content: String, count: String = "12") throws -> String {
    let (template, diagnostics) = try compile(form("<p>\(content)</p>"))
    #expect(diagnostics.map(\.text) == [])
    let form = try #require(try fill(template, registrationData(count: count)))
    guard case .text(let block)? = form.sections[0].blocks.first else { return "" }
    return block.content.reduce(into: "") { result, piece in
      switch piece {
      case .text(let words, _): result += words
      case .value(let value, _): result += value.text
      case .lineBreak: result += "/"
      default: result += "?"
      }
    }
  }

  @Test(
    "values",
    arguments: [
      ("{season.year}", "2023"), ("{season.year - 3}级", "2020级"),
      ("{volume.count * 2 + 1}", "25"), ("{'文字'}", "文字"), ("{{{volume.count}}}", "{12}"),
      ("{count(volume.graduates)}", "3"),
      ("{count(volume.graduates where sex == '男')}", "2"),
      ("{count(volume.graduates where graduate.sex == '女' and not empty(graduate.remark))}", "0"),
      ("<if test='volume.count > 9'>多</if><else>少</else>", "多"),
      ("<if test='volume.count == 012'>同</if>", "同"),
      ("<if test='school.name == &quot;x&quot; or empty(school.code)'>空</if>", "空"),
      ("<if test='empty(volume.courses)'>无课</if><else>有课</else>", "有课"),
      ("{school.学校名称}", "甲校"),
    ]
  )
  func values(_ content: String, _ expected: String) throws {
    #expect(try text(content) == expected)
  }

  @Test(
    "white space",
    arguments: [
      ("\n  第一行\n  第二行\n", "第一行第二行"), ("one\n two", "one two"), ("附件 2", "附件 2"),
      ("　年　月　日", "　年　月　日"), ("甲\n<br/>\n乙", "甲/乙"), ("数\n {volume.count}\n 人", "数12人"),
    ]
  )
  func whiteSpace(_ content: String, _ expected: String) throws {
    #expect(try text(content) == expected)
  }

  @Test(
    "filters",
    arguments: [
      ("date 'yyyy年M月d日'", "2021-09-01", "2021年9月1日"), ("date 'yyyy年M月'", "202009", "2020年9月"),
      ("date 'yy.MM.dd'", "2021-09-01", "21.09.01"), ("date 'd日'", "202009", "202009"),
      ("date 'yy.MM.dd'", "2009-09-01", "09.09.01"),
      ("date 'd.M.yyyy'", "2021-12-31", "31.12.2021"),
      ("date 'yy'", "200005", "00"), ("date 'd'", "202009", "202009"),
      ("date 'yyyy'", "二〇二〇", "二〇二〇"), ("blank '无'", "", "无"), ("blank '无'", "有", "有"),
      ("default '0'", "", "0"), ("count '人'", "3", "3人"), ("count '人'", "", ""),
      ("prefix '第'", "1", "第1"), ("suffix '级'", "", ""), ("without '市'", "南宁市", "南宁"),
      ("without '市'", "市", "市"), ("tight", "a b", "a\u{A0}b"), ("upper-money", "0", "零元整"),
      ("upper-money", "10000001", "壹仟万零壹元整"), ("upper-money", "1234.5", "壹仟贰佰叁拾肆元伍角整"),
      ("upper-money", "1.05", "壹元零伍分"), ("upper-money", "0.50", "伍角整"),
      ("upper-money", "100000000", "壹亿元整"), ("upper-money", "10.123", "10.123"),
      ("mask", "450000200503150028", "450000********0028"),
      ("suffix '级' | prefix '第'", "1", "第1级"),
    ]
  )
  func filters(_ filters: String, _ value: String, _ expected: String) throws {
    #expect(try text("{volume.count | \(filters)}", count: value) == expected)
  }

  @Test("numbers compare as numbers, other texts by their bytes")
  func comparisons() {
    #expect(Comparison.less.holds(between: "9", and: "10"))
    #expect(Comparison.equal.holds(between: "007", and: "7"))
    #expect(!Comparison.less.holds(between: "9号", and: "10号"))
    // Canonically equivalent texts are different values.
    #expect(Comparison.unequal.holds(between: "郎", and: "\u{F92C}"))
    // Identity numbers are no quantities.
    #expect(!Comparison.equal.holds(between: "0450000200503150028", and: "450000200503150028"))
  }
}

/// Fills a template that must be there.
func fill(_ template: Template?, _ data: FormData) throws -> FilledForm? {
  var sink = DiagnosticSink()
  let form = try #require(template).fill(data, into: &sink)
  #expect(!sink.hasErrors)
  return form
}

/// A 册 with three graduates and two courses.
func registrationData(count: String = "12") -> FormData {
  func graduate(_ index: UInt32, _ name: String, _ sex: String, _ scores: [String]) -> Entity {
    var stored = ContiguousArray(repeating: "", count: GraduateField.allCases.count)
    stored[GraduateField.name.rawValue] = name
    stored[GraduateField.sex.rawValue] = sex
    stored[GraduateField.entryMonth.rawValue] = "202009"
    stored[GraduateField.studentNumber.rawValue] = ["10", "", "9"][Int(index) % 3]
    return Entity(
      table: TableKind.graduate.rawValue,
      record: index,
      stored: stored,
      lists: [ContiguousArray(scores)]
    )
  }
  let graduates = [
    graduate(0, "韦一", "男", ["75", "80"]), graduate(1, "覃二", "女", ["良好", ""]),
    graduate(2, "农三", "男", ["60", "90"]),
  ]
  let courses = ["语文", "数学"].enumerated().map { index, name in
    Entity(
      table: TableKind.course.rawValue,
      record: UInt32(index),
      stored: ["", "", name, name, ""]
    )
  }
  let season = Entity(
    derived: ContiguousArray(SeasonValue.self) { $0 == .year ? "2023" : "" }
  )
  let school = Entity(table: 0, record: 0, stored: ["甲校", "市县学校"])
  let volume = Entity(
    derived: ContiguousArray(VolumeValue.self) { $0 == .count ? count : "" },
    collections: [Lazy(graduates), Lazy(courses)]
  )
  return FormData(roots: [season, school, volume])
}
