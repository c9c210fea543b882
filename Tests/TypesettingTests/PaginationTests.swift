import DocumentModel
import Testing
import Typesetting

@Suite("Pages of a table")
struct PaginationTests {
  // 180 pt may be used; the head is 20 pt, a row 20 pt: 8 rows fit.
  static let head = [Row(cells: [heading("号")])]

  @Test("A document that exceeds the page limit is a fault, and its layout stops there")
  func pageLimit() throws {
    let breaks = [Block](repeating: .pageBreak, count: 40)
    let blocks = breaks.flatMap { [Block.space(.points(5)), $0] }
    var findings: [LayoutFinding] = []
    var pages = 0
    let typesetter = Typesetter(metrics: metrics, pageLimit: 3)
    try typesetter.layOut(form(blocks), findings: &findings) { _ in pages += 1 }
    #expect(findings.map(\.kind) == [.tooManyPages(limit: 3)])
    #expect(findings.map(\.isFault) == [true])
    #expect(pages == 3)
    findings = []
    try typesetter.layOut(form(Array(blocks.prefix(5))), findings: &findings) { _ in }
    #expect(findings.isEmpty)
  }

  @Test(
    "A list without a tail fills its pages and has no empty one",
    arguments: [(0, 1), (1, 1), (7, 1), (8, 1), (9, 2), (16, 2), (5000, 625)]
  )
  func pagesByHeight(count: Int, pages: Int) throws {
    let laid = try Laid(form([.table(list(count, head: Self.head))]))
    #expect(laid.pages.count == pages)
    #expect(laid.pages.indices.reduce(0) { $0 + laid.rows($1) } == count)
    #expect(laid.findings.isEmpty)
    #expect(laid.faults().isEmpty)
    for page in laid.pages {
      #expect(page.background?.frame.runs.first?.role == .columnHeading)
    }
  }

  @Test("The heading of a group is not left behind at the foot of a page")
  func groupHeadings() throws {
    var table = list(10, head: Self.head)
    let plain = table.rows
    // The 8th row would be the last of the first page.
    table.rows = Lazy(count: 10) { index in
      var row = plain[index]
      row.keepsWithNext = index == 7
      return row
    }
    let laid = try Laid(form([.table(table)]))
    #expect(laid.pages.indices.map(laid.rows) == [7, 3])
    #expect(laid.faults().isEmpty)
  }

  // The band is 60 pt high: 180 - 20 - 60 = 100 pt leave 5 rows on the last page.
  static let tail: [Block] = [
    .space(.points(2)),
    .signatures(
      Signatures(
        boxes: [
          Signatures.Box(
            heading: [.text("章", nil)],
            persons: [[.text("人", nil)]],
            date: [.text("日", nil)]
          )
        ],
        height: .points(58),
        columns: 1,
        style: song
      )
    ),
  ]

  @Test(
    "Signatures stay on the last page with at least one row",
    arguments: [
      (0, [0]), (1, [1]), (5, [5]), (6, [5, 1]), (7, [6, 1]), (8, [7, 1]), (9, [8, 1]),
      (13, [8, 5]), (14, [8, 5, 1]), (16, [8, 7, 1]),
    ]
  )
  func signatures(count: Int, rows: [Int]) throws {
    let laid = try Laid(
      form([.table(list(count, head: Self.head, rowsPerPage: 8, rowsOnLastPage: 5))] + Self.tail)
    )
    #expect(laid.pages.indices.map(laid.rows) == rows)
    #expect(laid.findings.isEmpty)
    for (index, page) in laid.pages.enumerated() {
      let texts = page.background?.frame.texts ?? []
      #expect(texts.contains("章") == (index == laid.pages.count - 1))
    }
  }

  @Test("5,000 rows with signatures lose none")
  func many() throws {
    let laid = try Laid(
      form([.table(list(5000, head: Self.head, rowsPerPage: 8, rowsOnLastPage: 5))] + Self.tail)
    )
    // 624 pages of 8 rows leave 8: 7 and 1.
    #expect(laid.pages.count == 626)
    #expect(laid.pages.indices.reduce(0) { $0 + laid.rows($1) } == 5000)
  }

  @Test("Kept rows are taken from the page before")
  func keptRows() throws {
    // 12 rows, 7 at most beside the band, 3 at least: 9 and 3.
    let table = list(12, rowHeight: 10, rowsPerPage: 15, rowsOnLastPage: 7, keptRows: 3)
    let laid = try Laid(form([.table(table)] + Self.tail))
    #expect(laid.pages.indices.map(laid.rows) == [9, 3])
  }

