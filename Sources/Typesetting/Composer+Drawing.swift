internal import DocumentModel
internal import Fonts

extension Composer {
  /// How a line of a paragraph is drawn.
  struct Setting {
    var limit: Length
    var layer: Canvas.Layer
    var box: Rect
    var isWrapped = false
  }

  /// The baseline of the first of some lines that stand in the middle of a height.
  static func firstBaseline(
    y: Length,
    height: Length,
    size: Length,
    lines: Int,
    pitch: Length
  ) -> Length {
    y + (height - size - pitch * (lines - 1)) / 2 + size.scaled(thousandths: TypeMetrics.ascent)
  }

  /// Draws atoms on a baseline from `x` on.
  func draw(
    _ paragraph: Paragraph,
    _ range: Range<Int>,
    x: Length,
    baseline: Length,
    _ setting: Setting,
    on canvas: inout Canvas
  ) {
    var at = Int(x.milliPoints) * 1000
    var index = range.lowerBound
    var boxes: (back: Int32, body: Int32) = (-1, -1)
    while index < range.upperBound {
      let piece = paragraph.pieces[Int(paragraph.atoms[index].piece)]
      if let object = piece.object {
        if case .checkBox(let side, let isChecked) = object {
          let middle = baseline - min(piece.style.size, setting.limit).scaled(thousandths: 380)
          Self.drawCheckBox(
            x: Length(milliPoints: at / 1000),
            middle: middle,
            side: side,
            isChecked: isChecked,
            on: &canvas.back
          )
        }
        at += paragraph.width(index, limit: setting.limit)
        index += 1
        continue
      }
      var end = index
      var width = 0
      while end < range.upperBound, paragraph.atoms[end].piece == paragraph.atoms[index].piece,
        paragraph.atoms[end].face == paragraph.atoms[index].face
      {
        width += paragraph.width(end, limit: setting.limit)
        end += 1
      }
      let toBody = setting.layer == .body || (setting.layer == .split && piece.value != .none)
      let size = min(piece.style.size, setting.limit)
      func add(to frame: inout Frame, box: inout Int32) {
        if box < 0 {
          box = Int32(frame.boxes.count)
          frame.boxes.append(setting.box)
        }
        frame.runs.append(
          TextRun(
            origin: Point(x: Length(milliPoints: at / 1000), y: baseline),
            size: size,
            firstGlyph: Int32(frame.glyphs.count),
            glyphCount: Int32(end - index),
            box: box,
            value: piece.value,
            face: paragraph.atoms[index].face,
            role: piece.role,
            isWrapped: setting.isWrapped,
            isShrunk: size < piece.style.size
          )
        )
        for atom in paragraph.atoms[index..<end] {
          frame.glyphs.append(Glyph(cid: atom.cid, adjustment: atom.adjustment))
        }
      }
      if toBody {
        add(to: &canvas.body, box: &boxes.body)
      } else {
        add(to: &canvas.back, box: &boxes.back)
      }
      at += width
      index = end
    }
  }

  private static func drawCheckBox(
    x: Length,
    middle: Length,
    side: Length,
    isChecked: Bool,
    on frame: inout Frame
  ) {
    let top = middle - side / 2
    let (right, bottom) = (x + side, top + side)
    frame.rule(x, top, to: right, top, Stroke.frame)
    frame.rule(x, bottom, to: right, bottom, Stroke.frame)
    frame.rule(x, top, to: x, bottom, Stroke.frame)
    frame.rule(right, top, to: right, bottom, Stroke.frame)
    guard isChecked else { return }
    let elbow = Point(x: x + side * 2 / 5, y: bottom - side / 5)
    frame.rule(x + side / 5, top + side / 2, to: elbow.x, elbow.y, Stroke.frame)
    frame.rule(elbow.x, elbow.y, to: right - side / 6, top + side / 5, Stroke.frame)
  }

  /// Draws lines in the middle of a rectangle.
  func draw(
    _ lines: [Line],
    of paragraph: Paragraph,
    in rect: Rect,
    inset: Length,
    alignment: Alignment,
    size: Length,
    pitch: Length,
    _ setting: Setting,
    on canvas: inout Canvas
  ) {
    var baseline = Self.firstBaseline(
      y: rect.y,
      height: rect.height,
      size: size,
      lines: lines.count,
      pitch: pitch
    )
    let isWrapped = lines.dropLast().contains { !$0.isLast }
    for line in lines {
      let spare = Int((rect.width - inset - inset).milliPoints) - line.width / 1000
      let shift =
        switch alignment {
        case .left: 0
        case .center: spare / 2
        case .right: spare
        }
      var now = setting
      now.isWrapped = isWrapped
      draw(
        paragraph,
        line.atoms,
        x: rect.x + inset + Length(milliPoints: shift),
        baseline: baseline,
        now,
        on: &canvas
      )
      baseline += pitch
    }
  }
}
