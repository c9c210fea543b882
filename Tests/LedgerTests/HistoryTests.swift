import Records
import Testing

@testable import Ledger

@Suite("Histories")
struct HistoryTests {
  private let temporary: TemporaryLedger
  private let ledger: SeasonLedger

  init() throws {
    temporary = try TemporaryLedger()
    ledger = try temporary.create()
    var first = SampleSeason(["甲学校", "乙学校"])
    first.addGraduate(SampleSeason.man, "覃一")
    first.addGraduate(SampleSeason.woman, "韦二", to: 1)
    _ = try ledger.add(first.input(), accepting: false)
    var second = SampleSeason([])
    second.expectSchool("甲学校")
    second.addGraduate(SampleSeason.other, "郎三")
    _ = try ledger.add(second.input(), accepting: true)
    var third = second
    third.addGraduate(SampleSeason.man, "覃一", [.major: "会计"])
    _ = try ledger.add(third.input(), accepting: true)
  }

  private func changes(_ scope: HistoryScope) throws -> [String] {
    try ledger.history(of: scope, schema: .builtIn).flatMap { entry in
      entry.differences.flatMap { difference -> [String] in
        let start = "\(entry.revision.number) \(difference.table.title)"
        if let count = difference.newCount { return ["\(start) 新表\(count)"] }
        return difference.records.map { record in
          switch record.change {
          case .added: "\(start) +\(record.label.name)"
          case .removed: "\(start) -\(record.label.name)"
          case .changed: "\(start) ~\(record.label.name)"
          }
        }
      }
    }
  }

  @Test("of a person who went and came again")
  func person() throws {
    #expect(
      try changes(.person(SampleSeason.man))
        == ["1 毕业生 +覃一", "2 毕业生 -覃一", "3 毕业生 +覃一"]
    )
    #expect(try changes(.person("无此号码")).isEmpty)
  }

  @Test("of a school: tables that came into being are counted, later changes named")
  func school() throws {
    #expect(
      try changes(.school("甲学校")) == [
        "1 学校 +甲学校", "1 毕业生 新表1", "2 毕业生 -覃一", "2 毕业生 +郎三", "3 毕业生 +覃一",
      ]
    )
    #expect(try changes(.school("乙学校")) == ["1 学校 +乙学校", "1 毕业生 新表1"])
  }

  @Test("of the season: who, when, and from which files")
  func season() throws {
    let entries = try ledger.history(of: .season, schema: .builtIn)
    #expect(entries.map(\.revision.number) == [1, 2, 3])
    #expect(entries.allSatisfy { $0.revision.author == "韦主任" })
    #expect(entries[0].revision.files == [SourceFile(path: "季.xlsx", sha256: "00", size: 1)])
    #expect(entries[0].revision.counts.added == 4)
    #expect(entries[1].revision.counts.removed == 1)
  }
}
