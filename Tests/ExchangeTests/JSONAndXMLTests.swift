import Diagnostics
import Records
import Testing

@testable import Exchange

@Suite("JSON and XML")
struct JSONAndXMLTests {
  static let json = """
    {"学校":[{"学校名称":"示范职业学校","学校类型":"其他","联系人":"李","手机号码":13800000001,"学校地址":"路"}],
     "毕业生":[{"姓名":"\\u97e6","性别":"女","身份证号码":"450000200503150028","专业名称":"护理","年级":"2020级",
       "学制":"3年","操行":"优秀","毕(结)业":"毕业"}],
     "成绩":[{"身份证号码":"450000200503150028","语文":85.50}]}
    """

  @Test("tables of JSON are read by their names")
  func tables() throws {
    let reading = try Reading(["a.json": Self.json])
    #expect(reading.findings == [])
    #expect(reading.season.schools[0].graduates[0][GraduateField.name] == "韦")
    #expect(reading.season.schools[0].record[SchoolField.phone] == "13800000001")
    #expect(reading.season.schools[0].scores.sheets[0].entries[0].score == "85.50")
  }

  @Test("an identity number as a JSON number is an error")
  func number() throws {
    let text = Self.json.split(separator: "\"450000200503150028\"").joined(
      separator: "450000200503150028"
    )
    let reading = try Reading(["a.json": text])
    #expect(reading.errors == ["I042", "I042"])
  }

  @Test(
    "faults of JSON have a line and a column",
    arguments: [
      ("{\"学校\":[\n{\"a\":1,\"a\":2}]}", 2, 8), ("{\"学校\":[}", 1, 8), ("[1,]", 1, 4),
      ("[\"a", 1, 2),
      ("[01]", 1, 2), ("{} x", 1, 4), ("[\"\\ud800\"]", 1, 3),
    ]
  )
  func faults(text: String, line: Int, column: Int) throws {
    let reading = try Reading(["a.json": text])
    #expect(reading.errors == ["I008"])
    #expect(reading.findings[0].place == .text(file: "a.json", line: line, column: column))
  }

  @Test("deep nesting is refused, nested values are errors")
  func nesting() throws {
    let deep = String(repeating: "[", count: 100_000)
    #expect(try Reading(["a.json": deep]).errors == ["I008"])
    let text = Self.json.split(separator: "\"路\"").joined(separator: "{\"a\":[]}")
    #expect(try Reading(["a.json": text]).errors == ["I054"])
  }

  @Test("JSON cut off at any byte never stops the program")
  func truncations() throws {
    let bytes = Array(Self.json.utf8)
    for length in 1..<bytes.count {
      let reading = try Reading(bytes: [("a.json", Array(bytes[..<length]))])
      #expect(!reading.errors.isEmpty)
    }
  }

  static func xml(_ graduates: String, scores: String = "") -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <yanyin form="registration" year="2023">
      <school n="1"><name>示范职业学校</name><type>其他</type></school>
      <graduates>\(graduates)</graduates><scores>\(scores)</scores>
    </yanyin>
    """
  }

  @Test("records of several XML files merge and come in the order of their ordinals")
  func merge() throws {
    let first = Self.xml(
      "<graduate n=\"3\"><name>丙&amp;</name></graduate><graduate n=\"1\"><name>甲</name></graduate>",
      scores: "<score n=\"2\"><idNumber>2</idNumber><course>数学</course><score>70</score></score>"
    )
    let second = Self.xml(
      "<graduate n=\"2\"><name>乙</name></graduate><graduate n=\"1\"><name>甲</name></graduate>",
      scores: "<score n=\"1\"><idNumber>1</idNumber><course>语文</course><score>80</score></score>"
    )
    let reading = try Reading(["a.xml": first, "b.xml": second])
    #expect(reading.findings == [])
    #expect(reading.season.schools.count == 1)
    #expect(reading.season.schools[0].graduates.map { $0[GraduateField.name] } == ["甲", "乙", "丙&"])
    #expect(reading.season.schools[0].scores.courseNames == ["语文", "数学"])
  }

  @Test("a declared column without an ASCII name is read from its attribute")
  func extra() throws {
    var schema = RecordSchema.builtIn
    schema.declare(FieldDefinition("民族名", "民族"), in: .graduate)
    let text = Self.xml(
      "<graduate n=\"1\"><name>甲</name><extra name=\"民族\">壮族</extra></graduate>"
    )
    let bytes = [("a.xml", Array(text.utf8))]
    let reading = try Reading(bytes: bytes, schema: schema)
    #expect(reading.season.schools[0].graduates[0].values.last == "壮族")
    #expect(try Reading(bytes: bytes).findings(.unknownColumns).count == 1)
  }

  @Test("XML files that disagree about a record are an error")
  func conflict() throws {
    let reading = try Reading([
      "a.xml": Self.xml("<graduate n=\"1\"><name>甲</name></graduate>"),
      "b.xml": Self.xml("<graduate n=\"1\"><name>乙</name></graduate>"),
    ])
    #expect(reading.errors == ["I064"])
  }

  @Test(
    "document types, entities, foreign roots and broken XML are refused",
    arguments: [
      ("<!DOCTYPE yanyin [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><yanyin>&a;</yanyin>", "I007"),
      ("<!DOCTYPE y [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><yanyin>&b;</yanyin>", "I007"),
      ("<yanyin>&unknown;</yanyin>", "I007"), ("<yanyin><school></yanyin>", "I007"),
      ("<students><student/></students>", "I009"),
    ]
  )
  func refused(text: String, code: String) throws {
    #expect(try Reading(["a.xml": text]).errors == [code])
  }

  @Test("XML cut off at any byte is an error")
  func truncatedXML() throws {
    let bytes = Array(Self.xml("<graduate n=\"1\"><name>甲</name></graduate>").utf8)
    for length in stride(from: 40, to: bytes.count - 1, by: 5) {
      #expect(!(try Reading(bytes: [("a.xml", Array(bytes[..<length]))])).errors.isEmpty)
    }
  }
}
