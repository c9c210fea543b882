import Diagnostics
import Records
import Testing

@testable import Ledger

@Suite("Imports")
struct ImportTests {
  private let temporary: TemporaryLedger
  private let ledger: SeasonLedger

  init() throws {
    temporary = try TemporaryLedger()
    ledger = try temporary.create()
  }

  private func twoPeople() -> SampleSeason {
    var sample = SampleSeason()
    sample.addGraduate(SampleSeason.man, "覃一")
    sample.addGraduate(SampleSeason.woman, "韦二", [.sex: "女"])
    sample.addScore(SampleSeason.man, "语文", "85")
    sample.addScore(SampleSeason.man, "数学", "70")
    sample.addScore(SampleSeason.woman, "语文", "90", row: 3)
    return sample
  }

  @Test("a season comes back as it was read, places included")
  func roundTrip() throws {
    var sample = twoPeople()
    sample.addSchool("乙学校")
    sample.addGraduate(SampleSeason.other, "郎三", to: 1)
    sample.addChange(SampleSeason.man, "覃一", kind: "调专业")
    sample.addExemption(SampleSeason.man, "R115")
    // In the order of the rows 数学 comes before 英语, by people it does not.
    sample.addScore(SampleSeason.other, "英语", "60", row: 4)
    sample.addScore(SampleSeason.man, "历史", "61", row: 5)
    let outcome = try ledger.add(sample.input(), accepting: false)
    #expect(outcome.accepted?.count == 6)
    let (season, findings) = try ledger.season(schema: .builtIn)
    #expect(season.lines == sample.season.lines)
    #expect(findings.isEmpty)
  }

  @Test("the same again changes nothing, whatever the file is called")
  func sameAgain() throws {
    _ = try ledger.add(twoPeople().input(), accepting: false)
    #expect(try ledger.add(twoPeople().input(), accepting: true).isUnchanged)
    var renamed = twoPeople()
    for index in renamed.season.sources.indices { renamed.season.sources[index].file = "新.xlsx" }
    for index in renamed.season.schools[0].graduates.indices {
      renamed.season.schools[0].graduates[index].origin.row += 3
    }
    #expect(try ledger.add(renamed.input(), accepting: true).isUnchanged)
    #expect(try ledger.lastRevision() == 1)
  }

  @Test("differences are shown and wait; accepted, they are a revision, and the old one stays")
  func differences() throws {
    let first = twoPeople()
    _ = try ledger.add(first.input(), accepting: false)
    var second = SampleSeason()
    second.addGraduate(SampleSeason.man, "覃一", [.major: "会计"])
    second.addGraduate(SampleSeason.other, "郎三")
    let refused = try #require(try ledger.add(second.input(), accepting: false).refused)
    #expect(refused.map(\.table) == [.graduate])
    #expect(refused[0].school == "甲学校")
    #expect(refused[0].counts.added == 1)
    #expect(refused[0].counts.removed == 1)
    #expect(refused[0].counts.changed == 1)
    let changed = refused[0].records.first { $0.label.name == "覃一" }
    guard case .changed(let fields)? = changed?.change else {
      Issue.record("no change")
      return
    }
    #expect(fields.map(\.item) == ["专业名称"])
    #expect(fields[0].old == "护理")
    #expect(fields[0].new == "会计")
    #expect(try ledger.lastRevision() == 1)
    #expect(try ledger.season(schema: .builtIn).season.lines == first.season.lines)

    #expect(try ledger.add(second.input(), accepting: true).accepted != nil)
    let now = try ledger.season(schema: .builtIn).season
    #expect(now.schools[0].graduates.map { $0[GraduateField.name] } == ["覃一", "郎三"])
    // The scores were not in the files, so they are as they were.
    #expect(now.schools[0].scores.sheets.count == 2)
    let before = try ledger.season(schema: .builtIn, revision: 1).season
    #expect(before.lines == first.season.lines)
  }

