import Fonts
import Records
import Testing

@testable import Packets

@Suite("What is on paper")
struct PrintStateTests {
  private static func page(
    _ content: UInt64,
    sealed: Bool = false,
    _ people: [Int] = []
  ) -> PrintedPage {
    PrintedPage(
      fingerprint: Fingerprint(high: content, low: 0),
      isSealed: sealed,
      graduates: people
    )
  }

  private static func person(
    _ key: String,
    _ name: String,
    _ certificate: String,
    _ values: [String]
  ) -> PrintedRecord {
    PrintedRecord(key: key, name: name, idNumber: key, certificate: certificate, values: values)
  }

  /// A 册 of two pages in two copies and a checklist.
  private static func school() -> PrintedSchool {
    PrintedSchool(
      name: "甲校",
      detail: "区直中职学校，一式 2 份",
      revision: 1,
      record: ["甲校", "区直中职学校"],
      documents: [
        PrintedDocument(
          key: DocumentKey(form: "checklist", volume: ""),
          paper: "A4",
          seals: [],
          pages: [page(1, sealed: true)]
        ),
        PrintedDocument(
          key: DocumentKey(form: "registration", volume: "护理"),
          paper: "A3",
          seals: ["学校公章", "骑缝章"],
          pages: [page(2, [0, 1]), page(3, sealed: true, [2])]
        ),
      ],
      copies: [
        PrintedCopy(document: 0, number: 1, sides: 1, slots: [1]),
        PrintedCopy(document: 1, number: 1, sides: 1, slots: [1, 2]),
        PrintedCopy(document: 1, number: 2, sides: 1, slots: [1, 2]),
      ],
      withheld: [],
      tables: [
        PrintedTable(
          document: 1,
          kind: .graduate,
          headings: ["姓名", "身份证号码", "语文成绩"],
          rows: [
            person("1", "韦一", "101", ["韦一", "1", "60"]),
            person("2", "覃二", "102", ["覃二", "2", "70"]),
            person("3", "农三", "103", ["农三", "3", ""]),
          ]
        )
      ]
    )
  }

