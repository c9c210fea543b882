import Diagnostics
import Records
import Testing

@testable import Ledger

@Suite("Texts and bytes of a ledger")
struct CodingTests {
  @Test("a record comes back byte for byte, whatever stands in it")
  func record() throws {
    let text = RecordText(RecordSchema.builtIn[.graduate])
    var values = ContiguousArray(repeating: "", count: GraduateField.allCases.count)
    values[GraduateField.name.rawValue] = "\u{F92C}\"\\\u{1}\n\u{30EDD}"
    values[GraduateField.remark.rawValue] = "a\u{1F}b\tc\u{7F}"
    let stored = text.text(of: values)
    let (again, unknown) = try text.values(of: stored)
    #expect(unknown.isEmpty)
    #expect(zip(again, values).allSatisfy { $0.utf8.elementsEqual($1.utf8) })
    #expect(text.text(of: again).utf8.elementsEqual(stored.utf8))
  }

  @Test("fields stand in the order of their names, with those that the schema does not know")
  func unknownFields() throws {
    var schema = RecordSchema.builtIn
    schema.declare(FieldDefinition("nation", "民族"), in: .graduate)
    var values = ContiguousArray(repeating: "", count: schema[.graduate].count)
    values[GraduateField.name.rawValue] = "韦一"
    values[GraduateField.sex.rawValue] = "男"
    values[values.count - 1] = "壮族"
    let stored = RecordText(schema[.graduate]).text(of: values)
    #expect(stored == #"{"name":"韦一","nation":"壮族","sex":"男"}"#)
    let builtIn = RecordText(RecordSchema.builtIn[.graduate])
    let (known, unknown) = try builtIn.values(of: stored)
    #expect(unknown == [RecordText.Unknown(name: "nation", value: "壮族")])
    #expect(builtIn.text(of: known, keeping: unknown) == stored)
  }

  @Test("scores come back with their courses and terms")
  func scores() throws {
    let sheet = ScoreText.Sheet(
      idNumber: SampleSeason.man,
      name: "",
      entries: [
        ScoreText.Entry(course: "语文", term: "2021-1", score: "85", makeup: ""),
        ScoreText.Entry(course: "英语[口语]", term: "", score: "55", makeup: "75"),
      ]
    )
    let text = ScoreText.text(of: sheet)
    let again = try ScoreText.sheet(of: text)
    #expect(again.entries == sheet.entries)
    #expect(again.idNumber == sheet.idNumber)
    #expect(ScoreText.text(of: again) == text)
  }

  @Test(
    "what this program cannot have written is damage and never a crash",
    arguments: [
      "", "{", "{\"a\"", "{\"a\":1}", "{\"a\":\"b\"", "{\"a\":\"b\"}x", "{\"a\":\"\\u0\"}", "[]",
    ]
  )
  func damage(text: String) {
    #expect(throws: DamagedText.self) {
      try RecordText(RecordSchema.builtIn[.graduate]).values(of: text)
    }
    #expect(throws: DamagedText.self) { try ScoreText.sheet(of: text) }
  }

  @Test("members come back in order; every truncation is damage")
  func members() throws {
    let members = (0..<40).map { index -> Listing.Member in
      let origins = (0..<index % 4).map { number -> CellOrigin in
        CellOrigin(source: Int64(number), row: Int64(index * 300), column: Int64(number * 90))
      }
      return Listing.Member(entity: Int64(index % 7) * 1_000_003, origins: origins)
    }
    let bytes = MemberBytes.bytes(of: members)
    #expect(try MemberBytes.members(of: bytes) == members)
    for count in 0..<bytes.count {
      #expect(throws: DamagedText.self) { try MemberBytes.members(of: Array(bytes[..<count])) }
    }
  }

  @Test("neighbouring rows of a file take five bytes each")
  func compactMembers() {
    let members = (1...1000).map { (number: Int64) -> Listing.Member in
      let origin = CellOrigin(source: 1, row: number, column: 0)
      return Listing.Member(entity: number, origins: [origin])
    }
    #expect(MemberBytes.bytes(of: members).count <= 5 * 1000 + 8)
  }

  @Test("a finding comes back with its place, subject and notes")
  func findings() throws {
    let place = Place.cell(file: "a.xlsx", sheet: "名册", row: 4, column: 3, heading: "身份证号码")
    let finding = Diagnostic(
      .error,
      "I042",
      "该单元格是数值",
      at: place,
      about: Subject(
        school: "甲学校",
        extent: .record(table: "毕业生", record: 2, fields: ["idNumber"]),
        individual: .init(name: "韦小明", idNumber: "450000200503150028")
      ),
      notes: [Diagnostic.Note(place: .text(file: "b.json", line: 3, column: 9), message: "另一处")]
    )
    let text = try ListedFinding.text(of: [ListedFinding(finding, entity: 7)])
    let again = try #require(ListedFinding.findings(of: text).first)
    #expect(again.entity == 7)
    #expect(again.diagnostic(school: "甲学校", table: "毕业生", index: 2) == finding)
  }

  @Test(
    "every place comes back",
    arguments: [
      Place.none, .file("a"), .text(file: "a", line: 1, column: 2),
      .byte(file: "a", line: 3, offset: 4), .row(file: "a", sheet: nil, row: 5),
      .row(file: "a", sheet: "b", row: 5),
      .cell(file: "a", sheet: nil, row: 6, column: 7, heading: "姓名"),
    ]
  )
  func places(place: Place) {
    #expect(ListedPlace(place).place == place)
  }
}
