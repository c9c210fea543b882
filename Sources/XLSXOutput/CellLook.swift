import DocumentModel

/// How a cell looks; cells that look alike share one format of the workbook.
struct CellLook: Hashable {
  /// Face and size.
  var style: TextStyle
  /// Position in the width.
  var alignment: Alignment
  /// Whether thin lines are drawn around the cell.
  var hasBorder = false
  /// Whether the text stands at the upper edge instead of in the middle.
  var isAtTop = false
  /// Whether text stands upright.
  var isUpright = false
  /// Whether the cell holds a number; all others are text for ever, also after they are edited.
  var isNumber = false

  /// A plain look.
  init(style: TextStyle, _ alignment: Alignment) {
    self.style = style
    self.alignment = alignment
  }

  /// The font by which office programs know the face.
  var fontName: String {
    switch style.face {
    case .song, .title: "宋体"
    case .hei: "黑体"
    case .fang: "仿宋"
    case .kai: "楷体"
    }
  }

  /// 小标宋 is not installed everywhere: bold Song stands for it.
  var isBold: Bool { style.face == .title }
}