  @Test("a state is read back as it was written, and half of one is refused")
  func coding() throws {
    let bytes = Self.school().encoded
    #expect(try PrintedSchool(decoding: bytes).encoded == bytes)
    for count in bytes.indices {
      #expect(throws: StateDecoder.Malformed.self) {
        try PrintedSchool(decoding: Array(bytes[..<count]))
      }
    }
    #expect(throws: StateDecoder.Malformed.self) { try PrintedSchool(decoding: bytes + [0]) }
    // A list that claims to be longer than the file, and indexes that point nowhere.
    var state = Self.school()
    state.copies[0].document = 7
    #expect(throws: StateDecoder.Malformed.self) { try PrintedSchool(decoding: state.encoded) }
    for place in bytes.indices {
      var damaged = bytes
      damaged[place] ^= 0x7F
      _ = try? PrintedSchool(decoding: damaged)
    }
  }

  @Test("numbers of any size are read back", arguments: [0, 1, 127, 128, -1, .max, .min])
  func numbers(number: Int) throws {
    var encoder = StateEncoder()
    encoder.append(number)
    var decoder = StateDecoder(encoder.bytes)
    #expect(try decoder.number() == number)
    #expect(decoder.isAtEnd)
  }

  @Test("pages that differ are named copy by copy, with the seals of their sheet")
  func sheets() {
    var new = Self.school()
    new.documents[1].pages[0].fingerprint = Fingerprint(high: 9, low: 0)
    new.tables[0].rows[1].values[2] = "71"
    let comparison = SchoolComparison(from: Self.school(), to: new)
    #expect(comparison.sheets.map(\.copy) == [1, 2])
    #expect(comparison.sheets.map(\.seals) == [["骑缝章"], ["骑缝章"]])
    #expect(comparison.sheets.map(\.certificates) == [["102"], ["102"]])
    #expect(comparison.sheets.map { $0.taken?.last } == [1, 1])
    #expect(comparison.values.map(\.item) == ["语文成绩"])
    #expect(comparison.values.map(\.before) == ["70"])
    #expect(comparison.values.map(\.after) == ["71"])

    new.documents[1].pages[1].fingerprint = Fingerprint(high: 8, low: 0)
    // The signature page stands on a line of its own.
    let both = SchoolComparison(from: Self.school(), to: new).sheets
    #expect(both.map { $0.added?.first } == [1, 2, 1, 2])
    #expect(both.map(\.seals.count) == [1, 2, 1, 2])
  }

  @Test("where the total changes, all old pages stand against all new ones")
  func totals() {
    var new = Self.school()
    new.documents[1].pages = [4, 5, 6].map { Self.page($0) }
    for copy in [1, 2] { new.copies[copy].slots = [1, 2, 3] }
    let sheets = SchoolComparison(from: Self.school(), to: new).sheets
    #expect(sheets.count == 2)
    #expect(sheets.map { $0.taken?.sheets } == [2, 2])
    #expect(sheets.map { $0.added?.sheets } == [3, 3])
    #expect(sheets.map(\.prints.count) == [3, 3])
  }

  @Test("copies that come and go are put in and taken out where they lie")
  func copies() {
    var fewer = Self.school()
    fewer.copies.removeLast()
    let out = SchoolComparison(from: Self.school(), to: fewer).sheets
    #expect(out.count == 1)
    #expect(out[0].copy == 2 && out[0].taken?.sheets == 2 && out[0].added == nil)
    let put = SchoolComparison(from: fewer, to: Self.school()).sheets
    #expect(put.count == 1)
    #expect(put[0].copy == 2 && put[0].taken == nil && put[0].added?.sheets == 2)
  }

  @Test("sheets of two pages differ when either side does, or when they are printed otherwise")
  func duplex() {
    var old = Self.school()
    for copy in [1, 2] {
      old.copies[copy].sides = 2
      old.copies[copy].slots = [1, 0, 2, 0]
    }
    var new = old
    new.documents[1].pages[1].fingerprint = Fingerprint(high: 9, low: 0)
    let sheets = SchoolComparison(from: old, to: new).sheets
    #expect(sheets.map { $0.added?.first } == [2, 2])
    #expect(sheets.map { $0.prints.first?.map(\.page) } == [[2, 0], [2, 0]])
    // The same pages on sheets of one side are other sheets, the sealed one on a line of its own.
    let simplex = SchoolComparison(from: old, to: Self.school()).sheets
    #expect(simplex.map { $0.added?.sheets } == [1, 1, 1, 1])
  }

  @Test("a corrected identity number is a change of the same person and no other")
  func correctedKey() {
    var new = Self.school()
    new.tables[0].rows[1] = Self.person("22", "覃二", "102", ["覃二", "22", "70"])
    let changes = SchoolComparison(from: Self.school(), to: new).values
    #expect(changes.count == 1)
    #expect(changes.first?.item == "身份证号码")
    #expect(changes.first?.before == "2" && changes.first?.after == "22")
  }

  @Test("a value of a major is named by the major")
  func majors() {
    var old = Self.school()
    old.tables = [
      PrintedTable(
        document: 0,
        kind: .major,
        headings: ["录取数"],
        rows: [
          PrintedRecord(
            key: "\u{1F}护理",
            name: "",
            idNumber: "",
            certificate: "",
            values: ["60"]
          )
        ]
      )
    ]
    var new = old
    new.tables[0].rows[0].values[0] = "61"
    #expect(SchoolComparison(from: old, to: new).values.map(\.item) == ["护理 录取数"])
  }

  @Test("texts are compared by their bytes: 郎 and its look-alike U+F92C are two values")
  func bytes() {
    var old = Self.school()
    old.tables[0].rows[0].values[0] = "\u{90CE}"
    var new = old
    new.tables[0].rows[0].values[0] = "\u{F92C}"
    #expect(SchoolComparison(from: old, to: new).values.map(\.item) == ["姓名"])
  }

  @Test("a student more or less is a line; a whole 册 that comes or goes is none")
  func records() {
    var fewer = Self.school()
    fewer.tables[0].rows.removeLast()
    #expect(SchoolComparison(from: fewer, to: Self.school()).values.map(\.after) == ["增加"])
    #expect(SchoolComparison(from: Self.school(), to: fewer).values.map(\.after) == ["删去"])
    var without = Self.school()
    without.tables = []
    without.documents.removeLast()
    without.copies = [without.copies[0]]
    #expect(SchoolComparison(from: without, to: Self.school()).values.isEmpty)
    #expect(SchoolComparison(from: Self.school(), to: without).values.isEmpty)
  }

  @Test("the last correction that made the value says who and why")
  func corrections() throws {
    var new = Self.school()
    new.tables[0].rows[1].values[2] = "75补"
    let change = try #require(SchoolComparison(from: Self.school(), to: new).values.first)
    func correction(
      _ item: String,
      _ value: String,
      _ author: String,
      _ idNumber: String = "2"
    )
      -> Correction
    {
      Correction(
        school: "甲校",
        table: .score,
        idNumber: idNumber,
        item: item,
        value: value,
        reason: "漏录",
        author: author,
        date: "2023-07-04"
      )
    }
    let known = [
      correction("语文", "72", "甲"), correction("语文", "75补", "乙"), correction("数学", "75补", "丙"),
      correction("语文", "75补", "丁", "1"),
    ]
    #expect(change.correction(in: known)?.author == "乙")
    #expect(change.correction(in: [known[0]])?.author == "甲")
    #expect(change.correction(in: [known[2], known[3]]) == nil)
  }

  @Test("certificate numbers are shortened where they begin alike, and counted where they are many")
  func certificates() {
    #expect(CertificateList.text([]).isEmpty)
    #expect(CertificateList.text(["20230100131", "20230100134"]) == "20230100131、134")
    #expect(CertificateList.text(["20230100131", "20230200134"]) == "20230100131、20230200134")
    #expect(CertificateList.text(["7", "8"]) == "7、8")
    let many = (100..<109).map { "20230100\($0)" }
    #expect(CertificateList.text(many) == "20230100100 等 9 本（见更正单）")
  }

  @Test(
    "numbers in words",
    arguments: [
      (1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (100, "一百"), (105, "一百〇五"),
      (110, "一百一十"), (321, "三百二十一"), (1000, "1000"),
    ]
  )
  func words(number: Int, text: String) {
    #expect(ChineseNumber.text(number) == text)
  }
}
