internal import Diagnostics

/// A pass of the rules over a season: what they look at, and the findings so far.
struct RuleRun {
  let season: Season
  let today: CalendarDate
  let policy: RulePolicy
  var sink = DiagnosticSink()
  var releases: ReleaseBook

  init(season: Season, today: CalendarDate, policy: RulePolicy) {
    self.season = season
    self.today = today
    self.policy = policy
    releases = ReleaseBook(season.exemptions)
  }

  /// Reports a finding about fields of a record; the first field is where it is.
  ///
  /// An error that a row of 特例 releases becomes a note that names the evidence and the approver.
  mutating func report<Field: RecordField>(
    _ rule: Rule,
    _ message: String,
    at record: Record,
    _ index: Int,
    in school: School?,
    fields: [Field],
    notes: [Diagnostic.Note] = []
  ) {
    var severity = rule.severity
    var text = message
    if rule.isReleasable, let number = PersonFields(Field.table)?.idNumber(of: record),
      let release = releases.use(number: number, rule: rule)
    {
      severity = .note
      text += "已按特例放行，依据：\(release[ExemptionField.evidence])；"
      text += "批准人：\(release[ExemptionField.approver])。"
    }
    let subject = Subject(
      school: school?.name,
      extent: .record(
        table: Field.table.title,
        record: index,
        fields: fields.map(\.definition.name)
      ),
      person: PersonFields(Field.table)?.label(of: record)
    )
    let place = fields.first.map { self.place(of: record, $0) } ?? .none
    sink.report(
      Diagnostic(severity, rule.rawValue, text, at: place, about: subject, notes: notes)
    )
  }

  /// Reports a finding about a school as a whole, at a field of its row.
  mutating func report(_ rule: Rule, _ message: String, of school: School, at field: SchoolField) {
    let subject = Subject(school: school.name, extent: .school)
    sink.report(
      Diagnostic(
        rule.severity,
        rule.rawValue,
        message,
        at: place(of: school.record, field),
        about: subject
      )
    )
  }

  /// Reports a finding about a whole table of a school.
  mutating func report(
    _ rule: Rule,
    _ message: String,
    of school: School,
    table: TableKind,
    at place: Place
  ) {
    let subject = Subject(school: school.name, extent: .table(table.title))
    sink.report(Diagnostic(rule.severity, rule.rawValue, message, at: place, about: subject))
  }

  /// The cell of a field of a record.
  func place(of record: Record, _ field: some RecordField) -> Place {
    let source = Int(record.origin.source)
    guard season.sources.indices.contains(source) else { return .none }
    return season.sources[source].place(slot: field.rawValue, row: Int(record.origin.row))
  }
}
