internal import Diagnostics
import DocumentModel
import Fingerprints
import Fonts
import Forms
import PDFOutput

/// Writes the print files of all schools of a run for the printer room: one per paper size, a banner
/// sheet before each school.
///
/// Each is one PDF document, so that a face is embedded once, with what all schools need of it. What the
/// schools' own files were made of is kept for that: of each page the compressed bytes, once for all its
/// copies. A run that merges therefore needs memory for the pages of all its schools and for the bytes
/// of the larger file (less than 1 KB a student), unlike any other, which needs it for the schools in flight.
/// Whoever prints a whole region merges city by city.
struct MergedFiles {
  let context: RunContext

  /// Writes the files.
  ///
  /// - Returns: Their lines of the manifest, the paper of the checklists first.
  func write(
    _ outcomes: [UnitOutcome],
    to staging: Staging,
    _ findings: inout [Diagnostic]
  ) throws -> [Manifest.Merged] {
    let schools = outcomes.compactMap { MergedSchool($0) }
    var papers: [String] = []
    for packet in schools.flatMap(\.outcome.packets) where !papers.contains(packet.paper) {
      papers.append(packet.paper)
    }
    return try papers.map { try write(schools, paper: $0, to: staging, &findings) }
  }

  private func write(
    _ all: [MergedSchool],
    paper: String,
    to staging: Staging,
    _ findings: inout [Diagnostic]
  ) throws -> Manifest.Merged {
    let schools = all.filter { school in school.outcome.printFiles.contains { $0.paper == paper } }
    let encoder = try PageEncoder()
    var parts: [PDFPart] = []
    var lines: [Manifest.Merged.School] = []
    var fingerprint = CanonicalEncoder()
    var page = 1
    for (index, school) in schools.enumerated() {
      var own: [PDFPart] = []
      if let plan = plan(of: school, paper: paper, number: index + 1, of: schools.count) {
        let (banner, faults) = try context.renderer.render(plan, encoder: encoder)
        findings += faults
        if let banner { own.append(part(of: banner, before: school, paper: paper)) }
      }
      for file in school.outcome.printFiles where file.paper == paper {
        own += file.parts.map { part($0, of: school.name) }
      }
      for page in own.flatMap(\.pages) { fingerprint.append(page.fingerprint.bytes) }
      fingerprint.append(school.outcome.packets.map(\.fingerprint))
      let count = own.reduce(0) { $0 + $1.pages.count }
      lines.append(
        Manifest.Merged.School(
          city: school.outcome.city,
          school: school.name,
          firstPage: page,
          pages: count
        )
      )
      page += count
      parts += own
    }
    let path = "印刷-\(SafeName.component(paper)).pdf"
    let bytes = try PDFWriter.bytes(
      PDFDocument(
        title: "\(context.policy.year) 年毕业证书现场验印材料 \(paper)",
        parts: parts,
        duplex: context.options.isDuplex ? .shortEdge : .simplex
      ),
      fonts: context.fonts
    )
    try staging.write(bytes, to: path)
    return Manifest.Merged(
      path: path,
      paper: paper,
      pages: page - 1,
      sha256: try Digest.sha256(bytes),
      fingerprint: try Digest.sha256(fingerprint.bytes),
      schools: lines
    )
  }

  /// A part of a school's file below the school in the outline.
  private func part(_ part: PDFPart, of school: String) -> PDFPart {
    var part = part
    if !part.outline.isEmpty { part.outline.insert(school, at: 0) }
    part.label = part.label.map { "\(school) \($0)" }
    return part
  }

  /// The banner on the paper of the file, with an empty back where both sides are printed.
  private func part(
    of banner: RenderedDocument,
    before school: MergedSchool,
    paper: String
  ) -> PDFPart {
    let size = school.outcome.printFiles.first { $0.paper == paper }?.parts.first?.pages.first
    var pages = banner.pages
    for index in pages.indices {
      // An upright A4 page is as high as an A3 sheet on its side: the banner lies on its left half. A
      // sheet that it does not fit on is left as the template has it.
      guard let size, size.height >= pages[index].height, size.width > pages[index].width else {
        continue
      }
      pages[index].width = size.width
    }
    if context.options.isDuplex {
      pages = DuplexSides(sealed: pages.map { _ in false }).arrange(pages)
    }
    return PDFPart(outline: [school.name], label: "\(school.name) 分隔页 ", pages: pages)
  }

  /// The banner of a school; nil where `packet.xml` has no form for it.
  func plan(of school: MergedSchool, paper: String, number: Int, of count: Int) -> PlannedDocument?
  {
    context.policy.form("banner").map { form in
      PlannedDocument(
        form: "banner",
        volume: nil,
        material: nil,
        name: "分隔页 \(school.name)",
        stem: "",
        copies: 1,
        template: form.template,
        data: FormData(
          roots: [
            context.policy.season,
            school.banner(
              paper: paper,
              number: number,
              of: count,
              in: context.policy,
              isDuplex: context.options.isDuplex
            ),
          ]
        ),
        records: [:],
        exchange: ExchangedTables(school: nil, records: [])
      )
    }
  }
}
