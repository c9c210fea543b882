package import Diagnostics
internal import DocumentModel
package import Fonts
package import Forms
internal import HTMLOutput
internal import PDFOutput
internal import Records

/// A form filled with made-up data, for people who edit templates.
package struct TemplatePreview {
  /// What could not be set.
  package private(set) var findings: [Diagnostic] = []
  private var documents: [RenderedDocument] = []
  private let fonts: FontSet
  private let name: String

  /// Fills and lays out a form.
  package init(library: TemplateLibrary, fonts: FontSet, form: String, variant: String?) throws {
    self.fonts = fonts
    name = variant.map { "\(form)-\($0)" } ?? form
    var options = RunOptions()
    if let variant { options.variants[form] = variant }
    let season = SampleSeason.make(schema: library.schema)
    let context = RunContext(
      season: season,
      policy: PacketPolicy(library, options: options),
      options: options,
      fonts: fonts,
      digests: nil,
      collation: Collations(),
      withholding: Withholding([]),
      clashes: FolderClashes(season),
      delivery: nil,
      showsPeople: true
    )
    let encoder = try PageEncoder()
    for plan in try TemplatePreview.plans(of: form, in: context, encoder: encoder) {
      let (document, faults) = try context.renderer.render(plan, encoder: encoder)
      findings += faults
      if let document { documents.append(document) }
    }
  }

  private static func plans(
    of form: String,
    in context: RunContext,
    encoder: PageEncoder
  ) throws
    -> [PlannedDocument]
  {
    switch form {
    case "receipt":
      return [
        ReceiptRun(context: context, bureauAt: 0).plan
      ].compactMap(\.self)
    case let form where Vocabulary.cityForms.contains(form):
      let run = CityRun(context: context, bureauAt: 0, schools: SampleCity.schools)
      return run.plans.filter { $0.form == form }
    case "banner":
      let school = MergedSchool(SampleCity.outcome(of: context.season.schools[0].name))
      let files = MergedFiles(context: context)
      return [school.flatMap { files.plan(of: $0, paper: "A4", number: 1, of: 1) }]
        .compactMap(\.self)
    case "checklist", "slip":
      let builder = PacketBuilder(
        context: context,
        school: context.season.schools[0],
        schoolIndex: 0,
        rendered: [],
        withheld: []
      )
      return [form == "slip" ? try builder.sampleSlip() : try builder.checklistPlan()]
    case "reprint-list", "correction-slip":
      let school = context.season.schools[0]
      let files = ReprintFiles(
        staging: nil,
        context: context,
        today: SampleReprint.day,
        baseline: SampleReprint.baseline,
        corrections: SampleReprint.corrections(school)
      )
      let set = SampleReprint.set(school)
      let plan = form == "reprint-list" ? files.list(set) : files.slip(set.schools[0])
      return [plan].compactMap(\.self)
    default:
      let planner = SchoolPlanner(
        season: context.season,
        policy: context.policy,
        options: context.options,
        collation: context.collation
      )
      return try planner.documents(ofSchoolAt: 0).filter { $0.form == form }
    }
  }

  /// Writes `NAME.pdf` and `NAME.html` into a folder and gives their paths.
  ///
  /// - Throws: `OutputFailure`.
  package func write(to folder: String) throws -> [String] {
    guard let first = documents.first else { return [] }
    try SystemFiles.makeFolders(folder)
    let parts = documents.map { PDFPart(outline: [$0.plan.name], label: nil, pages: $0.pages) }
    let pdf = try PDFWriter.bytes(
      PDFDocument(title: first.form.title, parts: parts),
      fonts: fonts
    )
    let base = "\(folder)/\(SafeName.component(name))"
    try SystemFiles.replace("\(base).pdf", with: pdf)
    try SystemFiles.replace("\(base).html", with: HTMLWriter.write(first.form))
    return ["\(base).pdf", "\(base).html"]
  }
}
