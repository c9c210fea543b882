import DocumentModel
import Testing
import Typesetting

@Suite("Lines, titles, notes and footers")
struct BlockTests {
  func line(_ content: [Inline]) throws -> Laid {
    try Laid(
      form([
        .line(LineBlock(style: song, height: .points(20), bottomGap: .points(5), content: content))
      ])
    )
  }

  @Test("A blank without a width takes what is left, its content over the rule")
  func blank() throws {
    let laid = try line([
      .text("名：", nil),
      .blank(
        Inline.Blank(
          width: nil,
          content: [.value(Value(text: "甲乙", id: ValueID(table: 0, field: 0, record: 0)), nil)]
        )
      ),
    ])
    let rule = try #require(laid.pages[0].background?.frame.rules.first)
    // Em box from 10 + 20 - 5 - 10 = 15 to 25, the rule 1.5 lower; 10 + 20 to 290.
    #expect(rule.start == Point(x: .points(30), y: Length(milliPoints: 26_500)))
    #expect(rule.end.x == .points(290))
    // 30 + (260 - 20) / 2
    #expect(laid.pages[0].body.runs.first?.origin.x == .points(150))
  }

  @Test("A picture stands under the block above it, left, in the middle or right")
  func picture() throws {
    let picture = Picture(
      format: .png,
      file: [],
      digest: "",
      width: 1,
      height: 1,
      samples: Picture.Samples(colour: .grey, bits: 8, coding: .deflated, data: [])
    )
    func block(_ alignment: Alignment, height: Int = 20) -> Block {
      .picture(
        PictureBlock(
          picture: picture,
          width: .points(30),
          height: .points(height),
          alignment: alignment
        )
      )
    }
    let laid = try Laid(
      form([.space(.points(5)), block(.left), block(.center), block(.right, height: 150)])
    )
    let pictures = laid.pages.map { $0.background?.frame.pictures.map(\.rect) ?? [] }
    func rect(_ x: Int, _ y: Int, height: Int = 20) -> Rect {
      Rect(x: .points(x), y: .points(y), width: .points(30), height: .points(height))
    }
    // 45 + 150 reach below 190: the third goes to the next page.
    #expect(pictures == [[rect(10, 15), rect(135, 35)], [rect(260, 10, height: 150)]])
    let tall = try Laid(form([block(.left, height: 181)]))
    #expect(tall.findings.map(\.kind) == [.tooTall])
  }

  @Test(
    "Frames end at their own corners: the ends of rules reach half a width further by themselves"
  )
  func corners() throws {
    let box = Signatures.Box(heading: [], persons: [], date: [])
    let band = Signatures(boxes: [box, box], height: .points(40), columns: 1, style: song)
    let laid = try Laid(form([.table(list(2)), .signatures(band)]))
    let rules = laid.pages[0].background?.frame.rules.filter { $0.width == .points(3) / 4 } ?? []
    let flat = rules.filter { $0.start.y == $0.end.y }
    #expect(flat.count == 4)
    let edges = flat.map { [$0.start.x, $0.end.x] }
    #expect(edges.prefix(2) == [[.points(10), .points(90)], [.points(10), .points(90)]])
    #expect(edges.suffix(2) == [[.points(10), .points(290)], [.points(10), .points(290)]])
  }

  @Test("A continuation mark has room: a title that would touch it gives way to the left")
  func continuationMark() throws {
    func title(_ length: Int) throws -> [(x: Length, end: Length, size: Length)] {
      let words = String(repeating: "题", count: length)
      let block = Block.text(
        TextBlock(
          level: 1,
          style: song,
          alignment: .center,
          height: .points(20),
          content: [.text(words, nil)],
          continuationMark: [.text("续表", nil)]
        )
      )
      // Columns that want a second sheet.
      let wide = (0..<12).map { _ in
        Column(
          width: .dynamic(
            least: .points(30),
            most: .points(30),
            step: .points(1),
            leastOnFrontSheets: .points(30)
          ),
          style: song,
          presence: .oneSheet
        )
      }
      let laid = try Laid(form([.table(list(1, columns: wide))], header: [block]))
      #expect(laid.findings.isEmpty)
      let frame = try #require(laid.pages.last?.background?.frame)
      return frame.runs.map { run in
        (run.origin.x, run.origin.x + run.size * Int(run.glyphCount), run.size)
      }
    }
    // The mark takes 270 to 290. A short title stays in the middle of 10 to 290.
    let short = try title(10)
    #expect(short.map(\.x) == [.points(100), .points(270)])
    // 25 characters would reach from 25 to 275: they go to the middle of 10 to 265.
    let long = try title(25)
    #expect(long[0].x == Length(milliPoints: 12_500) && long[0].end == Length(milliPoints: 262_500))
    #expect(long[0].size == .points(10))
    // 28 characters do not fit beside it at 10 pt.
    let longer = try title(28)
    #expect(longer[0].size == .points(9) && longer[0].end <= .points(266))
  }

  @Test("Springs share what is left")
  func springs() throws {
    let laid = try line([.text("甲", nil), .spring, .text("乙", nil), .spring, .text("丙", nil)])
    // 280 - 30 = 250 are shared by two: 10, 10 + 10 + 125, 290 - 10.
    let runs = laid.pages[0].background?.frame.runs.map(\.origin.x)
    #expect(runs == [.points(10), .points(145), .points(280)])
  }

