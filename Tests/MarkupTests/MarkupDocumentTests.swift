import Diagnostics
import Testing

@testable import Markup

@Suite("Positioned XML documents")
struct MarkupDocumentTests {
  private func parse(
    _ text: String,
    limits: MarkupLimits = MarkupLimits()
  ) throws -> (document: MarkupDocument?, diagnostics: [Diagnostic]) {
    try parse(Array(text.utf8), limits: limits)
  }

  private func parse(
    _ bytes: [UInt8],
    limits: MarkupLimits = MarkupLimits()
  ) throws -> (document: MarkupDocument?, diagnostics: [Diagnostic]) {
    var sink = DiagnosticSink()
    let document = try MarkupDocument.parse(bytes, file: "a.xml", limits: limits, into: &sink)
    return (document, sink.diagnostics)
  }

  /// Line and column of a byte.
  private func position(_ offset: Int, _ document: MarkupDocument) -> [Int] {
    let (line, column) = document.source.position(at: offset)
    return [line, column]
  }

  @Test("every name, value and text knows its exact place")
  func places() throws {
    let text = """
      <?xml version="1.0" encoding="utf-8"?>
      <form id='甲'>
        <p  align = "左&lt;右">学校 <br/>名&#x79F0;</p>
      </form>
      """
    let document = try #require(try parse(text).document)
    #expect(document.root.name == "form")
    #expect(position(document.root.nameOffset, document) == [2, 2])
    #expect(position(document.root.attributes[0].nameOffset, document) == [2, 7])
    #expect(position(document.root.attributes[0].value.range.lowerBound, document) == [2, 11])
    let paragraph = document.root.elements[0]
    #expect(position(paragraph.nameOffset, document) == [3, 4])
    let align = try #require(paragraph["align"]?.value)
    #expect(align.value == "左<右")
    // The value starts at column 16; the reference takes columns 17 to 20.
    let source = document.source
    #expect(position(align.sourceOffset(of: 0, in: source), document) == [3, 16])
    #expect(position(align.sourceOffset(of: 3, in: source), document) == [3, 17])
    #expect(position(align.sourceOffset(of: 4, in: source), document) == [3, 21])
    guard case .text(let last)? = paragraph.children.last else {
      Issue.record("the paragraph ends with text")
      return
    }
    #expect(last.value == "名称")
    #expect(position(last.range.lowerBound, document) == [3, 32])
  }

  @Test("comments and instructions are left out, CDATA is kept as it stands")
  func pieces() throws {
    let document = try #require(
      try parse("<a>1<!-- <b>{x}</b> -->2<?go > ?><![CDATA[<&lt;]]>3</a>").document
    )
    let texts = document.root.children.compactMap { node -> String? in
      guard case .text(let text) = node else { return nil }
      return text.value
    }
    #expect(texts == ["1", "2", "<&lt;", "3"])
  }

  @Test("line ends are read as XML says, and a byte order mark is no column")
  func lineEnds() throws {
    let document = try #require(try parse("\u{FEFF}<a\r\n  b='1\r\n2'>x\r\ny</a>").document)
    #expect(document.root["b"]?.value.value == "1 2")
    guard case .text(let text) = document.root.children[0] else { return }
    #expect(Array(text.value.utf8) == Array("x\ny".utf8))
    #expect(position(text.range.lowerBound, document) == [3, 4])
    #expect(position(text.sourceOffset(of: 2, in: document.source), document) == [4, 1])
  }

  @Test(
    "faults are findings at their place",
    arguments: [
      ("<a>\n <b>\n</a>", "T001", 3, 1),
      ("<a b='1' b='2'/>", "T001", 1, 10),
      ("<a>一&nbsp;二</a>", "T001", 1, 5),
      ("<a>\n <b", "T001", 2, 4),
      ("<a b=1/>", "T001", 1, 6),
      ("<a/><b/>", "T001", 1, 5),
      ("<a>\u{1}</a>", "T001", 1, 4),
      ("文字", "T001", 1, 1),
      ("<!DOCTYPE a>\n<a/>", "T002", 1, 1),
      ("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>", "T002", 1, 1),
      ("<?xml version='1.0' encoding='GB18030'?><a/>", "T003", 1, 31),
    ]
  )
  func faults(_ text: String, _ code: String, _ line: Int, _ column: Int) throws {
    let (document, diagnostics) = try parse(text)
    #expect(document == nil)
    #expect(diagnostics.map(\.code) == [code])
    #expect(diagnostics.first?.place == .text(file: "a.xml", line: line, column: column))
    #expect(diagnostics.first?.excerpt?.column == column)
  }

  @Test("entities of a document type never expand")
  func billionLaughs() throws {
    var text = "<!DOCTYPE a [<!ENTITY e0 'ha'>"
    for level in 1...20 {
      text += "<!ENTITY e\(level) '\(String(repeating: "&e\(level - 1);", count: 10))'>"
    }
    let (document, diagnostics) = try parse(text + "]>\n<a>&e20;</a>")
    #expect(document == nil)
    #expect(diagnostics.map(\.code) == ["T002"])
  }

  @Test("other encodings, size and depth are refused")
  func limits() throws {
    #expect(try parse([0x3C, 0x61, 0x3E, 0xD6, 0xD0, 0x3C]).diagnostics.map(\.code) == ["T003"])
    #expect(
      try parse([0x3C, 0x61, 0x3E, 0xD6, 0xD0]).diagnostics.first?.place
        == .byte(file: "a.xml", line: 1, offset: 3)
    )
    #expect(try parse("<a>  </a>", limits: .init(size: 8)).diagnostics.map(\.code) == ["T004"])
    let deep = String(repeating: "<a>", count: 33) + String(repeating: "</a>", count: 33)
    let (document, diagnostics) = try parse(deep)
    #expect(document == nil)
    #expect(diagnostics.map(\.code) == ["T004"])
    #expect(diagnostics.first?.place == .text(file: "a.xml", line: 1, column: 98))
    #expect(try parse(deep, limits: .init(depth: 33)).document != nil)
    #expect(try parse("").diagnostics.map(\.code) == ["T001"])
  }

  @Test("long files keep exact places")
  func longFile() throws {
    let lines = (1...20_000).map { "  <p n='\($0)'>第\($0)行</p>" }
    let text = "<form>\n" + lines.joined(separator: "\n") + "\n</form>"
    let document = try #require(try parse(text, limits: .init(size: 1 << 22)).document)
    let elements = document.root.elements
    #expect(elements.count == 20_000)
    for number in [1, 500, 19_999, 20_000] {
      #expect(position(elements[number - 1].nameOffset, document) == [number + 1, 4])
      #expect(elements[number - 1]["n"]?.value.value == "\(number)")
    }
  }
}
