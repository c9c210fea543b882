import DocumentModel

/// The parts of the style sheet that do not depend on the form.
enum HTMLStyleSheet {
  /// The sizes that have a class, in half points: 5 to 36 pt.
  static let sizes = 10...72

  /// The nearest size that has a class: HTML is read at any zoom, half a point is fine enough.
  static func halfPoints(of size: Length) -> Int {
    min(sizes.upperBound, max(sizes.lowerBound, (Int(size.milliPoints) + 250) / 500))
  }

  /// Rules for all forms.
  ///
  /// The faces are those of the office's own machines first, then what other systems have.
  static let common: StaticString = """
    *{box-sizing:border-box}
    body{margin:0;color:#000;background:#fff}
    main,footer{margin:8mm auto}
    h1,h2,h3,h4,h5,h6,p{margin:0;font-weight:normal;line-height:1.2;align-content:center}
    h1,h2,h3,h4,h5,h6,p,th,td,li{white-space:pre-wrap;overflow-wrap:anywhere}
    body,.song{font-family:"宋体",SimSun,"Songti SC","Noto Serif CJK SC",serif;font-weight:normal}
    .title{font-family:"方正小标宋简体","宋体",SimSun,"Songti SC","Noto Serif CJK SC",serif;\
    font-weight:bold}
    .hei{font-family:"黑体",SimHei,"Heiti SC","Noto Sans CJK SC",sans-serif;font-weight:normal}
    .fang{font-family:"仿宋",FangSong,STFangsong,"Noto Serif CJK SC",serif;font-weight:normal}
    .kai{font-family:"楷体",KaiTi,"Kaiti SC","Noto Serif CJK SC",serif;font-weight:normal}
    .n{font-variant-numeric:tabular-nums}
    .l{text-align:left}
    .c{text-align:center}
    .r{text-align:right}
    .line{display:flex;align-items:center}
    .blank{border-bottom:.5pt solid;text-align:center;min-height:1.3em;padding:0 1mm}
    .blank,.slot,.gap{flex:none}
    .spring{flex:1}
    .gap{display:inline-block}
    table{border-collapse:collapse;table-layout:fixed;line-height:1.2}
    caption{text-align:left}
    .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);\
    white-space:nowrap}
    th,td{padding:.3mm 1mm;text-align:center;vertical-align:middle}
    th{font-weight:inherit}
    tr{height:var(--row)}
    td.l{padding-left:1.5mm}
    .all th,.all td{border:.5pt solid}
    .all,.frame{border:.75pt solid}
    .v{writing-mode:vertical-rl;white-space:normal}
    .notes{display:flex}
    .notes p,.notes li{line-height:inherit}
    .notes>p{flex:none}
    .notes ul{margin:0;padding:0;list-style:none}
    .signatures{display:grid;break-inside:avoid;padding-right:.75pt}
    .joined{margin-top:-.75pt}
    .box{display:flex;flex-direction:column;border:.75pt solid;margin:0 -.75pt -.75pt 0;\
    padding:2mm 3mm;min-height:50mm}
    .purpose{margin-bottom:auto}
    .box p{padding:.8mm 0}
    .date{align-self:flex-end}
    .picture svg{display:block}
    .picture.c svg{margin:0 auto}
    .picture.r svg{margin-left:auto}
    hr{border:0 solid;margin:0}
    .watermark{position:fixed;top:0;right:0;bottom:0;left:0;z-index:-1;display:flex;\
    align-items:center;justify-content:center;color:#ddd;font-size:120pt;\
    transform:rotate(-30deg);pointer-events:none}
    .page-break,.part+.part{break-before:page}
    @media screen{.part+.part{margin-top:15mm}}
    @media print{
    main{margin:0;width:auto}
    footer{display:none}
    thead{display:table-header-group}
    tfoot{display:table-row-group}
    tr{break-inside:avoid}
    h1,h2,h3,h4,h5,h6,.line{break-after:avoid}
    .notes,.signatures,tfoot{break-before:avoid}
    }

    """
}

extension HTMLWriter {
  /// Writes the style element: common rules, sizes, the paper and its margins.
  mutating func writeStyleSheet() {
    html.raw("<style>\n")
    html.raw(HTMLStyleSheet.common)
    for halves in HTMLStyleSheet.sizes {
      html.raw(".z")
      html.number(halves / 2)
      if halves % 2 == 1 { html.raw("_5") }
      html.raw("{font-size:")
      html.points(.points(halves) / 2)
      html.raw("}")
    }
    html.raw("\nmain,footer{width:")
    html.millimetres(form.sheet.usable.width)
    html.raw("}\n@page{size:")
    html.millimetres(form.sheet.width)
    html.raw(" ")
    html.millimetres(form.sheet.height)
    html.raw(";margin:")
    let margins = form.sheet.margins
    for (index, margin) in [margins.top, margins.right, margins.bottom, margins.left].enumerated() {
      if index > 0 { html.raw(" ") }
      html.millimetres(margin)
    }
    if let footer = form.footer {
      writeMarginBox("@bottom-left", footer.left, footer.style)
      writeMarginBox("@bottom-center", footer.center, footer.style)
      writeMarginBox("@bottom-right", footer.right, footer.style)
    }
    html.raw("}\n</style>\n")
  }

  /// A margin box of the page, with the page counters.
  private mutating func writeMarginBox(_ name: StaticString, _ band: [Inline], _ style: TextStyle) {
    guard !band.isEmpty else { return }
    html.raw(";")
    html.raw(name)
    html.raw("{content:")
    for piece in band {
      switch piece {
      case .counter(.page, _): html.raw("counter(page) ")
      case .counter(.pages, _): html.raw("counter(pages) ")
      default:
        html.raw("\"")
        html.cssText(Self.words(of: [piece]))
        html.raw("\" ")
      }
    }
    html.raw(";font-size:")
    html.points(style.size)
    html.raw("}")
  }
}

extension HTMLBytes {
  /// Words inside a quoted CSS string of a style element, where `</style` must not appear.
  mutating func cssText(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\", "<", ">", "&", "'", "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}":
        // A code point 0 would be read as U+FFFD; that is what it is shown as elsewhere.
        raw("\\")
        self.text(String(scalar.value, radix: 16))
        raw(" ")
      default: self.text(String(scalar))
      }
    }
  }
}
