internal import Diagnostics
import Forms
import PDFOutput
import Records

/// A bureau's receipt (附件2 of the notice): all its schools on one form.
struct ReceiptRun {
  let context: RunContext
  let index: Int
  let values: Values

  /// The computed values of schools that were read one by one, by their places in the season.
  typealias Values = [Int: ContiguousArray<String>]

  init(context: RunContext, bureauAt index: Int, values: Values = [:]) {
    self.context = context
    self.index = index
    self.values = values
  }

  /// The row of the bureau.
  var bureau: Record { context.season.bureaus[index] }

  /// Whether a school stands in a receipt of bureaus of some cities, or would if its type or its city
  /// were mended.
  static func mayShow(_ school: School, cities: Set<ByteKey>) -> Bool {
    let type = SchoolType(school.record[SchoolField.type])
    guard type == nil || type == .municipal else { return false }
    let city = school.record[SchoolField.city]
    return cities.contains(ByteKey(city))
      || !AreaCodes.cities.contains { $0.hasSameBytes(as: city) }
  }

  /// The 市县 schools of the bureau's city, in input order.
  var schools: [(index: Int, school: School)] {
    let city = bureau[BureauField.city]
    return context.season.schools.enumerated().filter { _, school in
      school.record[SchoolField.type].hasSameBytes(as: "市县学校")
        && school.record[SchoolField.city].hasSameBytes(as: city)
    }.map { (index: $0.offset, school: $0.element) }
  }

  /// Schools that belong to the bureau as soon as their type or their city is mended: without them
  /// the receipt would lack a row and look complete.
  var doubtful: [(index: Int, school: School)] {
    let bureaus = context.season.bureaus
    return context.season.schools.enumerated().filter { _, school in
      let type = SchoolType(school.record[SchoolField.type])
      guard type == nil || type == .municipal else { return false }
      let city = school.record[SchoolField.city]
      if city.hasSameBytes(as: bureau[BureauField.city]) { return type == nil }
      // Of several bureaus nobody knows which one is meant.
      return bureaus.count == 1 && !AreaCodes.cities.contains { $0.hasSameBytes(as: city) }
    }.map { (index: $0.offset, school: $0.element) }
  }

  /// The receipt as a document; nil where `packet.xml` has no form for it.
  var plan: PlannedDocument? {
    guard let form = context.policy.form("receipt") else { return nil }
    let schools = schools
    return PlannedDocument(
      form: "receipt",
      volume: nil,
      material: nil,
      name: "回执",
      stem: "回执",
      copies: 1,
      template: form.template,
      data: FormData(
        roots: [
          context.policy.season,
          SeasonEntities.receipt(
            of: bureau,
            schools: schools.map { entity($0.school, at: $0.index) }
          ),
        ]
      ),
      records: [.school: Set(schools.map(\.index)), .bureau: [index]],
      exchange: ExchangedTables(school: nil, records: [(.bureau, [index])])
    )
  }

  private func entity(_ school: School, at index: Int) -> Entity {
    guard let values = values[index] else {
      return SeasonEntities.school(school, index: index)
    }
    return SeasonEntities.entity(.school, school.record, index: index, derived: values)
  }

  /// How many errors the receipt would show, or lack a row for.
  func errors(of plan: PlannedDocument) -> Int {
    context.withholding.errors(of: plan, schools: schools.map(\.school.name))
      + schools.count { context.unread.contains($0.index) }
      + doubtful.reduce(0) { $0 + context.withholding.errors(ofSchool: $1.school.name) }
  }

  /// Renders and writes the receipt; what ends the receipt alone is in the outcome.
  func run() throws -> UnitOutcome {
    var outcome = UnitOutcome()
    outcome.city = SafeName.component(bureau[BureauField.city])
    do {
      return try make(outcome)
    } catch {
      guard let failure = UnitFailure(error) else { throw error }
      outcome.fail(failure)
      return outcome
    }
  }

  private func make(_ begun: UnitOutcome) throws -> UnitOutcome {
    var outcome = begun
    guard let plan else { return outcome }
    if let clash = context.clashes.bureaus[index] {
      outcome.findings = [clash]
      outcome.withhold(plan, errors: 1)
      return outcome
    }
    if let unread = schools.first(where: { self.context.unread.contains($0.index) }) {
      throw UnitFailure(input: "\(unread.school.name)的表读不出来，合计不出数目。")
    }
    let errors = errors(of: plan)
    if errors > 0, !context.options.isDraft {
      outcome.withhold(plan, errors: errors)
      return outcome
    }
    var context = context
    // Where schools are read one by one, cells have no names before they are needed.
    if let source = context.schools { context.season.sources = try source.sources() }
    let (document, findings) = try context.renderer.render(plan, encoder: PageEncoder())
    outcome.findings = findings
    guard let document else {
      outcome.withhold(plan, errors: findings.errorCount)
      return outcome
    }
    guard let delivery = context.delivery else {
      outcome.count(document)
      return outcome
    }
    let place = RunContext.SchoolPlace(city: outcome.city ?? "", folder: "")
    try delivery.write(document, in: place, to: &outcome)
    return outcome
  }
}
