import Diagnostics
import Testing

@Suite("What of a finding is shown")
struct PresentationTests {
  @Test(
    "identity numbers are masked wherever they stand",
    arguments: [
      ("450000200503150028", "450000********0028"),
      ("“45000020050315001x”，", "“450000********001x”，"),
      ("450000 20050315 0028 ", "450000 ******** 0028 "),
      ("４５００００２００５０３１５００２８", "４５００００********００２８"),
      ("名册450000200503150028.xlsx", "名册450000********0028.xlsx"),
      ("G450000200503150028", "G450000********0028"),
      ("450000050315002", "450000*****5002"),
      ("45000020050\u{200B}3150028", "450000*****\u{200B}***0028"),
    ]
  )
  func masked(text: String, shown: String) {
    #expect(Masking.identities(in: text) == shown)
  }

  @Test(
    "other numbers stay as they are",
    arguments: [
      "15400000001", "20230100001", "0771-5800000", "2021-09-01", "4500000001、4500000002",
    ]
  )
  func plain(text: String) {
    #expect(Masking.identities(in: text) == text)
  }

  @Test("what a terminal would obey is named, line ends and tabs stay")
  func visible() {
    #expect(ShownText.visible("a\u{1B}[2Jb\u{202E}c\u{7F}\n\t覃") == "aU+001B[2JbU+202EcU+007F\n\t覃")
  }

  @Test("a person or a value that holds a line end begins no line", arguments: [true, false])
  func oneLine(isMasked: Bool) {
    let forged = "覃\n学校.csv:2:1: 错误: 校 [R120]\u{2028}"
    let person = Subject.Individual(name: forged, idNumber: "450000200503150028\n")
    #expect(!person.label(isMasked: isMasked).contains { $0.isNewline })
    let finding = Diagnostic(
      .error,
      "R125",
      "“\(forged)”",
      at: .none,
      about: Subject(school: "校", extent: .school, individual: person)
    )
    let text = finding.presented(maskingIdentities: isMasked).text
    #expect(!text.contains { $0.isNewline })
    #expect(text.contains("覃U+000A学校.csv"))
  }

  @Test("every text of a finding is changed, and nothing else")
  func everywhere() {
    let number = "450000200503150028"
    let place = Place.cell(
      file: "\(number).xlsx",
      sheet: number,
      row: 2,
      column: 3,
      heading: number
    )
    let finding = Diagnostic(
      .error,
      "I050",
      "“\(number)”\u{1B}",
      at: place,
      about: Subject(school: "校", extent: .school, person: number),
      excerpt: Diagnostic.Excerpt(line: number, column: 4),
      notes: [Diagnostic.Note(place: .file(number), message: number)]
    )
    let shown = finding.presented(maskingIdentities: true)
    for text in [shown.text, shown.json] {
      #expect(!text.contains(number))
      #expect(!text.contains("\u{1B}"))
    }
    #expect(shown.code == "I050")
    #expect(shown.excerpt?.column == 4)
    #expect(shown.subject?.person == "450000********0028")
    let whole = finding.presented(maskingIdentities: false)
    #expect(whole.place == place)
    #expect(whole.message == "“\(number)”U+001B")
  }
}
