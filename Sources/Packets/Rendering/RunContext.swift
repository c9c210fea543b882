internal import Diagnostics
import Fonts
import Records

/// What all units of a run share; immutable while units are rendered side by side.
struct RunContext: Sendable {
  /// The season; while a school is rendered, that school at least has its tables.
  var season: Season
  /// Reads schools one by one; nil where the season has all tables.
  var schools: SchoolSource?
  let policy: PacketPolicy
  let options: RunOptions
  let fonts: FontSet
  let digests: FontDigests?
  let collation: Collations
  var withholding: Withholding
  /// Schools that an input holds, but damaged, by their places in the season: what a receipt counts of
  /// them nobody knows.
  var unread: Set<Int> = []
  /// Schools and bureaus that are withheld for the names of their folders.
  let clashes: FolderClashes
  /// Where files go; nil for a run that only checks.
  var delivery: Delivery?
  /// Notes what would be on paper; nil for runs that nobody prints to hand in.
  var recorder: PrintRecorder?
  /// Whether findings name people in full.
  let showsPeople: Bool

  /// The folder of a school.
  struct SchoolPlace: Sendable {
    /// The city, or 区直, 高校, 其他.
    var city: String
    /// The school's folder below it.
    var folder: String
  }

  /// What tells the faces of the run from any others; empty in runs that write no manifest.
  func faces() throws -> [String] { try digests?.faces() ?? [] }

  var renderer: DocumentRenderer {
    DocumentRenderer(
      season: season,
      vocabulary: policy.vocabulary,
      fonts: fonts,
      digests: digests,
      collation: collation,
      isDraft: options.isDraft,
      showsPeople: showsPeople
    )
  }

  /// Where a school's files lie.
  static func place(of school: School) -> SchoolPlace {
    SchoolPlace(
      city: SafeName.component(RunContext.city(of: school)),
      folder: SafeName.component(school.name)
    )
  }

  /// The city's folder: the city of a 市县 school, else the kind of school.
  static func city(of school: School) -> String {
    switch school.record[SchoolField.type] {
    case "市县学校": school.record[SchoolField.city]
    case "区直中职学校": "区直"
    case "高校中职部": "高校"
    default: "其他"
    }
  }

  /// Documents of a school whose names would be one file, each with the finding that says so.
  static func nameClashes(
    _ plans: [PlannedDocument],
    of school: School,
    in season: Season
  ) -> [(plan: PlannedDocument, finding: Diagnostic)] {
    let groups = Dictionary(grouping: plans) { FolderClashes.key($0.stem) }
    return plans.compactMap { plan in
      guard let group = groups[FolderClashes.key(plan.stem)], group.count > 1 else { return nil }
      let names = group.map { "“\($0.name)”" }.joined(separator: "与")
      let finding = Diagnostic(
        .error,
        "P102",
        "\(names)的文件名相同（\(plan.stem)），都不生成。请改正其中一个名称。",
        at: place(naming: plan, of: school, in: season),
        about: Subject(
          school: school.name,
          extent: .document(form: plan.form, volume: plan.volume)
        )
      )
      return (plan, finding)
    }
  }

  /// The cell that a document has its name from: the 专业 of its first graduate, the college of its
  /// first student.
  private static func place(
    naming plan: PlannedDocument,
    of school: School,
    in season: Season
  ) -> Place {
    let cell: (record: Record, slot: Int)
    if let first = plan.records[.graduate]?.min() {
      cell = (school.graduates[first], GraduateField.major.rawValue)
    } else if let first = plan.records[.enrolment]?.min() {
      cell = (school.enrolments[first], EnrolmentField.college.rawValue)
    } else {
      return .none
    }
    let source = Int(cell.record.origin.source)
    guard season.sources.indices.contains(source) else { return .none }
    return season.sources[source].place(slot: cell.slot, row: Int(cell.record.origin.row))
  }
}
