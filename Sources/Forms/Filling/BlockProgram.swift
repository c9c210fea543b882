internal import DocumentModel

/// A compiled block.
indirect enum BlockProgram: Sendable {
  case text(TextBlockProgram)
  case line(LineBlockProgram)
  case table(TableProgram)
  case signatures(SignaturesProgram)
  case notes(NotesProgram)
  case space(Length)
  case pageBreak
  case rule(Length)
  case picture(PictureBlock)
  case conditional(Condition, [BlockProgram], otherwise: [BlockProgram])
  case each(LoopProgram, [BlockProgram])

  func fill(_ frame: Frame, into blocks: inout [Block]) {
    switch self {
    case .text(let program): blocks.append(.text(program.fill(frame)))
    case .line(let program): blocks.append(.line(program.fill(frame)))
    case .table(let program): blocks.append(.table(program.fill(frame)))
    case .signatures(let program): blocks.append(.signatures(program.fill(frame)))
    case .notes(let program): blocks.append(.notes(program.fill(frame)))
    case .space(let height): blocks.append(.space(height))
    case .pageBreak: blocks.append(.pageBreak)
    case .rule(let width): blocks.append(.rule(width))
    case .picture(let block): blocks.append(.picture(block))
    case .conditional(let condition, let content, let otherwise):
      for block in condition.holds(in: frame) ? content : otherwise {
        block.fill(frame, into: &blocks)
      }
    case .each(let loop, let content):
      let items = loop.items(in: frame)
      for index in 0..<items.count {
        let item = items.frame(index, in: frame)
        for block in content { block.fill(item, into: &blocks) }
      }
    }
  }
}

extension [BlockProgram] {
  /// The blocks in a frame.
  func filled(_ frame: Frame) -> [Block] {
    var blocks: [Block] = []
    for program in self { program.fill(frame, into: &blocks) }
    return blocks
  }
}

/// A compiled heading or paragraph.
struct TextBlockProgram: Sendable {
  var level: Int?
  var style: TextStyle
  var alignment: Alignment
  var height: Length?
  var content: [InlineProgram]
  var continuation: [InlineProgram]

  func fill(_ frame: Frame) -> TextBlock {
    TextBlock(
      level: level,
      style: style,
      alignment: alignment,
      height: height,
      content: content.filled(frame),
      continuationMark: continuation.filled(frame)
    )
  }
}

/// A compiled line of labels and blanks.
struct LineBlockProgram: Sendable {
  var style: TextStyle
  var height: Length
  var bottomGap: Length?
  var content: [InlineProgram]

  func fill(_ frame: Frame) -> LineBlock {
    LineBlock(
      style: style,
      height: height,
      bottomGap: bottomGap,
      content: content.filled(frame)
    )
  }
}

/// A compiled band of boxes.
struct SignaturesProgram: Sendable {
  var boxes: [BoxItem]
  var height: Length
  /// Nil for as many as there are boxes.
  var columns: Int?
  var style: TextStyle
  var joinsAbove: Bool

  indirect enum BoxItem: Sendable {
    case box(BoxProgram)
    case conditional(Condition, [BoxItem], otherwise: [BoxItem])
  }

  struct BoxProgram: Sendable {
    var heading: [InlineProgram]
    var hasBoldHeading: Bool
    var persons: [[InlineProgram]]
    var date: [InlineProgram]
  }

  func fill(_ frame: Frame) -> Signatures {
    var filled: [Signatures.Box] = []
    SignaturesProgram.add(boxes, frame, to: &filled)
    return Signatures(
      boxes: filled,
      height: height,
      columns: columns ?? max(1, filled.count),
      style: style,
      joinsAbove: joinsAbove
    )
  }

  private static func add(_ items: [BoxItem], _ frame: Frame, to boxes: inout [Signatures.Box]) {
    for item in items {
      switch item {
      case .box(let box):
        boxes.append(
          Signatures.Box(
            heading: box.heading.filled(frame),
            hasBoldHeading: box.hasBoldHeading,
            persons: box.persons.map { $0.filled(frame) },
            date: box.date.filled(frame)
          )
        )
      case .conditional(let condition, let content, let otherwise):
        add(condition.holds(in: frame) ? content : otherwise, frame, to: &boxes)
      }
    }
  }
}

/// Compiled remarks.
struct NotesProgram: Sendable {
  var lead: String
  var items: [NoteItem]
  var style: TextStyle
  var pitch: Length
  var gap: Length
  var height: Length?

  indirect enum NoteItem: Sendable {
    case item([InlineProgram])
    case conditional(Condition, [NoteItem], otherwise: [NoteItem])
  }

  func fill(_ frame: Frame) -> Notes {
    var filled: [[Inline]] = []
    NotesProgram.add(items, frame, to: &filled)
    return Notes(
      lead: lead,
      items: filled,
      style: style,
      pitch: pitch,
      gap: gap,
      height: height
    )
  }

  private static func add(_ items: [NoteItem], _ frame: Frame, to filled: inout [[Inline]]) {
    for item in items {
      switch item {
      case .item(let content): filled.append(content.filled(frame))
      case .conditional(let condition, let content, let otherwise):
        add(condition.holds(in: frame) ? content : otherwise, frame, to: &filled)
      }
    }
  }
}
