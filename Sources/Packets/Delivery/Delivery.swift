import DocumentModel
import Fingerprints
import Fonts
import Forms
import HTMLOutput
import PDFOutput
import Records
import XLSXOutput

/// Writes documents and packets for the folder of outputs, where they wait to be put into place.
struct Delivery: Sendable {
  /// Where files wait.
  let staging: Staging
  var season: Season
  let fonts: FontSet
  let year: Int
  let formats: Set<RunOptions.Format>
  let isDuplex: Bool

  /// The folder that the user named.
  var root: String { staging.root }

  /// Where something else lies the file could never be put into place, and the whole run would wait
  /// for it.
  private func put(_ bytes: [UInt8], at path: String) throws {
    try SystemFiles.expectPlace(for: path, in: root)
    try staging.write(bytes, to: path)
  }

  /// Writes a document in every format asked for.
  func write(
    _ document: RenderedDocument,
    in place: RunContext.SchoolPlace,
    to outcome: inout UnitOutcome
  ) throws {
    let folder = place.folder.isEmpty ? place.city : "\(place.city)/\(place.folder)"
    for format in RunOptions.Format.allCases where formats.contains(format) {
      guard let bytes = try bytes(of: document, as: format) else { continue }
      let path = "\(folder)/\(document.plan.stem).\(format.rawValue)"
      try put(bytes, at: path)
      outcome.documents.append(
        Manifest.Document(
          path: path,
          form: document.plan.form,
          volume: document.plan.volume,
          city: place.city,
          school: outcome.school,
          paper: format == .pdf ? document.paper : nil,
          pages: format == .pdf ? document.pages.count : nil,
          copies: document.plan.copies,
          sha256: try Digest.sha256(bytes),
          fingerprint: document.fingerprint ?? ""
        )
      )
    }
    outcome.count(document)
  }

  private func bytes(
    of document: RenderedDocument,
    as format: RunOptions.Format
  ) throws
    -> [UInt8]?
  {
    switch format {
    case .pdf: return try pdf(title: document.form.title, parts: [part(of: document)])
    case .html: return HTMLWriter.write(document.form)
    case .xml:
      // They carry no records of their own.
      if Vocabulary.attendantForms.contains(document.plan.form) { return nil }
      return try RecordExchange(season: season, year: year).xml(of: document)
    case .xlsx:
      // The receipt is e-mailed and edited; the other forms are printed.
      guard document.plan.form == "receipt" else { return nil }
      return try SystemFiles.bytes(madeAt: "\(staging.folder)/.xlsx") { path in
        try XLSXWriter.write(document.form, to: path)
      }
    }
  }

  private func part(of document: RenderedDocument) -> PDFPart {
    PDFPart(outline: [document.plan.name], label: nil, pages: document.pages)
  }

  private func pdf(title: String, parts: [PDFPart]) throws -> [UInt8] {
    let duplex: PDFDocument.Duplex = isDuplex ? .shortEdge : .simplex
    return try PDFWriter.bytes(
      PDFDocument(title: title, parts: parts, duplex: duplex),
      fonts: fonts
    )
  }

  /// Writes a print file of a packet.
  func write(
    _ file: PrintFile,
    of school: School,
    in place: RunContext.SchoolPlace,
    to outcome: inout UnitOutcome
  ) throws {
    let name = Delivery.packetName(of: school, paper: file.paper)
    let path = "\(place.city)/\(place.folder)/\(name)"
    let bytes = try pdf(title: "\(school.name) 现场验印材料 \(file.paper)", parts: file.parts)
    try put(bytes, at: path)
    var encoder = CanonicalEncoder()
    for piece in file.pieces {
      encoder.append(piece.copy?.number ?? 0)
      encoder.append(piece.copy?.document.fingerprint ?? piece.outline.joined(separator: "\n"))
      for page in piece.pages { encoder.append(page.fingerprint.bytes) }
    }
    outcome.packets.append(
      Manifest.Packet(
        path: path,
        city: place.city,
        school: school.name,
        paper: file.paper,
        pages: file.pageCount,
        sha256: try Digest.sha256(bytes),
        fingerprint: try Digest.sha256(encoder.bytes),
        parts: file.manifestParts
      )
    )
  }

  /// The name of a print file: `<school>-现场验印材料-A4.pdf`.
  static func packetName(of school: School, paper: String) -> String {
    "\(SafeName.component(school.name))-现场验印材料-\(SafeName.component(paper)).pdf"
  }
}
