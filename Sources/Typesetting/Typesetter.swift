package import DocumentModel
package import Fonts

/// Lays filled forms out on pages: breaks lines, fits values into cells, spreads tables over pages
/// and sheets.
///
/// Lengths are whole thousandths of a point, so that pages are equal on every machine.
package struct Typesetter: Sendable {
  /// The most pages that a document may have: a template that repeats itself must not fill the memory.
  package static let pageLimit = 100_000

  private let metrics: TypeMetrics
  private let pageLimit: Int

  /// The version of the library that decides where lines may end, for fingerprints.
  package static var libraryVersions: [(name: String, version: String)] {
    [("icu", Breaker.version)]
  }

  /// A typesetter that needs nothing of fonts but their metrics.
  package init(metrics: TypeMetrics, pageLimit: Int = Typesetter.pageLimit) {
    self.metrics = metrics
    self.pageLimit = pageLimit
  }

  /// Lays a form out and hands over its pages one by one, in order.
  ///
  /// Returns how many there are.
  ///
  /// What cannot be printed as it is goes to `findings`; the document must then not be used. Throws
  /// `LayoutError`, and what `emit` throws.
  @discardableResult
  package func layOut(
    _ form: FilledForm,
    findings: inout [LayoutFinding],
    emit: (Page) throws -> Void
  ) throws -> Int {
    var flow = PageFlow(form: form, metrics: metrics, pageLimit: pageLimit)
    defer { findings += flow.composer.log.findings }
    do {
      for index in 0..<form.sections.count {
        try flow.set(form.sections[index], emit: emit)
      }
    } catch is PageLimitReached {
      flow.composer.log.add(.tooManyPages(limit: pageLimit), .none, "")
    }
    if let code = flow.composer.breaker.failure { throw LayoutError.lineBreaking(code: code) }
    return flow.pageCount
  }

  /// The band at the foot of a page, written when the page total is known: `page` counts from 1.
  package func footer(_ form: FilledForm, page: Int, of total: Int) -> Frame {
    guard let footer = form.footer else { return Frame() }
    var composer = Composer(metrics: metrics)
    var canvas = Canvas()
    let usable = form.sheet.usable
    let size = footer.style.size
    let top = form.sheet.height - footer.distance - size / 2
    let counters = Composer.Counters(page: page, pages: total)
    let parts: [([Inline], Alignment)] = [
      (footer.left, .left), (footer.center, .center), (footer.right, .right),
    ]
    for (content, alignment) in parts where !content.isEmpty {
      let words = composer.paragraph(
        content,
        style: footer.style,
        role: .artifact,
        breaksLines: false,
        counters: counters
      )
      let spare = usable.width - Length(milliPoints: words.width(limit: size) / 1000)
      let shift =
        switch alignment {
        case .left: Length.zero
        case .center: spare / 2
        case .right: spare
        }
      composer.draw(
        words,
        0..<words.atoms.count,
        x: usable.x + shift,
        baseline: top + size.scaled(thousandths: TypeMetrics.ascent),
        Composer.Setting(
          limit: size,
          layer: .body,
          box: Rect(x: usable.x, y: top, width: usable.width, height: size)
        ),
        on: &canvas
      )
    }
    return canvas.body
  }
}
