internal import Diagnostics
internal import Records

/// Finds the heading row of a table and what the table is about.
struct TableRecogniser {
  private let schema: RecordSchema
  private let indexes: [HeadingIndex]

  /// How many rows from the top may hold the headings.
  private static let depth = 10

  init(schema: RecordSchema) {
    self.schema = schema
    indexes = TableKind.allCases.map { HeadingIndex(schema[$0]) }
  }

  /// How well a row serves as the headings of a table.
  private struct Candidate {
    var kind: TableKind
    var row: Int
    var meanings: [RecognisedTable.Meaning]
    var headings: [String]
    /// Fields that the row names.
    var matched: Set<Int> = []
    /// Required fields that it does not name.
    var missing: [Int] = []
    /// Columns with a heading that no field has.
    var unknown: [Int] = []
    /// A column for which an earlier one already holds the field.
    var duplicate: (first: Int, second: Int)?
    /// Whether the sheet or the file is named after the table.
    var isHinted = false
  }

  /// The table with its meaning; nil where it has none, which is reported.
  ///
  /// A table that `isOptional`, as the further sheets of a workbook are, is only mentioned where it
  /// has no known heading.
  func recognise(
    _ table: SheetTable,
    isOptional: Bool,
    sink: inout DiagnosticSink
  ) -> RecognisedTable? {
    let whole = table.sheet.map { Place.row(file: table.file, sheet: $0, row: 1) }
    let place = whole ?? .file(table.file)
    guard !table.rows.isEmpty else {
      // An empty array says the same as no such table; where that matters a rule says so.
      if table.origin == .objects ? table.kind == nil : !isOptional {
        sink.report(Diagnostic(.emptyTable, "没有数据。", at: place, about: subject(table.kind)))
      }
      return nil
    }
    guard let best = best(table) else {
      if isOptional {
        sink.report(Diagnostic(.sheetWithoutTable, "找不到可识别的表头，未读取。", at: place))
      } else {
        let message = "前 \(TableRecogniser.depth) 行中找不到可识别的表头，请核对是否选错文件。"
        sink.report(Diagnostic(.noHeading, message, at: place))
      }
      return nil
    }
    return accept(best, of: table, sink: &sink)
  }

  /// Whether a row below a table is the heading row of another one.
  func isHeading(_ row: Int, of table: SheetTable) -> Bool {
    let cells = table.rows[row].cells
    guard cells.count >= 3, table.cells[cells].allSatisfy({ $0.kind == .text }) else {
      return false
    }
    return TableKind.allCases.contains { kind in
      let candidate = candidate(kind, row: row, of: table)
      // A heading row that lacks columns is one, too, and is reported for it.
      return candidate.missing.isEmpty && candidate.matched.count >= 2
        || candidate.matched.count >= 4
    }
  }

  private func accept(
    _ found: Candidate,
    of table: SheetTable,
    sink: inout DiagnosticSink
  ) -> RecognisedTable? {
    let number = Int(table.rows[found.row].number)
    let place =
      number > 0
      ? Place.row(file: table.file, sheet: table.sheet, row: number)
      : table.sheet.map { .row(file: table.file, sheet: $0, row: 1) } ?? .file(table.file)
    if let (first, second) = found.duplicate {
      let isCourse = if case .course = found.meanings[second] { true } else { false }
      let message =
        "“\(found.headings[first])”（第\(first)列）与“\(found.headings[second])”（第\(second)列）是"
        + (isCourse
          ? "同一门课程，整张表没有读入。请只保留一列；几个学期的成绩请每行一门填写，写明学年学期。" : "同一项目，请只保留一列。")
      sink.report(Diagnostic(.duplicateColumns, message, at: place, about: subject(found.kind)))
      return nil
    }
    if let range = mergedCourse(found, of: table, row: number) {
      let message =
        "表头的“\(range.reference)”合并了几列，不知道下面各列是哪门课程。请取消合并，把课程名称写在同一行。"
      sink.report(Diagnostic(.mergedHeading, message, at: place, about: subject(found.kind)))
      return nil
    }
    guard found.missing.isEmpty else {
      sink.report(missing(found, of: table, at: place))
      return nil
    }
    if found.row > 0 {
      sink.report(Diagnostic(.titleRows, "表头在第\(number)行。", at: place))
    }
    if !found.unknown.isEmpty {
      let names = found.unknown.map { "“\(found.headings[$0])”" }.joined(separator: "、")
      let message = "以下列不在“\(found.kind.title)”表的项目中，未采用：\(names)。"
      sink.report(Diagnostic(.unknownColumns, message, at: place))
    }
    if found.kind == .change,
      case let column? = found.headings.firstIndex(where: { Heading.key($0) == Heading.key("申请时间") }
      )
    {
      let message = "“申请时间”按“异动时间”读取。申请日期与异动日期可能不同，请核对导出的列。"
      sink.report(
        Diagnostic(
          .doubtfulHeading,
          message,
          at: .cell(
            file: table.file,
            sheet: table.sheet,
            row: number,
            column: column,
            heading: found.headings[column]
          )
        )
      )
    }
    return RecognisedTable(
      kind: found.kind,
      table: table,
      headingRow: found.row,
      columns: found.meanings,
      headings: found.headings
    )
  }

