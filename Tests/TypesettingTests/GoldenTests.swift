import DocumentModel
import Foundation
import Testing
import Typesetting

/// What a small form looks like as a whole, one line an item.
///
/// `UPDATE_GOLDENS=1` rewrites the file; a missing one is a failure.
@Suite("Layout of a small form")
struct GoldenTests {
  private static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Goldens/Typesetting/small-form.txt")

  private static var smallForm: FilledForm {
    let bold = TextStyle(face: .title, size: .points(10))
    var digits = song
    digits.hasTabularDigits = true
    var sex = heading("性别")
    sex.orientation = .verticalInNarrowColumns
    var name = heading("姓名")
    (name.rowSpan, sex.rowSpan) = (2, 2)
    var numbers = heading("号码")
    numbers.columnSpan = 2
    let head = [
      Row(cells: [name, sex, numbers], height: .points(20)),
      Row(cells: [heading("身份证"), heading("证书")], height: .points(20)),
    ]
    let people = [
      ("张三", "男", "45000020050315001X", "1"), ("阿卜杜热合曼·阿卜杜热西提", "女", "450000200503150028", "2"),
      ("李\u{20B01}", "男", "450000200412311172", "—"),
    ]
    let rows = Lazy(count: 3) { index in
      let person = people[index]
      return Row(cells: [
        value(person.0, index), value(person.1, index, field: 1), value(person.2, index, field: 2),
        value(person.3, index, field: 3),
      ])
    }
    let table = Table(
      columns: [
        column(60), column(20), column(110, style: digits), column(90, .left, style: digits),
      ],
      head: head,
      rows: rows,
      rowHeight: .points(18),
      rowsPerPage: 2,
      rowsOnLastPage: 2,
      padding: Table.Padding(extent: .page, mark: "以下空白")
    )
    let box = Signatures.Box(
      heading: [.text("学校意见（盖章）", nil)],
      persons: [[.text("经办人：", nil)]],
      date: [.text("年　月　日", nil)]
    )
    return form(
      [
        .table(table), .space(.points(4)),
        .notes(
          Notes(
            lead: "说明：",
            items: [[.text("1. 一。", nil)]],
            style: song,
            pitch: .points(12),
            gap: .points(2)
          )
        ),
        .signatures(Signatures(boxes: [box, box], height: .points(50), columns: 2, style: song)),
      ],
      header: [
        .text(
          TextBlock(
            level: 1,
            style: bold,
            alignment: .center,
            height: .points(16),
            content: [.text("登记表", nil)]
          )
        ),
        .line(
          LineBlock(
            style: song,
            height: .points(14),
            content: [
              .text("学校：", nil),
              .blank(Inline.Blank(width: .points(80), content: [.text("示例", nil)])), .spring,
              .checkBox(side: .points(8), isChecked: true),
            ]
          )
        ),
      ]
    )
  }

  private static func dump(_ frame: Frame, _ name: String, into lines: inout [String]) {
    for run in frame.runs {
      var marks = run.isTurned ? " turned" : ""
      marks += (run.isWrapped ? " wrapped" : "") + (run.isShrunk ? " shrunk" : "")
      let value = run.value == .none ? "" : " \(run.value.record).\(run.value.field)"
      lines.append(
        "\(name) \(run.role) \(run.origin.x.milliPoints) \(run.origin.y.milliPoints) size "
          + "\(run.size.milliPoints) face \(run.face)\(value)\(marks) \(frame.text(run))"
      )
    }
    for rule in frame.rules {
      lines.append(
        "\(name) rule \(rule.start.x.milliPoints) \(rule.start.y.milliPoints) "
          + "\(rule.end.x.milliPoints) \(rule.end.y.milliPoints) width \(rule.width.milliPoints)"
      )
    }
  }

  @Test("Every run and rule stands where it stood")
  func golden() throws {
    let laid = try Laid(Self.smallForm)
    #expect(!laid.findings.contains { $0.isFault })
    var lines: [String] = []
    for (number, page) in laid.pages.enumerated() {
      lines.append("page \(number + 1)")
      if let background = page.background { Self.dump(background.frame, "back", into: &lines) }
      Self.dump(page.body, "body", into: &lines)
    }
    let now = lines.joined(separator: "\n") + "\n"
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
      try FileManager.default.createDirectory(
        at: Self.path.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try now.write(to: Self.path, atomically: true, encoding: .utf8)
    }
    let before = try String(contentsOf: Self.path, encoding: .utf8)
    #expect(Array(now.utf8) == Array(before.utf8), "\(now)")
  }

  @Test("The same form gives the same pages")
  func repeatable() throws {
    var texts: [[String]] = []
    for _ in 0..<2 {
      var lines: [String] = []
      for page in try Laid(Self.smallForm).pages { Self.dump(page.body, "body", into: &lines) }
      texts.append(lines)
    }
    #expect(texts[0] == texts[1])
  }
}
