import Diagnostics
import Testing

@Suite struct DiagnosticTests {
  private let cell = Place.cell(
    file: "毕业生.xlsx",
    sheet: "名册",
    row: 27,
    column: 28,
    heading: "身份证号码"
  )

  @Test("a finding is one line: place, severity, message, code")
  func line() {
    let finding = Diagnostic(.error, "R103", "校验位不正确。", at: cell)
    #expect(finding.text == "毕业生.xlsx:名册!AB27（身份证号码）: 错误: 校验位不正确。 [R103]")
    #expect(Diagnostic(.note, "R1", "无处。", at: .none).text == "提示: 无处。 [R1]")
  }

  @Test("an excerpt has a caret under its character, two columns a wide one")
  func caret() {
    let finding = Diagnostic(
      .error,
      "T001",
      "无此名称。",
      at: .text(file: "a.xml", line: 3, column: 4),
      excerpt: Diagnostic.Excerpt(line: "\t姓x{y}", column: 4)
    )
    #expect(finding.text == "a.xml:3:4: 错误: 无此名称。 [T001]\n  \t姓x{y}\n  \t   ^")
    var first = finding
    first.excerpt = Diagnostic.Excerpt(line: "ab", column: 1)
    #expect(first.text.hasSuffix("\n  ab\n  ^"))
    first.excerpt = Diagnostic.Excerpt(line: "ab", column: 9)
    #expect(first.text.hasSuffix("\n  ab\n    ^"))
  }

  @Test("notes follow on lines of their own")
  func notes() {
    let note = Diagnostic.Note(place: .row(file: "a.csv", sheet: nil, row: 4), message: "首次。")
    let finding = Diagnostic(.warning, "R130", "重复。", at: .file("a.csv"), notes: [note])
    #expect(finding.text == "a.csv: 警告: 重复。 [R130]\n  a.csv:4: 首次。")
  }

  @Test("JSON keeps a fixed order of keys and leaves out what is absent")
  func json() {
    let finding = Diagnostic(
      .error,
      "R103",
      "错。",
      at: cell,
      about: Subject(school: "甲校", extent: .school, person: "韦*"),
      notes: [Diagnostic.Note(place: .file("b"), message: "注")]
    )
    #expect(
      finding.json == #"{"severity":"error","code":"R103","message":"错。","file":"毕业生.xlsx","#
        + #""sheet":"名册","row":27,"column":28,"heading":"身份证号码","school":"甲校","person":"韦*","#
        + #""notes":[{"file":"b","message":"注"}]}"#
    )
    #expect(
      Diagnostic(.note, "I1", "x", at: .byte(file: "a", line: 2, offset: 9)).json
        == #"{"severity":"note","code":"I1","message":"x","file":"a","line":2,"offset":9}"#
    )
    #expect(
      Diagnostic(.warning, "I1", "x", at: .row(file: "a", sheet: nil, row: 2)).json
        == #"{"severity":"warning","code":"I1","message":"x","file":"a","row":2}"#
    )
  }

  @Test(
    "JSON escapes quotes, backslashes and control characters, nothing else",
    arguments: [
      ("a\"b", #""a\"b""#), ("a\\b", #""a\\b""#), ("a\nb\r\t", #""a\nb\r\t""#),
      ("\u{1}\u{1F}\u{7F}", #""\u0001\u001f\u007f""#), ("韦𰻝</script>", "\"韦𰻝</script>\""),
    ]
  )
  func escapes(text: String, quoted: String) {
    #expect(JSONText.quoted(text) == quoted)
  }

  @Test(
    "identity numbers show their first six and last four characters",
    arguments: [
      ("450000200503150028", "450000********0028"), ("450000050315002", "450000*****5002"),
      ("H12345678", "H1*****78"), ("123", "***"), ("", ""),
    ]
  )
  func identities(number: String, masked: String) {
    #expect(Masking.identity(number) == masked)
  }

  @Test(
    "telephone numbers show their first three and last two digits",
    arguments: [("13800000012", "138******12"), ("5815181", "58****1"), ("12", "**"), ("", "")]
  )
  func phones(number: String, masked: String) {
    #expect(Masking.phone(number) == masked)
  }

  @Test("places read as people point at them")
  func places() {
    #expect(Place.none.description == "")
    #expect(Place.none.file == nil)
    #expect(Place.byte(file: "a", line: 1, offset: 7).description == "a:1（第7字节）")
    #expect(Place.row(file: "a", sheet: "s", row: 3).description == "a:s!3")
    #expect(
      Place.cell(file: "a.csv", sheet: nil, row: 4, column: 3, heading: "姓名").description
        == "a.csv:4:3（姓名）"
    )
    #expect(cell.file == "毕业生.xlsx")
  }

  @Test(
    "columns have the letters of a spreadsheet",
    arguments: [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA"), (16_384, "XFD")]
  )
  func letters(column: Int, letters: String) {
    #expect(Place.letters(column) == letters)
  }

  @Test("a sink counts by severity and merges in order")
  func sink() {
    var sink = DiagnosticSink()
    #expect(!sink.hasErrors)
    sink.report(Diagnostic(.warning, "A", "", at: .none))
    var other = DiagnosticSink()
    other.report(Diagnostic(.error, "B", "", at: .none))
    other.report(Diagnostic(.note, "C", "", at: .none))
    sink.merge(other)
    #expect(sink.hasErrors)
    #expect(sink.errorCount == 1)
    #expect(sink.count(of: .note) == 1)
    #expect(sink.diagnostics.map(\.code) == ["A", "B", "C"])
    #expect(Severity.note < .error)
  }
}