  /// A heading of a course that is merged over several columns: which course the others are, nobody
  /// knows.
  private func mergedCourse(
    _ found: Candidate,
    of table: SheetTable,
    row: Int
  ) -> SheetTable.MergedRange? {
    guard found.kind == .score else { return nil }
    return table.merged.first { range in
      guard range.rows.contains(Int32(clamping: row)), range.spansColumns,
        let column = SheetScanner.column(of: range.reference.utf8.span).map({ Int($0) }),
        found.meanings.indices.contains(column), case .course = found.meanings[column]
      else { return false }
      return true
    }
  }

  private func missing(_ found: Candidate, of table: SheetTable, at place: Place) -> Diagnostic {
    var kind = found.kind
    var missing = found.missing
    // A file called 异动 that holds a roster lacks the columns of 异动.
    if let hinted = TableRecogniser.hint(table), hinted != kind {
      let own = candidate(hinted, row: found.row, of: table)
      if !own.missing.isEmpty { (kind, missing) = (hinted, own.missing) }
    }
    let names = missing.map { schema[kind][$0].heading }.joined(separator: "、")
    let likeness = "此文件像“\(found.kind.title)”"
    let extra = kind == found.kind ? "" : "，不像“\(kind.title)”"
    let message = "缺少列：\(names)。\(likeness)\(extra)，请补上缺少的列或核对是否选错文件。"
    return Diagnostic(.missingColumns, message, at: place, about: subject(kind))
  }

  /// A table that is left out is missing for every school of the run.
  private func subject(_ kind: TableKind?) -> Subject? {
    kind.map { Subject(school: nil, extent: .table($0.title)) }
  }

  private func best(_ table: SheetTable) -> Candidate? {
    let hint = TableRecogniser.hint(table)
    var best: Candidate?
    var scores: Candidate?
    for row in table.rows.indices.prefix(table.origin == .sheet ? TableRecogniser.depth : 1) {
      // Rows behind a whole heading row may be the headings of a further table.
      if let best, best.missing.isEmpty, best.matched.count > 1 { break }
      for kind in table.kind.map({ [$0] }) ?? TableKind.allCases {
        var candidate = candidate(kind, row: row, of: table)
        candidate.isHinted = kind == hint
        guard !candidate.matched.isEmpty || table.kind != nil else { continue }
        if kind == .score, candidate.missing.isEmpty, scores == nil { scores = candidate }
        if best.map({ TableRecogniser.isBetter(candidate, than: $0) }) ?? true { best = candidate }
      }
    }
    guard let best else { return nil }
    // One known heading among many others is no heading row (a remark that says 学校).
    if table.kind == nil, best.matched.count == 1, !best.missing.isEmpty { return nil }
    // A wide 成绩 table with a few columns of the roster beside its courses.
    if let scores, !best.missing.isEmpty, best.kind != .score,
      best.missing.count >= 3 && best.unknown.count >= 3 || hint == .score
    {
      return scores
    }
    return best
  }

