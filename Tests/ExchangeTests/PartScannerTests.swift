import Markup
import Testing

@testable import Exchange

@Suite("XML parts of workbooks")
struct PartScannerTests {
  /// Writes down what it is told.
  struct Recorder: PartHandler {
    var log = ""

    mutating func start(_ element: PartName, _ attributes: PartAttributes, _ bytes: Span<UInt8>) {
      log += "<\(Self.letters(element))"
      for attribute in attributes {
        let value = attribute.value.map { bytes[$0] }
        log += " \(Self.letters(attribute.name))=\(String(decoding: value, as: UTF8.self))"
      }
      log += ">"
    }

    mutating func end(_ element: PartName) { log += "</\(Self.letters(element))>" }

    mutating func text(_ bytes: Span<UInt8>) {
      log += String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self)
    }

    /// The bytes of a short name.
    private static func letters(_ name: PartName) -> String {
      let bytes = (0..<8).map { UInt8(truncatingIfNeeded: name.code >> ((7 - $0) * 8)) }
      return String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self)
    }
  }

  static func read(_ bytes: [UInt8], pieces: Int = 1 << 16) throws -> String {
    var scanner = PartScanner(Recorder())
    for start in stride(from: 0, to: bytes.count, by: pieces) {
      try scanner.feed(bytes[start..<min(start + pieces, bytes.count)])
    }
    try scanner.finish()
    return scanner.handler.log
  }

  @Test("what is read does not depend on where the pieces end", arguments: [1, 2, 3, 7, 1000])
  func pieces(size: Int) throws {
    let text = """
      \u{FEFF}<?xml version="1.0" encoding="UTF-8"?>\r\n<!-- a > b -->
      <x:a xmlns:x="u" r='1' x:s="&lt;中">中\r\n文&amp;&#x1F600;<b/>\r<![CDATA[<&>]]></x:a >
      <!-- end -->
      """
    let log = "<a r=1 s=&lt;中>中\n文&😀<b></b>\n<&></a>"
    #expect(try Self.read(Array(text.utf8), pieces: size) == log)
  }

  @Test(
    "what is not well-formed is an error",
    arguments: [
      "", " ", "<a>", "<a></b>", "<a></a></a>", "<a/><b/>", "text<a/>", "<a/>text", "<a b></a>",
      "<a b=c/>", "<a b=\"1\" b=\"2\"/>", "<a b=\"<\"/>", "<a>&unknown;</a>", "<a>&</a>",
      "<a>&#0;</a>", "<a>&#xD800;</a>", "<a>&#-9;</a>", "<a>\u{1}</a>", "<a>\u{FFFF}</a>", "<1/>",
      "< a/>", "<a/ >", "<a b=\"1/>", "<!-- <a/>", "<a><![CDATA[</a>", "<![CDATA[x]]>", "<!a><b/>",
      "<?xml version='1.0' encoding='GBK'?><a/>", "<a>&amp</a>", "<a b='&x;'/>", "<a></a",
    ]
  )
  func malformed(text: String) {
    for size in [1, 1000] {
      #expect(throws: MarkupReadingError.self) {
        try Self.read(Array(text.utf8), pieces: size)
      }
    }
  }

  @Test("document types are refused, broken UTF-8 and endless tags and nesting too")
  func refused() {
    let deep = Array(String(repeating: "<a>", count: 300).utf8)
    let long = Array("<a b=\"".utf8) + [UInt8](repeating: 0x20, count: 1 << 20)
    for bytes in [Array("<!DOCTYPE a><a/>".utf8), Array("<a>".utf8) + [0xE4, 0xB8], deep, long] {
      #expect(throws: MarkupReadingError.self) { try Self.read(bytes) }
    }
    #expect(throws: MarkupReadingError.self) {
      try Self.read(Array("<a>".utf8) + [0xFF] + Array("</a>".utf8))
    }
  }

  @Test("an error names its line")
  func line() {
    let error = #expect(throws: MarkupReadingError.self) {
      try Self.read(Array("<a>\n\n<b></c></a>".utf8), pieces: 4)
    }
    #expect(error?.line == 3)
  }
}
