import DocumentModel
import Markup
import Testing

@testable import XMLOutput

/// A document with one table of graduates whose names are given.
func sampleDocument(names: [String], form: String = "registration") -> XMLRecordDocument {
  XMLRecordDocument(
    form: form,
    volume: "护理",
    year: 2023,
    tables: [
      XMLTable(
        container: "schools",
        element: "school",
        rows: Lazy([XMLRow(n: 0, fields: [XMLField(.element("name"), "示例学校")])])
      ),
      XMLTable(
        container: "graduates",
        element: "graduate",
        rows: Lazy(count: names.count) { index in
          XMLRow(
            n: index + 12,
            fields: [
              XMLField(.element("name"), names[index]), XMLField(.element("sex"), ""),
              XMLField(.extra("民族"), "壮族"),
            ]
          )
        }
      ),
    ]
  )
}

@Suite("XML of a document's records")
struct XMLRecordWriterTests {
  private func written(_ document: XMLRecordDocument) throws -> String {
    String(decoding: try XMLRecordWriter.write(document), as: UTF8.self)
  }

  @Test("A small document is written to the byte; empty values are left out")
  func smallDocument() throws {
    let expected = """
      <?xml version="1.0" encoding="UTF-8"?>
      <yanyin form="registration" volume="护理" year="2023" revision="1">
        <schools>
          <school n="0">
            <name>示例学校</name>
          </school>
        </schools>
        <graduates>
          <graduate n="12">
            <name>韦𠮷·一</name>
            <extra name="民族">壮族</extra>
          </graduate>
        </graduates>
      </yanyin>

      """
    #expect(try written(sampleDocument(names: ["韦𠮷·一"])).utf8.elementsEqual(expected.utf8))
  }

  @Test(
    "Hostile values stay values",
    arguments: [
      ("<script>", "&lt;script&gt;"), ("]]>", "]]&gt;"), ("&amp;\"'", "&amp;amp;&quot;'"),
      ("一\r\n二\t", "一&#13;\n二\t"), (" 前后 ", " 前后 "), ("郎", "郎"), ("\u{F92C}", "\u{F92C}"),
    ]
  )
  func hostileValue(value: String, expected: String) throws {
    let text = try written(sampleDocument(names: [value]))
    let lines = text.split(separator: "<name>", maxSplits: 2)
    let name = try #require(lines.last?.split(separator: "</name>").first)
    #expect(name.utf8.elementsEqual(expected.utf8))
  }

  @Test("Quotes in an attribute do not end it")
  func hostileAttribute() throws {
    var document = sampleDocument(names: [])
    document.volume = "\"><x a='&\n"
    let text = try written(document)
    #expect(text.contains("volume=\"&quot;&gt;&lt;x a='&amp;&#10;\""))
    #expect(text.contains("<graduates/>"))
  }

  @Test(
    "What XML cannot carry is an error and no document",
    arguments: ["\u{0}", "a\u{1}", "\u{1F}", "\u{FFFE}", "一\u{FFFF}"]
  )
  func illegalCharacter(value: String) {
    #expect(throws: MarkupWriterError.self) {
      try XMLRecordWriter.write(sampleDocument(names: [value]))
    }
  }

  @Test("A field without a proper name is an error", arguments: ["", "民族", "1a", "a b", "a>"])
  func illegalName(name: String) {
    let row = XMLRow(n: 1, fields: [XMLField(.element(name), "甲")])
    let document = XMLRecordDocument(
      form: "x",
      year: 2023,
      tables: [XMLTable(container: "rows", element: "row", rows: Lazy([row]))]
    )
    #expect(throws: MarkupWriterError.illegalName(name)) { try XMLRecordWriter.write(document) }
  }

  @Test("Thousands of records come out whole and twice the same")
  func manyRecords() throws {
    let document = sampleDocument(names: (0..<3_000).map { "学生\($0)" })
    let text = try written(document)
    #expect(text.ranges(of: "<graduate n=").count == 3_000)
    #expect(text.hasSuffix("</yanyin>\n"))
    #expect(try written(document) == text)
  }
}