  private static func isBetter(_ left: Candidate, than right: Candidate) -> Bool {
    if left.matched.count != right.matched.count { return left.matched.count > right.matched.count }
    if left.missing.isEmpty != right.missing.isEmpty { return left.missing.isEmpty }
    if left.isHinted != right.isHinted { return left.isHinted }
    return left.missing.count < right.missing.count
  }

  /// The table that the sheet, or else the file, is named after.
  private static func hint(_ table: SheetTable) -> TableKind? {
    let file = table.file.split(separator: "/").last.map(String.init) ?? ""
    for name in [table.sheet ?? "", file] {
      if let kind = TableKind.allCases.first(where: {
        name.contains($0.title) && $0 != .school && $0 != .correction
      }) {
        return kind
      }
    }
    return nil
  }

  private func candidate(_ kind: TableKind, row: Int, of table: SheetTable) -> Candidate {
    let cells = table.cells[table.rows[row].cells]
    let width = Int(cells.last?.column ?? 0)
    var result = Candidate(
      kind: kind,
      row: row,
      meanings: Array(repeating: .nothing, count: width + 1),
      headings: Array(repeating: "", count: width + 1)
    )
    let fields = schema[kind]
    let isRecords: Bool = if case .records = table.origin { true } else { false }
    var columns: [Int: Int] = [:]
    for cell in cells where !cell.text.isEmpty {
      let column = Int(cell.column)
      result.headings[column] = Heading.course(cell.text)
      // Blanks alone head nothing.
      if result.headings[column].utf8.isEmpty { continue }
      if Remarks.isHeading(cell.text) { continue }
      let slot =
        isRecords
        ? fields.firstIndex { $0.name == cell.text }
        : indexes[Int(kind.rawValue)].slot(cell.text)
      guard let slot else {
        result.unknown.append(column)
        continue
      }
      if let first = columns[slot] {
        if result.duplicate == nil { result.duplicate = (first, column) }
        continue
      }
      columns[slot] = column
      result.matched.insert(slot)
      result.meanings[column] = .field(slot)
    }
    result.missing = fields.indices.filter {
      fields[$0].isRequired && !result.matched.contains($0) && !isRecords
    }
    if kind == .score, !isRecords { completeScores(&result) }
    return result
  }

  /// 成绩 has a column per course, or the columns 课程名称 and 成绩.
  private func completeScores(_ result: inout Candidate) {
    let course = ScoreField.course.rawValue
    let score = ScoreField.score.rawValue
    if result.matched.contains(course) {
      if !result.matched.contains(score) { result.missing.append(score) }
      return
    }
    let roster = indexes[Int(TableKind.graduate.rawValue)]
    let courses = result.unknown.filter { column in
      !TableRecogniser.isRosterHeading(result.headings[column], roster)
    }
    if courses.isEmpty, !result.matched.contains(score) {
      result.missing += [course, score]
      return
    }
    // Without 课程名称 a column 成绩 is no field: it would be the score of an unnamed course.
    if result.matched.contains(score) { result.missing.append(course) }
    var columns: [[UInt8]: Int] = [:]
    for column in courses {
      let name = result.headings[column]
      result.meanings[column] = .course(name)
      // 语文（上） and 语文(上) are one course.
      let key = Array(Cleaning.folded(name).utf8)
      if let first = columns[key] {
        if result.duplicate == nil { result.duplicate = (first, column) }
      } else {
        columns[key] = column
      }
    }
    result.unknown.removeAll { courses.contains($0) }
  }

  private static let listHeadings = Set(
    ["序号", "编号", "总分", "平均分", "平均成绩", "名次", "排名"].map(Heading.key)
  )

  /// Columns that stand in lists of scores without being courses.
  private static func isRosterHeading(_ heading: String, _ roster: HeadingIndex) -> Bool {
    if listHeadings.contains(Heading.key(heading)) { return true }
    guard let slot = roster.slot(heading), let field = GraduateField(rawValue: slot) else {
      return false
    }
    switch field {
    case .practice, .conduct, .systemState, .certificate, .conclusion: return false
    default: return true
    }
  }
}
