internal import Diagnostics
import Forms
import PDFOutput
import Records

/// Everything that is made for one school: its documents, what is withheld, its packet.
struct SchoolRun {
  let context: RunContext
  let index: Int
  private let encoder: PageEncoder
  private(set) var outcome: UnitOutcome
  private var rendered: [RenderedDocument] = []
  private var noted: (@Sendable (Diagnostic) -> Diagnostic)?

  init(_ context: RunContext, schoolAt index: Int) throws {
    outcome = UnitOutcome()
    var context = context
    if let reading = try context.schools?.read(index) {
      context.season = reading.season
      context.delivery?.season = reading.season
      context.withholding.add(reading.findings)
      outcome.findings = reading.findings
      outcome.summary = reading.summary
      noted = reading.noted
    }
    self.context = context
    self.index = index
    encoder = try PageEncoder()
  }

  private var school: School { context.season.schools[index] }
  private var options: RunOptions { context.options }

  /// Renders the school and writes its files; what ends the school alone is in the outcome.
  mutating func run() throws -> UnitOutcome {
    outcome.school = school.name
    outcome.city = RunContext.place(of: school).city
    do {
      try make()
    } catch {
      guard let failure = UnitFailure(error) else { throw error }
      outcome.fail(failure)
    }
    if let noted { outcome.findings = outcome.findings.map(noted) }
    return outcome
  }

  private mutating func make() throws {
    if let clash = context.clashes.schools[index] {
      outcome.findings.append(clash)
      outcome.withhold(nil, errors: 1)
      return
    }
    let faults = context.withholding.errors(ofSchool: school.name)
    if faults > 0, !options.isDraft {
      outcome.withhold(nil, errors: faults)
      return
    }
    let planner = SchoolPlanner(
      season: context.season,
      policy: context.policy,
      options: options,
      collation: context.collation
    )
    let plans = try planner.documents(ofSchoolAt: index)
    let clashes = RunContext.nameClashes(plans, of: school, in: context.season)
    for (plan, finding) in clashes {
      outcome.findings.append(finding)
      outcome.withhold(plan, errors: 1)
    }
    let clashing = Set(clashes.map { ByteKey($0.plan.stem) })
    for plan in plans where !clashing.contains(ByteKey(plan.stem)) {
      if let document = try render(plan) { rendered.append(document) }
    }
    withholdUnplanned(besides: plans)
    for document in rendered { try deliver(document) }
    if makesPacket { try writePacket() }
  }

  /// Proof lists are printed one by one; a run of single forms makes no packet.
  private var makesPacket: Bool { !options.isProof && options.forms.isEmpty }

  /// Forms that are missing because their table could not be read are named, and never just absent;
  /// a draft cannot show them either.
  private mutating func withholdUnplanned(besides plans: [PlannedDocument]) {
    let forms =
      options.isProof ? ["registration"] : ["registration", "review", "changes", "intake"]
    for form in forms where options.includes(form: form) {
      guard !plans.contains(where: { $0.form == form }) else { continue }
      let errors = context.withholding.errors(ofTablesOf: form, school: school.name)
      if errors > 0 { outcome.withhold(nil, form: form, errors: errors) }
    }
  }

  /// Renders a document; nil where the school prints it from the system, or where it is withheld,
  /// which the outcome lists.
  private mutating func render(_ plan: PlannedDocument) throws -> RenderedDocument? {
    try Task.checkCancellation()
    if context.policy.form(plan.form, isProof: options.isProof)?.isSystemPrint == true {
      return nil
    }
    let errors = context.withholding.errors(of: plan, schools: [school.name])
    if errors > 0, !options.isDraft {
      outcome.withhold(plan, errors: errors)
      return nil
    }
    let (document, findings) = try context.renderer.render(plan, encoder: encoder)
    outcome.findings += findings
    if document == nil { outcome.withhold(plan, errors: findings.errorCount) }
    return document
  }

  private mutating func deliver(_ document: RenderedDocument) throws {
    guard let delivery = context.delivery else {
      outcome.count(document)
      return
    }
    try delivery.write(document, in: RunContext.place(of: school), to: &outcome)
  }

  /// The graduates of the 册 that were made, or that the school prints from the system.
  private var presentedGraduates: Set<Int> {
    if context.policy.form("registration")?.isSystemPrint == true {
      return Set(school.graduates.indices)
    }
    return rendered.reduce(into: []) { graduates, document in
      guard document.plan.form == "registration" else { return }
      graduates.formUnion(document.plan.records[.graduate] ?? [])
    }
  }

  private mutating func writePacket() throws {
    var builder = PacketBuilder(
      context: context,
      school: school,
      schoolIndex: index,
      rendered: rendered,
      withheld: outcome.withheld
    )
    // The checklist shows the school's own data and may have to be withheld as any other form.
    let checklist = try render(builder.checklistPlan())
    builder.withheld = outcome.withheld
    let (packet, findings) = try builder.build(checklist, encoder: encoder)
    outcome.findings += findings
    guard let packet else {
      if checklist != nil { outcome.withhold(nil, form: "checklist", errors: findings.errorCount) }
      return
    }
    if let checklist { try deliver(checklist) }
    guard let delivery = context.delivery else { return }
    outcome.certificates = PresentedCertificates(of: presentedGraduates, in: school)
    outcome.recorded = try context.recorder?.record(
      packet,
      withheld: outcome.withheld,
      ofSchoolAt: index,
      in: context
    )
    if options.isMerged { outcome.printFiles = packet.files.map { PrintedPages($0) } }
    for file in packet.files {
      try delivery.write(file, of: school, in: RunContext.place(of: school), to: &outcome)
    }
  }
}
