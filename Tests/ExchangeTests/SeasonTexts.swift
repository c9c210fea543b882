import Diagnostics
import Exchange
import Records
import Testing

/// A small season as CSV files without any finding, which a test then spoils.
///
/// Everybody is invented; identity numbers have the area 450000 unless the area is what is tested.
struct SeasonTexts {
  static let man = "45000020050315001X"
  static let leapling = "45000020040229003X"
  static let woman = "450000200503150028"

  /// A number with the check character that its 17 digits ask for.
  static func number(_ digits: String) -> String {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(digits.utf8, weights).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 }
    return digits + String(Array("10X98765432")[sum % 11])
  }

  /// The tables in the order of the files: headings, then rows.
  private(set) var tables: [(name: String, rows: [[String]])]
  /// Files beside the tables, or in the place of one of the same name.
  var files: [(name: String, bytes: [UInt8])] = []
  var policy = RulePolicy(year: 2023)
  var schema = RecordSchema.builtIn

  init() {
    tables = [
      ("学校", [["学校名称", "学校类型", "所属市", "联系人", "手机号码", "学校地址"], SeasonTexts.school("示范职业学校")]),
      (
        "毕业生",
        [
          [
            "姓名", "性别", "身份证号码", "专业名称", "年级", "学制", "操行", "毕(结)业", "证件类型", "出生日期", "学籍号",
            "入学年月", "毕业证书编号", "系统处理状态",
          ],
          SeasonTexts.graduate("韦小明", "男", SeasonTexts.man, 1),
          SeasonTexts.graduate("覃子轩", "男", SeasonTexts.leapling, 2),
          SeasonTexts.graduate("黄芷", "女", SeasonTexts.woman, 3),
        ]
      ),
      ("专业情况", [["专业名称", "学制", "入学年月", "班数", "录取数"], ["护理", "3年", "202009", "1", "45"]]),
      ("课程", [["专业名称", "课程名称"], ["护理", "语文"], ["护理", "电工基础"]]),
      (
        "成绩",
        [
          ["身份证号码", "姓名", "语文", "电工基础"], [SeasonTexts.man, "韦小明", "80", "优秀"],
          [SeasonTexts.leapling, "覃子轩", "75.5", "60"], [SeasonTexts.woman, "黄芷", "免修", "75补"],
        ]
      ),
      (
        "异动",
        [
          ["姓名", "身份证号码", "性别", "专业名称", "年级", "学制", "异动前", "异动后", "异动时间", "异动类型", "审核状态"],
          SeasonTexts.change("调专业", "会计", "护理", "2021-09-01"),
        ]
      ),
      (
        "对口招收",
        [
          ["高职院校名称", "姓名", "性别", "身份证号码", "高职就读年级专业", "来源中职学校名称", "联系方式"],
          ["测试学院", "韦小明", "男", SeasonTexts.man, "2022级护理", "示范职业学校", "13800000002"],
        ]
      ),
    ]
    policy.certificatePattern = CertificatePattern("{Y:4}{单位:2}{流水:5}")
  }

  static func school(_ name: String) -> [String] {
    [name, "市县学校", "南宁市", "李明", "13800000001", "示范路1号"]
  }

  static func graduate(_ name: String, _ sex: String, _ number: String, _ serial: Int) -> [String] {
    [
      name, sex, number, "护理", "2020级", "3年", "优秀", "毕业", "", "", "G" + number, "202009",
      "2023010000\(serial)", "已毕业处理",
    ]
  }

  /// A change of the second graduate.
  static func change(
    _ kind: String,
    _ before: String,
    _ after: String,
    _ date: String
  ) -> [String] {
    ["覃子轩", leapling, "男", "护理", "2020级", "3年", before, after, date, kind, "审核通过"]
  }

  /// Writes a value into a row of data, from 1.
  mutating func set(_ table: String, _ row: Int, _ heading: String, _ value: String) {
    edit(table) { rows in
      if let column = rows[0].firstIndex(of: heading) {
        rows[row][column] = value
      } else {
        rows[0].append(heading)
        for index in rows.indices.dropFirst() { rows[index].append(index == row ? value : "") }
      }
    }
  }

  /// Writes the number of the third graduate wherever she stands.
  mutating func setNumber(_ number: String) {
    set("毕业生", 3, "身份证号码", number)
    set("成绩", 3, "身份证号码", number)
  }

  mutating func edit(_ table: String, _ change: (inout [[String]]) -> Void) {
    guard let index = tables.firstIndex(where: { $0.name == table }) else { return }
    change(&tables[index].rows)
  }

  mutating func add(_ table: String, _ row: [String]) {
    if tables.contains(where: { $0.name == table }) {
      edit(table) { $0.append(row) }
    } else {
      tables.append((table, [row]))
    }
  }

  mutating func remove(_ table: String) { tables.removeAll { $0.name == table } }

  static func csv(_ rows: [[String]]) -> String {
    rows.map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n"
  }

  /// What reading and the rules find.
  func findings() throws -> [Diagnostic] {
    let (season, reading) = try read()
    let today = try SeasonTexts.today
    let rules = RuleBook.check(season, today: today, policy: policy, reading: reading)
    return reading + rules.diagnostics
  }

  /// What the rules find when schools are looked at one by one, those with a number in common
  /// together; each finding once.
  func findingsSchoolBySchool() throws -> (whole: Set<Diagnostic>, apart: Set<Diagnostic>) {
    let (season, reading) = try read()
    let today = try SeasonTexts.today
    let whole = RuleBook.check(season, today: today, policy: policy, reading: reading)
    var rows = season
    rows.schools = season.schools.map { School(record: $0.record) }
    var found = RuleBook.checkRows(rows, today: today, policy: policy, reading: reading)
    var shares: [RuleBook.SchoolShare] = []
    let keys = season.schools.map { school in
      [TableKind.graduate, .enrolment].flatMap { table in
        school[table].flatMap { SharedKeys.keys(of: $0.values, in: table) }
      }
    }
    for (index, group) in SharedKeys.groups(keys).enumerated() {
      var part = rows
      for member in group { part.schools[member] = season.schools[member] }
      let share = RuleBook.check(
        part,
        schoolAt: index,
        group: group,
        today: today,
        policy: policy,
        reading: reading
      )
      shares.append(share)
      found += share.findings
    }
    found += RuleBook.conclude(
      rows,
      sources: shares.map(\.sources),
      usedExemptions: shares.reduce(into: []) { $0.formUnion($1.usedExemptions) },
      today: today,
      policy: policy,
      reading: reading
    )
    return (Set(whole.diagnostics), Set(found))
  }

  private static var today: CalendarDate {
    get throws { try #require(CalendarDate(year: 2023, month: 6, day: 20)) }
  }

  private func read() throws -> (season: Season, findings: [Diagnostic]) {
    let texts = tables.map { ("\($0.name).csv", Array(SeasonTexts.csv($0.rows).utf8)) }
    let replaced = Set(files.map { $0.name.split(separator: ".").first.map(String.init) ?? "" })
    let reading = try Reading(
      bytes: texts.filter { !replaced.contains(String($0.0.dropLast(4))) }
        + files.map { ($0.name, $0.bytes) },
      schema: schema
    )
    return (reading.season, reading.findings)
  }
}
