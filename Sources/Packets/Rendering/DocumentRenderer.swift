internal import Diagnostics
import DocumentModel
import Fonts
import Forms
import PDFOutput
import Records
import Typesetting

/// Fills, lays out and encodes one document.
struct DocumentRenderer {
  let season: Season
  let vocabulary: Vocabulary
  let fonts: FontSet
  /// For fingerprints; nil in runs that write no manifest.
  let digests: FontDigests?
  let collation: Collations
  let isDraft: Bool
  /// Whether findings name people in full.
  let showsPeople: Bool

  /// Makes a document.
  ///
  /// - Returns: The document and nothing, or nil and what keeps it from being made: characters that
  ///   no face has and texts that do not fit. Such a document is never printed, as a draft neither.
  func render(
    _ plan: PlannedDocument,
    encoder: PageEncoder
  ) throws -> (
    RenderedDocument?, [Diagnostic]
  ) {
    var sink = DiagnosticSink()
    let form = plan.template.fill(
      plan.data,
      watermark: isDraft ? "草稿" : nil,
      collation: collation.key,
      into: &sink
    )
    guard let form else { return (nil, sink.diagnostics) }
    let typesetter = Typesetter(metrics: fonts.metrics)
    var findings: [LayoutFinding] = []
    var pages: [EncodedPage] = []
    var graduates: [[Int]] = []
    try typesetter.layOut(form, findings: &findings) { page in
      pages.append(encoder.encode(page))
      graduates.append(page.records(of: .graduate))
    }
    let report = LayoutReport(
      season: season,
      vocabulary: vocabulary,
      plan: plan,
      showsPeople: showsPeople
    )
    let diagnostics = report.diagnostics(findings)
    guard !findings.contains(where: \.isFault) else { return (nil, diagnostics) }
    for index in pages.indices {
      let band = typesetter.footer(form, page: index + 1, of: pages.count)
      pages[index].band = encoder.encode(band: band, height: pages[index].height)
    }
    return (
      RenderedDocument(
        plan: plan,
        form: form,
        pages: pages,
        fingerprint: try digests.map { digests in
          try DocumentFingerprint.of(plan, fonts: fonts, digests: digests, isDraft: isDraft)
        },
        graduates: graduates
      ),
      diagnostics
    )
  }
}
