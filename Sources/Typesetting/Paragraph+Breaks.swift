internal import DocumentModel

/// A line of a paragraph: atoms without the spaces at its end.
struct Line {
  var atoms: Range<Int>
  /// In millionths of a point.
  var width: Int
  /// Whether the line ends at a forced break or with the text.
  var isLast: Bool
}

extension Paragraph {
  /// Asks ICU where lines may start and adds the rules for names.
  mutating func findBreaks(_ breaker: Breaker) {
    guard breaks.count != atoms.count else { return }
    let (units, starts) = utf16()
    let marks = breaker.marks(.lines, of: units)
    breaks = starts.map { marks[$0] }
    guard let firstDot = atoms.firstIndex(where: { $0.scalar == Script.middleDot }) else {
      nameBreaks = breaks
      return
    }
    for index in firstDot..<atoms.count where atoms[index].scalar == Script.middleDot {
      breaks[index] = 0
      if index + 1 < atoms.count, Punctuation(atoms[index + 1].scalar) != .closing {
        breaks[index + 1] = 1
      }
    }
    nameBreaks = breaks
    for index in firstDot..<atoms.count where atoms[index].scalar == Script.middleDot {
      var left = index - 1
      while left > 0, Script.isHan(atoms[left].scalar), Script.isHan(atoms[left - 1].scalar) {
        nameBreaks[left] = 0
        left -= 1
      }
      var right = index + 2
      while right < atoms.count, Script.isHan(atoms[right].scalar),
        Script.isHan(atoms[right - 1].scalar)
      {
        nameBreaks[right] = 0
        right += 1
      }
    }
  }

  /// Word boundaries before atoms, from ICU's dictionary.
  func wordBreaks(_ breaker: Breaker) -> [UInt8] {
    let (units, starts) = utf16()
    let marks = breaker.marks(.words, of: units)
    return starts.map { marks[$0] }
  }

  private func utf16() -> (units: [UInt16], starts: [Int]) {
    var units: [UInt16] = []
    var starts: [Int] = []
    units.reserveCapacity(atoms.count + 8)
    starts.reserveCapacity(atoms.count)
    for atom in atoms {
      starts.append(units.count)
      if atom.scalar < 0x10000 {
        units.append(UInt16(atom.scalar))
      } else {
        units.append(UInt16(0xD800 + ((atom.scalar - 0x10000) >> 10)))
        units.append(UInt16(0xDC00 + ((atom.scalar - 0x10000) & 0x3FF)))
      }
    }
    return (units, starts)
  }

  /// Breaks the text into lines no wider than `width`, words and numbers whole where a line can
  /// hold them.
  ///
  /// `findBreaks` was called before.
  func breakLines(width: Length, limit: Length, keepsNames: Bool, into lines: inout [Line]) {
    lines.removeAll(keepingCapacity: true)
    let room = Int(width.milliPoints) * 1000
    let flags = keepsNames ? nameBreaks : breaks
    var start = 0
    repeat {
      let (end, isLast) = lineEnd(from: start, room: room, limit: limit, flags: flags)
      lines.append(line(start..<end, limit: limit, isLast: isLast))
      if isLast { mendLonelyEnd(&lines, room: room, limit: limit, flags: flags) }
      start = end
      if isLast {
        guard end < atoms.count else { return }
        start = end + 1
        if start == atoms.count {
          lines.append(Line(atoms: start..<start, width: 0, isLast: true))
          return
        }
      } else {
        while start < atoms.count, Script.isSpace(atoms[start].scalar) { start += 1 }
      }
    } while start < atoms.count
    if let last = lines.indices.last, !lines[last].isLast {
      lines[last].isLast = true
    }
  }

  /// Whether every line ends where a line may end and the last one holds more than one character.
  func isWhole(_ lines: [Line], keepsNames: Bool) -> Bool {
    let flags = keepsNames ? nameBreaks : breaks
    for (index, line) in lines.enumerated().dropFirst() where !lines[index - 1].isLast {
      let start = line.atoms.lowerBound
      if start < flags.count, flags[start] == 0 { return false }
      if line.isLast, line.atoms.count == 1 { return false }
    }
    return true
  }

  private func line(_ range: Range<Int>, limit: Length, isLast: Bool) -> Line {
    var end = range.upperBound
    if !isLast {
      while end > range.lowerBound, Script.isSpace(atoms[end - 1].scalar) { end -= 1 }
    }
    let atoms = range.lowerBound..<end
    return Line(atoms: atoms, width: width(atoms, limit: limit), isLast: isLast)
  }

  private func lineEnd(
    from start: Int,
    room: Int,
    limit: Length,
    flags: [UInt8]
  ) -> (end: Int, isLast: Bool) {
    var used = 0
    var lastBreak = start
    for index in start..<atoms.count {
      let scalar = atoms[index].scalar
      if scalar == Script.newline { return (index, true) }
      if index > start, flags[index] == 1 { lastBreak = index }
      used += width(index, limit: limit)
      guard used > room, !Script.isSpace(scalar) else { continue }
      if lastBreak > start, wordFits(at: lastBreak, room: room, limit: limit, flags: flags) {
        return (lastBreak, false)
      }
      return (emergencyEnd(start: start, overflowing: index), false)
    }
    return (atoms.count, true)
  }

  private func wordFits(at start: Int, room: Int, limit: Length, flags: [UInt8]) -> Bool {
    var used = 0
    for index in start..<atoms.count {
      let scalar = atoms[index].scalar
      if scalar == Script.newline || (index > start && flags[index] == 1) { return true }
      if Script.isSpace(scalar) { continue }
      used += width(index, limit: limit)
      if used > room { return false }
    }
    return true
  }

  /// Where a word that no line can hold is broken: at the last character that fits, but for
  /// punctuation that must not be parted from its neighbour.
  private func emergencyEnd(start: Int, overflowing: Int) -> Int {
    var end = overflowing
    while end > start + 1, !mayPart(before: end) { end -= 1 }
    return end > start + 1 || mayPart(before: end)
      ? max(end, start + 1) : max(overflowing, start + 1)
  }

  private func mayPart(before index: Int) -> Bool {
    guard index > 0, index < atoms.count else { return true }
    let next = atoms[index].scalar
    return Punctuation(next) != .closing && next != Script.middleDot
      && Punctuation(atoms[index - 1].scalar) != .opening
  }

  /// A last line of one character takes a second one from the line above.
  private func mendLonelyEnd(_ lines: inout [Line], room: Int, limit: Length, flags: [UInt8]) {
    guard lines.count > 1 else { return }
    let (last, above) = (lines[lines.count - 1], lines[lines.count - 2])
    guard last.atoms.count == 1, !above.isLast, above.atoms.count > 2 else { return }
    let wasEmergency = flags[last.atoms.lowerBound] == 0
    let floor = max(above.atoms.lowerBound + 1, last.atoms.lowerBound - 4)
    for start in stride(from: last.atoms.lowerBound - 1, through: floor, by: -1)
    where flags[start] == 1 || (wasEmergency && mayPart(before: start)) {
      let moved = line(start..<last.atoms.upperBound, limit: limit, isLast: true)
      guard moved.width <= room else { return }
      lines[lines.count - 2] = line(
        above.atoms.lowerBound..<start,
        limit: limit,
        isLast: false
      )
      lines[lines.count - 1] = moved
      return
    }
  }
}
