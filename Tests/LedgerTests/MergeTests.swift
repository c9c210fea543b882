import Records
import Testing

@testable import Ledger

@Suite("Old and new records of a table")
struct MergeTests {
  private func merge(
    _ old: [(String, String)],
    _ new: [(String, String)],
    replaced: Set<String>? = nil
  ) -> TableMerge {
    TableMerge(
      old: old.map { (TextKey($0.0), $0.1) },
      new: new.map {
        IncomingRecord(key: TextKey($0.0), text: $0.1, person: nil, school: 0, origins: [])
      },
      isReplaced: { replaced?.contains(old[$0].0) ?? true }
    )
  }

  @Test("records are paired by key, and the new order holds")
  func pairs() {
    let result = merge([("a", "1"), ("b", "2"), ("c", "3")], [("c", "3"), ("a", "9"), ("d", "4")])
    #expect(
      result.steps == [.matched(old: 2, new: 0), .matched(old: 0, new: 1), .added(new: 2)]
    )
    #expect(result.removed == [1])
    #expect(result.isReordered)
  }

  @Test("of several records with one key those that say the same are paired first")
  func equals() {
    let result = merge([("a", "1"), ("a", "2")], [("a", "2"), ("a", "3")])
    #expect(result.steps == [.matched(old: 1, new: 0), .matched(old: 0, new: 1)])
    #expect(result.removed.isEmpty)
  }

  @Test("records that the import does not speak for keep their places")
  func kept() {
    let result = merge(
      [("a", "1"), ("b", "2"), ("c", "3")],
      [("c", "9"), ("d", "4")],
      replaced: ["a", "c"]
    )
    #expect(result.steps == [.matched(old: 2, new: 0), .kept(old: 1), .added(new: 1)])
    #expect(result.removed == [0])
    let more = merge([("a", "1")], [("b", "2")], replaced: ["b"])
    #expect(more.steps == [.kept(old: 0), .added(new: 0)])
  }

  @Test("nothing new removes everything, and nothing old adds everything")
  func empty() {
    #expect(merge([("a", "1")], []).removed == [0])
    #expect(merge([], [("a", "1")]).steps == [.added(new: 0)])
  }
}
