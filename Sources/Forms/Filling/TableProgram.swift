internal import DocumentModel

/// A compiled table.
struct TableProgram: Sendable {
  var caption: String?
  var columns: [ColumnProgram]
  /// How many times the columns stand side by side; the items of the loop run down the first strip,
  /// then down the next.
  var strips = 1
  var head: [RowItem] = []
  var bodies: [Body] = []
  var foot: [RowItem] = []
  var rowHeight: Length
  var rowsPerPage: Int?
  var rowsOnLastPage: Int?
  var keptRows: Int
  var padding: PaddingProgram
  var rules: Table.Rules
  var overflow: Table.Overflow
  var joinsAbove: Bool

  /// Blank rows, the columns counted as the template counts them.
  struct PaddingProgram: Sendable {
    var extent: Table.Padding.Extent
    var mark: String
    var markColumn: Int
    var numberColumn: Int?
  }

  /// A `<col>`: one column, or one for each item of a loop.
  struct ColumnProgram: Sendable {
    var column: Column
    var loop: LoopProgram?
  }

  /// A `<tbody>`.
  enum Body: Sendable {
    case fixed([RowItem])
    /// Rows for each item; `empty` is shown in the mark's column when there are none.
    case each(LoopProgram, [RowProgram], empty: String?)
    /// Rows for each item, some of them repeated for what the item itself holds.
    case groups(LoopProgram, [GroupRow], empty: String?)
  }

  /// A row of a group.
  enum GroupRow: Sendable {
    case row(RowProgram)
    case each(LoopProgram, RowProgram)
  }

  indirect enum RowItem: Sendable {
    case row(RowProgram)
    /// A row for each item of a loop; only in groups.
    case each(LoopProgram, RowProgram)
    case conditional(Condition, [RowItem], otherwise: [RowItem])
  }

  func fill(_ frame: Frame) -> Table {
    let spread = ColumnSpread(columns, frame)
    let markColumn = spread.first(of: padding.markColumn)
    return Table(
      caption: caption,
      columns: Array(repeating: spread.columns, count: strips).flatMap(\.self),
      head: rows(head, frame, spread).map { $0.repeated(strips) },
      rows: bodyRows(frame, spread),
      foot: rows(foot, frame, spread).map { $0.repeated(strips) },
      rowHeight: rowHeight,
      rowsPerPage: rowsPerPage,
      rowsOnLastPage: rowsOnLastPage,
      keptRows: keptRows,
      padding: Table.Padding(
        extent: padding.extent,
        mark: padding.mark,
        markColumn: markColumn,
        numberColumn: padding.numberColumn.map { spread.first(of: $0) }
      ),
      rules: rules,
      overflow: overflow,
      joinsAbove: joinsAbove
    )
  }

  private func rows(_ items: [RowItem], _ frame: Frame, _ spread: ColumnSpread) -> [Row] {
    items.flatMap { item -> [Row] in
      switch item {
      case .row(let row): [BoundRow(row, spread).fill(frame)]
      case .each: []
      case .conditional(let condition, let content, let otherwise):
        rows(condition.holds(in: frame) ? content : otherwise, frame, spread)
      }
    }
  }

