import Diagnostics
import Records
import Testing

@testable import Ledger

@Suite("Corrections")
struct CorrectionTests {
  private let temporary: TemporaryLedger
  private let ledger: SeasonLedger

  init() throws {
    temporary = try TemporaryLedger()
    ledger = try temporary.create()
    var sample = SampleSeason(["甲学校", "乙学校"])
    sample.addGraduate(SampleSeason.man, "覃一")
    sample.addGraduate(SampleSeason.woman, "韦二", [.sex: "女"])
    sample.addGraduate(SampleSeason.other, "郎三", to: 1)
    sample.addScore(SampleSeason.man, "语文", "85", term: "2021-1")
    sample.addScore(SampleSeason.man, "语文", "80", term: "2021-2")
    sample.addScore(SampleSeason.man, "数学", "55")
    sample.addScore(SampleSeason.woman, "英语", "90", row: 3)
    _ = try ledger.add(sample.input(), accepting: false)
  }

  private var season: Season {
    get throws { try ledger.season(schema: .builtIn).season }
  }

  private func row(
    _ number: String,
    _ item: CorrectionRow.Item,
    _ old: String,
    _ new: String,
    table: TableKind = .graduate,
    school: String = "",
    line: Int32 = 2
  ) -> CorrectionRow {
    CorrectionRow(
      table: table,
      school: school,
      idNumber: number,
      item: item,
      old: CorrectionRow.Value(written: old, canonical: old),
      new: new,
      reason: "录入错误",
      origin: RowOrigin(source: 0, row: line)
    )
  }

  private func field(_ field: GraduateField) -> CorrectionRow.Item { .field(field.rawValue) }

  private func apply(
    _ rows: [CorrectionRow],
    rules: ((Season) -> [Diagnostic])? = nil
  ) throws -> CorrectionOutcome {
    let columns = CorrectionField.allCases.enumerated().map { index, field in
      TableSource.Column(number: index + 1, heading: field.definition.heading)
    }
    let set = CorrectionSet(
      rows: rows,
      sources: [TableSource(file: "更正.csv", sheet: nil, columns: columns)],
      files: [SourceFile(path: "更正.csv", sha256: "11", size: 2)],
      note: RevisionNote(time: "2023-07-04", author: "韦主任", reason: "", program: "test")
    )
    return try ledger.apply(set, schema: .builtIn) { season, reading in
      if let rules { return rules(season) }
      guard let today = CalendarDate(year: 2023, month: 7, day: 4) else { return [] }
      return RuleBook.check(season, today: today, policy: RulePolicy(year: 2023), reading: reading)
        .diagnostics
    }
  }

  private func codes(_ outcome: CorrectionOutcome) -> [String] {
    if case .refused(let findings) = outcome { findings.map(\.code) } else { [] }
  }

  @Test("a correction is a revision with its reason, and the one before stays readable")
  func applied() throws {
    let before = try season.lines
    let outcome = try apply([row(SampleSeason.man, field(.name), "覃一", "覃壹")])
    guard case .applied(let revision, let differences) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(revision == 2)
    #expect(differences.counts.changed == 1)
    #expect(try season.schools[0].graduates[0][GraduateField.name] == "覃壹")
    #expect(try ledger.season(schema: .builtIn, revision: 1).season.lines == before)
    let kept = try ledger.corrections()
    #expect(kept.map(\.reason) == ["录入错误"])
    #expect(kept.map(\.idNumber) == [SampleSeason.man])
    #expect(kept.map(\.item) == ["姓名"])
    #expect(kept.map(\.author) == ["韦主任"])
  }

