internal import DocumentModel

/// Who is named where something as a whole does not fit: its longest value, else its longest words.
struct Spokesman {
  private(set) var value = ValueID.none
  private(set) var text = ""

  init(_ block: Block) {
    switch block {
    case .text(let block): hear(block.content)
    case .line(let block): hear(block.content)
    case .notes(let notes):
      for item in notes.items { hear(item) }
    case .signatures(let band):
      for box in band.boxes { hear(box.heading) }
    case .picture(let block): text = block.description
    case .table, .space, .pageBreak, .rule: break
    }
  }

  init(_ rows: some Sequence<Row>) {
    for row in rows {
      for cell in row.cells {
        switch cell.content {
        case .value(let value): hear(value.text, value.id)
        case .inlines(let pieces): hear(pieces)
        default: break
        }
      }
    }
  }

  private mutating func hear(_ pieces: [Inline]) {
    for piece in pieces {
      switch piece {
      case .text(let words, _): hear(words, .none)
      case .value(let value, _): hear(value.text, value.id)
      case .blank(let blank): hear(blank.content)
      case .slot(_, let content): hear(content)
      case .gap, .spring, .checkBox, .lineBreak, .counter: break
      }
    }
  }

  private mutating func hear(_ words: String, _ id: ValueID) {
    let (isValue, wasValue) = (id != .none, value != .none)
    guard isValue != wasValue ? isValue : words.utf8.count > text.utf8.count else { return }
    value = id
    text = words
  }
}
