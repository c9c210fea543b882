internal import DocumentModel

/// The two layers of a page under work: what pages may share, and what only this one shows.
struct Canvas {
  var back = Frame()
  var body = Frame()

  /// How much was drawn, to take back what came after.
  struct Mark {
    var back: Frame.Mark
    var body: Frame.Mark
  }

  /// Where runs go.
  enum Layer {
    case back
    case body
    /// Values to the body, words of the template to the back.
    case split
  }

  var mark: Mark { Mark(back: back.mark, body: body.mark) }

  mutating func rollBack(to mark: Mark) {
    back.rollBack(to: mark.back)
    body.rollBack(to: mark.body)
  }
}

extension Frame {
  struct Mark {
    var runs: Int
    var glyphs: Int
    var rules: Int
    var boxes: Int
    var pictures: Int
  }

  var mark: Mark {
    Mark(
      runs: runs.count,
      glyphs: glyphs.count,
      rules: rules.count,
      boxes: boxes.count,
      pictures: pictures.count
    )
  }

  mutating func rollBack(to mark: Mark) {
    runs.removeLast(runs.count - mark.runs)
    glyphs.removeLast(glyphs.count - mark.glyphs)
    rules.removeLast(rules.count - mark.rules)
    boxes.removeLast(boxes.count - mark.boxes)
    pictures.removeLast(pictures.count - mark.pictures)
  }

  /// Draws another frame moved down.
  mutating func append(_ other: Frame, down: Length) {
    let (glyph, box) = (Int32(glyphs.count), Int32(boxes.count))
    glyphs.append(contentsOf: other.glyphs)
    for var rect in other.boxes {
      rect.y += down
      boxes.append(rect)
    }
    for var rule in other.rules {
      rule.start.y += down
      rule.end.y += down
      rules.append(rule)
    }
    for var placed in other.pictures {
      placed.rect.y += down
      pictures.append(placed)
    }
    for var run in other.runs {
      run.origin.y += down
      run.firstGlyph += glyph
      if run.box >= 0 { run.box += box }
      runs.append(run)
    }
  }

  /// Whether two frames show the same at the same places.
  func equals(_ other: Frame) -> Bool {
    guard runs.count == other.runs.count, glyphs == other.glyphs, rules == other.rules,
      boxes == other.boxes, pictures.count == other.pictures.count,
      zip(pictures, other.pictures).allSatisfy({
        $0.picture === $1.picture && $0.rect == $1.rect
      })
    else { return false }
    return zip(runs, other.runs).allSatisfy { one, two in
      one.origin == two.origin && one.size == two.size && one.firstGlyph == two.firstGlyph
        && one.glyphCount == two.glyphCount && one.box == two.box && one.value == two.value
        && one.face == two.face && one.role == two.role && one.isTurned == two.isTurned
        && one.isWrapped == two.isWrapped && one.isShrunk == two.isShrunk
    }
  }

  mutating func rule(_ x: Length, _ y: Length, to x2: Length, _ y2: Length, _ width: Length) {
    rules.append(Rule(start: Point(x: x, y: y), end: Point(x: x2, y: y2), width: width))
  }
}

/// Thicknesses of rules.
enum Stroke {
  static let inner = Length(milliPoints: Int32(500))
  static let frame = Length(milliPoints: Int32(750))
}
