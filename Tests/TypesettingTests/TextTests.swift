import DocumentModel
import Testing
import Typesetting

@Suite("Text in cells")
struct TextTests {
  /// One cell of `width` pt (2 pt inset on both sides) in a row of `height` pt.
  func cell(
    _ text: String,
    width: Int = 54,
    height: Int = 40,
    style: TextStyle = song,
    alignment: Alignment = .left,
    orientation: Cell.Orientation = .horizontal,
    overflow: Table.Overflow = Table.Overflow()
  ) throws -> Laid {
    var shown = value(text)
    shown.orientation = orientation
    let row = Row(cells: [shown])
    return try Laid(
      form([
        .table(
          Table(
            columns: [column(width, alignment, style: style)],
            rows: Lazy([row]),
            rowHeight: .points(height),
            overflow: overflow
          )
        )
      ])
    )
  }

  @Test("A short value is centred in its cell")
  func centred() throws {
    let laid = try cell("张三", width: 80, height: 20, alignment: .center)
    let run = try #require(laid.pages[0].body.runs.first)
    // 10 + 2 + (76 - 20) / 2; 10 + (20 - 10) / 2 + 8.8
    #expect(run.origin == Point(x: .points(40), y: Length(milliPoints: 23_800)))
    #expect(!run.isWrapped && !run.isShrunk)
    #expect(laid.pages[0].body.boxes[Int(run.box)].width == .points(80))
  }

  // 50 pt hold five characters of 10 pt.
  @Test(
    "Lines are broken by the strict rules",
    arguments: [
      ("一二三四五六七", ["一二三四五", "六七"]),
      ("一二三四五六", ["一二三四", "五六"]),
      ("一二三四五。六七", ["一二三四", "五。六七"]),
      ("一二三四（五六）", ["一二三四", "（五六）"]),
      ("一二三12345", ["一二三", "12345"]),
      ("一二三\n四", ["一二三", "四"]),
      ("一\t二", ["一 二"]),
      ("12345678901234567890", ["1234567890", "1234567890"]),
      ("阿卜杜·热西提", ["阿卜杜·", "热西提"]),
      ("阿卜杜热·西提", ["阿卜杜热·", "西提"]),
    ]
  )
  func breaks(text: String, lines: [String]) throws {
    let laid = try cell(text)
    #expect(laid.pages[0].body.texts == lines)
    #expect(laid.findings.isEmpty)
    #expect(laid.faults().isEmpty)
  }

  // 60 pt of row height hold several lines, yet a smaller size on one line is better than a number
  // or a word of two characters in pieces: 12 digits of 8 pt are 48 pt wide.
  @Test(
    "Numbers stay whole and characters are not left alone where a smaller size helps",
    arguments: [("123456789012", 8000), ("一二三四五六", 10_000), ("12345.6789", 10_000)]
  )
  func whole(text: String, size: Int) throws {
    let laid = try cell(text, height: 60)
    let runs = laid.pages[0].body.runs
    #expect(runs.allSatisfy { $0.size == Length(milliPoints: size) })
    #expect(laid.pages[0].body.texts.allSatisfy { $0.unicodeScalars.count > 1 })
    #expect(laid.pages[0].body.texts.joined() == text)
    if text.utf8.count == text.unicodeScalars.count { #expect(runs.count == 1) }
  }

  @Test("A value shrinks, then its row grows, then it is set smallest, then it is a finding")
  func overflow() throws {
    // 16 pt hold one line. 50 pt hold 5 characters of 10 pt, 6 of 8 pt, 7 of 7 pt.
    let expected: [(Int, Int, Int, Length)] = [
      (5, 10_000, 1, .points(16)), (6, 8000, 1, .points(16)),
      // Two lines of 8 pt are 17.6 pt high, with 1 mm on both sides 23.27, in half millimetres
      // 17 x 1.417.
      (12, 8000, 2, Length(milliPoints: 24_089)),
      // 8 + 3 x 9.6 + 5.668 = 42.468, 30 x 1.417; 7 + 3 x 8.4 + 5.668 = 37.868, 27 x 1.417.
      (24, 8000, 4, Length(milliPoints: 42_510)), (28, 7000, 4, Length(milliPoints: 38_259)),
    ]
    for (count, size, lines, height) in expected {
      let laid = try cell(String(repeating: "字", count: count), height: 16)
      let body = laid.pages[0].body
      #expect(body.runs.count == lines)
      #expect(body.runs.allSatisfy { $0.size == Length(milliPoints: size) })
      #expect(
        body.runs.allSatisfy { $0.isWrapped == (lines > 1) && $0.isShrunk == (size < 10_000) }
      )
      #expect(body.boxes.allSatisfy { $0.height == height })
      #expect(laid.findings.map(\.kind) == (height > .points(16) ? [.grown] : []))
      #expect(laid.faults().isEmpty)
    }
    let laid = try cell(String(repeating: "字", count: 29), height: 16)
    #expect(laid.findings.map(\.kind) == [.tooLong])
    #expect(laid.findings.first?.value == ValueID(table: 0, field: 0, record: 0))
    #expect(laid.pages[0].body.runs.isEmpty)
  }

