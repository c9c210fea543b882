internal import DocumentModel
internal import Fonts

extension Composer {
  /// The side of the square that a seal needs (a school's seal is 42 to 45 mm wide).
  private static let sealSide = Length.millimetres(50)
  private static let boxInset = Length.millimetres(3)
  private static let personGap = Length(milliPoints: 12_756)

  mutating func setSignatures(
    _ band: Signatures,
    at place: Place,
    on canvas: inout Canvas
  ) -> Length {
    guard !band.boxes.isEmpty else { return .zero }
    let columns = max(1, min(band.columns, band.boxes.count))
    let rows = (band.boxes.count + columns - 1) / columns
    func edge(_ column: Int) -> Length {
      place.x + Length(milliPoints: Int(place.width.milliPoints) * column / columns)
    }
    for (index, box) in band.boxes.enumerated() {
      let (row, column) = (index / columns, index % columns)
      // The last box takes what is left of its row, and its date stands at the frame's right.
      let end = index == band.boxes.count - 1 ? columns : column + 1
      let rect = Rect(
        x: edge(column),
        y: place.y + band.height * row,
        width: edge(end) - edge(column),
        height: band.height
      )
      setBox(box, of: band, in: rect, layer: place.layer, on: &canvas)
      if column > 0 { canvas.back.rule(rect.x, rect.y, to: rect.x, rect.maxY, Stroke.inner) }
    }
    let (left, right, top) = (place.x, place.x + place.width, place.y)
    let bottom = top + band.height * rows
    for row in 1..<max(rows, 1) {
      let y = top + band.height * row
      canvas.back.rule(left, y, to: right, y, Stroke.inner)
    }
    if !place.sharesRule { canvas.back.rule(left, top, to: right, top, Stroke.frame) }
    canvas.back.rule(left, bottom, to: right, bottom, Stroke.frame)
    canvas.back.rule(left, top, to: left, bottom, Stroke.frame)
    canvas.back.rule(right, top, to: right, bottom, Stroke.frame)
    return bottom - top
  }

  private mutating func setBox(
    _ box: Signatures.Box,
    of band: Signatures,
    in rect: Rect,
    layer: Canvas.Layer,
    on canvas: inout Canvas
  ) {
    var bold = band.style
    if box.hasBoldHeading { bold.face = .title }
    let size = band.style.size
    var heading = paragraph(box.heading, style: bold, breaksLines: true)
    if band.height >= Self.sealSide, rect.width < Self.sealSide {
      log.add(.noSealSpace, heading.spokesman.value, heading.spokesman.text)
    }
    let inner = Rect(
      x: rect.x + Self.boxInset,
      y: rect.y + Self.boxInset,
      width: rect.width - Self.boxInset * 2,
      height: rect.height - Self.boxInset * 2
    )
    let pitch = size.scaled(thousandths: 1200)
    let ascent = size.scaled(thousandths: TypeMetrics.ascent)
    let setting = Setting(limit: size, layer: layer, box: rect)
    heading.findBreaks(breaker)
    heading.breakLines(width: inner.width, limit: size, keepsNames: true, into: &lines)
    var used = heading.atoms.isEmpty ? 0 : lines.count
    var baseline = inner.y + ascent
    for line in lines.prefix(used) {
      draw(heading, line.atoms, x: inner.x, baseline: baseline, setting, on: &canvas)
      baseline += pitch
    }
    used = max(used, 1)
    let date = paragraph(box.date, style: band.style, breaksLines: false)
    let dateWidth = Length(milliPoints: date.width(limit: size) / 1000)
    let foot = inner.maxY - size + ascent
    draw(
      date,
      0..<date.atoms.count,
      x: inner.maxX - dateWidth,
      baseline: foot,
      setting,
      on: &canvas
    )
    let step = size + Self.personGap
    let stack = step * max(box.persons.count - 1, 0) + size
    if pitch * used + stack > inner.height, !box.persons.isEmpty {
      log.add(.tooLong, heading.spokesman.value, heading.spokesman.text)
    }
    for (index, person) in box.persons.enumerated() {
      let isLast = index == box.persons.count - 1
      let line = foot - step * (box.persons.count - 1 - index)
      let taken = isLast && !date.atoms.isEmpty ? dateWidth : .zero
      setLine(
        person,
        style: band.style,
        at: LinePlace(
          band: Rect(
            x: inner.x,
            y: line - ascent,
            width: max(.zero, inner.width - taken),
            height: size
          ),
          baseline: line,
          layer: layer
        ),
        on: &canvas
      )
    }
  }
}
