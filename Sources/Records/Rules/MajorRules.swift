internal import Diagnostics

/// 专业情况 against the roll, since the 审核表 shows both.
///
/// Names and codes are compared with the school's own list alone: students of 2020级 were enrolled
/// under the catalogue of 2010, and both catalogues are right.
enum MajorRules {
  /// What the roll says of a major.
  private struct Tally {
    var major: String
    var first: Int
    var count = 0
    var classes: Set<TextKey> = []
    /// The first row with another code than 专业情况 has, and how many there are.
    var otherCode: (first: Int, count: Int)?
  }

  static func check(_ school: School, _ run: inout RuleRun) {
    if run.policy.onlyReceipts || school.graduates.isEmpty { return }
    guard !school.majors.isEmpty else {
      run.report(
        .admittedMissing,
        "没有“专业情况”表，审核表的录取数将留空，班数按毕业生名册统计。请补上该表或打印后填写。",
        of: school,
        table: .major,
        at: run.place(of: school.record, SchoolField.name)
      )
      return
    }
    let listed = listed(school, &run)
    let tallies = tallies(school, listed)
    for tally in tallies { check(tally, listed, school, &run) }
    let counts = Dictionary(
      tallies.map { (TextKey($0.major), $0) },
      uniquingKeysWith: { first, _ in first }
    )
    for (name, index) in listed.sorted(by: { $0.value < $1.value }) {
      checkRow(school.majors[index], index, counts[name], school, &run)
    }
  }

  /// The first row of each major.
  private static func listed(_ school: School, _ run: inout RuleRun) -> [TextKey: Int] {
    var listed: [TextKey: Int] = [:]
    for (index, major) in school.majors.enumerated() where !major[MajorField.name].isEmpty {
      guard let first = listed[TextKey(major[MajorField.name])] else {
        listed[TextKey(major[MajorField.name])] = index
        continue
      }
      run.report(
        .majorTwice,
        "专业\(ShownValue.quoted(major[MajorField.name]))在“专业情况”中有几行，审核表只采用第一行。请合并为一行。",
        at: major,
        index,
        in: school,
        fields: [MajorField.name],
        notes: [
          Diagnostic.Note(
            place: run.place(of: school.majors[first], MajorField.name),
            message: "第一行在这里。"
          )
        ]
      )
    }
    return listed
  }

  /// The majors of the roll, in order of first appearance.
  private static func tallies(_ school: School, _ listed: [TextKey: Int]) -> [Tally] {
    var tallies: [Tally] = []
    var positions: [TextKey: Int] = [:]
    var last = -1
    var lastClass = ""
    for (index, graduate) in school.graduates.enumerated() {
      let major = graduate[GraduateField.major]
      if major.isEmpty { continue }
      if last < 0 || !tallies[last].major.hasSameBytes(as: major) {
        last = positions[TextKey(major)].orInsert(tallies.count)
        if last == tallies.count { tallies.append(Tally(major: major, first: index)) }
        lastClass = ""
      }
      tallies[last].count += 1
      let className = graduate[GraduateField.className]
      if !className.isEmpty, !className.hasSameBytes(as: lastClass) {
        tallies[last].classes.insert(TextKey(className))
        lastClass = className
      }
      let code = graduate[GraduateField.majorCode]
      if !code.isEmpty, let row = listed[TextKey(major)] {
        let known = school.majors[row][MajorField.code]
        if !known.isEmpty, !known.hasSameBytes(as: code) {
          tallies[last].otherCode = (
            tallies[last].otherCode?.first ?? index, (tallies[last].otherCode?.count ?? 0) + 1
          )
        }
      }
    }
    return tallies
  }

  private static func check(
    _ tally: Tally,
    _ listed: [TextKey: Int],
    _ school: School,
    _ run: inout RuleRun
  ) {
    guard let row = listed[TextKey(tally.major)] else {
      let names = school.majors.map { $0[MajorField.name] }
      let hint = NearestName.nearest(to: tally.major, among: names).map { "是否“\($0)”？" } ?? ""
      run.report(
        .majorNotListed,
        "专业\(ShownValue.quoted(tally.major))（\(tally.count)人）不在“专业情况”表中。\(hint)"
          + "请更正专业名称，或在“专业情况”中补一行。",
        at: school.graduates[tally.first],
        tally.first,
        in: school,
        fields: [GraduateField.major]
      )
      return
    }
    if let other = tally.otherCode {
      let graduate = school.graduates[other.first]
      run.report(
        .majorCodeDiffers,
        "专业代码\(ShownValue.quoted(graduate[GraduateField.majorCode]))与“专业情况”中该专业的"
          + "\(ShownValue.quoted(school.majors[row][MajorField.code]))不同（\(other.count)人），请核对。",
        at: graduate,
        other.first,
        in: school,
        fields: [GraduateField.majorCode]
      )
    }
  }

  private static func checkRow(
    _ major: Record,
    _ index: Int,
    _ tally: Tally?,
    _ school: School,
    _ run: inout RuleRun
  ) {
    func report(_ rule: Rule, _ message: String, _ field: MajorField, _ run: inout RuleRun) {
      run.report(rule, message, at: major, index, in: school, fields: [field])
    }
    guard let tally else {
      report(.majorWithoutGraduates, "毕业生名册中没有这个专业的学生，审核表不列该专业。", .name, &run)
      return
    }
    let admitted = major[MajorField.admitted]
    if admitted.isEmpty {
      report(.admittedMissing, "录取数未填，审核表该栏将留空。请补填或打印后填写。", .admitted, &run)
    } else if let number = Int(admitted), number < tally.count {
      report(
        .admittedTooFew,
        "录取数\(number)人，少于名册中该专业的\(tally.count)人，请核对（转入、调入的除外）。",
        .admitted,
        &run
      )
    }
    if let classes = Int(major[MajorField.classCount]), !tally.classes.isEmpty,
      classes != tally.classes.count
    {
      report(
        .classCountDiffers,
        "班数填\(classes)，名册中该专业有\(tally.classes.count)个班，请核对。",
        .classCount,
        &run
      )
    }
  }
}
