import Diagnostics
import Records
import Testing

@testable import Exchange

@Suite("CSV and text files")
struct DelimitedTests {
  @Test("a school and its roster become a season")
  func season() throws {
    let reading = try Reading(["学校.csv": Sample.school, "毕业生.csv": Sample.roster])
    #expect(reading.findings == [])
    let graduate = try #require(reading.season.schools.first?.graduates.first)
    #expect(reading.season.schools[0].name == "示范职业学校")
    #expect(graduate[GraduateField.name] == "韦小明")
    #expect(graduate[GraduateField.conclusion] == "毕业")
    #expect(graduate.origin == RowOrigin(source: 1, row: 2))
  }

  @Test(
    "every line end and both separators give the same rows",
    arguments: ["\n", "\r\n", "\r"],
    [",", "\t"]
  )
  func lineEnds(end: String, separator: String) throws {
    var text = Sample.roster.split(separator: "\n").joined(separator: end)
    text = String(text.map { $0 == "," ? Character(separator) : $0 })
    let reading = try Reading(["a.csv": Sample.school, "b.txt": text])
    #expect(reading.findings == [])
    #expect(reading.season.schools[0].graduates.count == 1)
  }

  @Test(
    "a number that is written as a formula of a text is the text",
    arguments: [
      "=\"45000020050315001X\"", "\"=\"\"45000020050315001X\"\"\"",
    ]
  )
  func formulaOfText(cell: String) throws {
    let row = "覃红,女,\(cell),护理,2020级,3年,优秀,毕业\n"
    let reading = try Reading(["a.csv": Sample.school, "b.csv": Sample.rosterHead + "\n" + row])
    let graduate = try #require(reading.season.schools[0].graduates.first)
    #expect(graduate[GraduateField.idNumber] == "45000020050315001X")
    #expect(reading.findings == [])
  }

  @Test("a row that is wider than any sheet is refused, one as wide is read")
  func width() throws {
    func reading(_ columns: Int) throws -> Reading {
      let commas = String(repeating: ",", count: columns - 8)
      return try Reading([
        "a.csv": Sample.school,
        "b.csv": Sample.rosterHead + "\n" + Sample.person + commas + "\n",
      ])
    }
    #expect(try reading(16_384).findings == [])
    let wide = try reading(16_385)
    #expect(wide.findings.map(\.code) == ["I011"])
    #expect(wide.findings.first?.place == .row(file: "b.csv", sheet: nil, row: 2))
  }

  @Test("quotes hold separators, quotes and line ends, and later rows keep their line numbers")
  func quotes() throws {
    let text =
      Sample.rosterHead + ",备注\n" + Sample.person + ",\"甲,\"\"乙\"\"\r\n丙\"\n"
      + "覃红,女,45000020050315001X,护理,2020级,3年,优秀,毕业,x\n"
    let reading = try Reading(["a.csv": Sample.school, "b.csv": text])
    let graduates = reading.season.schools[0].graduates
    #expect(graduates.map { $0[GraduateField.remark] } == ["甲,\"乙\" 丙", "x"])
    #expect(graduates.map(\.origin.row) == [2, 4])
    #expect(reading.findings(.cleaned).count == 1)
  }

  @Test("a quote that never ends is an error with the line where it starts")
  func openQuote() throws {
    let reading = try Reading(["a.csv": Sample.school, "b.csv": Sample.roster + "\"韦,女"])
    #expect(reading.errors == ["I010"])
    #expect(reading.findings(.openQuote)[0].place == .row(file: "b.csv", sheet: nil, row: 3))
  }

  @Test("a byte order mark is no part of the first heading")
  func mark() throws {
    let reading = try Reading(["a.csv": "\u{FEFF}" + Sample.school])
    #expect(reading.season.schools.count == 1)
  }

