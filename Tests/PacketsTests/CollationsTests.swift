import Forms
import Testing

@testable import Packets

@Suite("The sort keys of templates")
struct CollationsTests {
  @Test(
    "names stand by reading or by strokes",
    arguments: [
      (SortOrder.pinyin, ["岑一", "邓一", "农一", "区一", "覃一", "仇一", "单一", "韦一"]),
      (.stroke, ["区一", "仇一", "韦一", "邓一", "农一", "岑一", "单一", "覃一"]),
    ]
  )
  func orders(order: SortOrder, expected: [String]) {
    let collations = Collations()
    let sorted = expected.reversed().sorted {
      collations.key(of: $0, order: order)
        .lexicographicallyPrecedes(collations.key(of: $1, order: order))
    }
    if order == .stroke {
      // 4 4 4 4, 6, 7, 8, 12: ICU orders those of one count.
      #expect(Set(sorted.prefix(4)) == Set(expected.prefix(4)))
      #expect(Array(sorted.dropFirst(4)) == Array(expected.dropFirst(4)))
    } else {
      #expect(sorted == expected)
    }
  }
}
