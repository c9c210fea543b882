import Records
import Testing

@testable import Exchange

/// Workbooks as other programs write them: each differs from Excel's in what it leaves out or writes
/// another way, and all hold the same two changes.
@Suite("Workbooks of other programs")
struct WriterDialectTests {
  private static let headings = [
    "姓名", "身份证号码", "性别", "专业名称", "年级", "学制", "异动前", "异动后", "异动时间", "异动类型", "审核状态",
  ]
  private static let person = ["韦·小明", "450000200503150028", "女", "护理", "2020级", "3年"]
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let links =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// Relationships of one source.
  private static func relationships(
    _ base: String,
    _ targets: [(word: String, target: String)]
  )
    -> String
  {
    let list = targets.enumerated().map { index, link in
      "<Relationship Id=\"rId\(index + 1)\" Type=\"\(base)/\(link.word)\" Target=\"\(link.target)\"/>"
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      + "\(list.joined())</Relationships>"
  }

  /// What a workbook must give, whoever wrote it: one row with its day as a date, one as a text.
  private func expectSeason(
    _ archive: ZipParts,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let reading = try Reading(bytes: [
      ("a.csv", Array(Sample.school.utf8)), ("异动.xlsx", archive.bytes),
    ])
    #expect(reading.errors == [], sourceLocation: sourceLocation)
    let changes = reading.season.schools[0].changes
    #expect(
      changes.map { Array($0.values.filter { !$0.isEmpty }) } == [
        Self.person + ["会计", "护理", "2021-09-01", "调专业", "审核通过"],
        Self.person + ["2019级", "2020级", "2020-09-01", "留级", "审核通过"],
      ],
      sourceLocation: sourceLocation
    )
    #expect(
      reading.season.sources.last?.columns.compactMap { $0?.number } == Array(1...11),
      sourceLocation: sourceLocation
    )
    #expect(changes.map(\.origin.row) == [2, 3], sourceLocation: sourceLocation)
  }

  /// A row of inline texts without references.
  private static func inline(_ texts: [String], prefix: String = "") -> String {
    texts.map {
      "<\(prefix)c t=\"inlineStr\"><\(prefix)is><\(prefix)t>\($0)</\(prefix)t></\(prefix)is></\(prefix)c>"
    }.joined()
  }

  /// A row of shared texts, which are collected; nil stands for the day, whose cell is given.
  private static func shared(
    _ texts: [String?],
    row: Int,
    day: String = "",
    into list: inout [String]
  ) -> String {
    texts.enumerated().map { index, text in
      let reference = "\(Array("ABCDEFGHIJK")[index])\(row)"
      guard let text else { return "<c r=\"\(reference)\" \(day)</c>" }
      list.append(text)
      return "<c r=\"\(reference)\" s=\"0\" t=\"s\"><v>\(list.count - 1)</v></c>"
    }.joined()
  }

  private static let second = person + ["2019级", "2020级", "2020-09-01", "留级", "审核通过"]
  private static let first = person + ["会计", "护理"]

  @Test("strict OOXML, with its own namespaces and days in ISO form")
  func strict() throws {
    let base = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    let main = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    var texts: [String] = []
    let rows = [
      "<row r=\"1\" spans=\"1:11\">\(Self.shared(Self.headings, row: 1, into: &texts))</row>",
      "<row r=\"2\" spans=\"1:11\">"
        + Self.shared(
          Self.first + [nil, "调专业", "审核通过"],
          row: 2,
          day: "s=\"1\" t=\"d\"><v>2021-09-01T00:00:00.000</v>",
          into: &texts
        ) + "</row>",
      "<row r=\"3\">\(Self.shared(Self.second, row: 3, into: &texts))</row>",
    ]
    try expectSeason(
      ZipParts([
        "_rels/.rels": Self.relationships(base, [("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml":
          "<workbook xmlns=\"\(main)\" xmlns:r=\"\(base)\" conformance=\"strict\"><workbookPr"
          + " dateCompatibility=\"0\"/><sheets><sheet name=\"异动\" sheetId=\"1\" r:id=\"rId1\"/>"
          + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": Self.relationships(
          base,
          [("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml")]
        ),
        "xl/worksheets/sheet1.xml":
          "<worksheet xmlns=\"\(main)\"><dimension ref=\"A1:K3\"/><sheetData>\(rows.joined())"
          + "</sheetData></worksheet>",
        "xl/sharedStrings.xml":
          "<sst xmlns=\"\(main)\">" + texts.map { "<si><t>\($0)</t></si>" }.joined() + "</sst>",
      ])
    )
  }

  @Test("Apache POI as a stream: inline texts, no shared ones, sizes behind the parts")
  func poi() throws {
    let rows = [
      "<row r=\"1\">\(Self.inline(Self.headings))</row>",
      "<row r=\"2\">\(Self.inline(Self.first))<c r=\"I2\" s=\"1\"><v>44440.0</v></c>"
        + "\(Self.inline(["调专业", "审核通过"]))</row>",
      "<row r=\"3\">\(Self.inline(Self.second))</row>",
    ]
    var archive = ZipParts([
      "[Content_Types].xml": "<Types/>",
      "_rels/.rels": Self.relationships(Self.links, [("officeDocument", "xl/workbook.xml")]),
      "xl/styles.xml":
        "<styleSheet xmlns=\"\(Self.main)\"><numFmts count=\"1\"><numFmt numFmtId=\"165\""
        + " formatCode=\"yyyy\\-mm\\-dd\"/></numFmts><cellStyleXfs><xf numFmtId=\"165\"/>"
        + "</cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>",
      "xl/workbook.xml":
        "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.links)\"><workbookPr date1904=\"false\"/>"
        + "<bookViews><workbookView activeTab=\"0\"/></bookViews><sheets><sheet name=\"异动\""
        + " r:id=\"rId2\" sheetId=\"1\"/></sheets></workbook>",
      "xl/_rels/workbook.xml.rels": Self.relationships(
        Self.links,
        [("styles", "styles.xml"), ("worksheet", "worksheets/sheet1.xml")]
      ),
      "xl/worksheets/sheet1.xml":
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<worksheet xmlns=\"\(Self.main)\"><sheetFormatPr"
        + " defaultRowHeight=\"15.0\"/><sheetData>\n\(rows.joined(separator: "\n"))\n</sheetData>"
        + "</worksheet>",
    ])
    archive.isStreamed = true
    try expectSeason(archive)
  }

  @Test(
    "a prefix before every name, absolute paths, no reference in rows and cells, a byte order mark"
  )
  func prefixed() throws {
    let rows = [Self.headings, Self.first + ["2021/9/1", "调专业", "审核通过"], Self.second].map {
      "<x:row>\(Self.inline($0, prefix: "x:"))</x:row>"
    }
    try expectSeason(
      ZipParts([
        "xl/worksheets/Sheet.xml":
          "\u{FEFF}<?xml version=\"1.0\" encoding=\"utf-8\"?><x:worksheet xmlns:x=\"\(Self.main)\">"
          + "<x:sheetData>\(rows.joined())</x:sheetData></x:worksheet>",
        "xl/workbook.xml":
          "\u{FEFF}<?xml version=\"1.0\" encoding=\"utf-8\"?><x:workbook xmlns:x=\"\(Self.main)\""
          + " xmlns:rel=\"\(Self.links)\"><x:sheets><x:sheet name=\"异动\" sheetId=\"1\" rel:id=\"rId1\"/>"
          + "</x:sheets></x:workbook>",
        "xl/_rels/workbook.xml.rels": Self.relationships(
          Self.links,
          [("worksheet", "/xl/worksheets/Sheet.xml")]
        ),
        "_rels/.rels": Self.relationships(Self.links, [("officeDocument", "/xl/workbook.xml")]),
      ])
    )
  }

  @Test(
    "WPS and LibreOffice: foreign attributes, texts in pieces with readings, formulas with results"
  )
  func wps() throws {
    var texts: [String] = []
    let rows = [
      "<row r=\"1\" customHeight=\"1\" x14ac:dyDescent=\"0.15\" spans=\"1:11\">"
        + Self.shared(Self.headings, row: 1, into: &texts) + "<c r=\"L1\" s=\"2\"/></row>",
      "<row r=\"2\" x14ac:dyDescent=\"0.15\">"
        + Self.shared(
          Self.first + [nil, "调专业", "审核通过"],
          row: 2,
          day: "s=\"1\" t=\"n\"><f aca=\"false\">DATE(2021,9,1)</f><v>44440</v>",
          into: &texts
        ) + "</row>",
      "<row r=\"3\">\(Self.shared(Self.second, row: 3, into: &texts))</row>",
      // Rows that only have a look: LibreOffice writes them to the end of the sheet.
      "<row r=\"1048576\" customFormat=\"false\" ht=\"12.8\"><c r=\"A1048576\" s=\"2\"/></row>",
    ]
    let items = texts.map { text in
      text == "韦·小明"
        ? "<si><r><rPr><sz val=\"11\"/><rFont val=\"宋体\"/></rPr><t>韦·</t></r><r><t xml:space="
          + "\"preserve\">小明</t></r><rPh sb=\"0\" eb=\"1\"><t>Wei</t></rPh><phoneticPr fontId=\"1\"/></si>"
        : "<si><t xml:space=\"preserve\">\(text)</t></si>"
    }
    try expectSeason(
      ZipParts([
        "_rels/.rels": Self.relationships(
          Self.links,
          [("custom-properties", "docProps/custom.xml"), ("officeDocument", "xl/workbook.xml")]
        ),
        "docProps/custom.xml": "<Properties/>",
        "xl/workbook.xml":
          "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.links)\" xmlns:mc=\"urn:mc\"><fileVersion"
          + " appName=\"xl\"/><workbookPr/><mc:AlternateContent><mc:Choice Requires=\"x15\"/>"
          + "</mc:AlternateContent><sheets><sheet name=\"异动\" sheetId=\"1\" state=\"visible\""
          + " r:id=\"rId3\"/></sheets><calcPr calcId=\"144525\"/></workbook>",
        "xl/_rels/workbook.xml.rels": Self.relationships(
          Self.links,
          [
            ("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml"),
            ("worksheet", "worksheets/sheet1.xml"),
          ]
        ),
        "xl/styles.xml":
          "<styleSheet xmlns=\"\(Self.main)\"><cellXfs><xf numFmtId=\"49\"/><xf numFmtId=\"14\"/>"
          + "<xf numFmtId=\"0\"/></cellXfs></styleSheet>",
        "xl/sharedStrings.xml":
          "<sst xmlns=\"\(Self.main)\" count=\"31\" uniqueCount=\"31\">\(items.joined())</sst>",
        "xl/worksheets/sheet1.xml":
          "<worksheet xmlns=\"\(Self.main)\" xmlns:x14ac=\"urn:x14ac\" xmlns:etc="
          + "\"http://www.wps.cn/officeDocument/2017/etCustomData\"><sheetPr/><dimension ref=\"A1\"/>"
          + "<cols><col min=\"1\" max=\"11\" width=\"9\"/></cols><sheetData>\(rows.joined())</sheetData>"
          + "<extLst><ext uri=\"x\"><etc:t>附注</etc:t></ext></extLst></worksheet>",
      ])
    )
  }

  @Test("truth is written as a number or as a word", arguments: ["1", "true"])
  func truth(word: String) throws {
    let rows = [
      "<row>\(Self.inline(Sample.rosterHead.split(separator: ",").map(String.init) + ["备注"]))</row>",
      "<row>\(Self.inline(Sample.person.split(separator: ",").map(String.init)))"
        + "<c t=\"b\"><v>\(word)</v></c></row>",
    ]
    let archive = ZipParts([
      "xl/workbook.xml":
        "<workbook xmlns:r=\"\(Self.links)\"><sheets><sheet name=\"a\" r:id=\"rId1\"/></sheets></workbook>",
      "xl/_rels/workbook.xml.rels": Self.relationships(
        Self.links,
        [("worksheet", "worksheets/sheet1.xml")]
      ),
      "xl/worksheets/sheet1.xml":
        "<worksheet><sheetData>\(rows.joined())</sheetData></worksheet>",
    ])
    let reading = try Reading(bytes: [
      ("a.csv", Array(Sample.school.utf8)), ("b.xlsx", archive.bytes),
    ])
    #expect(reading.season.schools[0].graduates[0][GraduateField.remark] == "TRUE")
  }
}
