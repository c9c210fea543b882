import DocumentModel
import Fonts
import Foundation
import Testing

@testable import PDFOutput

@Suite("PDF files")
struct PDFWriterTests {
  @Test("A page with rare characters is sound, embeds subsets and gives its text back")
  func textComesBack() throws {
    let lines = [
      "韦小梅 𠮷野 㐂 龦 𪟝 𬼀", "阿依古丽·买买提", "身份证号码 450000200501010028",
      "non\u{2011}breaking", "（括号）【】\\()",
    ]
    var body = Frame()
    for (index, line) in lines.enumerated() { body.add(line, x: 60, y: 80 + index * 20) }
    body.add("毕业生登记表", x: 60, y: 40, size: 20, role: .title)
    body.addGrid(x: 60, y: 200, columns: 4, rows: 3, width: 100, height: 30)
    let page = Page(
      width: .millimetres(210),
      height: .millimetres(297),
      background: nil,
      body: body
    )
    let bytes = try PDFWriter.bytes(file([PageEncoder().encode(page)]), fonts: fonts)
    #expect(try isSound(bytes))
    let found = try text(of: bytes)
    #expect(found.first == "毕业生登记表")
    for line in lines { #expect(found.contains { $0.utf8.elementsEqual(line.utf8) }, "\(line)") }
    let (_, list) = try run("pdffonts", ["%"], on: bytes)
    let rows = list.split(separator: "\n").dropFirst(2)
    #expect(rows.count >= 3)
    for row in rows {
      let words = row.split(separator: " ")
      #expect(words.first?.contains("+") == true)
      #expect(words.suffix(5).prefix(3) == ["yes", "yes", "yes"], "\(row)")
    }
  }
}