  @Test("an export of one table leaves the others, of one school the other schools")
  func partial() throws {
    var both = SampleSeason(["甲学校", "乙学校"])
    both.addGraduate(SampleSeason.man, "覃一")
    both.addGraduate(SampleSeason.other, "郎三", to: 1)
    both.addChange(SampleSeason.man, "覃一", kind: "调专业")
    both.addChange(SampleSeason.other, "郎三", kind: "调专业", to: 1)
    _ = try ledger.add(both.input(), accepting: false)
    var changes = SampleSeason([])
    changes.expectSchool("甲学校")
    changes.expectSchool("乙学校")
    changes.addChange(SampleSeason.man, "覃一", kind: "留级")
    _ = try ledger.add(changes.input(), accepting: true)
    let season = try ledger.season(schema: .builtIn).season
    #expect(season.schools.map(\.name) == ["甲学校", "乙学校"])
    #expect(season.schools[0].record[SchoolField.city] == "南宁市")
    #expect(season.schools.map(\.graduates.count) == [1, 1])
    #expect(season.schools[0].changes.map { $0[ChangeField.kind] } == ["留级"])
    #expect(season.schools[1].changes.map { $0[ChangeField.kind] } == ["调专业"])
  }

  @Test("an import of the whole season removes what its files do not hold")
  func whole() throws {
    var both = SampleSeason(["甲学校", "乙学校"])
    both.addGraduate(SampleSeason.man, "覃一")
    both.addGraduate(SampleSeason.other, "郎三", to: 1)
    both.addExemption(SampleSeason.man, "R115")
    _ = try ledger.add(both.input(), accepting: false)
    var one = SampleSeason(["甲学校"])
    one.addGraduate(SampleSeason.man, "覃一")
    #expect(try ledger.add(one.input(), accepting: true).isUnchanged)
    let outcome = try ledger.add(one.input(isWhole: true), accepting: true)
    #expect(outcome.accepted?.count == 3)
    #expect(try ledger.season(schema: .builtIn).season.lines == one.season.lines)
    #expect(try ledger.schoolNames() == ["甲学校"])
  }

  @Test("a changed number is one who goes and one who comes, and the report says that they match")
  func changedNumber() throws {
    _ = try ledger.add(twoPeople().input(), accepting: false)
    var second = SampleSeason()
    second.addGraduate(SampleSeason.other, "覃一")
    second.addGraduate(SampleSeason.woman, "韦二", [.sex: "女"])
    let records = try #require(try ledger.add(second.input(), accepting: false).refused?[0].records)
    #expect(records.count == 2)
    #expect(records.first { $0.label.idNumber == SampleSeason.other }?.twin == SampleSeason.man)
    #expect(records.first { $0.label.idNumber == SampleSeason.man }?.twin == SampleSeason.other)
  }

  @Test("texts that Swift takes as equal are different values")
  func bytes() throws {
    var first = SampleSeason()
    first.addGraduate(SampleSeason.man, "\u{90CE}三")
    var second = SampleSeason()
    second.addGraduate(SampleSeason.man, "\u{F92C}三")
    _ = try ledger.add(first.input(), accepting: false)
    #expect(try ledger.add(second.input(), accepting: false).refused?[0].counts.changed == 1)
  }

  @Test("another order of the rows is a difference")
  func order() throws {
    _ = try ledger.add(twoPeople().input(), accepting: false)
    var second = SampleSeason()
    second.addGraduate(SampleSeason.woman, "韦二", [.sex: "女"])
    second.addGraduate(SampleSeason.man, "覃一")
    let refused = try #require(try ledger.add(second.input(), accepting: false).refused)
    #expect(refused[0].isReordered)
    #expect(refused[0].records.isEmpty)
    _ = try ledger.add(second.input(), accepting: true)
    let season = try ledger.season(schema: .builtIn).season
    #expect(season.schools[0].graduates.map { $0[GraduateField.name] } == ["韦二", "覃一"])
  }

  @Test("what reading found in a value stays with it, until the value is read without it")
  func findings() throws {
    var sample = twoPeople()
    let finding = Diagnostic(
      .error,
      "I042",
      "该单元格是数值",
      at: .cell(file: "季.xlsx", sheet: "毕业生", row: 3, column: 4, heading: "身份证号码"),
      about: Subject(
        school: "甲学校",
        extent: .record(table: "毕业生", record: 1, fields: ["idNumber"])
      )
    )
    sample.findings = [finding]
    #expect(sample.input().losses.isEmpty)
    _ = try ledger.add(sample.input(), accepting: false)
    #expect(try ledger.season(schema: .builtIn).findings == [finding])
    let outcome = try ledger.add(twoPeople().input(), accepting: false)
    #expect(outcome.refused?.map(\.isReadAnew) == [true])
    _ = try ledger.add(twoPeople().input(), accepting: true)
    #expect(try ledger.season(schema: .builtIn).findings.isEmpty)
    #expect(try ledger.season(schema: .builtIn, revision: 1).findings == [finding])
  }

