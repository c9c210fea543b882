import Diagnostics
import Foundation
import Ledger
import Records

/// Seasons of invented people as they would be read from a workbook.
struct SampleSeason {
  static let man = "45000020050315001X"
  static let woman = "450000200503150028"
  static let other = "45000020040229003X"

  var season: Season
  var findings: [Diagnostic] = []

  /// A season with schools that have a row in 学校.
  init(_ schools: [String] = ["甲学校"], schema: RecordSchema = .builtIn, file: String = "季.xlsx") {
    season = Season(schema: schema)
    for table in TableKind.allCases {
      let columns = schema[table].enumerated().map { index, field in
        TableSource.Column(number: index + 1, heading: field.heading)
      }
      season.sources.append(TableSource(file: file, sheet: table.title, columns: columns))
    }
    for school in schools { addSchool(school) }
  }

  mutating func addSchool(_ name: String) {
    let values: [SchoolField: String] = [
      .name: name, .type: "市县学校", .city: "南宁市", .contact: "韦一", .phone: "13800000000",
      .address: "南宁市一号",
    ]
    season.schools.append(School(record: record(values, row: season.schools.count + 2)))
  }

  /// A school of which the files hold no row of 学校.
  mutating func expectSchool(_ name: String) {
    var school = School(record: record([SchoolField.name: name], row: 0))
    school.record.origin = .none
    season.schools.append(school)
  }

  func record<Field: RecordField>(_ values: [Field: String], row: Int) -> Record {
    var record = Record(
      values: ContiguousArray(repeating: "", count: season.schema[Field.table].count),
      origin: RowOrigin(source: Int32(Field.table.rawValue), row: Int32(row))
    )
    for (field, value) in values { record[field] = value }
    return record
  }

  mutating func addGraduate(
    _ number: String,
    _ name: String,
    _ values: [GraduateField: String] = [:],
    to school: Int = 0
  ) {
    let plain: [GraduateField: String] = [
      .name: name, .sex: "男", .idNumber: number, .major: "护理", .grade: "2020级", .years: "3年",
      .conduct: "优", .conclusion: "毕业",
    ]
    let row = season.schools[school].graduates.count + 2
    season.schools[school].graduates.append(
      record(plain.merging(values) { _, new in new }, row: row)
    )
  }

  mutating func addChange(_ number: String, _ name: String, kind: String, to school: Int = 0) {
    let values: [ChangeField: String] = [
      .name: name, .sex: "男", .idNumber: number, .major: "护理", .grade: "2020级", .years: "3年",
      .before: "电工", .after: "护理", .date: "2021-09-01", .kind: kind, .review: "审核通过",
    ]
    let row = season.schools[school].changes.count + 2
    season.schools[school].changes.append(record(values, row: row))
  }

  mutating func addScore(
    _ number: String,
    _ course: String,
    _ score: String,
    term: String = "",
    row: Int = 2,
    to school: Int = 0
  ) {
    let index = season.schools[school].scores.course(course)
    season.schools[school].scores.add(
      ScoreBook.Entry(
        course: index,
        term: term,
        score: score,
        origin: RowOrigin(source: Int32(TableKind.score.rawValue), row: Int32(row)),
        column: Int32(index + 3)
      ),
      idNumber: number,
      name: ""
    )
  }

  mutating func addExemption(_ number: String, _ code: String) {
    let values: [ExemptionField: String] = [
      .idNumber: number, .code: code, .explanation: "如此", .evidence: "证明", .approver: "韦主任",
    ]
    season.exemptions.append(record(values, row: season.exemptions.count + 2))
  }

  /// The import of the season.
  func input(isWhole: Bool = false) -> SeasonImport {
    SeasonImport(
      season: season,
      findings: findings,
      files: [SourceFile(path: season.sources[0].file, sha256: "00", size: 1)],
      note: RevisionNote(time: "2023-07-01", author: "韦主任", reason: "", program: "test"),
      isWhole: isWhole
    )
  }
}

/// A ledger in a folder of its own.
final class TemporaryLedger {
  let folder: String
  let path: String

  init() throws {
    folder = NSTemporaryDirectory() + "yanyin-ledger-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    path = folder + "/季.yanyin"
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// An empty ledger.
  func create() throws -> SeasonLedger {
    try SeasonLedger.create(path)
    return try SeasonLedger(writing: path, patience: 0.05)
  }

  /// The names of the files in the folder.
  func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  /// The bytes of the ledger.
  func bytes() throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }
}

extension Season {
  /// Everything that is printed of a season, a line a record.
  var lines: [String] {
    func place(_ origin: RowOrigin) -> String {
      guard sources.indices.contains(Int(origin.source)) else { return "-" }
      return sources[Int(origin.source)].place(slot: 0, row: Int(origin.row)).description
    }
    func line(_ kind: TableKind, _ record: Record) -> String {
      "\(kind.title) \(record.values.joined(separator: "|")) @\(place(record.origin))"
    }
    var lines = bureaus.map { line(.bureau, $0) } + exemptions.map { line(.exemption, $0) }
    for school in schools {
      lines.append(line(.school, school.record))
      lines += school.graduates.map { line(.graduate, $0) }
      lines += school.majors.map { line(.major, $0) }
      lines += school.courses.map { line(.course, $0) }
      lines += school.changes.map { line(.change, $0) }
      lines += school.enrolments.map { line(.enrolment, $0) }
      lines.append("课程 \(school.scores.courseNames)")
      for sheet in school.scores.sheets {
        lines += sheet.entries.map { entry in
          "成绩 \(sheet.idNumber) \(sheet.name) \(entry.course)|\(entry.term)|\(entry.score)|"
            + "\(entry.makeup)|\(entry.column) @\(place(entry.origin))"
        }
      }
    }
    return lines
  }
}

extension ImportOutcome {
  /// The differences of an import that was refused.
  var refused: [TableDifference]? {
    if case .refused(let differences) = self { differences } else { nil }
  }

  /// The differences of an import that made a revision.
  var accepted: [TableDifference]? {
    if case .accepted(_, let differences) = self { differences } else { nil }
  }

  var isUnchanged: Bool {
    if case .unchanged = self { true } else { false }
  }
}
