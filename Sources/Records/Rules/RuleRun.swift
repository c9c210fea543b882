internal import Diagnostics

/// A pass of the rules over a season: what they look at, and the findings so far.
struct RuleRun {
  let season: Season
  let today: CalendarDate
  let policy: RulePolicy
  var sink = DiagnosticSink()
  var releases: ReleaseBook
  /// The cells that reading has refused: what stands there is not judged a second time.
  private let unreadable: Set<Place>

  init(season: Season, today: CalendarDate, policy: RulePolicy, reading: [Diagnostic]) {
    self.season = season
    self.today = today
    self.policy = policy
    releases = ReleaseBook(season.exemptions)
    unreadable = Set(
      reading.compactMap { finding in
        guard case .cell = finding.place, finding.severity == .error else { return nil }
        return finding.place
      }
    )
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
    let place = fields.first.map { self.place(of: record, $0) } ?? .none
    if unreadable.contains(place) { return }
    var severity = rule.severity
    var text = message
    var isReleased = false
    if rule.isReleasable, let number = PersonFields(Field.table)?.idNumber(of: record),
      let release = releases.use(number: number, rule: rule)
    {
      severity = .note
      isReleased = true
      text += "已按特例放行，依据：\(release[ExemptionField.evidence])；"
      text += "批准人：\(release[ExemptionField.approver])；说明：\(release[ExemptionField.explanation])。"
    }
    let subject = Subject(
      school: school?.name,
      extent: .record(
        table: Field.table.title,
        record: index,
        fields: fields.map(\.definition.name)
      ),
      person: PersonFields(Field.table).map { label(of: record, $0) }
    )
    sink.report(
      Diagnostic(
        severity,
        rule.rawValue,
        text,
        at: place,
        about: subject,
        notes: notes,
        isReleased: isReleased
      )
    )
  }

  /// Reports a finding about a column of a record that `packet.xml` has added.
  mutating func report(
    _ rule: Rule,
    _ message: String,
    at graduate: Record,
    _ index: Int,
    in school: School,
    slot: Int
  ) {
    report(
      rule,
      message,
      at: place(of: graduate.origin, slot: slot),
      about: Subject(
        school: school.name,
        extent: .record(
          table: TableKind.graduate.title,
          record: index,
          fields: [season.schema[.graduate][slot].name]
        ),
        person: PersonFields(.graduate).map { label(of: graduate, $0) }
      )
    )
  }

  /// Reports a finding whose place and subject are known.
  mutating func report(
    _ rule: Rule,
    _ message: String,
    at place: Place,
    about subject: Subject,
    notes: [Diagnostic.Note] = []
  ) {
    if unreadable.contains(place) { return }
    sink.report(
      Diagnostic(rule.severity, rule.rawValue, message, at: place, about: subject, notes: notes)
    )
  }

  /// Reports a finding about a school as a whole, at a field of its row.
  mutating func report(_ rule: Rule, _ message: String, of school: School, at field: SchoolField) {
    report(
      rule,
      message,
      at: place(of: school.record, field),
      about: Subject(school: school.name, extent: .school)
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
    report(
      rule,
      message,
      at: place,
      about: Subject(school: school.name, extent: .table(table.title))
    )
  }

  /// The cell of a field of a record.
  func place(of record: Record, _ field: some RecordField) -> Place {
    place(of: record.origin, slot: field.rawValue)
  }

  /// The cell of a slot of a row.
  func place(of origin: RowOrigin, slot: Int) -> Place {
    let source = Int(origin.source)
    guard season.sources.indices.contains(source) else { return .none }
    return season.sources[source].place(slot: slot, row: Int(origin.row))
  }
}