  @Test("UTF-16 with a mark is read", arguments: [false, true])
  func utf16(isBig: Bool) throws {
    var bytes: [UInt8] = isBig ? [0xFE, 0xFF] : [0xFF, 0xFE]
    for unit in Sample.school.utf16 {
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      bytes += isBig ? pair : pair.reversed()
    }
    let reading = try Reading(bytes: [("a.csv", bytes)])
    #expect(reading.season.schools.first?.name == "示范职业学校")
    #expect(try Reading(bytes: [("a.csv", bytes + [0x41])]).errors == ["I003"])
  }

  @Test(
    "GB18030 is decoded exactly",
    arguments: [
      ([0xCE, 0xA4], "韦"), ([0x80], "€"), ([0x95, 0x32, 0x82, 0x36], "\u{20000}"),
      ([0x82, 0x35, 0x90, 0x37], "\u{9FB4}"), ([0x84, 0x31, 0x82, 0x36], "\u{FE10}"),
      ([0xA1, 0xA4], "·"), ([0x81, 0x30, 0x86, 0x30, 0x41], "\u{B8}A"),
    ] as [([UInt8], String)]
  )
  func gb18030(bytes: [UInt8], text: String) throws {
    let decoded = try GB18030.decode(bytes)
    #expect(String(decoding: decoded, as: UTF8.self) == text)
  }

  @Test("the characters that the edition of 2022 moved are read from their codes of two bytes")
  func edition2022() throws {
    let codes: [(UInt16, UInt32)] = [
      (0xA6D9, 0xFE10), (0xA6DA, 0xFE12), (0xA6DB, 0xFE11), (0xA6DC, 0xFE13), (0xA6DD, 0xFE14),
      (0xA6DE, 0xFE15), (0xA6DF, 0xFE16), (0xA6EC, 0xFE17), (0xA6ED, 0xFE18), (0xA6F3, 0xFE19),
      (0xFE59, 0x9FB4), (0xFE61, 0x9FB5), (0xFE66, 0x9FB6), (0xFE67, 0x9FB7), (0xFE6D, 0x9FB8),
      (0xFE7E, 0x9FB9), (0xFE90, 0x9FBA), (0xFEA0, 0x9FBB), (0xA8BC, 0x1E3F), (0xA140, 0xE4C6),
    ]
    for (code, scalar) in codes {
      let text = String(
        decoding: try GB18030.decode([UInt8(code >> 8), UInt8(code & 0xFF)]),
        as: UTF8.self
      )
      #expect(text.unicodeScalars.map(\.value) == [scalar], "\(code)")
    }
    let last = try GB18030.decode([0xE3, 0x32, 0x9A, 0x35])
    #expect(String(decoding: last, as: UTF8.self).unicodeScalars.map(\.value) == [0x10FFFF])
    for broken: [UInt8] in [
      [0xE3, 0x32, 0x9A, 0x36], [0xFF], [0x81], [0x81, 0x30, 0x81], [0xCE, 0x20],
    ] {
      #expect(throws: GB18030.Failure.self) { try GB18030.decode([0x41] + broken) }
    }
  }

