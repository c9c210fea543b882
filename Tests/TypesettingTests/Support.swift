import DocumentModel
import Fonts
import Typesetting

/// Metrics that make sums easy: Chinese 1000, Latin and digits 500, a space 250 of the em.
///
/// Face 0 draws Song, face 1 what is above U+FFFF, face 2 titles. Most characters above have no
/// glyph.
let metrics = TypeMetrics { role in
  let face: UInt8 = role == .title ? 2 : 0
  var pairs: [(UInt32, GlyphTable.Entry)] = []
  func add(_ range: ClosedRange<UInt32>, _ advance: Int16, _ face: UInt8) {
    for scalar in range {
      pairs.append(
        (scalar, GlyphTable.Entry(face: face, cid: UInt16(scalar & 0xFFFF), advance: advance))
      )
    }
  }
  add(0x20...0x20, 250, face)
  add(0x21...0x7E, 500, face)
  add(0xB7...0xB7, 500, face)
  add(0x2014...0x201D, 1000, face)
  add(0x3000...0x3011, 1000, face)
  add(0x4E00...0x9FFF, 1000, face)
  add(0xFF01...0xFF1F, 1000, face)
  add(0x20B00...0x20BFF, 1000, 1)
  return GlyphTable(pairs, tabularAdvance: 562)
}

let song = TextStyle(face: .song, size: .points(10))

/// 300 x 200 pt with margins of 10 pt: 280 x 180 pt may be used.
func paper(width: Int = 300, height: Int = 200) -> Sheet {
  Sheet(
    paper: "test",
    width: .points(width),
    height: .points(height),
    margins: Sheet.Margins(
      top: .points(10),
      right: .points(10),
      bottom: .points(10),
      left: .points(10)
    )
  )
}

func form(
  _ blocks: [Block],
  header: [Block] = [],
  sheet: Sheet = paper(),
  footer: FilledForm.Footer? = nil,
  watermark: String? = nil
) -> FilledForm {
  FilledForm(
    id: "test",
    title: "试",
    sheet: sheet,
    header: header,
    footer: footer,
    sections: Lazy([FilledForm.Section(blocks: blocks)]),
    watermark: watermark
  )
}

func value(_ text: String, _ record: Int = 0, field: UInt16 = 0) -> Cell {
  Cell(.value(Value(text: text, id: ValueID(table: 0, field: field, record: UInt32(record)))))
}

func heading(_ text: String, _ scope: Cell.Scope = .column) -> Cell {
  Cell(.inlines([.text(text, nil)]), scope: scope)
}

/// A table whose first column counts from 1 and whose others show their index.
func list(
  _ count: Int,
  columns: [Column] = [column(80)],
  head: [Row] = [],
  foot: [Row] = [],
  rowHeight: Int = 20,
  rowsPerPage: Int? = nil,
  rowsOnLastPage: Int? = nil,
  keptRows: Int = 1,
  padding: Table.Padding = .none
) -> Table {
  let width = columns.count
  return Table(
    columns: columns,
    head: head,
    rows: Lazy(count: count) { index in
      Row(
        cells: ContiguousArray(
          (0..<width).map { value($0 == 0 ? "\(index + 1)" : "\($0)", index, field: UInt16($0)) }
        )
      )
    },
    foot: foot,
    rowHeight: .points(rowHeight),
    rowsPerPage: rowsPerPage,
    rowsOnLastPage: rowsOnLastPage,
    keptRows: keptRows,
    padding: padding
  )
}

func column(_ width: Int, _ alignment: Alignment = .center, style: TextStyle = song) -> Column {
  Column(
    width: .fixed(.points(width)),
    alignment: alignment,
    style: style,
    inset: .points(2)
  )
}

/// A form that was laid out.
struct Laid {
  var pages: [Page] = []
  var findings: [LayoutFinding] = []

  init(_ form: FilledForm) throws {
    var pages: [Page] = []
    try Typesetter(metrics: metrics).layOut(form, findings: &findings) { pages.append($0) }
    self.pages = pages
  }

  /// How many records show their field 0 on a page.
  func rows(_ page: Int) -> Int {
    Set(
      pages[page].body.runs.filter { $0.value.table == 0 && $0.value.field == 0 }
        .map(\.value.record)
    ).count
  }

  /// What stands where it must not, on all pages, background and body taken together.
  func faults(_ sheet: Sheet = paper()) -> [String] {
    pages.flatMap { page in
      var all = page.background?.frame ?? Frame()
      let (boxes, glyphs) = (Int32(all.boxes.count), Int32(all.glyphs.count))
      all.glyphs += page.body.glyphs
      all.boxes += page.body.boxes
      for var run in page.body.runs {
        run.firstGlyph += glyphs
        run.box += boxes
        all.runs.append(run)
      }
      return all.faults(sheet)
    }
  }
}

extension Frame {
  /// The text of a run: CIDs of the test faces are the characters' low 16 bits.
  func text(_ run: TextRun) -> String {
    var scalars = String.UnicodeScalarView()
    for glyph in glyphs[Int(run.firstGlyph)..<Int(run.firstGlyph + run.glyphCount)] {
      scalars.append(Unicode.Scalar(UInt32(glyph.cid) + (run.face == 1 ? 0x20000 : 0)) ?? "?")
    }
    return String(scalars)
  }

  var texts: [String] { runs.map(text) }

  /// Width of a run in thousandths of a point.
  func width(_ run: TextRun) -> Int {
    var total = 0
    for glyph in glyphs[Int(run.firstGlyph)..<Int(run.firstGlyph + run.glyphCount)] {
      let entry = metrics[.song][UInt32(glyph.cid) + (run.face == 1 ? 0x20000 : 0)]
      total += (Int(entry.advance) + Int(glyph.adjustment)) * Int(run.size.milliPoints)
    }
    return total / 1000
  }

  /// What stands outside of its box or of the sheet's usable area, and boxes that overlap.
  func faults(_ sheet: Sheet) -> [String] {
    var faults: [String] = []
    let usable = sheet.usable
    for run in runs where run.role != .watermark {
      let (size, width) = (Int(run.size.milliPoints), width(run))
      let (x, y) = (Int(run.origin.x.milliPoints), Int(run.origin.y.milliPoints))
      let (left, top, right, bottom) =
        run.isTurned
        ? (x - size * 12 / 100, y, x + size * 88 / 100, y + width)
        : (x, y - size * 88 / 100, x + width, y + size * 12 / 100)
      let box = run.box < 0 ? usable : boxes[Int(run.box)]
      // Rounding to thousandths of a point may take one or two off.
      for (area, name) in [(box, "box"), (usable, "usable area")]
      where left < Int(area.x.milliPoints) - 2 || right > Int(area.maxX.milliPoints) + 2
        || top < Int(area.y.milliPoints) - 2 || bottom > Int(area.maxY.milliPoints) + 2
      {
        faults.append("\(text(run)) leaves its \(name)")
      }
    }
    for rule in rules {
      for point in [rule.start, rule.end]
      where point.x < usable.x - rule.width || point.x > usable.maxX + rule.width
        || point.y < usable.y - rule.width || point.y > usable.maxY + rule.width
      {
        faults.append("a rule leaves the usable area")
      }
    }
    for (index, one) in boxes.enumerated() {
      for two in boxes[(index + 1)...]
      where one != two && one.x < two.maxX && two.x < one.maxX && one.y < two.maxY
        && two.y < one.maxY
      {
        faults.append("boxes overlap: \(one) \(two)")
      }
    }
    return faults
  }
}
