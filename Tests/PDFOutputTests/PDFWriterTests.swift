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
      "韦小梅 𠮷野 㐂 龦 𪟝 𬼀 䶶 𠀣", "阿依古丽·买买提", "甲・乙 郎\u{F92C}", "身份证号码 450000200501010028",
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
    #expect(rows.count == 4)
    for row in rows {
      let words = row.split(separator: " ")
      #expect(words.first?.contains("+") == true)
      #expect(words.suffix(5).prefix(3) == ["yes", "yes", "yes"], "\(row)")
    }
  }

  @Test("Adjusted and turned text comes back too")
  func turnedText() throws {
    var body = Frame()
    body.add("450000200501010028", x: 60, y: 100, adjustment: 12)
    body.add("ABC123", x: 300, y: 100, isTurned: true)
    let page = Page(width: .points(595), height: .points(842), background: nil, body: body)
    let bytes = try PDFWriter.bytes(file([PageEncoder().encode(page)]), fonts: fonts)
    #expect(try isSound(bytes))
    let found = try text(of: bytes).joined(separator: "\n")
    #expect(found.contains("450000200501010028"))
    #expect(found.contains("ABC123"))
  }

  @Test("Same document, same bytes, also from several threads at once")
  func deterministic() async throws {
    let lines = ["韦小梅", "𠮷野", "覃大山·甲"]
    @Sendable func make() throws -> [UInt8] {
      let encoder = try PageEncoder()
      let pages = lines.map { encoder.encode(page($0)) }
      return try PDFWriter.bytes(
        PDFDocument(title: "验印", parts: [PDFPart(outline: ["表"], label: "1-", pages: pages)]),
        fonts: fonts
      )
    }
    let first = try make()
    #expect(try make() == first)
    let others = try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<8 { group.addTask { try make() } }
      return try await group.reduce(into: [[UInt8]]()) { $0.append($1) }
    }
    #expect(others.allSatisfy { $0 == first })
  }

  @Test("A copy costs under 300 bytes a page, with a band of its own as well")
  func copies() throws {
    let encoder = try PageEncoder()
    let pages = (0..<20).map { encoder.encode(page("韦小梅", "第\($0)行")) }
    func size(copies: Int, ownBands: Bool) throws -> Int {
      let parts = (1...copies).map { copy in
        PDFPart(
          pages: pages.enumerated().map { index, page in
            var page = page
            if ownBands {
              var band = Frame()
              band.add("第\(copy)份 第\(index + 1)页 共20页", x: 250, y: 820)
              page.band = encoder.encode(band: band, height: page.height)
            }
            return page
          }
        )
      }
      return try PDFWriter.bytes(PDFDocument(title: "份", parts: parts), fonts: fonts).count
    }
    for ownBands in [false, true] {
      let three = try size(copies: 3, ownBands: ownBands)
      let two = try size(copies: 2, ownBands: ownBands)
      #expect((three - two) / 20 < 300)
      #expect(three > two)
    }
  }

  @Test("All pages are counted, whatever their number", arguments: [1, 99, 100, 101, 10_050])
  func manyPages(count: Int) throws {
    let one = try PageEncoder().encode(page("页"))
    let bytes = try PDFWriter.bytes(
      file(Array(repeating: one, count: count)),
      fonts: fonts
    )
    let (status, output) = try run("qpdf", ["--show-npages", "%"], on: bytes)
    #expect(status == 0)
    #expect(output == "\(count)\n")
    if count < 200 { #expect(try isSound(bytes)) }
  }

  @Test("Sheets of several sizes and empty backs are sound")
  func sheets() throws {
    let encoder = try PageEncoder()
    var wide = page("A3")
    wide.width = .millimetres(420)
    let bytes = try PDFWriter.bytes(
      file([
        encoder.encode(page("A4")), encoder.encode(wide),
        EncodedPage(width: .millimetres(210), height: .millimetres(297)),
      ]),
      fonts: fonts
    )
    #expect(try isSound(bytes))
    let (_, output) = try run("pdfinfo", ["-l", "3", "%"], on: bytes)
    #expect(output.contains("Page    1 size:  595.276 x 841.89 pts"))
    #expect(output.contains("Page    2 size:  1190.55 x 841.89 pts"))
    #expect(output.contains("Page    3 size:  595.276 x 841.89 pts"))
  }

  @Test("Title, outline, labels and printing preferences are what was asked")
  func features() throws {
    let encoder = try PageEncoder()
    let one = encoder.encode(page("一"))
    let bytes = try PDFWriter.bytes(
      PDFDocument(
        title: "𠮷野学校 现场验印材料（A4）",
        parts: [
          PDFPart(outline: ["登记表 护理", "第1份"], label: "登记表1-", pages: [one, one]),
          PDFPart(outline: ["登记表 护理", "第2份"], label: "登记表2-", pages: [one]),
          PDFPart(outline: ["审核表"], pages: [one]),
        ],
        subject: "毕业证书验印",
        duplex: .simplex
      ),
      fonts: fonts
    )
    #expect(try isSound(bytes))
    let (_, info) = try run("pdfinfo", ["%"], on: bytes)
    #expect(info.contains("𠮷野学校 现场验印材料（A4）"))
    #expect(info.contains("毕业证书验印"))
    #expect(!info.contains("CreationDate"))
    let (_, json) = try run(
      "qpdf",
      ["--json", "--json-key=outlines", "--json-key=pagelabels", "%"],
      on: bytes
    )
    let tree = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    )
    let outlines = try #require(tree["outlines"] as? [[String: Any]])
    #expect(outlines.compactMap { $0["title"] as? String } == ["登记表 护理", "审核表"])
    let kids = try #require(outlines.first?["kids"] as? [[String: Any]])
    #expect(kids.compactMap { $0["title"] as? String } == ["第1份", "第2份"])
    #expect(kids.compactMap { $0["destpageposfrom1"] as? Int } == [1, 3])
    #expect(outlines.last?["destpageposfrom1"] as? Int == 4)
    #expect((tree["pagelabels"] as? [Any])?.count == 3)
    let (_, catalog) = try run("qpdf", ["--show-object=1", "%"], on: bytes)
    for entry in [
      "/PrintScaling /None", "/DisplayDocTitle true", "/Duplex /Simplex", "/Lang (zh-CN)",
    ] {
      #expect(catalog.contains(entry), "\(entry)")
    }
  }

  @Test("A file without pages or characters is still written")
  func empty() throws {
    let blank = EncodedPage(width: .points(100), height: .points(100))
    #expect(try isSound(try PDFWriter.bytes(file([blank]), fonts: fonts)))
    _ = try PDFWriter.bytes(file([]), fonts: fonts)
  }

  @Test("An error of the receiver ends the writing and is thrown")
  func fullDisk() throws {
    struct DiskFull: Error {}
    let one = try PageEncoder().encode(page("一"))
    #expect(throws: DiskFull.self) {
      try PDFWriter.write(file([one]), fonts: fonts) { _ in throw DiskFull() }
    }
    let device = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    #expect(throws: (any Error).self) {
      try PDFWriter.write(file(Array(repeating: one, count: 2000)), fonts: fonts) { span in
        let data = unsafe span.withUnsafeBytes { unsafe Data($0) }
        try device.write(contentsOf: data)
      }
    }
  }

  @Test("A face that the font set lacks is an error")
  func unknownFace() throws {
    var frame = Frame()
    frame.glyphs = [Glyph(cid: 5)]
    frame.runs = [
      TextRun(
        origin: Point(x: .zero, y: .zero),
        size: .points(8),
        firstGlyph: 0,
        glyphCount: 1,
        face: 9,
        role: .data
      )
    ]
    let page = Page(width: .points(100), height: .points(100), background: nil, body: frame)
    let encoded = try PageEncoder().encode(page)
    #expect(throws: FontError.self) { try PDFWriter.bytes(file([encoded]), fonts: fonts) }
  }
}
