import Diagnostics
import Records

/// A season of synthetic people (area 450000) as it would be read from a workbook.
struct Fixture {
  static let today = CalendarDate(year: 2023, month: 6, day: 1)
  /// Valid numbers that were computed and belong to nobody.
  static let man = "45000020050315001X"
  static let woman = "450000200503150028"

  /// A number with its last character replaced by the right check character.
  static func withCheckDigit(_ number: String) -> String {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let body = String(number.prefix(17))
    let sum = zip(body.utf8, weights).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 }
    return body + String(Array("10X98765432")[sum % 11])
  }

  var season = Season(schema: .builtIn)
  var policy = RulePolicy(year: 2023)

  /// A season with one school of the given name and type, without people.
  init(_ name: String = "测试中等职业学校", type: String = "市县学校") {
    for table in TableKind.allCases {
      let columns = season.schema[table].enumerated().map { index, field in
        TableSource.Column(number: index + 1, heading: field.heading)
      }
      season.sources.append(
        TableSource(file: "季.xlsx", sheet: table.title, columns: columns)
      )
    }
    addSchool(name, type: type)
  }

  mutating func addSchool(_ name: String, type: String = "市县学校") {
    let row = season.schools.count + 2
    let record = self.record(
      [
        SchoolField.name: name, .type: type, .city: "南宁市", .contact: "韦一", .phone: "13800000000",
        .address: "南宁市一号",
      ],
      row: row
    )
    season.schools.append(School(record: record))
  }

  func record<Field: RecordField>(_ values: [Field: String], row: Int) -> Record {
    var record = Record(
      values: ContiguousArray(repeating: "", count: Field.allCases.count),
      origin: RowOrigin(source: Int32(Field.table.rawValue), row: Int32(row))
    )
    for (field, value) in values { record[field] = value }
    return record
  }

  /// Adds a graduate who has no fault but those that `values` bring.
  mutating func addGraduate(_ values: [GraduateField: String] = [:], to school: Int = 0) {
    let row = season.schools[school].graduates.count + 2
    let plain: [GraduateField: String] = [
      .name: "覃一", .sex: "男", .idNumber: Fixture.man, .major: "护理", .grade: "2020级",
      .years: "3年", .conduct: "优", .conclusion: "毕业", .entryMonth: "202009",
    ]
    season.schools[school].graduates.append(
      record(plain.merging(values) { _, new in new }, row: row)
    )
  }

  /// Adds a change of the man who `addGraduate` adds.
  mutating func addChange(_ values: [ChangeField: String] = [:]) {
    let row = season.schools[0].changes.count + 2
    let plain: [ChangeField: String] = [
      .name: "覃一", .sex: "男", .idNumber: Fixture.man, .major: "护理", .grade: "2020级",
      .years: "3年", .before: "电工", .after: "护理", .date: "2021-09-01", .kind: "调专业",
      .review: "审核通过",
    ]
    season.schools[0].changes.append(
      record(plain.merging(values) { _, new in new }, row: row)
    )
  }

  /// Adds a college enrolment of the man who `addGraduate` adds.
  mutating func addEnrolment(_ values: [EnrolmentField: String] = [:]) {
    let row = season.schools[0].enrolments.count + 2
    let plain: [EnrolmentField: String] = [
      .college: "测试学院", .name: "覃一", .sex: "男", .idNumber: Fixture.man,
      .program: "2022级护理", .school: "测试中等职业学校", .phone: "13800000000",
    ]
    season.schools[0].enrolments.append(
      record(plain.merging(values) { _, new in new }, row: row)
    )
  }

  mutating func addExemption(_ values: [ExemptionField: String]) {
    let plain: [ExemptionField: String] = [
      .idNumber: Fixture.man, .explanation: "户口本为准", .evidence: "派出所证明", .approver: "韦主任",
    ]
    let row = season.exemptions.count + 2
    season.exemptions.append(record(plain.merging(values) { _, new in new }, row: row))
  }

  func check() -> [Diagnostic] {
    guard let today = Fixture.today else { return [] }
    return RuleBook.check(season, today: today, policy: policy).diagnostics
  }

  /// The findings but for those about tables that a small fixture leaves empty.
  func findings() -> [Diagnostic] {
    check().filter { !["R161", "R162", "R163", "R164", "R176"].contains($0.code) }
  }

  func codes() -> [String] { findings().map(\.code) }
}

extension Diagnostic {
  /// The fields of the record that the finding is about.
  var fields: [String] {
    guard case .record(_, _, let fields) = subject?.extent else { return [] }
    return fields
  }
}
