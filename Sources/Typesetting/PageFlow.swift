internal import DocumentModel
internal import Fonts

/// A page under work.
struct OpenPage {
  var canvas = Canvas()
  var segments: [TableSegment] = []
  /// Set where all that the page shows besides its body is the header and `count` rows of nominal
  /// height of the current table, so that its background can be found again.
  var sharedRows: Int?
  var isContinuation = false
}

/// Fills pages from top to bottom and hands them over when they are full.
struct PageFlow {
  let form: FilledForm
  let usable: Rect
  var composer: Composer
  /// The header as it stands on first and on continuation sheets.
  var headers: [Frame] = []
  var contentTop: Length
  /// The sheets under work: one, but for tables wider than the paper.
  var open: [OpenPage] = []
  var y: Length = .zero
  /// Whether nothing stands on the page but the header.
  var isFresh = true
  var needsBreak = false
  var pageCount = 0
  private let pageLimit: Int
  var backgrounds = Backgrounds()
  /// An empty frame with the room of a page that was handed over.
  private var spareBody = Frame()

  init(form: FilledForm, metrics: TypeMetrics, pageLimit: Int) {
    self.form = form
    self.pageLimit = pageLimit
    usable = form.sheet.usable
    composer = Composer(metrics: metrics)
    contentTop = usable.y
    for isContinuation in [false, true] {
      var canvas = Canvas()
      var y = usable.y
      for block in form.header {
        y += composer.setBlock(
          block,
          at: Composer.Place(
            x: usable.x,
            y: y,
            width: usable.width,
            layer: .back,
            isContinuation: isContinuation
          ),
          on: &canvas
        )
      }
      headers.append(canvas.back)
      contentTop = y
    }
    if let text = form.watermark {
      let mark = watermark(text, style: TextStyle(face: .title, size: .points(120)))
      for index in headers.indices {
        var frame = mark
        frame.append(headers[index], down: .zero)
        headers[index] = frame
      }
    }
  }

  /// The watermark, large in the middle of the sheet.
  private mutating func watermark(_ text: String, style: TextStyle) -> Frame {
    var words = composer.paragraph(
      [.text(text, nil)],
      style: style,
      role: .watermark,
      breaksLines: false
    )
    let width = words.width(limit: style.size) / 1000
    let room = max(0, Int(usable.width.milliPoints) * 4 / 5)
    var size = style.size
    if width > room, width > 0 { size = Length(milliPoints: Int(size.milliPoints) * room / width) }
    words.pieces.indices.forEach { words.pieces[$0].style.size = size }
    var canvas = Canvas()
    let set = Length(milliPoints: words.width(limit: size) / 1000)
    composer.draw(
      words,
      0..<words.atoms.count,
      x: (form.sheet.width - set) / 2,
      baseline: (form.sheet.height - size) / 2 + size.scaled(thousandths: TypeMetrics.ascent),
      Composer.Setting(
        limit: size,
        layer: .back,
        box: Rect(x: .zero, y: .zero, width: form.sheet.width, height: form.sheet.height)
      ),
      on: &canvas
    )
    return canvas.back
  }

  var bottom: Length { usable.maxY }

  mutating func set(_ section: FilledForm.Section, emit: (Page) throws -> Void) throws {
    startPage()
    let blocks = section.blocks
    var index = 0
    while index < blocks.count {
      switch blocks[index] {
      case .pageBreak: needsBreak = !isFresh || needsBreak
      case .table(let table):
        try breakIfNeeded(emit: emit)
        let rest = blocks[(index + 1)...]
        let end =
          rest.firstIndex { if case .pageBreak = $0 { true } else { false } } ?? rest.endIndex
        let tail = blocks[(index + 1)..<end]
        let hasTable = tail.contains { if case .table = $0 { true } else { false } }
        try set(table, tail: hasTable ? [] : Array(tail), emit: emit)
      default:
        try breakIfNeeded(emit: emit)
        try place(blocks[index], emit: emit)
      }
      index += 1
    }
    needsBreak = false
    try finishPages(emit: emit)
  }

