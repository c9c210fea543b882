import Testing

@testable import Packets

@Suite("Printing on both sides")
struct DuplexSidesTests {
  @Test(
    "sides are even in number and sealed pages stand on fronts",
    arguments: [
      ([], []),
      ([true], [0, nil]),
      ([false], [0, nil]),
      ([false, true], [0, nil, 1, nil]),
      ([false, false, true], [0, 1, 2, nil]),
      ([false, false, false, true], [0, 1, 2, nil, 3, nil]),
      // A card for each student is sealed on every page.
      ([true, true, true], [0, nil, 1, nil, 2, nil]),
      ([false, false], [0, 1]),
    ] as [([Bool], [Int?])]
  )
  func sides(_ sealed: [Bool], _ expected: [Int?]) {
    let sides = DuplexSides(sealed: sealed)
    #expect(sides.pages == expected)
    #expect(sides.sheetCount == expected.count / 2)
    for (side, page) in sides.pages.enumerated() {
      if let page, sealed[page] { #expect(side % 2 == 0) }
    }
  }
}
