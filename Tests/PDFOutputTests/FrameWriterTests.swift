import DocumentModel
import Fonts
import Testing

@testable import PDFOutput

@Suite("Page content")
struct FrameWriterTests {
  /// The content of a frame on a sheet of 100 pt.
  private func content(
    _ frame: Frame,
    part: FrameWriter.Part = .ink,
    writer: inout FrameWriter
  ) -> String {
    writer.write(frame, height: .points(100), part: part)
    return unsafe writer.buffer.bytes.map { byte in
      byte >= 0x20 && byte < 0x7F || byte == 0x0A
        ? String(UnicodeScalar(byte)) : "<\(String(byte, radix: 16))>"
    }.joined()
  }

  private func content(_ frame: Frame, part: FrameWriter.Part = .ink) -> String {
    var writer = FrameWriter()
    return content(frame, part: part, writer: &writer)
  }

  @Test(
    "Thousandths are written as the shortest decimal",
    arguments: [
      (0, "0"), (1, ".001"), (-1, "-.001"), (500, ".5"), (-500, "-.5"), (1000, "1"),
      (10_050, "10.05"),
      (123_456, "123.456"), (-841_890, "-841.89"), (1_000_000, "1000"), (99_999_999, "99999.999"),
      (2_147_483_647, "2147483.647"), (-2_147_483_648, "-2147483.648"),
    ]
  )
  func numbers(value: Int, text: String) {
    var buffer = ContentBuffer(capacity: 1)
    buffer.reserve(15)
    buffer.put(thousandths: value)
    #expect(unsafe String(decoding: buffer.bytes, as: UTF8.self) == text)
  }

