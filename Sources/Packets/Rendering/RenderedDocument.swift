import DocumentModel
import PDFOutput

/// A document that was filled and laid out: its pages are encoded once and used by the single form,
/// by every copy of the packet and by reprints.
struct RenderedDocument: Sendable {
  /// What was planned.
  var plan: PlannedDocument
  /// The filled form, from which HTML and XLSX are written.
  var form: FilledForm
  /// The pages with their footer bands.
  var pages: [EncodedPage]
  /// Of everything that the document was made from; nil in runs that write no manifest.
  var fingerprint: String?
  /// By page: the graduates that it shows, by their place in the school.
  var graduates: [[Int]]

  /// The paper's name: `A4`, `A3`.
  var paper: String { form.sheet.paper }

  /// Sheets of paper that one copy takes.
  func sheets(isDuplex: Bool) -> Int {
    isDuplex ? DuplexSides(sealed: sealedPages).sheetCount : pages.count
  }

  /// By page: whether the seals that are not set across sheets stand on it.
  ///
  /// They stand in the boxes of the last page; on every page where each student has boxes of their
  /// own (登记卡), or where there are no boxes and the seal rides on the school's name in the head.
  var sealedPages: [Bool] {
    let hasBoxes =
      form.sections.count > 0
      && form.sections[0].blocks.contains { block in
        if case .signatures = block { return true }
        return false
      }
    guard hasBoxes, form.sections.count == 1 else {
      return [Bool](repeating: true, count: pages.count)
    }
    return pages.indices.map { $0 == pages.count - 1 }
  }
}
