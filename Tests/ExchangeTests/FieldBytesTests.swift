import Diagnostics
import Records
import Testing

@testable import Exchange

/// Fields are looked at eight bytes at once: nothing may depend on where in a word something stands.
@Suite("Bytes of fields")
struct FieldBytesTests {
  private func read(_ text: String) -> SheetTable? {
    var sink = DiagnosticSink()
    return DelimitedReader.read(
      TextDecoder.Text(bytes: Array(text.utf8), encoding: .utf8),
      file: "a.csv",
      limits: ReadingLimits(),
      sink: &sink
    )
  }

  @Test("fields of every length end where they end", arguments: [",", "\t"], ["\n", "\r", "\r\n"])
  func lengths(delimiter: String, end: String) throws {
    for first in 1...20 {
      for second in 1...20 {
        let fields = [String(repeating: "a", count: first), String(repeating: "韦", count: second)]
        let line = fields.joined(separator: delimiter)
        let table = try #require(read(line + end + line))
        #expect(table.cells.map(\.text) == fields + fields)
        #expect(table.rows.map(\.number) == [1, 2])
      }
    }
  }

  @Test("texts that meet in the pool stay what they are")
  func pool() {
    var pool = TextPool()
    let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789".utf8)
    for round in 0..<2 {
      for length in 1...40 {
        for changed in 0..<min(length, 36) {
          var bytes = (0..<length).map { letters[$0 % 36] }
          bytes[changed] = UInt8(ascii: "#") + UInt8(round)
          #expect(Array(pool.text(bytes.span).utf8) == bytes)
          #expect(Array(pool.text(bytes.span).utf8) == bytes)
        }
      }
    }
  }

  @Test(
    "a control character is suspect wherever it stands",
    arguments: ["\u{01}", "\u{1F}", "\n", "\u{7F}", "\u{85}"]
  )
  func control(character: String) {
    for length in 1...20 {
      #expect(!Cleaning.isSuspect(String(repeating: "a", count: length)))
      #expect(!Cleaning.isSuspect(String(repeating: "韦", count: length)))
      for place in 0...length {
        let before = String(repeating: "a", count: place)
        let after = String(repeating: "韦", count: length - place)
        #expect(Cleaning.isSuspect("x" + before + character + after + "x"))
      }
    }
  }

  @Test("a broken byte is found behind any number of ASCII characters")
  func broken() {
    for count in 0...40 {
      let ascii = [UInt8](repeating: 0x61, count: count)
      #expect(UTF8Check.firstFault(in: ascii.span, from: 0) == nil)
      #expect(UTF8Check.firstFault(in: (ascii + [0xFF] + ascii).span, from: 0) == count)
      #expect(UTF8Check.firstFault(in: (ascii + [0xE9, 0x9F]).span, from: 0) == count)
      #expect(UTF8Check.firstFault(in: (ascii + Array("韦".utf8) + ascii).span, from: 0) == nil)
    }
  }

  @Test("a conversion is counted in every row, repeated or not")
  func conversions() {
    var reader = ColumnReader(kind: .month, from1904: false)
    let texts = ["2020年9月", "2020年9月", "2021年9月", "2020年9月", "202009", "202009", " 2020年9月"]
    let results = texts.map { text in
      reader.read(SheetCell(column: 1, kind: .text, text: text), row: 2)
    }
    #expect(
      results.map(\.text) == ["202009", "202009", "202109", "202009", "202009", "202009", "202009"]
    )
    #expect(results.allSatisfy { $0.fault == nil })
    #expect(reader.conversions.map(\.before) == ["2020年9月", "2021年9月", " 2020年9月"])
    // The text without the blank was read as a month as well.
    #expect(reader.conversions.map(\.count) == [4, 1, 1])
  }

  @Test("a fault is found in every row")
  func faults() {
    var reader = ColumnReader(kind: .date, from1904: false)
    for _ in 0..<3 {
      let result = reader.read(SheetCell(column: 1, kind: .text, text: "昨天"), row: 2)
      #expect(result.fault?.code == .unreadableDate)
      #expect(result.text == "昨天")
    }
    #expect(reader.conversions.isEmpty)
  }

  @Test("headings are compared without case, blanks and brackets")
  func headings() {
    #expect(Heading.key("Name") == Heading.key("ｎＡＭＥ"))
    #expect(Heading.key("Été") == Heading.key("éTÉ"))
    #expect(Heading.key("姓 名*（必填）") == Array("姓名".utf8))
    #expect(Heading.key("身份证号码") != Heading.key("身份证号"))
  }
}
