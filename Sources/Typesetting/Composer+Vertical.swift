internal import DocumentModel
internal import Fonts

extension Composer {
  /// A stretch of vertical text: one upright character, or turned ones on one baseline.
  private struct Unit {
    var atoms: Range<Int>
    var isTurned: Bool
  }

  /// Sets text from top to bottom, lines from right to left; over eight characters in two lines.
  mutating func setVertically(
    _ paragraph: Paragraph,
    in rect: Rect,
    layer: Canvas.Layer,
    overflow: Table.Overflow,
    on canvas: inout Canvas
  ) {
    let base = paragraph.largestSize(limit: .points(1000))
    let forced = paragraph.atoms.split { $0.scalar == Script.newline }.map { $0.indices }
    let count = paragraph.atoms.count
    let least = forced.count > 1 ? forced.count : (count > 8 ? 2 : 1)
    let words = least == 1 && count < 2 ? [] : paragraph.wordBreaks(breaker)
    let sizes = [base] + overflow.smallerSizes.filter { $0 < base }
    let room = rect.height - Self.clearance * 2
    func set(_ columns: [Range<Int>], _ size: Length, on canvas: inout Canvas) -> Bool {
      let width = size * columns.count + size.scaled(thousandths: 150) * (columns.count - 1)
      guard width + Self.clearance * 2 <= rect.width else { return false }
      let stacks = columns.map { units(of: paragraph, in: $0) }
      let heights = stacks.map { length(of: $0, in: paragraph, limit: size) }
      guard heights.allSatisfy({ $0 <= room }) else { return false }
      var left = rect.x + (rect.width + width) / 2 - size
      let tallest = heights.max() ?? .zero
      for (units, height) in zip(stacks, heights) {
        let gap =
          columns.count == 1
          ? spread(units, size: size, room: room - height) : Length.zero
        let total = max(tallest, height) + gap * (units.count - 1)
        var y = rect.y + (rect.height - total) / 2
        for unit in units {
          let setting = Setting(limit: size, layer: layer, box: rect)
          let extent = length(of: [unit], in: paragraph, limit: size)
          if unit.isTurned {
            drawTurned(paragraph, unit.atoms, left: left, y: y, setting, on: &canvas)
          } else {
            let advance = Length(milliPoints: paragraph.width(unit.atoms, limit: size) / 1000)
            draw(
              paragraph,
              unit.atoms,
              x: left + (size - advance) / 2,
              baseline: y + size.scaled(thousandths: TypeMetrics.ascent),
              setting,
              on: &canvas
            )
          }
          y += extent + gap
        }
        left -= size.scaled(thousandths: 1150)
      }
      return true
    }
    for lines in least...(least + 2) {
      let columns =
        lines == forced.count && lines > 1
        ? forced.map { $0.lowerBound..<$0.upperBound }
        : split(paragraph, into: lines, words: words)
      for size in sizes where set(columns, size, on: &canvas) { return }
    }
    let smallest = min(overflow.smallestSize, base)
    for lines in least...(least + 2)
    where set(split(paragraph, into: lines, words: words), smallest, on: &canvas) { return }
    let (value, text) = paragraph.spokesman
    log.add(.tooLong, value, text)
  }

  /// Short labels are spread: 1 em between two characters, 0.5 among three, 0.25 among four.
  private func spread(_ units: [Unit], size: Length, room: Length) -> Length {
    let wish =
      switch units.count {
      case 2: 1000
      case 3: 500
      case 4: 250
      default: 0
      }
    guard wish > 0, units.allSatisfy({ !$0.isTurned }) else { return .zero }
    return max(.zero, min(size.scaled(thousandths: wish), room / (units.count - 1)))
  }

  private func units(of paragraph: Paragraph, in range: Range<Int>) -> [Unit] {
    var units: [Unit] = []
    for index in range where paragraph.atoms[index].scalar != Script.newline {
      let isTurned = !Script.isUpright(paragraph.atoms[index].scalar)
      if isTurned, let last = units.indices.last, units[last].isTurned,
        units[last].atoms.upperBound == index
      {
        units[last].atoms = units[last].atoms.lowerBound..<index + 1
      } else {
        units.append(Unit(atoms: index..<index + 1, isTurned: isTurned))
      }
    }
    return units
  }

  private func length(of units: [Unit], in paragraph: Paragraph, limit: Length) -> Length {
    units.reduce(Length.zero) { total, unit in
      total
        + (unit.isTurned
          ? Length(milliPoints: paragraph.width(unit.atoms, limit: limit) / 1000)
          : paragraph.size(of: paragraph.atoms[unit.atoms.lowerBound].piece, limit: limit))
    }
  }

  /// Draws a turned stretch: its em box takes the line's width, its baseline is on the left.
  private func drawTurned(
    _ paragraph: Paragraph,
    _ range: Range<Int>,
    left: Length,
    y: Length,
    _ setting: Setting,
    on canvas: inout Canvas
  ) {
    let mark = canvas.mark
    let baseline = left + setting.limit.scaled(thousandths: TypeMetrics.descent)
    draw(paragraph, range, x: .zero, baseline: .zero, setting, on: &canvas)
    func turn(_ frame: inout Frame, from first: Int) {
      for index in first..<frame.runs.count {
        frame.runs[index].origin = Point(x: baseline, y: y + frame.runs[index].origin.x)
        frame.runs[index].isTurned = true
      }
    }
    turn(&canvas.back, from: mark.back.runs)
    turn(&canvas.body, from: mark.body.runs)
  }

  /// Parts text into lines of about the same length, between words where there is a choice.
  private func split(_ paragraph: Paragraph, into lines: Int, words: [UInt8]) -> [Range<Int>] {
    let count = paragraph.atoms.count
    guard lines > 1, count >= lines else { return [0..<count] }
    let units = units(of: paragraph, in: 0..<count)
    var ends: [Int] = [0]
    var lengths = [0]
    let limit = Length.points(10)
    for unit in units {
      ends.append(unit.atoms.upperBound)
      let extent = length(of: [unit], in: paragraph, limit: limit)
      lengths.append(lengths[lengths.count - 1] + Int(extent.milliPoints))
    }
    var cuts: [Int] = []
    for part in 1..<lines {
      let target = lengths[lengths.count - 1] * part / lines
      func distance(_ index: Int) -> Int {
        let at = ends[index]
        let isWord = at < words.count && words[at] == 1
        let mayPart =
          at < count && Punctuation(paragraph.atoms[at].scalar) != .closing
          && Punctuation(paragraph.atoms[at - 1].scalar) != .opening
        return abs(lengths[index] - target) * 2 - (lengths[index] >= target ? 1 : 0)
          + (isWord ? 0 : 25_000) + (mayPart ? 0 : 100_000)
      }
      let candidates = (1..<max(units.count, 2)).filter { ends[$0] > (cuts.last ?? 0) }
      guard let best = candidates.min(by: { distance($0) < distance($1) }) else { continue }
      cuts.append(ends[best])
    }
    let bounds = [0] + cuts + [count]
    return zip(bounds, bounds.dropFirst()).map { $0..<$1 }
  }
}
