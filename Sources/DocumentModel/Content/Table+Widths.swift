extension Table {
  /// The widths of all columns side by side, for outputs that know no continuation sheets.
  ///
  /// Dynamic columns are as wide as on paper where one sheet holds them all, and as narrow as
  /// allowed where none does: the sum may then exceed `usable`.
  public func unsplitWidths(in usable: Length) -> [Length] {
    var widths = [Length](repeating: .zero, count: columns.count)
    var left = usable
    var shares = 0
    var dynamicCount = 0
    for (index, column) in columns.enumerated() {
      switch column.width {
      case .fixed(let width):
        widths[index] = width
        left -= width
      case .share(let share): shares += max(0, share)
      case .dynamic: dynamicCount += 1
      }
    }
    for (index, column) in columns.enumerated() {
      guard case .dynamic(let least, let most, let step, _) = column.width else { continue }
      // What is left before any dynamic column takes its part: all of them are equally wide.
      let part = max(.zero, left / dynamicCount)
      let stepped =
        step > .zero
        ? Length(milliPoints: part.milliPoints / step.milliPoints * step.milliPoints) : part
      widths[index] = max(least, min(most, stepped))
    }
    for (index, column) in columns.enumerated() {
      if case .dynamic = column.width { left -= widths[index] }
    }
    guard left > .zero else { return widths }
    if shares > 0 {
      for (index, column) in columns.enumerated() {
        guard case .share(let share) = column.width else { continue }
        widths[index] = left * max(0, share) / shares
      }
    } else if let spare = columns.lastIndex(where: \.takesSpare) {
      widths[spare] += left
    }
    return widths
  }
}
