import Testing

@testable import Forms

@Suite("The order in which people count")
struct NaturalOrderTests {
  @Test(
    "numbers inside texts stand by their size",
    arguments: [
      ["1", "2", "10", "11", "100"],
      ["护理1班", "护理2班", "护理10班", "护理12班"],
      ["2020级1班", "2020级2班", "2021级1班"],
      ["a", "a1", "a1b", "a2", "b"],
      ["20200001", "20200002", "120200001"],
      ["001", "01", "1", "2"],
    ]
  )
  func ascending(texts: [String]) {
    #expect(texts.reversed().sorted { precedes($0, $1) } == texts)
  }

  @Test("texts of other bytes have other keys")
  func injective() {
    let texts = ["1", "01", "1班", "01班", "\u{90CE}", "\u{F92C}", "", "0", "00"]
    #expect(Set(texts.map { NaturalOrder.key(of: $0) }).count == texts.count)
  }

  private func precedes(_ left: String, _ right: String) -> Bool {
    NaturalOrder.key(of: left).lexicographicallyPrecedes(NaturalOrder.key(of: right))
  }
}
