/// What `yanyin template preview` says was made of the school of `SampleSeason`, for the forms of a
/// bureau.
enum SampleCity {
  /// The sample school, with a 册 of two withheld.
  static var schools: CityRun.Schools { CityRun.Schools(outcomes: [0: outcome(of: "")]) }

  /// What was made of a school of that name.
  static func outcome(of school: String) -> UnitOutcome {
    var outcome = UnitOutcome()
    outcome.school = school
    outcome.city = "南宁市"
    outcome.packets = [
      packet(
        "A4",
        pages: 7,
        [part("checklist", 1, 1)] + (1...3).map { part("review", $0, 2 + $0) }
      ),
      packet("A3", pages: 6, (1...3).map { part("registration", $0, 2 * $0 - 1, pages: 2) }),
    ]
    outcome.withheld = [Manifest.Withheld(form: "registration", volume: "护理", errors: 1)]
    outcome.certificates = PresentedCertificates(
      count: 31,
      first: "20230100131",
      last: "20230100162",
      voids: ["20230100140"],
      voidCount: 1
    )
    return outcome
  }

  private static func part(
    _ form: String,
    _ copy: Int,
    _ firstPage: Int,
    pages: Int = 1
  ) -> Manifest.Part {
    Manifest.Part(form: form, copy: copy, firstPage: firstPage, pages: pages)
  }

  private static func packet(
    _ paper: String,
    pages: Int,
    _ parts: [Manifest.Part]
  ) -> Manifest.Packet {
    Manifest.Packet(
      path: "",
      school: "",
      paper: paper,
      pages: pages,
      sha256: "",
      fingerprint: "",
      parts: parts
    )
  }
}
