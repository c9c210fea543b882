import DocumentModel
import Testing
import Typesetting

@Suite("Columns and continuation sheets")
struct SheetTests {
  /// 序 20, 姓 60 on every sheet, then courses (20 to 30 pt, 25 on front sheets), 注 40 at the end.
  func table(courses: Int, rows: Int = 3) -> Table {
    var columns = [column(20), column(60)]
    columns[1].takesSpare = true
    for _ in 0..<courses {
      columns.append(
        Column(
          width: .dynamic(
            least: .points(20),
            most: .points(30),
            step: .points(1),
            leastOnFrontSheets: .points(25)
          ),
          style: song,
          inset: .points(1),
          presence: .oneSheet
        )
      )
    }
    var last = column(40)
    last.presence = .lastSheet
    last.takesSpare = true
    columns.append(last)
    var group = heading("课", .columnGroup)
    group.columnSpan = UInt16(courses)
    let head = Row(cells: [heading("序"), heading("姓"), group, heading("注")])
    return list(rows, columns: columns, head: [head], rowsPerPage: 2)
  }

  func widths(_ page: Page) -> [Length] {
    page.body.boxes.filter { $0.y == .points(30) }.map(\.width)
  }

  @Test("Courses share what fixed columns leave, in whole steps")
  func oneSheet() throws {
    // (280 - 120) / 6 = 26.7: 26 each, the 4 pt left over go to the last column that takes them.
    let laid = try Laid(form([.table(table(courses: 6))]))
    #expect(laid.pages.count == 2)
    let expected = [20, 60, 26, 26, 26, 26, 26, 26, 44].map { Length.points($0) }
    #expect(widths(laid.pages[0]) == expected)
    #expect(laid.faults().isEmpty)
  }

  @Test("Courses that do not fit go to a continuation sheet with the same rows")
  func twoSheets() throws {
    // 9 x 20 > 160. Front: (280 - 80) / 25 = 8 courses; last: one of 30 pt, 130 pt over.
    let laid = try Laid(form([.table(table(courses: 9))]))
    #expect(laid.pages.count == 4)
    let front = [20, 60] + [Int](repeating: 25, count: 8)
    #expect(widths(laid.pages[0]) == front.map { Length.points($0) })
    #expect(widths(laid.pages[1]) == [20, 60, 30, 170].map { Length.points($0) })
    #expect(laid.pages.map { $0.body.texts[0] } == ["1", "1", "3", "3"])
    #expect(laid.faults().isEmpty)
  }

  @Test("The continuation mark shows on continuation sheets only")
  func mark() throws {
    let title = Block.text(
      TextBlock(
        level: 1,
        style: song,
        alignment: .center,
        height: .points(20),
        content: [.text("题", nil)],
        continuationMark: [.text("续", nil)]
      )
    )
    let laid = try Laid(form([.table(table(courses: 9))], header: [title]))
    let marked = laid.pages.map { $0.background?.frame.texts.contains("续") ?? false }
    #expect(marked == [false, true, false, true])
  }

  @Test("No rule runs through a spanning heading")
  func spans() throws {
    let laid = try Laid(form([.table(table(courses: 6))]))
    let rules = try #require(laid.pages[0].background?.frame.rules)
    // Between courses (x = 116, 142, ...) rules start under the head (y = 30), elsewhere above.
    let course = rules.filter { $0.start.x == $0.end.x && $0.start.x == .points(116) }
    #expect(course.map(\.start.y) == [.points(30)])
    let fixed = rules.filter { $0.start.x == $0.end.x && $0.start.x == .points(30) }
    #expect(fixed.map(\.start.y) == [.points(10)])
    #expect(fixed.map(\.width) == [Length(milliPoints: 500)])
  }

  @Test("Shares part what fixed columns leave")
  func shares() throws {
    var columns = [column(80), column(0), column(0)]
    columns[1].width = .share(1)
    columns[2].width = .share(3)
    let laid = try Laid(form([.table(list(1, columns: columns))]))
    #expect(laid.pages[0].body.boxes.map(\.width) == [80, 50, 150].map { Length.points($0) })
  }

  @Test("Columns that are too wide for the paper are a finding")
  func tooWide() throws {
    let laid = try Laid(form([.table(list(1, columns: [column(200), column(90)]))]))
    #expect(laid.findings.map(\.kind) == [.tooWide])
  }
}
