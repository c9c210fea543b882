import DocumentModel

/// Forms that the tests write.
enum SampleForm {
  static let song = TextStyle(face: .song, size: .hundredthMillimetres(370))
  static let small = TextStyle(face: .song, size: .points(9), hasTabularDigits: true)
  static let bold = TextStyle(face: .title, size: .points(22))

  static let landscape = Sheet(
    paper: "A4",
    width: .millimetres(297),
    height: .millimetres(210),
    margins: Sheet.Margins(
      top: .millimetres(15),
      right: .millimetres(15),
      bottom: .millimetres(14),
      left: .millimetres(20)
    )
  )

  /// A form of one section.
  static func form(
    title: String = "示例表",
    header: [Block] = [],
    blocks: [Block],
    footer: FilledForm.Footer? = nil,
    watermark: String? = nil
  ) -> FilledForm {
    FilledForm(
      id: "sample",
      title: title,
      sheet: landscape,
      header: header,
      footer: footer,
      sections: Lazy([FilledForm.Section(blocks: blocks)]),
      watermark: watermark
    )
  }

  /// A heading of level 1.
  static func heading(_ words: String) -> Block {
    .text(TextBlock(level: 1, style: bold, alignment: .center, content: [.text(words, nil)]))
  }

  /// A table of two columns: names, centred, and remarks at the left.
  static func table(
    _ names: [String],
    head: [Row] = [],
    padding: Table.Padding = .none
  ) -> Table {
    Table(
      columns: [
        Column(width: .fixed(.millimetres(30)), style: song),
        Column(width: .share(1), alignment: .left, style: small),
      ],
      head: head,
      rows: Lazy(
        names.map { name in
          Row(cells: [Cell(.value(Value(text: name))), Cell(.empty)])
        }
      ),
      rowHeight: .millimetres(8),
      padding: padding
    )
  }

  /// A form with everything in it that a form can hold, of two sections.
  static func everything(hostile: String = "<script>alert('1')</script>]]>\"&") -> FilledForm {
    let value = Inline.value(Value(text: hostile), nil)
    let head = [
      Row(
        cells: [
          Cell(
            .inlines([.text("序", nil), .lineBreak, .text("号", nil)]),
            rowSpan: 2,
            scope: .column
          ),
          Cell(.inlines([.text("成绩", bold)]), columnSpan: 2, scope: .columnGroup),
          Cell(
            .inlines([.text("备注", nil)]),
            rowSpan: 2,
            scope: .column,
            orientation: .vertical
          ),
        ],
        height: .millimetres(10)
      ),
      Row(cells: [
        Cell(.inlines([.text("语文", nil)]), scope: .column, orientation: .verticalInNarrowColumns),
        Cell(.inlines([value]), scope: .column, orientation: .verticalInNarrowColumns),
      ]),
    ]
    let course = Column(
      width: .dynamic(
        least: .millimetres(9),
        most: .millimetres(14),
        step: .hundredthMillimetres(50),
        leastOnFrontSheets: .millimetres(12)
      ),
      style: song,
      presence: .oneSheet
    )
    let table = Table(
      caption: "成绩 \(hostile)",
      columns: [
        Column(width: .fixed(.millimetres(9)), style: small), course, course,
        Column(width: .share(1), alignment: .left, style: song),
      ],
      head: head,
      rows: Lazy(count: 3) { index in
        Row(cells: [
          Cell(.value(Value(text: String(index + 1)))), Cell(.value(Value(text: hostile))),
          Cell(.inlines([.checkBox(side: .millimetres(3), isChecked: index == 1), value])),
          Cell(.empty),
        ])
      },
      foot: [
        Row(cells: [Cell(.inlines([.text("合　计", nil)]), columnSpan: 3, scope: .row), Cell(.empty)])
      ],
      rowHeight: .millimetres(8),
      padding: Table.Padding(extent: .count(6), numberColumn: 0)
    )
    let blocks: [Block] = [
      .line(
        LineBlock(
          style: song,
          height: .millimetres(12),
          bottomGap: .millimetres(3),
          content: [
            .blank(Inline.Blank(width: .millimetres(20), content: [value])), .text("市教育局", nil),
            .spring, .slot(width: .millimetres(50), [value]), .gap(.millimetres(3)),
            .blank(Inline.Blank(width: nil, content: [])),
          ]
        )
      ),
      .table(table),
      .notes(
        Notes(
          lead: "说明：",
          items: [[.text("1. 甲", nil)], [value]],
          style: small,
          pitch: .points(12),
          gap: .millimetres(2)
        )
      ),
      .signatures(
        Signatures(
          boxes: (0..<4).map { _ in
            Signatures.Box(
              heading: [.text("学校审核意见（盖章）", nil)],
              persons: [[.text("经办人：", nil)], [.text("校　长：", nil)]],
              date: [.text("　年　月　日", nil)]
            )
          },
          height: .millimetres(52),
          columns: 2,
          style: song,
          joinsAbove: true
        )
      ),
      .space(.millimetres(3)), .rule(.points(1)), .pageBreak,
      .text(TextBlock(level: 1, style: bold, content: [value])),
      .text(TextBlock(level: 3, style: bold, content: [.text("三", nil)])),
      .text(TextBlock(style: small, alignment: .right, height: .millimetres(9), content: [value])),
    ]
    return FilledForm(
      id: "everything",
      title: "示例 \(hostile)",
      sheet: landscape,
      header: [heading("示例")],
      footer: FilledForm.Footer(
        style: small,
        center: [
          .text("第 ", nil), .counter(.page, nil), .text(" 页 共 ", nil), .counter(.pages, nil),
          .text(" 页", nil),
        ],
        left: [value],
        right: [.text("校内核对稿", nil)]
      ),
      sections: Lazy(count: 2) { _ in FilledForm.Section(blocks: blocks) },
      watermark: "草稿"
    )
  }
}