  @Test("errors that lose rows or tables keep an import out")
  func losses() {
    func isLoss(_ school: String?, _ extent: Subject.Extent?) -> Bool {
      var sample = twoPeople()
      let subject = extent.map { Subject(school: school, extent: $0) }
      sample.findings = [Diagnostic(.error, "I060", "", at: .none, about: subject)]
      return !sample.input().losses.isEmpty
    }
    #expect(isLoss(nil, nil))
    #expect(isLoss(nil, .table("毕业生")))
    #expect(isLoss("另一所学校", .table("毕业生")))
    #expect(!isLoss("甲学校", .record(table: "毕业生", record: 0, fields: ["name"])))
    #expect(!isLoss("甲学校", .school))
    #expect(!isLoss(nil, .record(table: "主管单位", record: 0, fields: ["name"])))
  }

  @Test("an extra field that this run's templates do not declare stays")
  func extraFields() throws {
    var schema = RecordSchema.builtIn
    schema.declare(FieldDefinition("民族", "民族"), in: .graduate)
    let slot = GraduateField.allCases.count
    var rich = SampleSeason(schema: schema)
    rich.addGraduate(SampleSeason.man, "覃一")
    rich.season.schools[0].graduates[0].values[slot] = "壮族"
    _ = try ledger.add(rich.input(), accepting: false)
    var plain = SampleSeason()
    plain.addGraduate(SampleSeason.man, "覃一")
    #expect(try ledger.add(plain.input(), accepting: true).isUnchanged)
    #expect(try ledger.season(schema: .builtIn).season.lines == plain.season.lines)
    var changed = SampleSeason()
    changed.addGraduate(SampleSeason.man, "覃一", [.major: "会计"])
    _ = try ledger.add(changed.input(), accepting: true)
    let graduate = try ledger.season(schema: schema).season.schools[0].graduates[0]
    #expect(graduate.values[slot] == "壮族")
    #expect(graduate[GraduateField.major] == "会计")
  }

  @Test("a person who stands twice stays twice")
  func duplicates() throws {
    var sample = SampleSeason()
    sample.addGraduate(SampleSeason.man, "覃一")
    sample.addGraduate(SampleSeason.man, "覃二")
    sample.addGraduate("", "无号")
    _ = try ledger.add(sample.input(), accepting: false)
    #expect(try ledger.season(schema: .builtIn).season.lines == sample.season.lines)
    var once = SampleSeason()
    once.addGraduate(SampleSeason.man, "覃二")
    once.addGraduate("", "无号")
    let refused = try #require(try ledger.add(once.input(), accepting: false).refused)
    #expect(refused[0].records.map(\.label.name) == ["覃一"])
  }

  @Test("a release that was struck out of its school's list does not live on; others do")
  func exemptions() throws {
    var sample = SampleSeason(["甲学校", "乙学校"])
    sample.addGraduate(SampleSeason.man, "覃一")
    sample.addGraduate(SampleSeason.woman, "韦二")
    sample.addGraduate(SampleSeason.other, "郎三", to: 1)
    sample.addExemption(SampleSeason.man, "R115")
    sample.addExemption(SampleSeason.other, "R115")
    sample.addExemption(SampleSeason.woman, "R116")
    _ = try ledger.add(sample.input(), accepting: false)
    var list = SampleSeason([])
    list.expectSchool("甲学校")
    list.expectSchool("乙学校")
    list.addExemption(SampleSeason.woman, "R116")
    _ = try ledger.add(list.input(), accepting: true)
    let numbers = try ledger.season(schema: .builtIn).season.exemptions.map {
      $0[ExemptionField.idNumber]
    }
    #expect(numbers == [SampleSeason.woman, SampleSeason.other])
  }

  @Test("an empty ledger and a revision that is not there are told")
  func missingRevisions() throws {
    #expect(throws: LedgerFailure(path: temporary.path, cause: .empty)) {
      try ledger.season(schema: .builtIn)
    }
    _ = try ledger.add(twoPeople().input(), accepting: false)
    #expect(throws: LedgerFailure(path: temporary.path, cause: .noRevision(2))) {
      try ledger.season(schema: .builtIn, revision: 2)
    }
  }
}