  @Test("what it names must be there, and the old value the ledger's")
  func refusals() throws {
    #expect(codes(try apply([row("450000200401010000", field(.name), "覃一", "覃壹")])) == ["C010"])
    #expect(
      codes(try apply([row(SampleSeason.man, field(.name), "覃一", "覃壹", school: "乙学校")]))
        == ["C010"]
    )
    #expect(
      codes(try apply([row(SampleSeason.man, field(.name), "覃一", "覃壹", school: "丙学校")]))
        == ["C010"]
    )
    #expect(codes(try apply([row(SampleSeason.man, field(.name), "覃二", "覃壹")])) == ["C012"])
    let outcome = try apply([row(SampleSeason.man, field(.idNumber), "1", "2")])
    guard case .refused(let findings) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(!findings[0].message.contains(SampleSeason.man))
    #expect(
      findings[0].place
        == .cell(file: "更正.csv", sheet: nil, row: 2, column: 5, heading: "原值")
    )
    #expect(try ledger.lastRevision() == 1)
  }

  @Test("all or nothing")
  func allOrNothing() throws {
    let before = try season.lines
    let outcome = try apply([
      row(SampleSeason.man, field(.name), "覃一", "覃壹"),
      row(SampleSeason.woman, field(.name), "不对", "韦贰", line: 3),
    ])
    #expect(codes(outcome) == ["C012"])
    #expect(try season.lines == before)
    #expect(try ledger.corrections().isEmpty)
  }

  @Test("the same item is corrected once in a set")
  func repeated() throws {
    let outcome = try apply([
      row(SampleSeason.man, field(.name), "覃一", "覃壹"),
      row(SampleSeason.man, field(.name), "覃壹", "覃三", line: 3),
    ])
    #expect(codes(outcome) == ["C014"])
  }

  @Test("a value that breaks a rule is refused, at the cell of the new value")
  func rules() throws {
    // Wrong check digit; a number of another school's roll; the sex of the other number.
    for number in ["450000200503150019", SampleSeason.other, SampleSeason.woman] {
      let outcome = try apply([
        row(SampleSeason.man, field(.idNumber), SampleSeason.man, number)
      ])
      guard case .refused(let findings) = outcome else {
        Issue.record("\(number)")
        continue
      }
      #expect(findings.allSatisfy { $0.code == "C013" })
      #expect(
        findings.first?.place
          == .cell(file: "更正.csv", sheet: nil, row: 2, column: 6, heading: "新值")
      )
    }
    #expect(try ledger.lastRevision() == 1)
  }

  @Test("a new error is told at the row that brings it, whatever other rows correct of the record")
  func culprit() throws {
    func lines(_ code: String, _ rows: [CorrectionRow]) throws -> [String] {
      guard case .refused(let findings) = try apply(rows) else { return [] }
      return findings.filter { $0.message.contains("[\(code)]") }.map(\.place.description)
    }
    let others = [
      row(SampleSeason.man, field(.conduct), "优", "良", line: 2),
      row(SampleSeason.man, field(.remark), "", "走读", line: 4),
    ]
    let number = row(
      SampleSeason.man,
      field(.idNumber),
      SampleSeason.man,
      "450000200503150019",
      line: 3
    )
    #expect(try lines("R103", [others[0], number, others[1]]) == ["更正.csv:3:6（新值）"])
    // Both schools' rows are at fault, and one row of 更正 is.
    let taken = row(
      SampleSeason.man,
      field(.idNumber),
      SampleSeason.man,
      SampleSeason.other,
      line: 3
    )
    #expect(
      Set(try lines("R132", [others[0], taken, others[1]])) == ["更正.csv:3:6（新值）"]
    )
    let score = row(SampleSeason.man, .score("数学"), "55", "155", table: .score, line: 3)
    #expect(try lines("R192", [others[0], score, others[1]]) == ["更正.csv:3:6（新值）"])
  }

  @Test("a finding about a corrected value names the row of 更正 in which it stands")
  func noted() throws {
    _ = try apply(
      [
        row(SampleSeason.man, field(.name), "覃一", "覃1", line: 3),
        row(SampleSeason.man, .score("语文（2021-2）"), "80", "180", table: .score, line: 4),
        row(SampleSeason.woman, field(.conduct), "优", "良", line: 5),
      ],
      rules: { _ in [] }
    )
    let season = try season
    let cells = CorrectedCells(try ledger.corrections(), in: season)
    let today = try #require(CalendarDate(year: 2023, month: 7, day: 4))
    let findings = RuleBook.check(season, today: today, policy: RulePolicy(year: 2023)).diagnostics
    func notes(_ code: String) -> [String] {
      findings.filter { $0.code == code }.flatMap { cells.noted($0).notes }.map(\.place.description)
    }
    #expect(notes("R123") == ["更正.csv:3:6（新值）"])
    #expect(notes("R192") == ["更正.csv:4:6（新值）"])
    // The person's other values are those of the file.
    let others = findings.filter { !["R123", "R192", "R198"].contains($0.code) }
    #expect(others.filter { cells.noted($0) != $0 }.map(\.text) == [])
  }

  @Test("a certificate of another school's graduate is found")
  func certificates() throws {
    let given = row(SampleSeason.other, field(.certificate), "", "20230100001")
    #expect(codes(try apply([given])) == [])
    let again = row(SampleSeason.man, field(.certificate), "", "20230100001")
    #expect(codes(try apply([again])).contains("C013"))
  }

  @Test("a number is corrected together with that of the scores, which would lose their owner")
  func scoresFollow() throws {
    let number = "45000020050808009X"
    let roll = row(SampleSeason.man, field(.idNumber), SampleSeason.man, number)
    #expect(codes(try apply([roll])) == ["C013"])
    let scores = row(
      SampleSeason.man,
      .field(ScoreField.idNumber.rawValue),
      SampleSeason.man,
      number,
      table: .score,
      line: 3
    )
    _ = try apply([roll, scores])
    #expect(try season.schools[0].scores.sheet(of: number)?.entries.count == 3)
    // The person is found by the number that is now and by the one that was.
    for known in [SampleSeason.man, number] {
      let history = try ledger.history(of: .person(known), schema: .builtIn)
      #expect(history.map(\.revision.number) == [1, 2])
    }
    #expect(try ledger.corrections().first?.idNumber == number)
  }

  @Test("an error that was there before does not stand in the way")
  func oldErrors() throws {
    _ = try apply([row(SampleSeason.man, field(.sex), "男", "女")], rules: { _ in [] })
    #expect(
      codes(try apply([row(SampleSeason.man, field(.name), "覃一", "覃壹")])).isEmpty
    )
    #expect(codes(try apply([row(SampleSeason.man, field(.sex), "女", "男")])).isEmpty)
    #expect(try ledger.lastRevision() == 4)
  }

  @Test("scores are found by course, and by term where there are several")
  func scores() throws {
    func score(_ words: String, _ old: String, _ new: String) throws -> [String] {
      codes(try apply([row(SampleSeason.man, .score(words), old, new, table: .score)]))
    }
    #expect(try score("语文", "70", "75") == ["C011"])
    #expect(try score("语文", "80", "81") == [])
    #expect(try score("语文（2021-1）", "85", "86") == [])
    #expect(try score("语文(2021-1)", "86", "87") == [])
    #expect(try score("数学 补考成绩", "", "75") == [])
    #expect(try score("数学", "50", "51") == ["C012"])
    #expect(try score("物理", "50", "51") == ["C010"])
    // A score that was missing, of a course that others have.
    #expect(try score("英语", "", "66") == [])
    #expect(try score("物理", "", "66") == ["C010"])
    let sheet = try #require(try season.schools[0].scores.sheet(of: SampleSeason.man))
    #expect(sheet.entries.map(\.score) == ["87", "81", "55", "66"])
    #expect(sheet.entries.map(\.makeup) == ["", "", "75", ""])
    // Without a value there is no score.
    #expect(try score("英语", "66", "") == [])
    #expect(try season.schools[0].scores.sheet(of: SampleSeason.man)?.entries.count == 3)
  }

  @Test("a school's own row")
  func school() throws {
    let item = CorrectionRow.Item.field(SchoolField.contact.rawValue)
    #expect(codes(try apply([row("", item, "韦一", "韦二", table: .school)])) == ["C010"])
    #expect(
      codes(try apply([row("", item, "韦一", "韦二", table: .school, school: "乙学校")])).isEmpty
    )
    #expect(try season.schools.map { $0.record[SchoolField.contact] } == ["韦一", "韦二"])
    let history = try ledger.history(of: .school("乙学校"), schema: .builtIn)
    #expect(history.map(\.revision.number) == [1, 2])
  }

  @Test("what reading found in a value goes with the value")
  func findings() throws {
    var sample = SampleSeason(["甲学校"])
    sample.addGraduate(SampleSeason.man, "覃一")
    let subject = Subject(
      school: "甲学校",
      extent: .record(table: "毕业生", record: 0, fields: ["grade"])
    )
    sample.findings = [Diagnostic(.error, "I047", "年级", at: .none, about: subject)]
    _ = try ledger.add(sample.input(), accepting: true)
    #expect(try ledger.season(schema: .builtIn).findings.map(\.code) == ["I047"])
    _ = try apply([row(SampleSeason.man, field(.conduct), "优", "良")])
    #expect(try ledger.season(schema: .builtIn).findings.map(\.code) == ["I047"])
    _ = try apply([row(SampleSeason.man, field(.grade), "2020级", "2021级")])
    #expect(try ledger.season(schema: .builtIn).findings.isEmpty)
  }

  @Test("an export that still has the old value says that it undoes a correction")
  func undone() throws {
    _ = try apply([row(SampleSeason.man, field(.name), "覃一", "覃壹")])
    var sample = SampleSeason([])
    sample.expectSchool("甲学校")
    sample.expectSchool("乙学校")
    sample.addGraduate(SampleSeason.man, "覃一")
    sample.addGraduate(SampleSeason.woman, "韦二", [.sex: "女"])
    let refused = try #require(try ledger.add(sample.input(), accepting: false).refused)
    guard case .changed(let fields)? = refused.first?.records.first?.change else {
      Issue.record("no change")
      return
    }
    #expect(fields.map(\.correctedIn) == [2])
  }

  @Test("corrections give what an import of the corrected data gives")
  func equalToImport() throws {
    _ = try apply([
      row(SampleSeason.man, field(.name), "覃一", "覃壹"),
      row(SampleSeason.man, .score("数学"), "55", "65", table: .score, line: 3),
      row(SampleSeason.woman, field(.certificate), "", "20230100001", line: 4),
    ])
    var sample = SampleSeason(["甲学校", "乙学校"])
    sample.addGraduate(SampleSeason.man, "覃壹")
    sample.addGraduate(SampleSeason.woman, "韦二", [.sex: "女", .certificate: "20230100001"])
    sample.addGraduate(SampleSeason.other, "郎三", to: 1)
    sample.addScore(SampleSeason.man, "语文", "85", term: "2021-1")
    sample.addScore(SampleSeason.man, "语文", "80", term: "2021-2")
    sample.addScore(SampleSeason.man, "数学", "65")
    sample.addScore(SampleSeason.woman, "英语", "90", row: 3)
    #expect(try ledger.add(sample.input(), accepting: false).isUnchanged)
    #expect(try season.lines == sample.season.lines)
  }
}
