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
    isDuplex ? (pages.count + 1) / 2 : pages.count
  }
}
