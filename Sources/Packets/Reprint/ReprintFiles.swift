internal import Diagnostics
import DocumentModel
internal import Fingerprints
import Fonts
import Forms
import PDFOutput
import Records

/// Makes the files of a reprint for the folder of outputs, and tells which of an earlier one go.
struct ReprintFiles {
  /// Where the files wait; nil where only their plans are wanted.
  let staging: Staging?
  let context: RunContext
  /// The day of the run, which stands on the sheets.
  let today: String
  /// 「2023年6月28日」, or words for a folder that was never marked.
  let baseline: String
  let corrections: [Correction]

  /// What was written.
  struct Written {
    /// The files' names.
    var names: [String] = []
    /// The files that wait; one that lies there already as it is does not.
    var files: [Journal.File] = []
    /// The files of an earlier run that go.
    var removed: [String] = []
    var findings: [Diagnostic] = []
  }

  /// Writes the files for a set; none for an empty one.
  func write(_ set: ReprintSet, replacing earlier: [String]) throws -> Written {
    var written = Written(findings: set.findings)
    if !set.isEmpty {
      for paper in set.papers {
        try write(
          "补打-\(SafeName.component(paper)).pdf",
          title: "补打 \(paper)",
          set.parts(paper: paper),
          &written
        )
      }
      try write("补打清单.pdf", of: [list(set)], &written)
      let slips = set.schools.filter { !$0.values.isEmpty }.map(slip)
      try write("更正单.pdf", of: slips, &written)
    }
    if let root = staging?.root {
      written.removed = ReprintFiles.names(earlier).filter { name in
        !written.names.contains(name) && SystemFiles.exists("\(root)/\(name)")
      }
    }
    return written
  }

  /// Whether a file of this name in the folder of outputs is one that is made for a reprint.
  static func isReprint(_ name: String) -> Bool {
    usualNames.contains(name)
      || name.hasPrefix("补打-") && name.hasSuffix(".pdf")
        && !name.utf8.contains(UInt8(ascii: "/"))
  }

  /// The names that reprint files usually have; a killed run may have left them without a word.
  private static let usualNames = ["补打-A4.pdf", "补打-A3.pdf", "补打清单.pdf", "更正单.pdf"]

  /// The names under which files of an earlier run may lie in the folder of outputs.
  private static func names(_ earlier: [String]) -> [String] {
    Set(earlier + usualNames).filter { !$0.contains("/") }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Removes the reprint files of an earlier run.
  static func remove(_ earlier: [String], from root: String) throws {
    for name in names(earlier) { try SystemFiles.remove("\(root)/\(name)") }
  }

  private func write(
    _ name: String,
    title: String,
    _ parts: [PDFPart],
    _ written: inout Written
  ) throws {
    guard !parts.isEmpty else { return }
    let duplex: PDFDocument.Duplex = context.options.isDuplex ? .shortEdge : .simplex
    let bytes = try PDFWriter.bytes(
      PDFDocument(title: title, parts: parts, duplex: duplex),
      fonts: context.fonts
    )
    written.names.append(name)
    guard let staging else { return }
    if try SystemFiles.contents(of: "\(staging.root)/\(name)") == bytes { return }
    try staging.write(bytes, to: name)
    written.files.append(Journal.File(path: name, sha256: try Digest.sha256(bytes)))
  }

  private func write(
    _ name: String,
    of plans: [PlannedDocument?],
    _ written: inout Written
  ) throws {
    let encoder = try PageEncoder()
    var parts: [PDFPart] = []
    var title = name
    for plan in plans {
      guard let plan else {
        written.findings.append(
          Diagnostic(
            .warning,
            "P113",
            "packet.xml 没有可用的补打清单或更正单模板，未生成 \(name)。请补上 "
              + "<form id=\"reprint-list\" …/> 和 <form id=\"correction-slip\" …/>。",
            at: .none
          )
        )
        return
      }
      let (document, findings) = try context.renderer.render(plan, encoder: encoder)
      written.findings += findings
      guard let document else { continue }
      title = document.form.title
      parts.append(
        PDFPart(outline: [plan.name], label: "\(plan.name) ", pages: document.pages)
      )
    }
    try write(name, title: title, parts, &written)
  }

  /// The list of what to take out and put in.
  func list(_ set: ReprintSet) -> PlannedDocument? {
    plan(
      "reprint-list",
      name: "补打清单",
      roots: [
        context.policy.season,
        SeasonEntities.reprint(
          set,
          baseline: baseline,
          date: today,
          isDuplex: context.options.isDuplex
        ),
      ]
    )
  }

  /// The slip that a school signs for its corrections.
  func slip(_ changed: ReprintSet.Changed) -> PlannedDocument? {
    let record = Record(values: ContiguousArray(changed.school.record), origin: .none)
    return plan(
      "correction-slip",
      name: "更正单 \(changed.school.name)",
      roots: [
        context.policy.season,
        SeasonEntities.entity(.school, record, index: .max),
        SeasonEntities.correction(
          changed.values,
          of: changed.school.name,
          corrections: corrections,
          date: today
        ),
      ]
    )
  }

  private func plan(_ form: String, name: String, roots: [Entity]) -> PlannedDocument? {
    context.policy.form(form).map { found in
      PlannedDocument(
        form: form,
        volume: nil,
        material: nil,
        name: name,
        stem: name,
        copies: 1,
        template: found.template,
        data: FormData(roots: roots),
        records: [:],
        exchange: ExchangedTables(school: nil, records: [])
      )
    }
  }
}
