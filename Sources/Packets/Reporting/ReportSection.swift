package import Diagnostics
import Records

/// A part of a report: findings of one severity, by school and file.
package struct ReportSection: Sendable {
  /// 错误, 警告, 特例放行, 提示.
  package var title: String
  /// How many findings it holds.
  package var count: Int
  /// What it is, for a clerk.
  package var explanation: String
  /// The findings by school, in the order of their first finding.
  package var schools: [SchoolFindings]

  /// The findings about a school.
  package struct SchoolFindings: Sendable {
    /// The school's full name, or 「整批数据」.
    package var title: String
    /// Its findings by file.
    package var files: [FileFindings]

    /// How many findings there are.
    package var count: Int { files.reduce(0) { $0 + $1.findings.count } }
  }

  /// The findings in a file.
  package struct FileFindings: Sendable {
    /// The file, or 「不在某个文件」.
    package var title: String
    /// In their order.
    package var findings: [Diagnostic]
  }
}

/// How many findings a school has.
package struct SchoolTally: Sendable {
  /// The school's full name, or 「整批数据」.
  package var school: String
  /// 错误.
  package var errors = 0
  /// 警告.
  package var warnings = 0
  /// Findings that 特例 has released.
  package var released = 0
  /// 提示 but for released ones.
  package var notes = 0
  /// Status changes that are not printed.
  package var heldBack = 0
}

extension RunReport {
  /// What findings without a school are about.
  static let wholeRun = "整批数据"

  /// The school of each file whose records belong to one school.
  static func schools(ofFilesIn season: Season) -> [ByteKey: String] {
    var holders: [Int: Int?] = [:]
    for (index, school) in season.schools.enumerated() {
      let tables = [
        [school.record], school.graduates, school.majors, school.courses, school.changes,
        school.enrolments,
      ]
      var sources: Set<Int32> = []
      for table in tables {
        var last: Int32 = -1
        for record in table where record.origin.source != last {
          last = record.origin.source
          sources.insert(last)
        }
      }
      for sheet in school.scores.sheets {
        if let origin = sheet.entries.first?.origin { sources.insert(origin.source) }
      }
      for source in sources {
        holders[Int(source)] = holders[Int(source)] == nil ? index : .some(nil)
      }
    }
    var files: [ByteKey: Int?] = [:]
    for (source, holder) in holders where season.sources.indices.contains(source) {
      let key = ByteKey(season.sources[source].file)
      if let known = files[key] {
        if known != holder { files[key] = .some(nil) }
      } else {
        files[key] = holder
      }
    }
    return files.compactMapValues { holder in holder.map { season.schools[$0].name } }
  }

  /// The school that a finding is about.
  func school(of finding: Diagnostic) -> String {
    if let school = finding.subject?.school, !school.isEmpty { return school }
    return finding.place.file.flatMap { schoolOfFile[ByteKey($0)] } ?? RunReport.wholeRun
  }

  /// 错误 and 警告.
  var faults: [ReportSection] {
    [
      section("错误", "会显示这些值的表不生成。请先更正，再打印。") { $0.severity == .error },
      section("警告", "照常打印，请逐条核对。") { $0.severity == .warning },
    ]
  }

  /// What 特例 has released.
  var releases: ReportSection {
    section("特例放行", "本来是错误，凭“特例”表中的一行放行，照常打印。请保存依据备查。") { $0.isReleased }
  }

  /// 提示.
  var remarks: ReportSection {
    section("提示", "程序做的换算和说明，一般不用处理。") { $0.severity == .note && !$0.isReleased }
  }

  private func section(
    _ title: String,
    _ explanation: String,
    where isIncluded: (Diagnostic) -> Bool
  ) -> ReportSection {
    var section = ReportSection(title: title, count: 0, explanation: explanation, schools: [])
    var schools: [ByteKey: Int] = [:]
    var files: [ByteKey: Int] = [:]
    for finding in findings where isIncluded(finding) {
      section.count += 1
      let school = school(of: finding)
      let file = finding.place.file ?? "不在某个文件"
      let position = schools[ByteKey(school)] ?? section.schools.count
      if position == section.schools.count {
        schools[ByteKey(school)] = position
        section.schools.append(.init(title: school, files: []))
      }
      let key = ByteKey("\(position) \(file)")
      let place = files[key] ?? section.schools[position].files.count
      if place == section.schools[position].files.count {
        files[key] = place
        section.schools[position].files.append(.init(title: file, findings: []))
      }
      section.schools[position].files[place].findings.append(finding)
    }
    return section
  }

  /// The findings of each school, in the order in which they first appear.
  var tallies: [SchoolTally] {
    var tallies: [SchoolTally] = []
    var positions: [ByteKey: Int] = [:]
    func position(of school: String) -> Int {
      if let known = positions[ByteKey(school)] { return known }
      positions[ByteKey(school)] = tallies.count
      tallies.append(SchoolTally(school: school))
      return tallies.count - 1
    }
    for finding in findings {
      let position = position(of: school(of: finding))
      switch finding.severity {
      case .error: tallies[position].errors += 1
      case .warning: tallies[position].warnings += 1
      case .note where finding.isReleased: tallies[position].released += 1
      case .note: tallies[position].notes += 1
      }
    }
    for group in heldBack { tallies[position(of: group.school)].heldBack += group.rows.count }
    return tallies
  }

  /// How many status changes are not printed.
  var heldBackCount: Int { heldBack.reduce(0) { $0 + $1.rows.count } }
}