  /// Fixed rows are made at once, those of a loop when they are asked for.
  private func bodyRows(_ frame: Frame, _ spread: ColumnSpread) -> Lazy<Row> {
    var before: [Row] = []
    var repeated: Lazy<Row>?
    var after: [Row] = []
    for body in bodies {
      switch body {
      case .fixed(let items):
        let fixed = rows(items, frame, spread)
        if repeated == nil { before += fixed } else { after += fixed }
      case .each(let loop, let programs, let empty):
        let items = loop.items(in: frame)
        if items.count == 0, let empty {
          before.append(emptyRow(empty, spread))
        } else {
          let bound = programs.map { BoundRow($0, spread) }
          let rows = RepeatedRows(
            items: items,
            rows: bound,
            frame: frame,
            strips: strips,
            blank: Array(repeating: Cell(.empty), count: spread.columns.count)
          )
          repeated = Lazy(count: rows.count) { rows.row($0) }
        }
      case .groups(let loop, let programs, let empty):
        let items = loop.items(in: frame)
        if items.count == 0, let empty {
          before.append(emptyRow(empty, spread))
        } else {
          let rows = GroupedRows(items, programs, frame, spread)
          repeated = Lazy(count: rows.count) { rows.row($0) }
        }
      }
    }
    guard let repeated, repeated.count > 0 else { return Lazy(before + after) }
    if before.isEmpty, after.isEmpty { return repeated }
    let count = before.count + repeated.count + after.count
    return Lazy(count: count) { [before, after] index in
      if index < before.count { return before[index] }
      let inner = index - before.count
      return inner < repeated.count ? repeated[inner] : after[inner - repeated.count]
    }
  }

  private func emptyRow(_ words: String, _ spread: ColumnSpread) -> Row {
    let column = spread.first(of: padding.markColumn)
    return Row(
      cells: ContiguousArray(
        spread.columns.indices.map { index in
          index == column ? Cell(.inlines([.text(words, nil)]), alignment: .center) : Cell(.empty)
        }
      )
    ).padded(to: spread.columns.count * strips)
  }
}

/// The rows of a loop.
private struct RepeatedRows: Sendable {
  var items: LoopItems
  var rows: [BoundRow]
  var frame: Frame
  var strips: Int
  /// What stands in a strip that has run out of items.
  var blank: [Cell]

  var count: Int { (items.count + strips - 1) / strips * rows.count }

  func row(_ index: Int) -> Row {
    guard strips == 1 else { return stripedRow(index) }
    if rows.count == 1 { return rows[0].fill(items.frame(index, in: frame)) }
    let item = items.frame(index / rows.count, in: frame)
    return rows[index % rows.count].fill(item)
  }

  private func stripedRow(_ index: Int) -> Row {
    let depth = (items.count + strips - 1) / strips
    var row = Row(cells: [])
    for strip in 0..<strips {
      let item = strip * depth + index / rows.count
      if item < items.count {
        let part = rows[index % rows.count].fill(items.frame(item, in: frame))
        row.cells += part.cells
        row.height = row.height ?? part.height
      } else {
        row.cells += blank
      }
    }
    return row
  }
}

extension Row {
  /// The cells so many times side by side.
  fileprivate func repeated(_ count: Int) -> Row {
    guard count > 1 else { return self }
    return Row(
      cells: ContiguousArray((0..<count).flatMap { _ in cells }),
      height: height
    )
  }

  /// Empty cells added up to a number of cells.
  fileprivate func padded(to count: Int) -> Row {
    var row = self
    while row.cells.count < count { row.cells.append(Cell(.empty)) }
    return row
  }
}

/// The columns of one document: every dynamic one spread out over its items.
struct ColumnSpread: Sendable {
  /// The columns as they are laid out.
  private(set) var columns: [Column] = []
  /// For each `<col>` the items of its loop.
  private(set) var items: [LoopItems?] = []
  private var starts: [Int] = []

  init(_ programs: [TableProgram.ColumnProgram], _ frame: Frame) {
    for program in programs {
      starts.append(columns.count)
      let items = program.loop?.items(in: frame)
      self.items.append(items)
      for _ in 0..<(items?.count ?? 1) { columns.append(program.column) }
    }
    starts.append(columns.count)
  }

  /// The first column of a `<col>`.
  func first(of index: Int) -> Int {
    index < starts.count ? starts[index] : 0
  }

  /// How many columns a range of `<col>` elements has become.
  func count(_ range: Range<Int>) -> Int {
    guard range.upperBound < starts.count else { return range.count }
    return starts[range.upperBound] - starts[range.lowerBound]
  }
}