  @Test("UTF-16 is read with and without a byte order mark", arguments: [true, false], [0, 1])
  func utf16(hasMark: Bool, low: Int) throws {
    let units = Array(((hasMark ? "\u{FEFF}" : "") + Sample.school).utf16)
    let bytes = units.flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return low == 0 ? pair : pair.reversed()
    }
    let reading = try Reading(bytes: [("a.csv", bytes)])
    #expect(reading.season.schools.map(\.name) == ["示范职业学校"])
    #expect(reading.findings == [])
  }

  @Test("a text that changes its encoding is an error at the first byte of the other one")
  func mixed() throws {
    // 韦小明 in GB18030; as UTF-8 the three characters have nine bytes that pass for GB18030.
    let gb: [UInt8] = [0xCE, 0xA4, 0xD0, 0xA1, 0xC3, 0xF7, 0x0A]
    let utf8 = Array("姓名,备注\n韦小明,无\n".utf8)
    let first = try Reading(bytes: [("a.csv", utf8 + gb)])
    #expect(first.errors == ["I003"])
    #expect(first.findings[0].place == .byte(file: "a.csv", line: 3, offset: utf8.count))
    #expect(first.findings[0].message.hasPrefix("编码混杂：前面是 UTF-8"))
    let second = try Reading(bytes: [("a.csv", gb + utf8)])
    #expect(second.findings[0].place == .byte(file: "a.csv", line: 2, offset: gb.count))
    #expect(second.findings[0].message.hasPrefix("编码混杂：前面是 GB18030"))
    // 联通 passes for UTF-8 in GB18030, and is no proof.
    let proof: [UInt8] = [0xC1, 0xAA, 0xCD, 0xA8, 0x0A]
    #expect(try TextDecoder.decode(gb + proof).encoding == .gb18030)
  }

  @Test("a GB18030 file is read and said to be")
  func gb18030File() throws {
    // 学校名称,学校类型,联系人,手机号码,学校地址 and a row 校,其他,李,1,路
    let head: [UInt8] = [
      0xD1, 0xA7, 0xD0, 0xA3, 0xC3, 0xFB, 0xB3, 0xC6, 0x2C, 0xD1, 0xA7, 0xD0, 0xA3, 0xC0, 0xE0,
      0xD0, 0xCD, 0x2C, 0xC1, 0xAA, 0xCF, 0xB5, 0xC8, 0xCB, 0x2C, 0xCA, 0xD6, 0xBB, 0xFA, 0xBA,
      0xC5, 0xC2, 0xEB, 0x2C, 0xD1, 0xA7, 0xD0, 0xA3, 0xB5, 0xD8, 0xD6, 0xB7, 0x0A,
    ]
    let row: [UInt8] = [
      0xD0, 0xA3, 0x2C, 0xC6, 0xE4, 0xCB, 0xFB, 0x2C, 0xC0, 0xEE, 0x2C, 0x31, 0x2C, 0xC2, 0xB7,
      0x0A,
    ]
    let reading = try Reading(bytes: [("a.csv", head + row)])
    #expect(reading.season.schools.map(\.name) == ["校"])
    #expect(reading.findings.map(\.code) == ["I012"])
    let broken = try Reading(bytes: [("a.csv", head + [0xFF, 0x41])])
    #expect(broken.findings(.undecodable)[0].place == .byte(file: "a.csv", line: 2, offset: 43))
    #expect(broken.findings(.undecodable)[0].isInputFailure)
  }

  @Test("a text cut off at any byte never stops the program", arguments: [1, 3])
  func truncations(step: Int) throws {
    let bytes = Array((Sample.school + Sample.roster).utf8)
    for length in stride(from: 0, to: bytes.count, by: step * 7) {
      _ = try Reading(bytes: [("a.csv", Array(bytes[..<length]))])
    }
    #expect(bytes.count > 100)
  }

  @Test("an address of 4,000 characters and a name with markup are read as they are")
  func hostile() throws {
    let address = String(repeating: "长", count: 4000)
    let text = """
      学校名称,学校类型,联系人,手机号码,学校地址
      示范职业学校,其他,<script>alert(1)</script>,1,\(address)
      """
    let reading = try Reading(["a.csv": text])
    #expect(reading.season.schools[0].record[SchoolField.address].count == 4000)
    #expect(reading.season.schools[0].record[SchoolField.contact] == "<script>alert(1)</script>")
  }

  @Test("a control character in a name is an error at the cell")
  func control() throws {
    let roster = Sample.roster("姓名", "韦\u{1}明")
    let reading = try Reading(["a.csv": Sample.school, "b.csv": roster])
    #expect(reading.errors == ["I053"])
    let finding = reading.findings(.controlCharacter)[0]
    #expect(finding.place == .cell(file: "b.csv", sheet: nil, row: 2, column: 1, heading: "姓名"))
    #expect(
      finding.subject
        == Subject(
          school: "示范职业学校",
          extent: .record(table: "毕业生", record: 0, fields: ["name"]),
          individual: .init(name: "韦\u{1}明", idNumber: "450000200503150028")
        )
    )
    #expect(finding.subject?.person == "韦** 450000********0028")
  }
}