  @Test("Runs move relative to each other and change the font only where it changes")
  func runs() {
    var frame = Frame()
    for (x, y, size, cid) in [(10, 20, 10, 0x4142), (30, 20, 10, 0x4344), (30, 40, 12, 0x4546)] {
      frame.runs.append(
        TextRun(
          origin: Point(x: .points(x), y: .points(y)),
          size: .points(size),
          firstGlyph: Int32(frame.glyphs.count),
          glyphCount: 1,
          face: 3,
          role: .data
        )
      )
      frame.glyphs.append(Glyph(cid: UInt16(cid)))
    }
    // Baselines at 100 - 20 and 100 - 40.
    #expect(
      content(frame) == """
        BT
        /F3 10 Tf
        10 80 Td
        (AB)Tj
        20 0 Td
        (CD)Tj
        /F3 12 Tf
        0 -20 Td
        (EF)Tj
        ET

        """
    )
  }

  @Test("Adjusted glyphs are written with TJ, the last glyph's adjustment is not")
  func adjustments() {
    var frame = Frame()
    frame.glyphs = [
      Glyph(cid: 0x4142, adjustment: 30), Glyph(cid: 0x4344), Glyph(cid: 0x4546, adjustment: -7),
      Glyph(cid: 0x4748, adjustment: 5),
    ]
    frame.runs = [
      TextRun(
        origin: Point(x: .zero, y: .points(100)),
        size: .points(8),
        firstGlyph: 0,
        glyphCount: 4,
        face: 0,
        role: .data
      )
    ]
    #expect(content(frame).contains("[(AB)-30(CDEF)7(GH)]TJ\n"))
  }

  @Test("Brackets, backslashes and carriage returns in codes are escaped")
  func escapes() {
    var frame = Frame()
    frame.glyphs = [Glyph(cid: 0x2829), Glyph(cid: 0x5C0D), Glyph(cid: 0x0A00)]
    frame.runs = [
      TextRun(
        origin: Point(x: .zero, y: .zero),
        size: .points(8),
        firstGlyph: 0,
        glyphCount: 3,
        face: 0,
        role: .data
      )
    ]
    #expect(content(frame).contains("(\\(\\)\\\\\\r\n<0>)Tj"))
  }

  @Test("Turned runs get a matrix and the next upright run resets it")
  func turned() {
    var frame = Frame()
    for isTurned in [true, false] {
      frame.runs.append(
        TextRun(
          origin: Point(x: .points(5), y: .points(10)),
          size: .points(8),
          firstGlyph: 0,
          glyphCount: 1,
          face: 0,
          role: .data,
          isTurned: isTurned
        )
      )
    }
    frame.glyphs = [Glyph(cid: 0x4142)]
    #expect(content(frame).contains("0 -1 1 0 5 90 Tm\n(AB)Tj\n1 0 0 1 5 90 Tm\n(AB)Tj\n"))
  }

  @Test("Rules are grouped by width and come before text")
  func rules() {
    var frame = Frame()
    for (y, width) in [(10, 500), (20, 1000), (30, 500)] {
      frame.rules.append(
        Rule(
          start: Point(x: .zero, y: .points(y)),
          end: Point(x: .points(50), y: .points(y)),
          width: Length(milliPoints: width)
        )
      )
    }
    #expect(
      content(frame) == """
        2 J
        .5 w
        0 90 m 50 90 l
        0 70 m 50 70 l
        S
        1 w
        0 80 m 50 80 l
        S

        """
    )
  }

  @Test("A watermark is a content of its own, grey, and its grey does not leak")
  func watermark() throws {
    var frame = Frame()
    frame.glyphs = [Glyph(cid: 0x4142), Glyph(cid: 0x4344)]
    for (index, role) in [TextRun.Role.data, .watermark].enumerated() {
      frame.runs.append(
        TextRun(
          origin: Point(x: .zero, y: .zero),
          size: .points(8),
          firstGlyph: Int32(index),
          glyphCount: 1,
          face: 0,
          role: role
        )
      )
    }
    let grey = content(frame, part: .watermark)
    #expect(grey.hasPrefix("q .85 g\nBT\n") && grey.hasSuffix("ET\nQ\n"))
    #expect(grey.contains("(CD)") && !grey.contains("(AB)"))
    let ink = content(frame)
    #expect(ink.contains("(AB)") && !ink.contains("(CD)") && !ink.contains(" g"))
    #expect(content(frame, part: .all) == grey + ink)
    let page = Page(width: .points(100), height: .points(100), background: nil, body: frame)
    let encoded = try PageEncoder().encode(page)
    #expect(encoded.underlay != nil && encoded.contents.first === encoded.underlay)
  }

  @Test("Every CID is named once, for each content anew")
  func cids() {
    var frame = Frame()
    frame.glyphs = [Glyph(cid: 7), Glyph(cid: 7), Glyph(cid: 0xFFFE), Glyph(cid: 7)]
    frame.runs = [
      TextRun(
        origin: Point(x: .zero, y: .zero),
        size: .points(8),
        firstGlyph: 0,
        glyphCount: 4,
        face: 2,
        role: .data
      )
    ]
    var writer = FrameWriter()
    for _ in 0..<2 {
      _ = content(frame, writer: &writer)
      #expect(writer.takeCIDs() == [2 << 16 | 7, 2 << 16 | 0xFFFE])
    }
  }

  @Test("A shared background is one object on all pages, equal bands too")
  func sharing() throws {
    var frame = Frame()
    frame.addGrid(x: 10, y: 10, columns: 2, rows: 2, width: 20, height: 20)
    let background = Page.Background(frame: frame)
    let encoder = try PageEncoder()
    let one = encoder.encode(page("一", background: background))
    let two = encoder.encode(page("二", background: background))
    #expect(one.background === two.background && one.background != nil)
    // Another object with the same rules is recognised by its bytes.
    let three = encoder.encode(page("三", background: Page.Background(frame: frame)))
    #expect(three.background === one.background)
    var band = Frame()
    band.add("第1页 共2页", x: 250, y: 820)
    let height = Length.millimetres(297)
    #expect(
      encoder.encode(band: band, height: height) === encoder.encode(band: band, height: height)
    )
    #expect(encoder.encode(band: Frame(), height: height) == nil)
  }

  @Test("A page's fingerprint and bytes do not depend on what else is encoded")
  func independence() throws {
    let alone = try PageEncoder().encode(page("韦小梅"))
    let busy = try PageEncoder()
    for name in ["覃大山", "𠮷", "黄"] { _ = busy.encode(page(name)) }
    let later = busy.encode(page("韦小梅"))
    #expect(later.fingerprint == alone.fingerprint)
    #expect(later.body?.deflated == alone.body?.deflated)
    #expect(later.body?.cids == alone.body?.cids)
    #expect(busy.encode(page("韦小海")).fingerprint != alone.fingerprint)
    // The level of compression changes the bytes, not the page.
    #expect(try PageEncoder(level: 9).encode(page("韦小梅")).fingerprint == alone.fingerprint)
  }
}
