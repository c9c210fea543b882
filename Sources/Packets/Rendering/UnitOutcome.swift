package import Diagnostics

/// What became of one unit of a run: a school, a bureau's receipt, or its lists of schools.
package struct UnitOutcome: Sendable {
  /// The school's full name; nil for a bureau.
  package var school: String?
  /// The city's folder name.
  package var city: String?
  /// What the typesetter and the planner found.
  package var findings: [Diagnostic] = []
  /// The files made, as the manifest lists them.
  package var documents: [Manifest.Document] = []
  /// The print files made.
  package var packets: [Manifest.Packet] = []
  /// The certificates that are presented with what was made.
  var certificates = PresentedCertificates()
  /// The pages of the print files, kept for files of all schools where such are made.
  var printFiles: [PrintedPages] = []
  /// What was not made.
  package var withheld: [Manifest.Withheld] = []
  /// Pages of single forms.
  package var pageCount = 0
  /// Documents that were made.
  package var documentCount = 0
  /// Why nothing was made, through no fault of the data; nil as a rule.
  package var failure: UnitFailure.Cause?
  /// What reports need of the school, where schools are read one by one.
  package var summary: SchoolSummary?
  /// What the unit is and what it was made from; nil where no later run may keep it.
  var mark: Renewal.Mark?
  /// Whether an earlier run made the files, which were left as they are.
  package var isKept = false
  /// How long making it took, in seconds, for reports alone; nothing for what was left as it was.
  package var seconds = 0.0
  /// The state of the school's packet; nil where none was made to be handed in.
  var recorded: PrintRecorder.Recorded?

  mutating func withhold(_ plan: PlannedDocument?, form: String? = nil, errors: Int) {
    withheld.append(
      Manifest.Withheld(
        city: city,
        school: school,
        form: plan?.form ?? form,
        volume: plan?.volume,
        errors: errors
      )
    )
  }

  /// Takes back what was made: of a unit that fails nothing is put into place.
  mutating func fail(_ failure: UnitFailure) {
    (documents, packets, withheld) = ([], [], [])
    (pageCount, documentCount, recorded, mark) = (0, 0, nil, nil)
    self.failure = failure.cause
    findings.append(failure.finding(school: school))
    withhold(nil, form: school == nil ? "receipt" : nil, errors: 1)
  }

  mutating func count(_ document: RenderedDocument) {
    documentCount += 1
    pageCount += document.pages.count
  }
}