  @Test("Digits of identity numbers are equally wide, X overhangs nothing")
  func tabular() throws {
    var style = song
    style.hasTabularDigits = true
    let body = try cell("19X", width: 80, style: style).pages[0].body
    #expect(body.glyphs.map(\.adjustment) == [62, 62, 62])
  }

  @Test("Full-width punctuation is squeezed where two meet")
  func squeezed() throws {
    let body = try cell("（盖章）：", width: 80).pages[0].body
    #expect(body.glyphs.map(\.adjustment) == [0, 0, 0, -500, 0])
  }

  @Test("A character above U+FFFF starts a run of its face")
  func rare() throws {
    let body = try cell("张\u{20B01}三", width: 80).pages[0].body
    #expect(body.texts == ["张", "\u{20B01}", "三"])
    #expect(body.runs.map(\.face) == [0, 1, 0])
    // 10 + 2, each 10 wide.
    #expect(body.runs.map(\.origin.x) == [.points(12), .points(22), .points(32)])
  }

  @Test("A missing glyph is a finding with its value, and nothing is drawn for it")
  func missing() throws {
    let laid = try cell("张\u{30EDD}", width: 80)
    #expect(
      laid.findings == [
        LayoutFinding(
          kind: .missingGlyph(scalar: 0x30EDD),
          value: ValueID(table: 0, field: 0, record: 0),
          text: "张\u{30EDD}"
        )
      ]
    )
    #expect(laid.pages[0].body.texts == ["张"])
  }

  @Test("Short upright labels are spread")
  func spread() throws {
    let body = try cell("性别", width: 20, height: 60, orientation: .vertical).pages[0].body
    // 10 + (60 - 10 - 10 - 10) / 2 + 8.8, then 20 lower; 10 + (20 - 10) / 2.
    #expect(
      body.runs.map(\.origin.y) == [Length(milliPoints: 33_800), Length(milliPoints: 53_800)]
    )
    #expect(body.runs.map(\.origin.x) == [.points(15), .points(15)])
  }

  @Test("Latin and brackets are turned in upright text")
  func turned() throws {
    let laid = try cell("毕（结）业", width: 20, height: 80, orientation: .vertical)
    let body = laid.pages[0].body
    #expect(body.texts == ["毕", "（", "结", "）", "业"])
    #expect(body.runs.map(\.isTurned) == [false, true, false, true, false])
    #expect(laid.faults().isEmpty)
    let mixed = try cell("用Ab的", width: 20, height: 80, orientation: .vertical)
    #expect(mixed.pages[0].body.texts == ["用", "Ab", "的"])
  }

  @Test("More than eight characters stand in two lines from right to left")
  func columns() throws {
    let laid = try cell("心理健康与职业生涯", width: 34, height: 90, orientation: .vertical)
    let runs = laid.pages[0].body.runs
    let lefts = Set(runs.map(\.origin.x))
    #expect(lefts.count == 2)
    #expect(runs.first?.origin.x == lefts.max())
    #expect(runs.filter { $0.origin.x == lefts.max() }.count == 5)
    #expect(laid.faults().isEmpty)
  }

  @Test("Upright text in a wide column is set in lines")
  func wide() throws {
    let laid = try cell("性别", width: 80, orientation: .verticalInNarrowColumns)
    #expect(laid.pages[0].body.texts == ["性别"])
  }
}
