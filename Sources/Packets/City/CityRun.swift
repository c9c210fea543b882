internal import Diagnostics
import Forms
import PDFOutput
import Records

/// What a bureau gets about all its schools: 交接清单, 发还清单, 预约表.
///
/// They are made when the schools are, from what became of these, and not from their records: a school
/// that the run left alone is not read.
struct CityRun {
  let context: RunContext
  let index: Int
  private let bureau: Record
  /// The documents, in the order of the vocabulary.
  let plans: [PlannedDocument]
  private let names: [String]

  /// What became of the schools, by their places in the season, and their computed values.
  struct Schools: Sendable {
    var outcomes: [Int: UnitOutcome] = [:]
    var values: ReceiptRun.Values = [:]
  }

  init(context: RunContext, bureauAt index: Int, schools known: Schools) {
    self.context = context
    self.index = index
    let receipt = ReceiptRun(context: context, bureauAt: index)
    bureau = receipt.bureau
    // A school that may belong to the bureau is named too, as one of which nothing was made.
    let schools = (receipt.schools + receipt.doubtful).sorted { $0.index < $1.index }
    names = schools.map(\.school.name)
    let lines = schools.map { index, school in
      CityLine(
        school,
        values: known.values[index] ?? SeasonEntities.values(of: school),
        outcome: known.outcomes[index],
        policy: context.policy,
        isDuplex: context.options.isDuplex
      )
    }
    let roots = [context.policy.season, SeasonEntities.city(bureau, lines: lines)]
    plans = Vocabulary.cityForms.compactMap { id in
      guard let form = context.policy.form(id) else { return nil }
      let name = FormTitles.title(id)
      return PlannedDocument(
        form: id,
        volume: nil,
        material: nil,
        name: name,
        stem: name,
        copies: 1,
        template: form.template,
        data: FormData(roots: roots),
        records: [.school: Set(schools.map(\.index)), .bureau: [index]],
        exchange: ExchangedTables(school: nil, records: [])
      )
    }
  }

  /// Whether `packet.xml` has one of the forms.
  static func hasForms(_ policy: PacketPolicy) -> Bool {
    Vocabulary.cityForms.contains { policy.form($0) != nil }
  }

  /// How many errors each document would show.
  var errors: [Int] {
    plans.map { context.withholding.errors(of: $0, schools: names) }
  }

  /// Renders and writes the documents.
  func run() throws -> UnitOutcome {
    var outcome = UnitOutcome()
    let city = SafeName.component(bureau[BureauField.city])
    outcome.city = city
    let isClash = context.clashes.bureaus[index] != nil
    var context = context
    // Where schools are read one by one, cells have no names before they are needed.
    if let source = context.schools { context.season.sources = try source.sources() }
    for (plan, errors) in zip(plans, errors) {
      if isClash || errors > 0 && !context.options.isDraft {
        outcome.withhold(plan, errors: isClash ? 1 : errors)
        continue
      }
      let (document, findings) = try context.renderer.render(plan, encoder: PageEncoder())
      outcome.findings += findings
      guard let document else {
        outcome.withhold(plan, errors: findings.errorCount)
        continue
      }
      let place = RunContext.SchoolPlace(city: city, folder: "")
      try context.delivery?.write(document, in: place, to: &outcome)
    }
    return outcome
  }
}