  @Test("The words of a blank shrink before the line does; what never fits is a finding")
  func shrinks() throws {
    let long = Value(
      text: String(repeating: "字", count: 6),
      id: ValueID(table: 0, field: 0, record: 0)
    )
    let blank = Inline.blank(Inline.Blank(width: .points(50), content: [.value(long, nil)]))
    // 23 x 10 + 50 = 280: the line has no room to give.
    let label = Inline.text(String(repeating: "甲", count: 23), nil)
    let laid = try line([label, blank])
    #expect(laid.pages[0].body.runs.first?.size == .points(8))
    #expect(laid.pages[0].body.runs.first?.isShrunk == true)
    #expect(laid.pages[0].background?.frame.runs.first?.size == .points(10))
    let longer = Value(
      text: String(repeating: "字", count: 41),
      id: ValueID(table: 0, field: 0, record: 0)
    )
    let small = Inline.blank(Inline.Blank(width: .points(40), content: [.value(longer, nil)]))
    #expect(try line([small]).findings.map(\.kind) == [.tooWide])
  }

  private func slot(_ count: Int, _ width: Length) -> Inline {
    .slot(width: width, [.text(String(repeating: "字", count: count), nil)])
  }

  @Test("A slot whose words need more takes what the slots behind it do not use")
  func borrowing() throws {
    let laid = try line([slot(12, .points(100)), slot(4, .points(120)), slot(2, .points(60))])
    let runs = try #require(laid.pages[0].background?.frame.runs)
    // 120 wanted and 8.504 apart: 28.504 from the last, which leaves 31.496 for its 20.
    #expect(runs.map(\.size) == [.points(10), .points(10), .points(10)])
    let places: [Int32] = [10_000, 138_504, 258_504]
    #expect(runs.map(\.origin.x.milliPoints) == places)
  }

  @Test("Slots that use what they have stay in their places")
  func places() throws {
    let laid = try line([slot(10, .points(100)), slot(12, .points(120)), slot(2, .points(60))])
    let runs = try #require(laid.pages[0].background?.frame.runs)
    #expect(runs.map(\.origin.x) == [.points(10), .points(110), .points(230)])
  }

  @Test(
    "Where the whole line is too narrow the words of slots shrink; what never fits is a finding"
  )
  func crowded() throws {
    let laid = try line([slot(18, .points(140)), slot(12, .points(140))])
    let runs = try #require(laid.pages[0].background?.frame.runs)
    #expect(runs.first.map { $0.size < .points(10) && $0.isShrunk } == true)
    #expect(laid.findings.isEmpty)
    #expect(try line([slot(30, .points(140)), slot(30, .points(140))]).findings.count == 1)
  }

  @Test("A title that is too wide is set smaller")
  func title() throws {
    let style = TextStyle(face: .title, size: .points(22))
    let text = String(repeating: "题", count: 14)
    let block = TextBlock(
      level: 1,
      style: style,
      alignment: .center,
      height: .points(30),
      content: [.text(text, nil)]
    )
    let run = try #require(try Laid(form([.text(block)])).pages[0].background?.frame.runs.first)
    // 14 x 20 = 280 fit just.
    #expect(run.size == .points(20) && run.isShrunk && run.role == .heading)
  }

  @Test("Notes hang after their lead word")
  func notes() throws {
    let notes = Notes(
      lead: "注：",
      items: [[.text(String(repeating: "字", count: 30), nil)], [.text("二", nil)]],
      style: song,
      pitch: Length(milliPoints: 12_500),
      gap: .points(2)
    )
    let frame = try #require(try Laid(form([.notes(notes)])).pages[0].background?.frame)
    // 10 + 20; 10 + 2 + 8.8, then 12.5 apart.
    #expect(frame.runs.map(\.origin.x) == [.points(10), .points(30), .points(30), .points(30)])
    #expect(frame.runs.map(\.origin.y.milliPoints) == [20_800, 20_800, 33_300, 45_800])
  }

  @Test("The footer stands in the middle, nine millimetres above the edge in the template's words")
  func footer() {
    let footer = FilledForm.Footer(
      style: song,
      center: [.text("第", nil), .counter(.page, nil), .text("/", nil), .counter(.pages, nil)],
      distance: .points(8)
    )
    let frame = Typesetter(metrics: metrics).footer(form([], footer: footer), page: 3, of: 12)
    #expect(frame.texts == ["第", "3", "/", "12"])
    // 30 pt wide in 300; the middle is at 192, the baseline 192 - 5 + 8.8.
    #expect(frame.runs.first?.origin == Point(x: .points(135), y: Length(milliPoints: 195_800)))
    #expect(frame.runs.allSatisfy { $0.role == .artifact })
  }

  @Test("A watermark stands in every page's background")
  func watermark() throws {
    let laid = try Laid(form([.table(list(30))], watermark: "草稿"))
    #expect(laid.pages.allSatisfy { $0.background?.frame.runs.first?.role == .watermark })
  }

  @Test("A band that leaves no room for a seal is a finding")
  func seal() throws {
    let box = Signatures.Box(heading: [.text("章", nil)], persons: [], date: [])
    let band = Signatures(
      boxes: [box, box, box],
      height: .millimetres(52),
      columns: 3,
      style: song
    )
    let laid = try Laid(form([.signatures(band)]))
    #expect(laid.findings.map(\.kind) == [.noSealSpace])
  }

  @Test("The last box takes what is left of its row, and its date stands at the frame's right")
  func lastBox() throws {
    let box = Signatures.Box(heading: [.text("章", nil)], persons: [], date: [.text("日", nil)])
    let band = Signatures(
      boxes: [box, box, box],
      height: .millimetres(52),
      columns: 2,
      style: song
    )
    let frame = try #require(Laid(form([.signatures(band)])).pages.first?.background).frame
    let ends = zip(frame.runs, frame.texts).filter { $0.1 == "日" }.map(\.0.origin.x)
    #expect(ends.count == 3)
    #expect(ends.last == ends.max())
    #expect(ends.first != ends.last)
  }
}
