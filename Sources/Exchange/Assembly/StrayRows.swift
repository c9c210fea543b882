internal import Diagnostics
internal import Records

/// Rows that fit no school, counted by table and by the school that they name.
///
/// A row that names none could belong to several schools, of which the table is then withheld: the
/// one whose roster has the person; else those that other rows of the same table name and those that
/// have no row of such a table at all; else every school.
struct StrayRows {
  private var groups: [Key: Group] = [:]
  private var order: [Key] = []
  private var named: [Int: Set<Int>] = [:]
  private var lastNoted = (school: -1, source: -1)

  /// How many schools a message lists.
  private static let listed = 20

  fileprivate struct Key: Hashable {
    var source: Int
    var school: TextKey
    var person: Int?
  }

  private struct Group {
    var kind: TableKind
    var school: String
    var rows = 0
    var first: Int32
    /// Findings about cells of the rows.
    var findings: [Diagnostic] = []
  }

  /// Where a row is counted.
  struct Address {
    fileprivate var key: Key
  }

  /// Notes that a row of a source belongs to a school.
  mutating func note(_ school: Int, namedIn source: Int) {
    // Neighbouring rows mostly belong to one school.
    guard lastNoted != (school, source) else { return }
    lastNoted = (school, source)
    named[source, default: []].insert(school)
  }

  /// Counts a row; `school` is empty where it names none, `person` is the school whose roster has
  /// the person.
  mutating func add(
    _ record: Record,
    naming school: String,
    person: Int?,
    of table: ParsedTable
  ) -> Address {
    let key = Key(
      source: table.source,
      school: TextKey(school),
      person: school.isEmpty ? person : nil
    )
    if groups[key] == nil {
      groups[key] = Group(kind: table.kind, school: school, first: record.origin.row)
      order.append(key)
    }
    groups[key]?.rows += 1
    return Address(key: key)
  }

  /// Adds a finding about a cell of a row.
  mutating func add(_ finding: Diagnostic, at address: Address) {
    groups[address.key]?.findings.append(finding)
  }

  /// Reports each group at its first row, once for each school that it may belong to.
  ///
  /// - Parameters:
  ///   - season: the schools.
  ///   - holds: whether a school has rows of a table.
  ///   - sink: takes the findings.
  func report(
    in season: Season,
    holds: (_ school: Int, _ kind: TableKind) -> Bool,
    sink: inout DiagnosticSink
  ) {
    for key in order {
      guard let group = groups[key] else { continue }
      let source = season.sources[key.source]
      let slot = season.schema.slot("school", in: group.kind) ?? 0
      let place = source.place(slot: slot, row: Int(group.first))
      let extent = Subject.Extent.table(group.kind.title)
      let schools: [String?] =
        group.school.isEmpty ? candidates(key, group, in: season, holds: holds) : [group.school]
      for (index, school) in schools.enumerated() {
        let subject = Subject(school: school, extent: extent)
        if index == 0 {
          for var finding in group.findings {
            finding.subject = subject
            sink.report(finding)
          }
        }
        if group.school.isEmpty {
          let message = StrayRows.message(group, school: school, in: season)
          sink.report(Diagnostic(.schoolNotNamed, message, at: place, about: subject))
        } else {
          let message = StrayRows.message(naming: group, in: season)
          sink.report(Diagnostic(.unknownSchool, message, at: place, about: subject))
        }
      }
    }
  }

  /// The schools that rows without a school may belong to; one nil where it may be any.
  private func candidates(
    _ key: Key,
    _ group: Group,
    in season: Season,
    holds: (_ school: Int, _ kind: TableKind) -> Bool
  ) -> [String?] {
    if let school = key.person { return [season.schools[school].name] }
    guard let others = named[key.source] else { return [nil] }
    let schools = season.schools.indices.filter { others.contains($0) || !holds($0, group.kind) }
    return schools.count < season.schools.count ? schools.map { season.schools[$0].name } : [nil]
  }

  private static func message(_ group: Group, school: String?, in season: Season) -> String {
    let title = group.kind.title
    if season.schools.isEmpty { return "“\(title)”有\(group.rows)行，但输入中没有“学校”表。请补上“学校”表。" }
    let rest = school.map { "可能是“\($0)”的" } ?? "而输入中有\(season.schools.count)所学校"
    return "“\(title)”有\(group.rows)行没有写明学校，\(rest)，请填写“学校名称”。"
  }

  private static func message(naming group: Group, in season: Season) -> String {
    let count = season.schools.count
    let known = season.schools.prefix(listed).map(\.name).joined(separator: "、")
    let more = count > listed ? "等\(count)所" : ""
    let rest = count == 0 ? "输入中没有“学校”表。" : "“学校”表中有：\(known)\(more)。"
    return "“\(group.school)”不在“学校”表中，“\(group.kind.title)”的\(group.rows)行未采用。\(rest)"
  }
}
