internal import DocumentModel

/// A compiled row.
struct RowProgram: Sendable {
  /// Heights of the rows of a loop's first, second… item; further items have the last.
  ///
  /// Empty for the table's row height.
  var heights: [Length]
  var cells: [CellProgram]
}

/// A compiled cell.
struct CellProgram: Sendable {
  /// The cell without its content.
  var prototype: Cell
  /// The `<col>` elements that it covers.
  var columns: Range<Int>
  /// Whether there is one cell for each column of a dynamic `<col>`.
  var isRepeated: Bool
  var content: ContentProgram
}

/// What a cell shows, the frequent cases apart from the rest.
enum ContentProgram: Sendable {
  /// The same in every row.
  case constant(Cell.Content)
  /// A stored field of the row's item.
  case field(Int)
  /// A value of any kind.
  case value(ValueProgram)
  /// The text of a list of the row's item at the cell's own column.
  case listItem(Int)
  case inlines([InlineProgram])
}

/// A row whose cells are spread over the columns of one document.
struct BoundRow: Sendable {
  private let cells: ContiguousArray<BoundCell>
  private let heights: [Length]

  private struct BoundCell: Sendable {
    var prototype: Cell
    var content: ContentProgram
    /// The item of the column's loop.
    var column: BoundColumn?
  }

  private struct BoundColumn: Sendable {
    var entity: Entity
    var index: Int
    var number: Int
  }

  init(_ program: RowProgram, _ spread: ColumnSpread) {
    heights = program.heights
    var cells: ContiguousArray<BoundCell> = []
    for cell in program.cells {
      if cell.isRepeated, let items = spread.items[cell.columns.lowerBound] {
        for number in 0..<items.count {
          let index = items.order.map { $0[number] } ?? number
          let column = BoundColumn(
            entity: items.collection[index],
            index: index,
            number: number + 1
          )
          cells.append(
            BoundCell(prototype: cell.prototype, content: cell.content, column: column)
          )
        }
      } else {
        let width = spread.count(cell.columns)
        // A cell over dynamic columns only vanishes where there are none.
        guard width > 0 else { continue }
        var prototype = cell.prototype
        prototype.columnSpan = UInt16(clamping: width)
        cells.append(BoundCell(prototype: prototype, content: cell.content, column: nil))
      }
    }
    self.cells = cells
  }

  /// The row of a frame.
  func fill(_ frame: Frame) -> Row {
    // Written in place: a cell is some hundred bytes and is made for every value of a list.
    let filled = unsafe ContiguousArray<Cell>(unsafeUninitializedCapacity: cells.count) {
      buffer,
      count in
      for index in cells.indices {
        unsafe buffer.initializeElement(
          at: index,
          to: cells[index].prototype.showing(content(of: index, in: frame))
        )
        count += 1
      }
    }
    guard let last = heights.last else { return Row(cells: filled) }
    let place = max(0, frame.number - 1)
    return Row(cells: filled, height: place < heights.count ? heights[place] : last)
  }

  @inline(__always)
  private func content(of index: Int, in frame: Frame) -> Cell.Content {
    switch cells[index].content {
    case .constant(let content):
      return content
    case .field(let slot):
      let text = slot < frame.entity.stored.count ? frame.entity.stored[slot] : ""
      let id = ValueID(
        table: frame.entity.table,
        field: UInt16(truncatingIfNeeded: slot),
        record: frame.entity.record
      )
      return .value(Value(text: text, id: id))
    case .listItem(let list):
      let column = cells[index].column?.index ?? 0
      let (text, table, record) = frame.listItem(.item(0), list, column)
      let field = UInt16(truncatingIfNeeded: ValueProgram.listFields + column)
      return .value(Value(text: text, id: ValueID(table: table, field: field, record: record)))
    case .value(let program):
      return .value(program.value(in: inner(frame, cells[index].column)))
    case .inlines(let programs):
      return .inlines(programs.filled(inner(frame, cells[index].column)))
    }
  }

  private func inner(_ frame: Frame, _ column: BoundColumn?) -> Frame {
    guard let column else { return frame }
    return Frame(in: frame, column.entity, index: column.index, number: column.number)
  }
}

extension Cell {
  /// A cell like this one with other content.
  @inline(__always)
  fileprivate func showing(_ content: Content) -> Cell {
    Cell(
      content,
      columnSpan: columnSpan,
      rowSpan: rowSpan,
      scope: scope,
      style: style,
      alignment: alignment,
      orientation: orientation,
      pitch: pitch
    )
  }
}
