internal import DocumentModel

/// How the pieces of a line share its width.
extension Composer {
  /// What widths in millimetres may lose or win by being rounded to thousandths of a point.
  private static var rounding: Length { Length(milliPoints: Int32(50)) }

  /// What keeps the words of neighbouring slots apart when one takes the room that another leaves.
  private static var slotGap: Length { .millimetres(3) }

  /// The width of every part, or nil if they do not fit with labels at most `limit` and the contents
  /// of blanks and slots at most `inner` large.
  ///
  /// Slots and blanks with a width of their own take more where their words need it and the line has
  /// room: first what blanks and springs would share, then what other slots do not use.
  func widths(
    of parts: [Part],
    limit: Length,
    inner: Length,
    in width: Length
  ) -> [Length]? {
    var widths = [Length](repeating: .zero, count: parts.count)
    var open: [Int] = []
    var lenders: [(index: Int, spare: Length)] = []
    var rest = width
    for (index, part) in parts.enumerated() {
      switch part {
      case .words(let words): widths[index] = Self.ceiling(words.width(limit: limit))
      case .slot(_, let own):
        let needed = Self.need(of: part, inner: inner)
        widths[index] = needed > own ? needed + Self.slotGap : own
        let spare = own - needed - Self.slotGap
        if spare > .zero { lenders.append((index, spare)) }
      case .blank(_, let own?):
        widths[index] = max(own, Self.need(of: part, inner: inner))
      case .blank(_, nil), .spring: open.append(index)
      }
      rest -= widths[index]
    }
    for lender in lenders.reversed() where rest < -Self.rounding {
      let lent = min(lender.spare, -rest)
      widths[lender.index] -= lent
      rest += lent
    }
    guard rest >= -Self.rounding else { return nil }
    rest = max(rest, .zero)
    // Blanks whose words need more than their share get what they need; the others share the rest.
    var isSettled = false
    while !isSettled, !open.isEmpty {
      isSettled = true
      let share = rest / open.count
      for index in open {
        guard case .blank(let words, nil) = parts[index] else { continue }
        let needed = Self.ceiling(words.width(limit: inner))
        guard needed > share else { continue }
        widths[index] = needed
        rest -= needed
        open.removeAll { $0 == index }
        isSettled = false
        break
      }
      guard rest >= .zero else { return nil }
    }
    for (count, index) in open.enumerated() {
      widths[index] = rest / (open.count - count)
      rest -= widths[index]
    }
    return widths
  }

  private static func ceiling(_ width: Int) -> Length { Length(milliPoints: (width + 999) / 1000) }

  /// The width without which the words of a part do not stand at a size.
  private static func need(of part: Part, inner: Length) -> Length {
    switch part {
    case .words(let words), .blank(let words, _): ceiling(words.width(limit: inner))
    case .slot(let parts, _):
      parts.reduce(.zero) { $0 + need(of: $1, inner: inner) }
    case .spring: .zero
    }
  }
}
