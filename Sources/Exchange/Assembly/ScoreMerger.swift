internal import Diagnostics
internal import Records

/// Puts the rows of 成绩 into the score books of their schools.
struct ScoreMerger {
  /// Rows of the program's own XML, which wait for those of the other files.
  private var waiting: [Waiting] = []
  private var courseNames = CourseNames()
  /// Short names that were reported, by source.
  private var reported: Set<Reported> = []
  /// Courses that were reported to have two columns, by source and school.
  private var doubled: Set<Doubled> = []

  private struct Reported: Hashable {
    var source: Int
    var name: TextKey
  }

  private struct Doubled: Hashable {
    var source: Int
    var school: Int
    var course: TextKey
  }

  private struct Waiting {
    var school: Int
    var row: Int
    var table: ParsedTable

    var number: Int32 { table.records[row].origin.row }
  }

  /// Notes the rows of 课程 of a school, whose short names its scores may use.
  mutating func add(courses: [Record], of school: Int) {
    courseNames.add(courses, of: school)
  }

  /// Keeps a row of the program's own XML until all others are added.
  mutating func wait(_ row: Int, of table: ParsedTable, school: Int) {
    waiting.append(Waiting(school: school, row: row, table: table))
  }

  /// Adds the rows that wait in the order of their ordinals, so that courses come in the order of
  /// the first input however the files are named.
  mutating func addWaiting(
    to season: inout Season,
    merged: inout MergedRows,
    sink: inout DiagnosticSink
  ) {
    let ordered = waiting.enumerated().sorted {
      ($0.element.school, $0.element.number, $0.offset)
        < ($1.element.school, $1.element.number, $1.offset)
    }
    for (_, score) in ordered {
      _ = add(
        score.table,
        row: score.row,
        school: score.school,
        to: &season,
        merged: &merged,
        sink: &sink
      )
    }
    waiting = []
  }

  /// Adds the scores of a row and returns the person's index in the book; nil where the person has
  /// no score.
  mutating func add(
    _ table: ParsedTable,
    row: Int,
    school: Int,
    to season: inout Season,
    merged: inout MergedRows,
    sink: inout DiagnosticSink
  ) -> Int? {
    let record = table.records[row]
    let idNumber = record[ScoreField.idNumber]
    let known = season.schools[school].scores.sheet(of: idNumber)
    if table.scores[row].isEmpty, !record[ScoreField.score].isEmpty {
      sink.report(
        Diagnostic(
          .courseNotNamed,
          "成绩没有课程名称。",
          at: season.place(of: record, slot: ScoreField.course.rawValue),
          about: Subject(
            school: season.schools[school].name,
            extent: .table(TableKind.score.title),
            individual: record.individual(.score, season.schema)
          )
        )
      )
    }
    var repeats = 0
    for score in table.scores[row] {
      var name = score.course
      if let full = courseNames.full(name, school: school) {
        note(score, full, in: table, row: row, season: season, sink: &sink)
        checkColumns(score, full, in: table, row: row, school, season: season, sink: &sink)
        name = full
      }
      let course = season.schools[school].scores.course(name)
      // Equal rows of two files, or of two XML files of one run, are one.
      let isKnown =
        known?.entries.contains {
          $0.course == course && $0.origin.source != Int32(table.source) && $0.term == score.term
            && $0.score == score.score && $0.makeup == score.makeup
        } ?? false
      if isKnown {
        repeats += 1
        continue
      }
      season.schools[school].scores.add(
        ScoreBook.Entry(
          course: course,
          term: score.term,
          score: score.score,
          makeup: score.makeup,
          origin: record.origin,
          column: score.column
        ),
        idNumber: idNumber,
        name: record[ScoreField.name]
      )
    }
    if repeats > 0, case .sheet = table.origin {
      merged.count(Int(known?.entries.first?.origin.source ?? 0), table.source)
    }
    return season.schools[school].scores.index(ofPerson: idNumber)
  }

  /// Reports a course of which the row has a second column, by its full name or another short one:
  /// equal headings stop a table as it is recognised, before any short name is known.
  private mutating func checkColumns(
    _ score: ParsedScore,
    _ full: String,
    in table: ParsedTable,
    row: Int,
    _ school: Int,
    season: Season,
    sink: inout DiagnosticSink
  ) {
    let other = table.scores[row].first { other in
      other.column != score.column
        && (courseNames.full(other.course, school: school) ?? other.course).hasSameBytes(as: full)
    }
    guard let other else { return }
    let key = Doubled(source: table.source, school: school, course: TextKey(full))
    guard doubled.insert(key).inserted, let place = place(of: score, table, row, season) else {
      return
    }
    sink.report(
      Diagnostic(
        .duplicateColumns,
        "“\(other.course)”（第\(other.column)列）与“\(score.course)”（第\(score.column)列）都是“\(full)”的成绩，请只保留一列。",
        at: place,
        about: Subject(
          school: season.schools[school].name,
          extent: .table(TableKind.score.title)
        )
      )
    )
  }

  private func place(
    of score: ParsedScore,
    _ table: ParsedTable,
    _ row: Int,
    _ season: Season
  ) -> Place? {
    guard season.sources.indices.contains(table.source) else { return nil }
    let source = season.sources[table.source]
    return .cell(
      file: source.file,
      sheet: source.sheet,
      row: Int(table.records[row].origin.row),
      column: Int(score.column),
      heading: score.course
    )
  }

  /// Reports a short name once a table.
  private mutating func note(
    _ score: ParsedScore,
    _ full: String,
    in table: ParsedTable,
    row: Int,
    season: Season,
    sink: inout DiagnosticSink
  ) {
    let key = Reported(source: table.source, name: TextKey(score.course))
    guard reported.insert(key).inserted, let place = place(of: score, table, row, season) else {
      return
    }
    let message = "“\(score.course)”按简称识别为“\(full)”。"
    sink.report(Diagnostic(.recognised, message, at: place))
  }
}