  @Test("Only the last page is padded, and the first blank row is marked")
  func padding() throws {
    let padding = Table.Padding(extent: .page, mark: "空白", markColumn: 0)
    let laid = try Laid(
      form([.table(list(10, head: Self.head, rowsPerPage: 8, padding: padding))])
    )
    #expect(laid.pages[0].body.texts == (1...8).map(String.init))
    #expect(laid.pages[1].body.texts == ["9", "10", "空白"])
    // Both pages show 8 rows: the same background.
    #expect(laid.pages[0].background === laid.pages[1].background)
  }

  @Test("Numbered padding goes on counting", arguments: [0, 2, 6, 7])
  func numbered(count: Int) throws {
    let padding = Table.Padding(extent: .count(6), mark: "", numberColumn: 0)
    let laid = try Laid(form([.table(list(count, head: Self.head, padding: padding))]))
    #expect(laid.pages[0].body.texts == (1...max(6, count)).map(String.init))
  }

  @Test("A full page is padded no further")
  func full() throws {
    let padding = Table.Padding(extent: .page, mark: "空白")
    let laid = try Laid(form([.table(list(8, head: Self.head, rowsPerPage: 8, padding: padding))]))
    #expect(laid.pages.count == 1)
    #expect(laid.pages[0].body.texts == (1...8).map(String.init))
  }

  @Test("The total stands under the padding of the last page")
  func foot() throws {
    let padding = Table.Padding(extent: .page, mark: "空")
    let laid = try Laid(
      form([
        .table(
          list(
            2,
            head: Self.head,
            foot: [Row(cells: [heading("合", .row)])],
            rowsPerPage: 5,
            padding: padding
          )
        )
      ])
    )
    // 10 + 20 head + 5 rows x 20, then (20 - 10) / 2 + 8.8 to the baseline.
    let run = laid.pages[0].background?.frame.runs.last
    #expect(run?.origin.y == Length(milliPoints: 143_800))
  }

  @Test("A table after a table goes on under it")
  func stacked() throws {
    let laid = try Laid(form([.table(list(2)), .space(.points(3)), .table(list(2))] + Self.tail))
    #expect(laid.pages.count == 1)
    #expect(laid.pages[0].body.runs.count == 4)
    // 10 + 2 x 20 + 3 + (20 - 10) / 2 + 8.8
    #expect(laid.pages[0].body.runs[2].origin.y == Length(milliPoints: 66_800))
  }

  @Test("A row that is taller than the page is a finding and ends")
  func tall() throws {
    let laid = try Laid(form([.table(list(3, rowHeight: 500))]))
    #expect(laid.findings.map(\.kind) == [.tooTall])
    #expect(laid.pages.count == 3)
  }

  @Test("A break at the end of a section makes no page")
  func breaks() throws {
    let table = Block.table(list(1))
    let laid = try Laid(form([.pageBreak, table, .pageBreak, .pageBreak, table, .pageBreak]))
    #expect(laid.pages.count == 2)
  }

  @Test("Rows that span into one another stay together")
  func groups() throws {
    let rows = Lazy(count: 10) { index -> Row in
      guard index % 2 == 0 else { return Row(cells: [value("乙", index, field: 1)]) }
      var group = value("组", index)
      group.rowSpan = 2
      return Row(cells: [group, value("甲", index, field: 1)])
    }
    let table = Table(
      columns: [column(40), column(40)],
      rows: rows,
      rowHeight: .points(24)
    )
    let laid = try Laid(form([.table(table)]))
    // 180 / 24 = 7 rows: three groups, then two.
    #expect(laid.pages.indices.map(laid.rows) == [3, 2])
    #expect(laid.faults().isEmpty)
    // The rule under the upper half of a group starts at the second column.
    let rules = laid.pages[0].background?.frame.rules.filter { $0.start.y == .points(34) } ?? []
    #expect(rules.first { $0.end.y == .points(34) }?.start.x == .points(50))
  }

  @Test("Senseless row counts end", arguments: [0, -1])
  func senseless(rows: Int) throws {
    let padding = Table.Padding(extent: .page, mark: "空", markColumn: -1, numberColumn: 9)
    let table = list(3, rowsPerPage: rows, rowsOnLastPage: rows, padding: padding)
    #expect(try Laid(form([.table(table)] + Self.tail)).pages.count >= 3)
  }
}
