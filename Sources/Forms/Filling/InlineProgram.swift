internal import DocumentModel

/// A compiled piece of a line.
indirect enum InlineProgram: Sendable {
  case text(String, TextStyle?)
  case value(ValueProgram, TextStyle?)
  case blank(width: Length?, [InlineProgram])
  case slot(width: Length, [InlineProgram])
  case gap(Length)
  case spring
  case checkBox(side: Length, Condition?)
  case lineBreak
  case counter(Inline.Counter, TextStyle?)
  case conditional(Condition, [InlineProgram], otherwise: [InlineProgram])

  func fill(_ frame: Frame, into pieces: inout [Inline]) {
    switch self {
    case .text(let words, let style): pieces.append(.text(words, style))
    case .value(let program, let style): pieces.append(.value(program.value(in: frame), style))
    case .blank(let width, let content):
      pieces.append(.blank(Inline.Blank(width: width, content: content.filled(frame))))
    case .slot(let width, let content): pieces.append(.slot(width: width, content.filled(frame)))
    case .gap(let width): pieces.append(.gap(width))
    case .spring: pieces.append(.spring)
    case .checkBox(let side, let condition):
      pieces.append(.checkBox(side: side, isChecked: condition?.holds(in: frame) ?? false))
    case .lineBreak: pieces.append(.lineBreak)
    case .counter(let counter, let style): pieces.append(.counter(counter, style))
    case .conditional(let condition, let content, let otherwise):
      for piece in condition.holds(in: frame) ? content : otherwise {
        piece.fill(frame, into: &pieces)
      }
    }
  }
}

extension [InlineProgram] {
  /// The pieces in a frame.
  func filled(_ frame: Frame) -> [Inline] {
    var pieces: [Inline] = []
    pieces.reserveCapacity(count)
    for program in self { program.fill(frame, into: &pieces) }
    return pieces
  }

  /// The words in a frame, values as they are shown; for titles.
  func words(_ frame: Frame) -> String {
    filled(frame).reduce(into: "") { result, piece in
      switch piece {
      case .text(let words, _): result += words
      case .value(let value, _): result += value.text
      default: break
      }
    }
  }
}
