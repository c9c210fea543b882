import DocumentModel
package import Forms
import Records

/// What `packet.xml` and the command line decide: templates, copies, materials, order.
package struct PacketPolicy: Sendable {
  /// The season's year.
  package let year: Int
  /// The root `season` of templates.
  let season: Entity
  /// The materials of the notice in the packet's order.
  let materials: [Material]
  let library: TemplateLibrary
  let options: RunOptions

  /// A material of the notice (一(三)3).
  struct Material: Sendable {
    var number: Int
    /// In the notice's words.
    var title: String
    /// The form that is printed for it; nil for originals.
    var form: String?
    /// Who seals it.
    var seals: [String]
  }

  /// A form with the template that this run uses.
  struct Form: Sendable {
    var template: Template
    /// Whether the school prints it from the provincial system, so that a slip stands for it.
    var isSystemPrint: Bool
  }

  /// A `packet.xml` that lacks what every packet needs.
  package struct Incomplete: Error, CustomStringConvertible {
    package let description: String
  }

  /// The policy of a run.
  ///
  /// - Parameters:
  ///   - library: The compiled folder.
  ///   - options: Copies and variants of the command line.
  package init(_ library: TemplateLibrary, options: RunOptions) {
    let packet = library.packet
    self.library = library
    self.options = options
    year = packet.year
    let ordered = packet.order.compactMap { item -> PacketDefinition.Material? in
      guard case .material(let number) = item else { return nil }
      return packet.materials.first { $0.number == number }
    }
    materials = ordered.map {
      Material(number: $0.number, title: $0.title, form: $0.form, seals: $0.seals)
    }
    season = Entity(
      derived: ContiguousArray(SeasonValue.self) { value in
        switch value {
        case .year: String(packet.year)
        case .examYear: String(packet.year - 1)
        case .entryYear: String(packet.year - 3)
        case .notice: packet.notice
        case .sealingPeriod: packet.season.sealingPeriod
        case .sealingPlace: packet.season.sealingPlace
        case .receiptDeadline: packet.season.receiptDeadline
        case .receiptMail: packet.season.receiptMail
        }
      }
    )
  }

  /// The names that templates may use.
  var vocabulary: Vocabulary { library.vocabulary }

  /// The template of the checklist, which every packet needs.
  var checklist: Template {
    get throws { try needed("checklist") }
  }

  /// The template of the slips, which every packet needs.
  var slip: Template {
    get throws { try needed("slip") }
  }

  private func needed(_ form: String) throws -> Template {
    guard let template = self.form(form)?.template else {
      throw Incomplete(
        description: "packet.xml 没有可用的“\(form)”模板。请补上 <form id=\"\(form)\" template=\"…\"/>。"
      )
    }
    return template
  }

  /// The first month of the sealing, canonical: the year's July where `packet.xml` gives no day.
  var sealingMonth: String {
    let start = library.packet.season.sealingStart
    guard start.utf8.count == 10 else { return "\(year)07" }
    return String(start.prefix(4)) + String(start.dropFirst(5).prefix(2))
  }

  /// Whether forms that the notice wants from the system are printed with our own layout.
  var usesOwnLayouts: Bool {
    ["registration", "review"].contains { library.packet.form($0)?.source == .own }
  }

  /// The template of a form, or of its proof variant; nil where `packet.xml` has none.
  func form(_ id: String, isProof: Bool = false) -> Form? {
    guard let form = library.packet.form(id) else { return nil }
    let variant = isProof ? "proof" : options.variants[id]
    guard let template = library.template(id, variant: variant) else { return nil }
    return Form(template: template, isSystemPrint: !isProof && form.source == .system)
  }

  /// What the 登记表 is split by: nothing where `packet.xml` makes one document a school.
  func volumeUnit(_ asked: VolumeUnit) -> VolumeUnit {
    library.packet.form("registration")?.unit == .school ? .school : asked
  }

  /// The copies of a form that a school brings; nil where neither the notice nor `--copies` says.
  func copies(of form: String, for school: School) -> Int? {
    let type = school.record[SchoolField.type]
    let material = library.packet.materials.first { $0.form == form }
    if let count = material?.copies(for: type) { return count }
    return options.copies[type]
  }

  /// Who seals a form of a school: 市教育局 and 县教育局 only for schools that they oversee (notice,
  /// 一(二)).
  func seals(of form: String, for school: School) -> [String] {
    let isLocal = school.record[SchoolField.type].hasSameBytes(as: "市县学校")
    let isCounty = school.record[SchoolField.affiliation].hasSameBytes(as: "县属")
    let seals = materials.first { $0.form == form }?.seals ?? []
    return seals.filter { seal in
      if seal.hasPrefix("市教育局") { return isLocal }
      if seal.hasPrefix("县教育局") { return isLocal && isCounty }
      return true
    }
  }

  /// The forms of a packet, in its order.
  var printedForms: [String] { ["checklist"] + materials.compactMap(\.form) }

  /// The short name of a form.
  func shortName(of form: String) -> String { FormTitles.title(form) }

  /// What was withheld, in the words of a slip.
  func name(of withheld: Manifest.Withheld) -> String {
    RunReport.name(of: withheld)
  }
}

extension Template {
  /// Whether the form shows a field of a table's records.
  func displays(_ field: String, of table: TableKind) -> Bool {
    displayedFields.contains { $0.table == table && $0.field == field }
  }
}
