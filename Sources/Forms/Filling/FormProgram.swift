internal import Diagnostics
internal import DocumentModel

/// The compiled parts of a form.
struct FormProgram: Sendable {
  var title: [InlineProgram] = []
  var header: [BlockProgram] = []
  var footer: FooterProgram?
  var sections: [SectionProgram] = []
  var rootCount = 0
  var limits: [LoopLimit] = []

  /// A part that starts on a new page: one, or one for each item of a loop.
  struct SectionProgram: Sendable {
    var loop: LoopProgram?
    var blocks: [BlockProgram]
  }

  struct FooterProgram: Sendable {
    var style: TextStyle
    var center: [InlineProgram]
    var left: [InlineProgram]
    var right: [InlineProgram]
    var distance: Length

    func fill(_ frame: Frame) -> FilledForm.Footer {
      FilledForm.Footer(
        style: style,
        center: center.filled(frame),
        left: left.filled(frame),
        right: right.filled(frame),
        distance: distance
      )
    }
  }

  /// Sections without a loop are filled at once, those of a loop when they are asked for.
  func sections(_ frame: Frame) -> Lazy<FilledForm.Section> {
    let parts = sections.map { section in
      guard let loop = section.loop else {
        return Lazy([FilledForm.Section(blocks: section.blocks.filled(frame))])
      }
      let items = loop.items(in: frame)
      let blocks = section.blocks
      return Lazy(count: items.count) { index in
        FilledForm.Section(blocks: blocks.filled(items.frame(index, in: frame)))
      }
    }
    if parts.count == 1 { return parts[0] }
    return Lazy(count: parts.reduce(0) { $0 + $1.count }) { index in
      var rest = index
      for part in parts {
        if rest < part.count { return part[rest] }
        rest -= part.count
      }
      return FilledForm.Section(blocks: [])
    }
  }
}

/// A guard against loops whose items would fill the memory: the product of the lengths of loops of
/// blocks inside one another.
struct LoopLimit: Sendable {
  /// How many items a loop may have.
  static let items = 100_000

  var loops: [LoopProgram]
  var place: Place
  var excerpt: Diagnostic.Excerpt

  func finding(in frame: Frame) -> Diagnostic? {
    var product = 1
    for loop in loops {
      let count = frame.collection(loop.owner, loop.collection).count
      let (result, overflows) = product.multipliedReportingOverflow(by: max(1, count))
      product = overflows ? .max : result
    }
    guard product > LoopLimit.items else { return nil }
    return Diagnostic(
      .error,
      "T044",
      "循环有\(product)项，超过上限\(LoopLimit.items)项。请把数据分成几册。",
      at: place,
      excerpt: excerpt
    )
  }
}
