internal import Diagnostics
import Forms
import PDFOutput
import Records

/// Puts a school's packet together: checklist, documents in their copies, slips, one print file per
/// paper size.
struct PacketBuilder {
  let context: RunContext
  let school: School
  let schoolIndex: Int
  let rendered: [RenderedDocument]
  var withheld: [Manifest.Withheld]

  /// A packet.
  struct Packet {
    /// Nil where it was withheld itself.
    var checklist: RenderedDocument?
    var files: [PrintFile]
  }

  private var options: RunOptions { context.options }

  /// Builds the packet around its checklist, if there is one; nil with findings where a slip cannot be
  /// set.
  func build(
    _ checklist: RenderedDocument?,
    encoder: PageEncoder
  ) throws -> (Packet?, [Diagnostic]) {
    var slips = SlipPrinter(builder: self, encoder: encoder)
    var steps: [PacketSequence.Step] = checklist.map { [.document($0)] } ?? []
    if !withheld.isEmpty {
      let names = withheld.map { (name: context.policy.name(of: $0), errors: $0.errors) }
      steps += try slips.step(.withheld(names))
    }
    for material in context.policy.materials {
      steps += try self.steps(of: material, slips: &slips)
    }
    var pieces = PacketSequence(steps: steps).pieces(
      order: options.order,
      isDuplex: options.isDuplex
    )
    // Between any two a slip can lie.
    for index in pieces.indices { pieces[index].place = 2 * index + 1 }
    // Without a checklist a slip that says so is the first sheet.
    let main = checklist?.paper ?? pieces.first?.paper ?? "A4"
    let files = try PrintFile.split(pieces, main: main) { run, pages in
      try slips.otherPaper(run, pages: pages)
    }
    // What is merely long here are the program's own words.
    return slips.findings.errorCount == 0
      ? (Packet(checklist: checklist, files: files), []) : (nil, slips.findings)
  }

  /// What a material of the notice contributes: its documents, or a slip.
  private func steps(
    of material: PacketPolicy.Material,
    slips: inout SlipPrinter
  ) throws
    -> [PacketSequence.Step]
  {
    let documents = rendered.filter { $0.plan.material == material.number }
    switch material.number {
    case 1: return try slips.step(.enrolmentRegister(title: material.title))
    case 4:
      let numbers = SeasonEntities.certificates(of: school)
      return try slips.step(.certificates(title: material.title, numbers: numbers))
    case 6: return try intakeSteps(documents, slips: &slips)
    default: break
    }
    if let form = material.form, context.policy.form(form)?.isSystemPrint == true {
      let copies = context.policy.copies(of: form, for: school) ?? 0
      return try slips.step(
        .systemPrint(
          material: "材料（\(material.number)）",
          name: context.policy.shortName(of: form),
          copies: "\(copies) 份"
        )
      )
    }
    return documents.map { .document($0) }
  }

  /// Sealed originals go in as they are; the other tables are printed for the college to seal.
  private func intakeSteps(
    _ documents: [RenderedDocument],
    slips: inout SlipPrinter
  ) throws
    -> [PacketSequence.Step]
  {
    let intakes = CollegeIntake.all(of: school)
    return try documents.flatMap { document -> [PacketSequence.Step] in
      let intake = intakes.first { $0.college.hasSameBytes(as: document.plan.volume ?? "") }
      guard let intake, intake.hasOriginal else { return [.document(document)] }
      return try slips.step(
        .sealedOriginal(college: intake.college, count: intake.enrolments.count)
      )
    }
  }

  /// The checklist, with what was really made.
  func checklistPlan() throws -> PlannedDocument {
    let materials = ChecklistLines(
      context: context,
      school: school,
      rendered: rendered,
      withheld: withheld
    )
    let packet = SeasonEntities.packet(
      of: school,
      sealingMonth: context.policy.sealingMonth,
      materials: materials.lines,
      remark: context.policy.usesOwnLayouts
        ? "通知规定登记表、审核表从系统打印；使用自制版式前请与职成处确认。" : ""
    )
    return PlannedDocument(
      form: "checklist",
      volume: nil,
      material: nil,
      name: "材料清单",
      stem: "0-材料清单",
      copies: 1,
      template: try context.policy.checklist,
      data: FormData(
        roots: [
          context.policy.season, SeasonEntities.school(school, index: schoolIndex), packet,
        ]),
      records: [.school: [schoolIndex]],
      exchange: ExchangedTables(school: schoolIndex, records: [])
    )
  }

  /// The document of a slip.
  func plan(of slip: Slip) throws -> PlannedDocument {
    PlannedDocument(
      form: "slip",
      volume: nil,
      material: nil,
      name: slip.outline,
      stem: "",
      copies: 1,
      template: try context.policy.slip,
      data: FormData(
        roots: [
          context.policy.season, SeasonEntities.school(school, index: schoolIndex),
          SeasonEntities.slip(slip),
        ]),
      records: [:],
      exchange: ExchangedTables(school: schoolIndex, records: [])
    )
  }

  /// The slip that previews show.
  func sampleSlip() throws -> PlannedDocument {
    try plan(
      of: .certificates(
        title: context.policy.materials.first { $0.number == 4 }?.title ?? "",
        numbers: SeasonEntities.certificates(of: school)
      )
    )
  }
}
