internal import DocumentModel

/// The columns of a table that stand on one sheet, with their places.
struct TableSheet {
  var slots: [Slot] = []
  /// For each column of the table its index in `slots`, or -1.
  var positions: [Int] = []

  var left: Length { slots.first?.x ?? .zero }
  var right: Length { slots.last.map { $0.x + $0.width } ?? .zero }

  /// The place of a cell that covers columns; nil where none of them stands on this sheet.
  func slot(column: Int, span: Int) -> Slot? {
    guard positions.indices.contains(column) else { return nil }
    if span == 1 {
      return positions[column] < 0 ? nil : slots[positions[column]]
    }
    let covered = positions[column..<min(column + span, positions.count)].filter { $0 >= 0 }
    guard let first = covered.first, let last = covered.last else { return nil }
    var slot = slots[first]
    slot.width = slots[last].x + slots[last].width - slot.x
    return slot
  }

  /// Rounding of millimetres may add up to this over all columns.
  private static let slack = Length(milliPoints: Int32(100))

  /// Spreads a table's columns over as few sheets as their least widths allow.
  ///
  /// Returns nil for the second part if fixed columns leave dynamic ones no room.
  static func sheets(of table: Table, in usable: Rect) -> (sheets: [TableSheet], fits: Bool) {
    let columns = table.columns
    let dynamic = columns.indices.filter { isDynamic(columns[$0]) }
    func fixedWidth(_ isWanted: (Column) -> Bool) -> Length {
      columns.reduce(.zero) { sum, column in
        if case .fixed(let width) = column.width, isWanted(column) { return sum + width }
        return sum
      }
    }
    let all = fixedWidth { _ in true }
    guard let first = dynamic.first,
      case .dynamic(let least, let most, let step, let front) = columns[first].width
    else {
      let sheet = sheet(columns, on: Array(columns.indices), dynamicWidth: .zero, usable)
      return ([sheet], sheet.right <= usable.maxX + slack)
    }
    let count = dynamic.count
    func width(_ count: Int, space: Length, least: Length) -> Length {
      guard count > 0 else { return .zero }
      let share = space / count
      let unit = max(Int(step.milliPoints), 1)
      let stepped = Length(milliPoints: Int(share.milliPoints) / unit * unit)
      return min(most, max(stepped, min(least, share)))
    }
    let lastSpace = usable.width - all
    if least * count <= lastSpace + slack {
      let width = width(count, space: lastSpace, least: least)
      return ([sheet(columns, on: Array(columns.indices), dynamicWidth: width, usable)], true)
    }
    let frontSpace = usable.width - fixedWidth { $0.presence == .everySheet }
    let perFront = Int((frontSpace + slack).milliPoints) / max(Int(front.milliPoints), 1)
    let perLast = max(0, Int((lastSpace + slack).milliPoints) / max(Int(least.milliPoints), 1))
    guard perFront > 0, lastSpace + slack >= .zero else {
      let width = max(.zero, lastSpace) / count
      return ([sheet(columns, on: Array(columns.indices), dynamicWidth: width, usable)], false)
    }
    let fronts = max(1, (count - perLast + perFront - 1) / perFront)
    var sheets: [TableSheet] = []
    for index in 0...fronts {
      let isLast = index == fronts
      let from = min(index * perFront, count)
      let to = isLast ? count : min(from + perFront, count)
      let chosen = Set(dynamic[from..<to])
      let shown = columns.indices.filter {
        isDynamic(columns[$0])
          ? chosen.contains($0) : columns[$0].presence == .everySheet || isLast
      }
      let space = isLast ? lastSpace : frontSpace
      let width = width(to - from, space: space, least: isLast ? least : front)
      sheets.append(sheet(columns, on: shown, dynamicWidth: width, usable))
    }
    return (sheets, true)
  }

  private static func isDynamic(_ column: Column) -> Bool {
    if case .dynamic = column.width { return true }
    return false
  }

  private static func sheet(
    _ columns: [Column],
    on shown: [Int],
    dynamicWidth: Length,
    _ usable: Rect
  ) -> TableSheet {
    var widths: [Length] = []
    var shares = 0
    var used = Length.zero
    for index in shown {
      switch columns[index].width {
      case .fixed(let width): widths.append(width)
      case .dynamic: widths.append(dynamicWidth)
      case .share(let share):
        shares += max(share, 0)
        widths.append(.zero)
      }
      used += widths[widths.count - 1]
    }
    let rest = max(.zero, usable.width - used)
    if shares > 0 {
      var (given, sum) = (Length.zero, 0)
      for (place, index) in shown.enumerated() {
        guard case .share(let share) = columns[index].width else { continue }
        sum += max(share, 0)
        let until = Length(milliPoints: Int(rest.milliPoints) * sum / shares)
        widths[place] = until - given
        given = until
      }
    } else if let spare = shown.lastIndex(where: { columns[$0].takesSpare }) {
      widths[spare] += rest
    }
    var sheet = TableSheet(positions: [Int](repeating: -1, count: columns.count))
    var x = usable.x
    for (place, index) in shown.enumerated() {
      let column = columns[index]
      sheet.positions[index] = place
      sheet.slots.append(
        Slot(
          column: index,
          x: x,
          width: widths[place],
          inset: column.inset,
          alignment: column.alignment,
          style: column.style
        )
      )
      x += widths[place]
    }
    return sheet
  }
}