  private mutating func breakIfNeeded(emit: (Page) throws -> Void) throws {
    guard needsBreak else { return }
    needsBreak = false
    try finishPages(emit: emit)
    startPage()
  }

  mutating func startPage(sheets: Int = 1) {
    open.removeAll(keepingCapacity: true)
    for index in 0..<max(sheets, 1) { open.append(OpenPage(isContinuation: index > 0)) }
    swap(&open[0].canvas.body, &spareBody)
    y = contentTop
    isFresh = true
  }

  /// Places a block on the current page, or on the next one if it does not fit.
  private mutating func place(_ block: Block, emit: (Page) throws -> Void) throws {
    var joins = false
    if case .signatures(let band) = block { joins = band.joinsAbove }
    for _ in 0..<2 {
      let mark = open[0].canvas.mark
      let height = composer.setBlock(
        block,
        at: Composer.Place(
          x: usable.x,
          y: y,
          width: usable.width,
          sharesRule: joins && !isFresh,
          isContinuation: open[0].isContinuation
        ),
        on: &open[0].canvas
      )
      if y + height <= bottom {
        y += height
        if height > .zero { isFresh = false }
        open[0].sharedRows = nil
        return
      }
      if case .space = block {
        // Empty height does not go over to the next page.
        y = bottom
        return
      }
      guard !isFresh else {
        let spokesman = Spokesman(block)
        composer.log.add(.tooTall, spokesman.value, spokesman.text)
        y = bottom
        return
      }
      open[0].canvas.rollBack(to: mark)
      try finishPages(emit: emit)
      startPage()
    }
  }

  /// How high blocks are that stand under one another.
  mutating func height(of blocks: [Block]) -> Length {
    var canvas = Canvas()
    return blocks.reduce(.zero) { sum, block in
      sum
        + composer.setBlock(
          block,
          at: Composer.Place(x: usable.x, y: .zero, width: usable.width),
          on: &canvas
        )
    }
  }

  /// Hands over the pages under work.
  mutating func finishPages(emit: (Page) throws -> Void) throws {
    for index in open.indices { try finish(index, emit: emit) }
    open.removeAll(keepingCapacity: true)
  }

  mutating func finish(_ index: Int, emit: (Page) throws -> Void) throws {
    guard pageCount < pageLimit else { throw PageLimitReached() }
    pageCount += 1
    var page = open[index]
    open[index] = OpenPage()
    let header = headers[page.isContinuation ? 1 : 0]
    var background: Page.Background?
    let key = page.sharedRows.map {
      Backgrounds.Key(sheet: page.segments[0].sheetIndex, rows: $0)
    }
    if let key { background = backgrounds.known[key] }
    if background == nil {
      var frame = header
      for segment in page.segments { segment.draw(on: &frame) }
      frame.append(page.canvas.back, down: .zero)
      background = backgrounds.share(frame)
      if let key { backgrounds.known[key] = background }
    }
    var body = page.canvas.body
    page.canvas.body = Frame()
    try emit(
      Page(
        width: form.sheet.width,
        height: form.sheet.height,
        background: background,
        body: body
      )
    )
    body.removeAll()
    spareBody = body
  }
}

/// The backgrounds of a document's pages, so that equal ones are one object.
struct Backgrounds {
  /// A page that shows the header and so many rows of nominal height of the current table.
  struct Key: Hashable {
    var sheet: Int
    var rows: Int
  }

  var known: [Key: Page.Background] = [:]
  private var recent: [Page.Background] = []

  /// The background that shows a frame: a recent one if it is equal.
  mutating func share(_ frame: Frame) -> Page.Background? {
    guard !frame.isEmpty else { return nil }
    if let same = recent.first(where: { $0.frame.equals(frame) }) { return same }
    let new = Page.Background(frame: frame)
    if recent.count == 4 { recent.removeFirst() }
    recent.append(new)
    return new
  }
}
